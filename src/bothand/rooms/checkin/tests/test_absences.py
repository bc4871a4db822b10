"""The sixth answer, "It did not come up": offered where it fits, shown where it was given, and evidence of nothing."""

from datetime import timedelta

import msgspec
import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.content import items
from bothand.domain import measurement, standing
from bothand.domain.checkins import (
    DID_NOT_COME_UP,
    SKIPPED,
    Absence,
    Answers,
    MeasureState,
    read_rhythm,
)
from bothand.domain.measurement import Sitting
from bothand.engines import measure
from bothand.rooms.checkin.checkup.rules import GROUND, IDEALS
from bothand.rooms.checkin.export import export_answers
from bothand.rooms.checkin.patterns.rules import find_patterns
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.rooms.checkin.questions.rules import find_due
from bothand.rooms.checkin.tests.answers import (
    ASPECTS,
    CHECKUP,
    PATTERNS,
    QUESTIONS,
    TODAY,
    begun,
    in_step,
    sittings,
    text,
)
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

NOT_UP = "It did not come up"
MARKED = [one.id for one in items.items_for(has_partner=False, checkup=False) if one.presupposes]
WEEKLY = [one.id for one in items.items_for(has_partner=False, checkup=False)]

given_once = st.tuples(st.sampled_from(WEEKLY), st.integers(SKIPPED, 5))
weeks = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.lists(given_once, min_size=1, max_size=7),
        st.lists(st.sampled_from(MARKED), max_size=5),
    ),
    min_size=1,
    max_size=8,
)


def make_history(drawn, *, absences):
    """Sittings of these weeks, with what did not come up in them or without."""
    history = []
    for number, (day, answered, absent) in enumerate(drawn):
        given = dict(answered)
        if absences:
            given |= {item: DID_NOT_COME_UP for item in absent if item not in given}
        kept = Answers(
            day=TODAY + timedelta(days=day),
            sort="weekly",
            given=tuple(given.items()),
            alone=True,
            order=number,
        )
        history.append(Sitting(number.to_bytes(16, "big"), kept))
    return history


def stands(state, day):
    """Every number that is told of somebody on a day."""
    now = measure.standing(
        measurement.engine_state(state), measurement.item_bank(alone=True, weekly=False), day
    )
    told = [one.answer for one in (*now.facets, *now.axes)]
    return [
        *(number for one in told for number in (one.value, one.low, one.high)),
        *(float(one.asked) for one in now.facets),
        now.lower_probability,
    ]


@settings(max_examples=40, deadline=None)
@given(weeks)
def test_what_did_not_come_up_changes_no_number_and_no_pattern(drawn):
    told = measurement.fold_history(make_history(drawn, absences=True))
    silent = measurement.fold_history(make_history(drawn, absences=False))
    last = TODAY.toordinal() + max(day for day, *_rest in drawn)
    assert stands(told, last) == pytest.approx(stands(silent, last))
    assert told.recent == silent.recent
    assert [one.day for one in told.trail] == [one.day for one in silent.trail]
    assert find_patterns(told.recent, last) == find_patterns(silent.recent, last)
    since = {"program": 0, "engine": b"", "absences": (), "trail": (), "done": None}
    assert msgspec.structs.replace(told, **since) == msgspec.structs.replace(silent, **since)


@settings(max_examples=20, deadline=None)
@given(weeks, st.integers(0, 400), st.sets(st.sampled_from(MARKED), min_size=1, max_size=7))
def test_a_check_in_in_which_nothing_came_up_lays_no_point_and_no_day_to_compare_with(drawn, day, absent):
    history = make_history(drawn, absences=False)
    empty = Answers(
        day=TODAY + timedelta(days=day),
        sort="weekly",
        given=tuple((item, DID_NOT_COME_UP) for item in absent),
        alone=True,
        order=len(history),
    )
    told = measurement.fold_history([*history, Sitting(b"\xff" * 16, empty)])
    silent = measurement.fold_history(history)
    assert [one.day for one in told.trail] == [one.day for one in silent.trail]
    laid = [
        [(one.name, one.day) for one in measurement.engine_state(state).anchors] for state in (told, silent)
    ]
    assert laid[0] == laid[1]
    last = TODAY.toordinal() + 401
    assert stands(told, last) == pytest.approx(stands(silent, last))


@pytest.mark.parametrize("alone", [True, False])
def test_every_sentence_about_something_that_may_not_have_happened_offers_it_and_no_other_does(alone):
    asked = [one.id for one in items.items_for(has_partner=not alone, checkup=True)]
    form = QuestionsForm(asked=asked, partner="" if alone else "Sam")
    offered = {
        key for key in asked if DID_NOT_COME_UP in [value for value, _words in form.fields[key].choices]
    }
    assert offered == {one for one in asked if items.find_item(one).presupposes}
    marked = next(iter(sorted(offered)))
    # One group of buttons: arrow keys reach the sixth, and no script is needed.
    page = str(form[marked])
    assert page.count(f'name="{marked}"') == 6
    assert page.count('type="radio"') == 6
    assert NOT_UP in page


