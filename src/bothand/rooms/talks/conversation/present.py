"""How a talk stands, put into words for one of the two: the piece of the page that changes by itself."""

import hashlib
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.content.feelings import find_feeling
from bothand.kit import texts
from bothand.kit.paging import page_of
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import rules
from bothand.rooms.talks.conversation.pages import Button, CloseLine, LivePiece, TurnLine, TurnMark
from bothand.rooms.talks.conversation.records import Close, Talk
from bothand.rooms.talks.conversation.rules import Event, Mark, Stage, State
from bothand.rooms.talks.conversation.store import Transcript
from bothand.rooms.talks.pages import OpenTalkLine, PastLine
from bothand.rooms.talks.rules import time_in_zone
from bothand.vault.body import Opened

ETAG_LETTERS = 32
A_PAGE = 16
"""Turns shown at once: drawing them is most of the work of a talk's page."""


def tag_transcript(request: HttpRequest, pair: Pair, transcript: Transcript, now: int) -> str:
    """Stands for all that the swapped piece shows to this person now."""
    state = transcript.state
    over = bool(state.pause and rules.may_go_on(state.pause, pair.me, now))
    parts = [
        (get_language() or "").encode(),
        pair.me,
        pair.partner.name.encode(),
        bytes(
            [
                access.visitor_of_request(request).unlocked,
                over,
                is_time_over(transcript.talk.record, now),
                bool(transcript.unopened),
            ]
        ),
        *(one.id for one in state.order),
        *(one.digest for one in transcript.closes.values()),
    ]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(4, "big") + part)
    return digest.hexdigest()[:ETAG_LETTERS]


def is_time_over(talk: Talk, now: int) -> bool:
    """Whether the time that was named for a talk has passed."""
    return bool(talk.minutes) and now >= talk.began + 60 * talk.minutes


def live_piece(
    request: HttpRequest, pair: Pair, transcript: Transcript, *, swapped: bool = False, turned: str = ""
) -> LivePiece:
    """The piece of a talk's page that changes by itself. `turned` is the page of turns asked for, the newest first."""
    visit = Visit(request)
    now = int(visit.now.timestamp())
    state, setup = transcript.state, transcript.setup
    narrator = _Narrator(visit.zone, pair, transcript, state, now)
    closed = state.stage is Stage.CLOSED
    path = reverse("talks_talk", args=[transcript.talk.hex])
    shown, pages = page_of(state.order[::-1], turned, size=A_PAGE, path=path)
    return LivePiece(
        hex=transcript.talk.hex,
        etag=tag_transcript(request, pair, transcript, now),
        poll="" if closed or pages.newer else path,
        turns=tuple(narrator.describe_turn(one) for one in reversed(shown)),
        pages=pages,
        older=_button_value(pages.older),
        newer=_button_value(pages.newer),
        closes=close_lines(transcript.closes, pair, setup.people),
        marks=narrator.mark_steps(),
        mine=state.speaker == pair.me,
        status=narrator.say_status(),
        hint=narrator.say_hint(),
        label=narrator.say_label(),
        buttons=narrator.list_buttons(),
        paused=state.stage is Stage.PAUSED,
        closed=closed,
        closed_by_me=pair.me in transcript.closes,
        about=_id_answered(state),
        number=transcript.numbers[pair.me],
        over=is_time_over(transcript.talk.record, now) and not closed,
        swapped=swapped,
    )


def _button_value(link: str) -> str:
    """What a button says that leads where a link does."""
    return f"page:{link.rpartition('=')[2]}" if link else ""


def _id_answered(state: State) -> str:
    one = state.back if state.stage is Stage.CHECK else state.said if state.stage is Stage.BACK else None
    return one.id.hex() if one else ""


