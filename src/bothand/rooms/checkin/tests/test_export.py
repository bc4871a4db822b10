"""Copies of check-ins: read sentence by sentence, and brought in."""

from bothand.accounts import accounts
from bothand.domain import standing
from bothand.domain.checkins import FearAnswers, MeasureState
from bothand.rooms.account.takeout import export as takeout_export
from bothand.rooms.account.takeout import store as takeout_store
from bothand.rooms.checkin.export import export_answers, export_fear
from bothand.rooms.checkin.tests.answers import MAP, TODAY, answer_all, in_step, sittings


def copy_of(person, clock):
    packed = takeout_export.write_archive(person.mine, accounts.settings_of(person.opened), clock.time)
    return takeout_store.unpack_archive(packed)


def test_a_copy_brought_into_an_empty_place_gives_the_same_map(noa, robin, clock):
    answer_all(noa)
    takeout_store.bring_in(robin.mine, copy_of(noa, clock))
    # What is computed is never believed from a file: it is computed again, and comes out the same.
    assert robin.mine.only(MeasureState).record.program == 0
    assert standing.state_of(robin.mine).record == noa.mine.only(MeasureState).record
    assert robin.mine.only(MeasureState).record == noa.mine.only(MeasureState).record
    assert in_step(robin)


def test_a_copy_brought_in_beside_own_check_ins_is_worked_out_anew(noa, robin, clock):
    answer_all(noa, 5)
    clock.on(month=12, day=1)
    answer_all(robin, 1)
    takeout_store.bring_in(robin.mine, copy_of(noa, clock))
    assert not in_step(robin)
    robin.client.get(MAP)
    assert in_step(robin)
    assert robin.mine.only(MeasureState).record.count == 2


def test_each_sitting_reads_in_a_copy_sentence_by_sentence(noa, clock):
    answer_all(noa, 4)
    (found,) = sittings(noa)
    read = export_answers(found)
    assert len(read.pairs) == 16
    assert {text for _, text in read.pairs} == {"mostly"}
    assert read.heading == "First check-in, 24 November 2026"
    skipped = export_fear(FearAnswers(day=TODAY, say_no=3))
    assert [text for _, text in skipped.pairs] == ["often", "skipped", "skipped"]
