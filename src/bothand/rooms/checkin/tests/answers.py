"""Check-ins as somebody answers them, for the tests of what follows from them."""

from datetime import date, timedelta

from bothand.content import items
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, MeasureState
from bothand.relationship import FACETS
from bothand.rooms.checkin.questions.rules import list_sheets
from bothand.rooms.checkin.questions.store import find_open_checkin
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

TODAY = date(2026, 11, 24)
QUESTIONS, MAP, CHECKUP, PAST = "/checkin/questions/", "/checkin/map/", "/checkin/checkup/", "/checkin/past/"


def begun(person):
    return find_open_checkin(person.mine.query(shelf=Shelf.STANDS).items)


def sittings(person):
    return sorted(
        (one.record for one in person.mine.query().items if isinstance(one.record, Answers)),
        key=lambda one: (one.day, one.order),
    )


def fill(page, answer):
    return dict.fromkeys(page, str(answer))


def answer_all(person, answer=4):
    """Begin a check-in and answer every page; where the last one leads."""
    where = person.client.post(QUESTIONS).url
    for page in list_sheets(begun(person).record):
        where = person.client.post(where, fill(page, answer)).url
    return where


def in_step(person):
    """Whether the stored state is the one that the history gives."""
    history = [
        measurement.Sitting(one.id, one.record)
        for one in person.mine.query().items
        if isinstance(one.record, Answers)
    ]
    return person.mine.only(MeasureState).record == measurement.fold_history(history)


MAP, ASPECTS, PATTERNS, SLOPE, RECOVERY = (
    "/checkin/map/",
    "/checkin/aspects/",
    "/checkin/patterns/",
    "/checkin/slope/",
    "/checkin/recovery/",
)
ITEMS = [one.id for one in measurement.item_bank(alone=True, weekly=True).items]


def text(person, path):
    return person.client.get(path).content.decode()


def first_visit(person, answer=4, wish=5, *, day=TODAY):
    """A first visit in which everything is answered alike, keyed upward."""
    keyed = tuple(
        (item, answer if measurement.fold_whole()[item].key == 1 else 6 - answer) for item in ITEMS[::4][:24]
    )
    kept = Answers(
        day=day,
        sort="first",
        given=keyed,
        ideals=tuple((one.name, wish) for one in FACETS),
        alone=True,
    )
    standing.add_answers(person.mine, kept, new_id())


def all_items(person, day, together, self_kept):
    """Everything answered, one axis high and one low, as often as it takes to be sure."""
    levels = {one.name: together if one.axis == "togetherness" else self_kept for one in FACETS}
    for number in range(2):
        given = tuple(
            (
                item.id,
                levels[item.facet] if item.key == 1 else 6 - levels[item.facet],
            )
            for item in measurement.item_bank(alone=True, weekly=True).items
        )
        standing.add_answers(
            person.mine,
            Answers(day=day + timedelta(days=number), sort="weekly", given=given, alone=True),
            new_id(),
        )


def with_pattern(person):
    """Six times asked about limits that are not kept, always answered low."""
    marked = [one for one in items.load_bank().items if "C6" in one.marks and one.id in ITEMS]
    given = tuple((one.id, 1 if one.key == 1 else 5) for one in marked[:3])
    for number in range(2):
        kept = Answers(day=TODAY - timedelta(days=7 * number), sort="weekly", given=given, alone=True)
        standing.add_answers(person.mine, kept, new_id())
    return marked[0]