class _Narrator:
    """Puts the state of a talk into words for one of the two."""

    def __init__(self, zone: str, pair: Pair, transcript: Transcript, state: State, now: int) -> None:
        self.zone, self.pair, self.state, self.now = zone, pair, state, now
        self.setup = transcript.setup
        self.handed = transcript.setup.devices == "one"
        self.mine = self.handed and transcript.talk.author == pair.me
        whose = rules.find_actor(state, self.setup)
        self.whose = whose
        self.my_turn = whose == pair.me
        self.names = {"name": pair.partner.name}

    def describe_turn(self, one: Event) -> TurnLine:
        who = one.find_speaker(self.setup)
        mine = who == self.pair.me
        return TurnLine(
            who=self._name_speaker(one),
            mine=mine,
            act=self._describe_act(one),
            text=one.text,
            need=one.need,
            feelings=feeling_words(one.feelings),
            note=_("This waits for your turn.") if self.state.marks.get(one.id) is Mark.WAITS else "",
        )

    def _name_speaker(self, one: Event) -> str:
        who = one.find_speaker(self.setup)
        name = _("You") if who == self.pair.me else self.pair.partner.name
        if not one.voice:
            return name
        # On a device that was handed over: it is said whose record this is.
        if one.author == self.pair.me:
            return _("%(name)s, typed on your device") % {"name": name}
        return _("%(who)s, typed on %(name)s's device") % {"who": name, "name": self.pair.partner.name}

    def _describe_act(self, one: Event) -> labels.Text:
        return self._describe_pause(one) if one.act == "pause" else labels.ACTS_SHOWN.get(one.act, "")

    def _describe_pause(self, one: Event) -> str:
        if not one.today:
            return _("paused: not today")
        at = time_in_zone(self.zone, one.until)
        return _("paused until %(when)s") % {"when": say_when(at, time_in_zone(self.zone, one.at))}

    def mark_steps(self) -> tuple[TurnMark, ...]:
        """The four steps of a turn, by who does each; nothing where nobody has the floor."""
        stages = (Stage.SAY, Stage.BACK, Stage.CHECK)
        if self.state.stage not in stages:
            return ()
        here = stages.index(self.state.stage)
        if self.state.speaker == self.pair.me:
            titles = [_("You speak"), _("%(name)s says it back") % self.names]
        else:
            titles = [_("%(name)s speaks") % self.names, _("You say it back")]
        titles += [_("Is that right?"), _("Swap")]
        return tuple(
            TurnMark(title=title, stands="done" if number < here else "now" if number == here else "")
            for number, title in enumerate(titles)
        )

    def say_status(self) -> str:
        match self.state.stage:
            case Stage.CLOSED:
                return _("This talk is closed.")
            case Stage.PAUSED:
                return self._say_rest()
            case Stage.PLAIN:
                return _("You both can write.")
            case Stage.SAY:
                if self.my_turn:
                    return _("You speak. One thing at a time.")
                return _("%(name)s speaks. You listen.") % self.names
            case Stage.BACK:
                if self.my_turn:
                    return _("You say back what you heard.")
                return _("%(name)s says back what you said.") % self.names
        if self.my_turn:
            return _("Is that what you meant?")
        return _("%(name)s says whether that was it.") % self.names

    def _say_rest(self) -> str:
        pause = self.state.pause
        if pause is None or not pause.today:
            return _("You have paused. Not today.")
        here = time_in_zone(self.zone, self.now)
        return _("You have paused, and go on %(when)s.") % {
            "when": say_when(time_in_zone(self.zone, pause.until), here)
        }

    def say_hint(self) -> str:
        if self.state.stage is Stage.PAUSED:
            return _("Leave it until then. What was said stays here.")
        if self.state.stage is Stage.CLOSED or self.state.stage is Stage.PLAIN:
            return ""
        if self.handed and not self.mine:
            return _("This talk goes on on %(name)s's device.") % self.names
        if self.handed and not self.my_turn:
            return _("Hand the device to %(name)s.") % self.names
        if self.state.stage is Stage.BACK and self.my_turn:
            return _("Not your answer yet: only what was said, and how the other feels about it.")
        if not self.my_turn:
            return _("What you write meanwhile is saved, and appears when it is your turn.")
        return ""

    def say_label(self) -> str:
        match self.state.stage:
            case Stage.PAUSED | Stage.CLOSED:
                return _("This has not been sent")
            case Stage.BACK:
                if self.my_turn or self.mine:
                    return _("What was heard")
            case Stage.CHECK:
                if self.my_turn or self.mine:
                    return _("If not: what is missing? You can leave it empty.")
        return _("Your words")

    def list_buttons(self) -> tuple[Button, ...]:
        if self.state.stage is Stage.CLOSED:
            return (Button(value="aside:0", label=_("Set these words aside, for yourself"), look="line"),)
        if self.state.stage is Stage.PAUSED:
            return self._list_buttons_in_pause()
        if self.handed and not self.mine:
            return ()
        acts = rules.allowed_acts(self.state, self.setup, self.pair.me)
        if not acts:
            return (Button(value="say:0", label=_("Save it for your turn"), look="line"),)
        if self.handed and not self.whose:
            return (
                Button(value="say:0", label=_("You say this")),
                Button(value="say:1", label=_("%(name)s says this") % self.names, look="line"),
            )
        voice = 1 if self.handed and self.whose != self.pair.me else 0
        return tuple(
            Button(value=f"{act}:{voice}", label=labels.BUTTONS[act], look="" if place == 0 else "line")
            for place, act in enumerate(acts)
        )

    def _list_buttons_in_pause(self) -> tuple[Button, ...]:
        aside = Button(value="aside:0", label=_("Set these words aside, for yourself"), look="line")
        if self.state.pause and rules.may_go_on(self.state.pause, self.pair.me, self.now):
            return (Button(value="on:0", label=_("Go on")), aside)
        return (aside,)


def feeling_words(ids: tuple[str, ...]) -> str:
    """Words for feelings in a row; an id that no list knows any more is passed over."""
    found = []
    for one in ids:
        try:
            found.append(find_feeling(one, texts.text_language()).text)
        except KeyError:
            continue
    return ", ".join(found)


def say_when(at: datetime, now: datetime) -> str:
    """A time in words: with its day, unless that is today."""
    clock = date_format(at, "H:i")
    if at.date() == now.date():
        return _("today at %(time)s") % {"time": clock}
    return _("%(day)s at %(time)s") % {"day": date_format(at, "l, j F"), "time": clock}


def close_lines(
    closes: dict[bytes, Opened[Close]], pair: Pair, people: tuple[bytes, bytes]
) -> tuple[CloseLine, ...]:
    """How each left it, in an order that is the same for both."""
    return tuple(
        CloseLine(
            who=pair.partner.name,
            mine=who == pair.me,
            outcome=labels.OUTCOMES[closes[who].record.outcome],
            text=closes[who].record.text,
            again=closes[who].record.again,
        )
        for who in people
        if who in closes
    )


def past_line(talk: Opened[Talk], closes: list[Opened[Close]]) -> PastLine:
    """A talk in a list, with how it was left."""
    return PastLine(
        path=reverse("talks_talk", args=[talk.hex]),
        text=talk.record.text,
        day=talk.record.day,
        outcomes=tuple(dict.fromkeys(labels.OUTCOMES[one.record.outcome] for one in closes)),
    )


def open_talk_line(zone: str, transcript: Transcript) -> OpenTalkLine:
    """A talk in a list of those that are open."""
    pause = transcript.state.pause
    return OpenTalkLine(
        path=reverse("talks_talk", args=[transcript.talk.hex]),
        text=transcript.talk.record.text,
        paused=pause is not None,
        back=time_in_zone(zone, pause.until) if pause and pause.today else None,
    )