def test_it_is_taken_only_where_it_is_offered(noa, clock):
    unmarked = next(one for one in WEEKLY if one not in MARKED)
    said = {unmarked: str(DID_NOT_COME_UP), MARKED[0]: str(DID_NOT_COME_UP)}
    assert not QuestionsForm(said, asked=[unmarked], partner="").is_valid()
    form = QuestionsForm({**said, "revision": "1"}, asked=MARKED[:2], partner="")
    assert form.is_valid()
    assert form.read_answers() == {MARKED[0]: DID_NOT_COME_UP, MARKED[1]: SKIPPED}


def answer_with_absences(person, answer=4):
    """A first visit, and check-ins until one asked what need not have come up: whatever offers that did not."""
    absent: list[str] = []
    while not absent:
        where = person.client.post(QUESTIONS).url
        while "/questions/" in where:
            form = person.client.get(where).context["page"].form
            chosen = {key: DID_NOT_COME_UP if key in MARKED else answer for key, _text in form.asked}
            where = person.client.post(where, chosen).url
        kept = sittings(person)[-1]
        absent = [item for item, said in kept.given if said == DID_NOT_COME_UP]
    return kept, absent


def test_it_is_shown_with_the_answers_behind_a_number_in_past_check_ins_and_in_a_copy(noa, clock):
    kept, absent = answer_with_absences(noa)
    state = noa.mine.only(MeasureState).record
    assert state.absences == tuple(Absence(TODAY.toordinal(), item) for item in absent)
    assert {one.item for one in state.recent}.isdisjoint(absent)
    assert len(state.recent) == sum(len(one.given) for one in sittings(noa)) - len(absent)

    number = int(absent[0].split("-")[0].removeprefix("F"))
    behind = text(noa, f"{ASPECTS}{number}/")
    assert items.find_item(absent[0]).wording(None).replace("'", "&#x27;") in behind
    assert "It did not come up, 24 November 2026" in behind

    assert f"{len(kept.given) - len(absent)} answers, {len(absent)} that did not come up" in text(
        noa, "/checkin/past/"
    )
    read = dict(export_answers(kept).pairs)
    assert read[items.find_item(absent[0]).wording(None)] == NOT_UP


def test_what_did_not_come_up_is_not_asked_again_at_once(noa, clock):
    _kept, absent = answer_with_absences(noa)
    clock.on(month=12, day=1)
    noa.client.post(QUESTIONS)
    assert set(begun(noa).record.items).isdisjoint(absent)


def test_a_check_in_in_which_nothing_came_up_is_done_and_the_next_is_due_a_week_later(noa, clock):
    given = tuple((item, DID_NOT_COME_UP) for item in MARKED[:7])
    kept = Answers(day=TODAY, sort="weekly", given=given, alone=True)
    standing.add_answers(noa.mine, kept, new_id())
    due = find_due(read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items), TODAY)
    assert (due.sort, due.next) == (None, TODAY + timedelta(days=7))
    assert noa.mine.only(MeasureState).record.trail == ()
    assert "/checkin/questions/" not in text(noa, "/")


def test_a_check_in_in_which_all_was_skipped_is_none(noa, clock):
    kept = Answers(day=TODAY, sort="weekly", given=((MARKED[0], SKIPPED),), alone=True)
    standing.add_answers(noa.mine, kept, new_id())
    assert find_due(read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items), TODAY).sort == "first"


def test_an_answer_of_the_past_can_be_changed_to_it_and_back(noa, clock):
    record_id, item = new_id(), MARKED[0]
    kept = Answers(day=TODAY, sort="weekly", given=((item, 2),), alone=True)
    standing.add_answers(noa.mine, kept, record_id)
    where = reverse("checkin_sitting", args=[record_id.hex()])
    for revision, said, recent in ((1, DID_NOT_COME_UP, 0), (2, 5, 1)):
        noa.client.post(where, {"revision": str(revision), item: str(said)})
        assert sittings(noa)[0].given == ((item, said),)
        assert len(noa.mine.only(MeasureState).record.recent) == recent
        assert in_step(noa)
        assert f'value="{said}"' in text(noa, where).split(" checked>")[0][-80:]


def test_limits_that_were_never_named_are_no_pattern(noa, clock):
    about_limits = [one.id for one in items.load_bank().items if "C6" in one.marks]
    given = tuple((item, DID_NOT_COME_UP) for item in about_limits)
    for week in range(3):
        kept = Answers(day=TODAY - timedelta(days=7 * week), sort="weekly", given=given, alone=True)
        standing.add_answers(noa.mine, kept, new_id())
    assert "a limit" not in text(noa, PATTERNS)
    assert noa.mine.only(MeasureState).record.trail == ()


def test_the_check_up_asks_how_things_stand_and_says_where_people_differ(couple, clock):
    noa, _sam = couple
    first = noa.client.post(CHECKUP).url
    ground = text(noa, first.replace("/1/", f"/{GROUND}/"))
    assert "Think of how things are at present." in ground
    assert "seven days" not in ground
    assert NOT_UP not in ground
    assert "There is no right amount." in text(noa, first.replace("/1/", f"/{IDEALS}/"))
    assert NOT_UP in text(noa, first)
