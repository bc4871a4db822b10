"""Check-ups, as somebody goes through them; fear is asked and never measured."""

from datetime import date

from django.urls import reverse

from bothand.domain.checkins import FearAnswers, MeasureState, read_rhythm
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.checkup.rules import FEAR, GROUND, IDEALS, list_piece_items
from bothand.rooms.checkin.checkup.store import find_open_checkup
from bothand.rooms.checkin.questions.rules import FACET_NAMES
from bothand.rooms.checkin.tests.answers import CHECKUP, TODAY, answer_all, in_step, sittings
from bothand.vault.records import Shelf


def run_of(person):
    return find_open_checkup(person.mine.query(shelf=Shelf.STANDS).items)


def send(person, number, answer):
    run = run_of(person)
    data = (
        dict.fromkeys(FACET_NAMES, str(answer))
        if number == IDEALS
        else dict.fromkeys(list_piece_items(number, alone=run.record.alone), str(answer))
    )
    return person.client.post(reverse("checkin_piece", args=[run.hex, number]), data)


def test_a_check_up_is_kept_piece_by_piece_and_goes_on_another_day(noa, clock):
    answer_all(noa)
    where = noa.client.post(CHECKUP).url
    assert where.endswith("/1/")
    assert send(noa, 1, 4).url.endswith("/2/")
    clock.on(day=28)
    page = noa.client.get(CHECKUP).content.decode()
    assert page.count("kept</span>") == 1
    send(noa, 2, 2)
    assert [one.day.day for one in sittings(noa)] == [24, 24, 28]
    assert in_step(noa)


def test_alone_nobody_is_asked_about_uneven_ground_where_it_needs_two(noa, clock):
    noa.client.post(CHECKUP)
    asked = list_piece_items(GROUND, alone=True)
    shown = reverse("checkin_piece", args=[run_of(noa).hex, GROUND])
    assert noa.client.get(shown).status_code == (200 if asked else 404)


def test_a_piece_answered_again_counts_as_it_was_answered_last(noa, clock):
    noa.client.post(CHECKUP)
    for answer in (4, 4, 1):
        send(noa, 1, answer)
    (kept,) = sittings(noa)
    assert {answer for _, answer in kept.given} == {1}
    assert in_step(noa)


def test_at_its_end_before_and_after_lie_side_by_side(noa, clock):
    answer_all(noa, 3)
    clock.on(year=2027, month=5)
    noa = noa.another_device()  # a session ends after thirty days
    noa.client.post(CHECKUP)
    for number in (*range(1, 11), IDEALS):
        send(noa, number, 5)
    after = noa.client.post(reverse("checkin_close", args=[run_of(noa).hex])).url
    page = noa.client.get(after).content.decode()
    assert "24 November 2026 to 24 May 2027" in page
    assert page.count('<th scope="row"') == 12
    assert run_of(noa) is None
    assert read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items).checked == date(2027, 5, 24)
    assert in_step(noa)


def test_ending_it_twice_is_ending_it_once(noa, clock):
    noa.client.post(CHECKUP)
    send(noa, 1, 4)
    where = reverse("checkin_close", args=[run_of(noa).hex])
    for _ in range(2):
        assert noa.client.post(where).status_code == 302
    assert sum(one.closes for one in sittings(noa)) == 1


def test_one_that_was_begun_and_left_empty_leaves_nothing(noa, clock):
    noa.client.post(CHECKUP)
    noa.client.post(reverse("checkin_close", args=[run_of(noa).hex]))
    assert sittings(noa) == []
    assert not [one for one in noa.mine.query().items if isinstance(one.record, OpenCheckup)]


def fear(person, **given):
    run = run_of(person)
    return person.client.post(reverse("checkin_piece", args=[run.hex, FEAR]), given)


def fears(person):
    return [one.record for one in person.mine.query().items if isinstance(one.record, FearAnswers)]


def test_any_answer_but_never_shows_the_way_out_and_says_why(noa, clock):
    noa.client.post(CHECKUP)
    after = fear(noa, say_no="1").url
    page = noa.client.get(after).content.decode()
    assert "You answered that you are at times afraid to say no." in page
    assert "19 January 2027" in page
    assert reverse("safety_page") in page


def test_never_and_skipped_say_nothing(noa, clock):
    noa.client.post(CHECKUP)
    page = noa.client.get(fear(noa, say_no="0").url).content.decode()
    assert "Somebody outside can help" not in page
    assert fears(noa) == [FearAnswers(day=TODAY, say_no=0)]


def test_a_never_that_is_sent_later_takes_nothing_back(noa, clock):
    noa.client.post(CHECKUP)
    fear(noa, say_no="3")
    fear(noa, say_no="0", disagree="0", at_home="0")
    assert len(fears(noa)) == 2
    assert "Somebody outside can help" in noa.client.get(CHECKUP).content.decode()


def test_the_same_answers_to_the_fear_questions_twice_are_one(noa, clock):
    noa.client.post(CHECKUP)
    for _ in range(2):
        fear(noa, at_home="2")
    assert len(fears(noa)) == 1


def test_fear_is_never_part_of_what_is_measured(noa, clock):
    answer_all(noa)
    before = noa.mine.only(MeasureState).record
    noa.client.post(CHECKUP)
    fear(noa, say_no="3", at_home="3")
    assert noa.mine.only(MeasureState).record == before
