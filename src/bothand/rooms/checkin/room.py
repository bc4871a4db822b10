"""The mirror's manifest."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.checkins import Answers, FearAnswers, MeasureState, Rhythm, merge_states, read_rhythm
from bothand.kit.manifest import Asked, Part, Room
from bothand.rooms.checkin import asked_pages as asked_of
from bothand.rooms.checkin import asking, labels, readable, store
from bothand.rooms.checkin.forms import PulseForm
from bothand.rooms.checkin.pages import (
    KeptPart,
    PulsePart,
)
from bothand.rooms.checkin.records import Checkup, Pulse, Started
from bothand.rooms.checkin.reveals import DAYS
from bothand.rooms.checkin.reveals_map import MAP
from bothand.vault.records import Record


def today(asked: Asked) -> tuple[Part, ...]:
    """The three taps until they are made, then what they were; a check-in when it is due, the map after it."""
    return (_pulse(asked), *_check_in(asked))


def _pulse(asked: Asked) -> Part:
    if (kept := asked.of_today(Pulse)) is not None:
        return KeptPart(said=labels.said(kept.record))
    return PulsePart(form=PulseForm.showing(asked.today, None, 0, partner=asked.partner))


def _check_in(asked: Asked) -> tuple[Part, ...]:
    standing = asked.standing().items
    known, begun = read_rhythm(standing), store.begun(standing)
    due = asking.due(known, asked.today)
    if begun is not None:
        return (asked_of.AskPart(sort=None, go_on=reverse("checkin_ask"), checkup=False),)
    if due.sort or due.checkup:
        return (asked_of.AskPart(sort=due.sort, go_on="", checkup=due.checkup),)
    return (asked_of.MapPart(),) if known.last == asked.today else ()


def _again(there: MeasureState, _brought: MeasureState) -> Record:
    """A state that an import meets is worked out anew when it is next looked at."""
    from bothand.domain import measurement

    return measurement.is_stale(there, _brought)


ROOM = Room(
    name="checkin",
    title=_("Days"),
    about=_("How your days are, where you stand, and what changes: your own answers, given back."),
    place="mine",
    path="days/",
    urls="bothand.rooms.checkin.urls",
    kinds=(Pulse, Answers, MeasureState, FearAnswers, Rhythm, Started, Checkup),
    today=today,
    readable={
        Pulse: readable.pulse,
        Answers: readable.answers,
        MeasureState: readable.state,
        FearAnswers: readable.fear,
        Rhythm: readable.rhythm,
        Started: readable.started,
        Checkup: readable.checkup,
    },
    merge={MeasureState: _again, Rhythm: merge_states},
    reveals=(DAYS, MAP),
    leads={"check_in": "checkin_ask", "map": "checkin_map"},
)
