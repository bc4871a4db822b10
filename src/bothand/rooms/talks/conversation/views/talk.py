"""The talk itself: spoken, heard, paused; on two devices or on one."""

from datetime import datetime, timedelta
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template import Context
from django.template.backends.django import Template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.accounts.errors import Alone, SignedOut
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.drafts import Hand
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import present, rules, store
from bothand.rooms.talks.conversation.forms import CloseForm, TurnForm
from bothand.rooms.talks.conversation.pages import TalkPage
from bothand.rooms.talks.conversation.records import Act, Turn
from bothand.rooms.talks.conversation.rules import Stage
from bothand.rooms.talks.conversation.store import TalkFullError, Transcript
from bothand.rooms.talks.conversation.views.close import close_page
from bothand.rooms.talks.present import find_hands, find_openers
from bothand.rooms.talks.rules import next_midnight, time_in_zone
from bothand.rooms.talks.topics.store import set_words_aside
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import context_of, render
from bothand.vault.errors import Missing

STOP_ASKING = 286
"""htmx stops asking again at this answer."""
SPOKEN: tuple[Act, ...] = ("say", "back", "yes", "not", "pass")
NEED_WORDS: tuple[Act, ...] = ("say", "back")


@READ_OR_WRITE
def show_talk(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A talk: looked at, asked for again by the page itself, and spoken in. Readable while *mine* is locked."""
    if request.method != "POST" and request.headers.get("X-Bothand-Poll") == "1":
        return _answer_poll(request, hex_id)
    return _show_or_act(request, hex_id=hex_id)


@for_two
def _show_or_act(request: HttpRequest, hex_id: str) -> HttpResponse:
    if request.method == "POST":
        access.open_mine(request)
    two = Visit(request).require_pair()
    transcript = store.read_transcript(two.ours, two.me, id_of(hex_id))
    if request.method != "POST":
        return render(request, talk_page(request, two, transcript, _empty_form()))
    return _TalkActions(request, two, transcript).press_button()


def _answer_poll(request: HttpRequest, hex_id: str) -> HttpResponse:
    """The piece that changes, or 304 where nothing did. Who was signed out meanwhile keeps the page they have."""
    visit = Visit(request)
    try:
        two = visit.require_pair()
        transcript = store.read_transcript(two.ours, two.me, id_of(hex_id))
    except (SignedOut, Alone, Missing):
        return HttpResponse(status=STOP_ASKING, headers={"HX-Reswap": "none"})
    tag = f'"{present.tag_transcript(request, two, transcript, int(visit.now.timestamp()))}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    page = talk_page(request, two, transcript, _empty_form(), swapped=True)
    piece = cast("Template", get_template("talks/live_piece.html"))
    text = piece.template.render(Context(context_of(request, page)))
    return HttpResponse(text, headers={"ETag": tag})


class _TalkActions:
    """What the buttons of a talk do. Typed words that are not sent stay in the field."""

    def __init__(self, request: HttpRequest, two: Pair, transcript: Transcript) -> None:
        self.request, self.two, self.transcript = request, two, transcript
        self.visit = Visit(request)
        self.form = TurnForm(request.POST)

    def press_button(self) -> HttpResponse:
        """Do what the button says. Any other button looks for what is new, and leaves the words where they are."""
        act, _colon, voice = self.request.POST.get("act", "").partition(":")
        if not self.form.is_valid():
            return self._show_page(self.form, status=422)
        if act in SPOKEN:
            return self._add_words(act, other_voice=voice == "1")
        others = {
            "pause": self._pause_talk,
            "on": self._resume_talk,
            "aside": self._set_words_aside,
            "close": self._carry_to_close,
        }
        return others.get(act, self._show_news)()

    def _add_words(self, act: Act, *, other_voice: bool) -> HttpResponse:
        typed, why = self.form.cleaned_data, self._explain_refusal()
        if why:
            self.form.add_error(None, why)
            return self._show_page(self.form, status=409)
        if act in NEED_WORDS and not (typed["text"] or (act == "say" and typed["feelings"])):
            self.form.add_error("text", _("Nothing is written yet. One line is enough."))
            return self._show_page(self.form, status=422)
        talk = self.transcript.talk
        handed = talk.record.devices == "one" and talk.author == self.two.me
        return self._add_turn(
            self._make_turn(
                act,
                about=typed["about"],
                text=typed["text"],
                need=typed["need"],
                feelings=tuple(typed["feelings"]),
                voice=1 if other_voice and handed else 0,
            )
        )

    def _explain_refusal(self) -> str:
        """Why nothing can be said just now, "" where it can."""
        stage, talk = self.transcript.state.stage, self.transcript.talk
        if stage is Stage.CLOSED:
            return _(
                "This talk was closed while you were writing. You can set your words aside for yourself."
            )
        if stage is Stage.PAUSED:
            return _("The talk is paused now. Your words were not sent. You can set them aside for yourself.")
        if talk.record.devices == "one" and talk.author != self.two.me:
            told = _("This talk goes on on %(name)s's device. Your words were not sent.")
            return told % {"name": self.two.partner.name}
        return ""

    def _make_turn(self, act: Act, **said: Any) -> Turn:
        return Turn(day=self.visit.today, talk=self.transcript.talk.id, act=act, step=0, **said)

    def _add_turn(self, turn: Turn) -> HttpResponse:
        typed = self.form.cleaned_data
        try:
            store.add_turn(self.two, self.transcript, turn, typed["number"])
        except TalkFullError:
            told = _(
                "There is no more room in this talk. Close it and begin another one about the same thing."
            )
            self.form.add_error(None, told)
            return self._show_page(self.form, status=422)
        if turn.act in ("pause", "on") and (typed["text"] or typed["need"]):
            # Somebody was writing: the words stay in the field.
            talk = self.transcript.talk.id
            self.transcript = store.read_transcript(self.two.ours, self.two.me, talk)
            return self._show_news()
        return HttpResponseRedirect(f"{reverse('talks_talk', args=[self.transcript.talk.hex])}#stage")

    def _pause_talk(self) -> HttpResponse:
        if self.transcript.state.stage is Stage.CLOSED:
            return self._show_news()
        until, named = resume_time(self.form.cleaned_data["back"], self.visit.now)
        return self._add_turn(self._make_turn("pause", until=until, today=named))

    def _resume_talk(self) -> HttpResponse:
        state, now = self.transcript.state, int(self.visit.now.timestamp())
        pause = state.pause if state.stage is Stage.PAUSED else None
        if pause is None or not rules.may_go_on(pause, self.two.me, now):
            return self._show_news()
        return self._add_turn(self._make_turn("on", about=pause.id))

    def _set_words_aside(self) -> HttpResponse:
        """What was typed and not sent becomes a topic in *mine*."""
        text, need = self.form.cleaned_data["text"], self.form.cleaned_data["need"]
        if not text and not need:
            return self._show_news()
        kept = set_words_aside(self.visit.mine, self.transcript.talk, text, need, self.visit.today)
        return HttpResponseRedirect(reverse("talks_topic", args=[kept.hex]))

    def _carry_to_close(self) -> HttpResponse:
        """To the page that closes a talk, with what was typed."""
        text, old = self.form.cleaned_data["text"], self.transcript.closes.get(self.two.me)
        if not text:
            return HttpResponseRedirect(reverse("talks_close", args=[self.transcript.talk.hex]))
        initial = {"text": text, "revision": old.revision if old else 0}
        form = CloseForm(initial=initial, today=self.visit.today)
        return render(self.request, close_page(self.two, self.transcript, form))

    def _show_news(self) -> HttpResponse:
        """The talk as it is now, with the words that were typed in a form that complains about nothing."""
        typed = self.form.cleaned_data
        kept = {name: typed[name] for name in ("text", "need", "feelings", "back")}
        return self._show_page(TurnForm(initial=kept))

    def _show_page(self, form: TurnForm, *, status: int = 200) -> HttpResponse:
        page = talk_page(self.request, self.two, self.transcript, form)
        return render(self.request, page, status=status)


def resume_time(chosen: str, now: datetime) -> tuple[int, bool]:
    """From when the other may go on too, and whether that is a time that was named."""
    if chosen == "not":
        return next_midnight(now), False
    if chosen == "tomorrow":
        return int((now + timedelta(days=1)).timestamp()), True
    minutes = int(chosen) if chosen in labels.BACK else 30
    return int((now + timedelta(minutes=minutes)).timestamp()), True


def talk_page(
    request: HttpRequest, two: Pair, transcript: Transcript, form: TurnForm, *, swapped: bool = False
) -> TalkPage:
    """A talk as one of the two sees it now."""
    record = transcript.talk.record
    closed = transcript.state.stage is Stage.CLOSED
    began = time_in_zone(Visit(request).zone, record.began)
    return TalkPage(
        now=present.live_piece(request, two, transcript, swapped=swapped, turned=_page_number(request)),
        form=form,
        text=record.text,
        one=record.devices == "one",
        by_me=transcript.talk.author == two.me,
        way=record.way,
        began=began,
        until=began + timedelta(minutes=record.minutes) if record.minutes else None,
        hands=_outcome_hands(two, transcript) if closed else (),
        openers=() if closed else find_openers("feel", "need", "ask", "own", "pause"),
        mine_in_it=any(one.author == two.me for one in transcript.events),
        unopened=transcript.unopened,
        said=_("Your words are deleted.") if request.GET.get("done") == "out" else "",
    )


def _page_number(request: HttpRequest) -> str:
    """The page of turns asked for, by a link or by a button that keeps what is typed."""
    act, _colon, number = request.POST.get("act", "").partition(":")
    return number if act == "page" else request.GET.get("page", "")


def _outcome_hands(two: Pair, transcript: Transcript) -> tuple[Hand, ...]:
    mine = transcript.closes.get(two.me)
    if mine is None:
        return ()
    text = mine.record.text or transcript.talk.record.text
    if mine.record.outcome == "agreement":
        return find_hands(text, "agreement")
    if mine.record.outcome == "boundary":
        return find_hands(text, "boundary")
    return ()


def _empty_form() -> TurnForm:
    return TurnForm(initial={"back": "30"})
