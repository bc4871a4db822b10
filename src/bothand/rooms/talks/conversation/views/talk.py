"""The talk itself: begun, spoken, heard, paused; on two devices or on one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template import Context
from django.template.backends.django import Template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access, wall_clock
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
from bothand.rooms.talks.rules import moment, tomorrow
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
    found = store.read_transcript(two.ours, two.me, id_of(hex_id))
    if request.method != "POST":
        return render(request, talk_page(request, two, found, _empty_form()))
    return _act_in_talk(request, two, found)


def _answer_poll(request: HttpRequest, hex_id: str) -> HttpResponse:
    """The piece that changes, or 304 where nothing did. Who was signed out meanwhile keeps the page they have."""
    try:
        two = Visit(request).require_pair()
        found = store.read_transcript(two.ours, two.me, id_of(hex_id))
    except (SignedOut, Alone, Missing):
        return HttpResponse(status=STOP_ASKING, headers={"HX-Reswap": "none"})
    tag = f'"{present.tag_transcript(request, two, found, int(wall_clock.now().timestamp()))}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    page = talk_page(request, two, found, _empty_form(), swapped=True)
    piece = cast("Template", get_template("talks/live_piece.html"))
    text = piece.template.render(Context(context_of(request, page)))
    return HttpResponse(text, headers={"ETag": tag})


def _act_in_talk(request: HttpRequest, two: Pair, found: Transcript) -> HttpResponse:
    """What a button of the talk does. Typed words that are not sent stay in the field."""
    form = TurnForm(request.POST)
    act, _colon, voice = request.POST.get("act", "").partition(":")
    if not form.is_valid():
        return render(request, talk_page(request, two, found, form), status=422)
    if act in SPOKEN:
        return _add_words(request, two, found, form, act, other_voice=voice == "1")
    others: dict[str, Callable[[HttpRequest, Pair, Transcript, TurnForm], HttpResponse]] = {
        "pause": _pause_talk,
        "on": _resume_talk,
        "park": _set_words_aside,
        "close": _carry_to_close,
    }
    # Anything else looks for what is new, and leaves the words where they are.
    return others.get(act, _show_news)(request, two, found, form)


def _add_words(
    request: HttpRequest, two: Pair, found: Transcript, form: TurnForm, act: Act, *, other_voice: bool
) -> HttpResponse:
    stage, typed = found.state.stage, form.cleaned_data
    why = _explain_refusal(two, found, stage)
    if not why and act in NEED_WORDS and not (typed["text"] or (act == "say" and typed["feelings"])):
        form.add_error("text", _("There are no words yet. One line is enough."))
        return render(request, talk_page(request, two, found, form), status=422)
    if why:
        form.add_error(None, why)
        return render(request, talk_page(request, two, found, form), status=409)
    handed = found.course.devices == "one" and found.talk.author == two.me
    turn = Turn(
        day=Visit(request).today,
        talk=found.talk.id,
        act=act,
        step=0,
        about=typed["about"],
        text=typed["text"],
        need=typed["need"],
        feelings=tuple(typed["feelings"]),
        voice=1 if other_voice and handed else 0,
    )
    return _add_turn(request, two, found, form, turn)


def _explain_refusal(two: Pair, found: Transcript, stage: Stage) -> str:
    """Why nothing can be said just now, "" where it can."""
    if stage is Stage.CLOSED:
        return _("This talk was closed while you were writing. You can park your words for yourself.")
    if stage is Stage.PAUSED:
        return _("There is a pause now. Your words were not sent. You can park them for yourself.")
    if found.course.devices == "one" and found.talk.author != two.me:
        told = _("This talk goes on at %(name)s's device. Your words were not sent.")
        return told % {"name": two.partner.name}
    return ""


def _add_turn(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm, turn: Turn) -> HttpResponse:
    try:
        store.add_turn(two, found, turn, form.cleaned_data["number"])
    except TalkFullError:
        form.add_error(None, _("This talk is full. Close it and begin another one about the same thing."))
        return render(request, talk_page(request, two, found, form), status=422)
    if turn.act in ("pause", "on") and (form.cleaned_data["text"] or form.cleaned_data["need"]):
        # Somebody was writing: the words stay in the field.
        again = store.read_transcript(two.ours, two.me, found.talk.id)
        return render(request, talk_page(request, two, again, _refill_form(form)))
    return HttpResponseRedirect(f"{reverse('talks_talk', args=[found.talk.hex])}#stage")


def _pause_talk(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm) -> HttpResponse:
    visit = Visit(request)
    if found.state.stage is Stage.CLOSED:
        return _show_news(request, two, found, form)
    until, named = resume_time(form.cleaned_data["back"], visit.now)
    turn = Turn(day=visit.today, talk=found.talk.id, act="pause", step=0, until=until, today=named)
    return _add_turn(request, two, found, form, turn)


def _resume_talk(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm) -> HttpResponse:
    pause = found.state.pause
    now = int(wall_clock.now().timestamp())
    if pause is None or found.state.stage is not Stage.PAUSED or not rules.may_go_on(pause, two.me, now):
        return _show_news(request, two, found, form)
    turn = Turn(day=Visit(request).today, talk=found.talk.id, act="on", step=0, about=pause.id)
    return _add_turn(request, two, found, form, turn)


def _set_words_aside(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm) -> HttpResponse:
    """What was typed and not sent becomes a topic in *mine*."""
    visit = Visit(request)
    text, need = form.cleaned_data["text"], form.cleaned_data["need"]
    if not text and not need:
        return _show_news(request, two, found, form)
    kept = set_words_aside(visit.mine, found.talk, text, need, visit.today)
    return HttpResponseRedirect(reverse("talks_topic", args=[kept.hex]))


def _carry_to_close(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm) -> HttpResponse:
    """To the page that closes a talk, with what was typed."""
    typed = form.cleaned_data
    if not typed["text"]:
        return HttpResponseRedirect(reverse("talks_close", args=[found.talk.hex]))
    mine = found.closes.get(two.me)
    initial = {"text": typed["text"], "revision": mine.revision if mine else 0}
    return render(request, close_page(two, found, CloseForm(initial=initial, today=Visit(request).today)))


def _show_news(request: HttpRequest, two: Pair, found: Transcript, form: TurnForm) -> HttpResponse:
    return render(request, talk_page(request, two, found, _refill_form(form)))


def resume_time(chosen: str, now: datetime) -> tuple[int, bool]:
    """From when the other may go on too, and whether that is a time that was named."""
    if chosen == "not":
        return tomorrow(now), False
    if chosen == "tomorrow":
        return int((now + timedelta(days=1)).timestamp()), True
    minutes = int(chosen) if chosen in labels.BACK else 30
    return int((now + timedelta(minutes=minutes)).timestamp()), True


def talk_page(
    request: HttpRequest, two: Pair, found: Transcript, form: TurnForm, *, swapped: bool = False
) -> TalkPage:
    """A talk as one of the two sees it now."""
    record = found.talk.record
    closed = found.state.stage is Stage.CLOSED
    began = moment(Visit(request).zone, record.began)
    return TalkPage(
        now=present.live_piece(request, two, found, swapped=swapped, turned=_page_number(request)),
        form=form,
        text=record.text,
        one=record.devices == "one",
        by_me=found.talk.author == two.me,
        way=record.way,
        began=began,
        until=began + timedelta(minutes=record.minutes) if record.minutes else None,
        hands=_outcome_hands(two, found) if closed else (),
        openers=() if closed else find_openers("feel", "need", "ask", "own", "pause"),
        mine_in_it=any(one.author == two.me for one in found.events),
        unopened=found.unopened,
        said=_("Your words are out of it.") if request.GET.get("done") == "out" else "",
    )


def _page_number(request: HttpRequest) -> str:
    """The page of turns asked for, by a link or by a button that keeps what is typed."""
    act, _colon, number = request.POST.get("act", "").partition(":")
    return number if act == "page" else request.GET.get("page", "")


def _outcome_hands(two: Pair, found: Transcript) -> tuple[Hand, ...]:
    mine = found.closes.get(two.me)
    if mine is None:
        return ()
    text = mine.record.text or found.talk.record.text
    if mine.record.outcome == "agreement":
        return find_hands(text, "agreement")
    if mine.record.outcome == "boundary":
        return find_hands(text, "boundary")
    return ()


def _empty_form() -> TurnForm:
    return TurnForm(initial={"back": "30"})


def _refill_form(form: TurnForm) -> TurnForm:
    """The words that were typed, in a form that complains about nothing."""
    typed = form.cleaned_data
    return TurnForm(initial={name: typed[name] for name in ("text", "need", "feelings", "back")})
