"""One private question a screen: each tap is kept in *mine*, and the last one lays all of them down."""

import re

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from bothand.accounts import meeting_place
from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.matters.records import Matter, Option, Question
from bothand.rooms.agreements.packages.records import ShownSuit
from bothand.rooms.agreements.ratings.records import Answers, BegunAnswers
from bothand.rooms.agreements.ratings.screens import (
    Screen,
    answer_screen,
    begin_answers,
    find_next,
    is_answered,
    list_screens,
    read_answer,
)
from bothand.rooms.agreements.tests.test_matters import DAY
from bothand.rooms.agreements.tests.walks import begun, hidden, rate, take, tap
from bothand.vault import table
from bothand.vault.meeting_place import OwnCopy

OPTIONS = tuple(Option(text=str(number), by=b"m") for number in range(4))
MATTER = Matter(
    day=DAY, title="Tea", questions=(Question(name="a", options=OPTIONS), Question(name="b", options=OPTIONS))
)
SCREENS = ("0", "0-0", "0-1", "0-2", "1", "1-0", "1-1")
"""Those of the matter that `begun` makes."""


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def find_kept(space, kind):
    """All documents of a kind, whatever their month."""
    return [one for one in space.query().items if isinstance(one.record, kind)]


def answer_all(matter, client, steps):
    for at, step in zip(SCREENS, steps, strict=True):
        response = tap(matter, client, at, step)
        assert response.status_code == 302, response.content.decode()


@given(st.permutations(list_screens(MATTER)), st.integers(0, 4), st.data())
def test_in_whatever_order_they_are_tapped_each_screen_is_answered_once(order, step, data):
    so_far = begin_answers(MATTER, b"m", b"f", None, DAY)
    for number, screen in enumerate(order):
        assert not is_answered(so_far, screen)
        value = data.draw(st.integers(1, 4)) if screen.option < 0 else step
        so_far = answer_screen(so_far, screen, value)
        assert read_answer(so_far, screen) == value
        assert sum(is_answered(so_far, one) for one in order) == number + 1
    assert find_next(so_far, order) is None


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3), st.booleans()), max_size=12))
def test_a_question_has_one_never_at_most_and_it_can_be_taken_back(taps):
    so_far = begin_answers(MATTER, b"m", b"f", None, DAY)
    for question, option, never in taps:
        so_far = answer_screen(so_far, Screen(question, option), 0, never=never)
        assert (so_far.never[question] == option) == never
    assert len(so_far.never) == 2


def test_the_last_tap_lays_all_of_them_down(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    answer_all(matter, matter.noa, (4, 0, 3, 4, 2, 2, 3))
    (copy,) = find_kept(noa.mine, OwnCopy)
    answers = decode_payload(copy.record.payload, Answers)
    assert (answers.weights, answers.ratings, answers.never) == ((4, 2), ((0, 3, 4), (2, 3)), (-1, -1))
    assert find_kept(noa.mine, BegunAnswers) == []
    assert "Your part is done." in matter.noa.get(matter.path("suits"), follow=True).content.decode()


def test_one_can_stop_and_go_on_where_one_was(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    for at, step in (("0", 4), ("0-0", 1)):
        tap(matter, matter.noa, at, step)
    page = matter.noa.get(matter.path("matter"), follow=True).content.decode()
    assert hidden(matter.noa, matter.path("suits"), "at") == "0-1"
    assert "3 of 7" in page
    back = matter.noa.get(f"{matter.path('suits')}?at=0-0").content.decode()
    assert re.search(r'value="1"\s+aria-pressed="true"', back), "what was tapped is still there"


def test_nothing_on_the_partner_s_pages_or_in_ours_shows_a_tap(couple):
    noa, sam = couple
    matter = begun(noa, sam)

    def see():
        names = ("matter", "suits", "found")
        pages = [matter.sam.get(matter.path(name), follow=True).content for name in names]
        pages.append(matter.sam.get(reverse("today")).content)
        return [re.sub(rb"[0-9a-zA-Z]{32,}", b"", page) for page in pages], table.all_rows(sam.ours.id)

    see()  # What Noa did so far is looked at, and its dot is gone.
    before = see()
    answer_all(matter, matter.noa, (4, 0, 3, 4, 2, 2, 3))
    assert see() == before
    assert b"each of you, on your own" in before[0][0]


def test_where_answers_on_their_way_lie_tells_nobody_what_they_are_about(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    for client in (matter.noa, matter.sam):
        tap(matter, client, "0", 4)
    (mine,), (theirs,) = (find_kept(who.mine, BegunAnswers) for who in couple)
    assert mine.record.matter == theirs.record.matter
    assert mine.id != theirs.id


def test_a_never_is_an_answer_and_takes_the_place_of_the_one_before(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    tap(matter, matter.noa, "0-1", never="on")
    tap(matter, matter.noa, "0-2", never="on")
    (kept,) = find_kept(noa.mine, BegunAnswers)
    assert kept.record.never == (2, -1)
    assert kept.record.ratings[0] == (-1, 0, 0)


@pytest.mark.parametrize("step", ["9", "", "much"])
def test_what_is_no_step_is_asked_for_again(couple, step):
    noa, sam = couple
    matter = begun(noa, sam)
    assert tap(matter, matter.noa, "0-1", step).status_code == 422
    assert find_kept(noa.mine, BegunAnswers) == []


def test_a_tap_about_other_questions_is_not_taken(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    answer = matter.noa.post(matter.path("suits"), {"at": "0", "step": "4", "frame": "0" * 32, "round": "0"})
    assert answer["Location"] == matter.path("matter")
    assert find_kept(noa.mine, BegunAnswers) == []


def test_an_answer_changed_after_a_result_counts_for_the_next(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]])
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]])
    tap(matter, matter.noa, "0-0", 4)
    copies = [decode_payload(one.record.payload, Answers) for one in noa.mine.query(OwnCopy).items]
    assert sorted(one.ratings[0][0] for one in copies) == [0, 4]


def test_how_well_it_suits_me_shows_only_where_i_chose_so_and_can_be_unshared(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]], weights=[4, 1])
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]], weights=[1, 4])
    topic = hidden(matter.noa, matter.path("found"), "topic")
    assert "chose to show you" not in matter.sam.get(matter.path("found")).content.decode()
    matter.noa.post(matter.path("show"), {"act": "show", "topic": topic})
    assert "chose to show you" in matter.sam.get(matter.path("found")).content.decode()
    matter.noa.post(matter.path("show"), {"act": "unshare", "topic": topic})
    assert "chose to show you" not in matter.sam.get(matter.path("found")).content.decode()
    assert find_kept(sam.ours, ShownSuit) == []


def test_an_agreed_matter_is_looked_into_no_longer_until_a_yes_is_taken_back(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]])
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]])
    take(matter, matter.noa)
    agreement = take(matter, matter.sam)["Location"]
    for client in (matter.noa, matter.sam):
        assert "You are working on" not in client.get(reverse("agreements_list")).content.decode()
        over = client.get(matter.path("matter")).content.decode()
        assert "You two have agreed on this." in over
        assert "All steps are done." in over
    version = hidden(matter.noa, agreement, "version")
    matter.noa.post(f"{agreement}yes/", {"act": "back", "version": version})
    assert "You are working on" in matter.sam.get(reverse("agreements_list")).content.decode()


def test_no_sentence_of_a_result_is_glued_from_quotations(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]], weights=[4, 1])
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]], weights=[1, 4])
    for client in (matter.noa, matter.sam):
        assert "“" not in client.get(matter.path("found")).content.decode().split("<main")[1]
