"""How what the check-in seals reads in an export, and what an import makes of a second state."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.content import items
from bothand.domain.checkins import Answers, FearAnswers, MeasureState, Rhythm
from bothand.kit import texts
from bothand.kit.manifest import Readable
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.labels import SORTS, TALKS, find_wording, name_answer
from bothand.rooms.checkin.pulse.labels import describe_pulse
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.vault.records import Record

Pairs = tuple[tuple[str, str], ...]


def export_pulse(record: Pulse) -> Readable:
    """A day."""
    return Readable(heading=date_format(record.day, "l, j F Y"), pairs=describe_pulse(record))


def export_answers(record: Answers) -> Readable:
    """A sitting, sentence by sentence."""
    heading = f"{SORTS[record.sort]}, {date_format(record.day, 'j F Y')}"
    return Readable(heading=heading, pairs=(*_pair_answers(record.given), *_pair_ideals(record.ideals)))


def export_checkin(record: OpenCheckin) -> Readable:
    """A check-in that was begun."""
    heading = _("A check-in that was begun, %(day)s") % {"day": date_format(record.day, "j F Y")}
    return Readable(heading=heading, pairs=_pair_answers(record.given))


def export_checkup(record: OpenCheckup) -> Readable:
    """A check-up that was begun; its answers stand by themselves."""
    heading = _("A check-up that was begun, %(day)s") % {"day": date_format(record.begun, "j F Y")}
    return Readable(heading=heading, pairs=((_("Pages sent"), str(len(record.done))),))


def export_state(record: MeasureState) -> Readable:
    """What was worked out: how much there is of it, since it follows from the answers."""
    return Readable(
        heading=_("Worked out from your answers"),
        pairs=(
            (_("Times you answered"), str(record.count)),
            (_("Points of the path"), str(len(record.trail))),
        ),
    )


def export_fear(record: FearAnswers) -> Readable:
    """The three questions."""
    asked = items.load_bank(texts.text_language()).fear
    given = (record.say_no, record.disagree, record.at_home)
    return Readable(
        heading=_("Three questions about feeling safe"),
        day=record.day,
        pairs=tuple(
            (question.text, _("skipped") if answer is None else asked.answers[answer])
            for question, answer in zip(asked.questions, given, strict=True)
        ),
    )


def export_rhythm(record: Rhythm) -> Readable:
    """Days that were noted."""
    named = (
        (_("First check-in"), record.first),
        (_("Last check-in"), record.last),
        (_("Last check-up"), record.checked),
        (_("Put off on"), record.off),
    )
    return Readable(
        heading=_("Days of your check-ins"),
        pairs=tuple((label, date_format(day, "j F Y")) for label, day in named if day is not None),
    )


def _pair_answers(given: tuple[tuple[str, int], ...]) -> Pairs:
    return tuple(
        (find_wording(key, "") or str(TALKS.get(key, key)), name_answer(answer)) for key, answer in given
    )


def _pair_ideals(ideals: tuple[tuple[str, int], ...]) -> Pairs:
    return tuple(
        (_("I would like: %(what)s") % {"what": find_wording(key, "") or key}, name_answer(answer))
        for key, answer in ideals
    )


def forget_state(there: MeasureState, _brought: MeasureState) -> Record:
    """A state that an import meets is worked out anew when it is next looked at."""
    from bothand.domain import measurement

    return measurement.is_stale(there, _brought)
