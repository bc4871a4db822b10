import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.kit import agreement_store
from bothand.rooms.agreements.tests.walks import begun, hidden, mark, rate, take


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def text(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_without_common_ground_it_is_said_what_could_be_opened_and_not_whose_it_was(couple):
    matter = begun(*couple, questions={"Where to sit": ("as now", "by the window")})
    rate(matter, matter.noa, [[4, 0]], never={0: 1})
    rate(matter, matter.sam, [[0, 4]], never={0: 0})
    for client in (matter.noa, matter.sam):
        page = text(client.get(matter.path("found")))
        assert "There is no option yet that you can both live with." in page
        assert "What could be reconsidered" in page
        assert "Where to sit" in page
        body = page.split("<main")[1].replace("Sam", "NAME").replace("Noa", "NAME")
        assert "NAME closed" not in body
    bodies = [
        text(client.get(matter.path("found"))).split("What could be reconsidered")[1].split("</div>")[0]
        for client in (matter.noa, matter.sam)
    ]
    assert bodies[0] == bodies[1]


def test_where_nothing_is_better_than_today_a_new_way_is_asked_for(couple):
    matter = begun(*couple, questions={"Where to sit": ("by the door", "by the window")})
    mark(matter, {0: 0})
    rate(matter, matter.noa, [[0, 4]])
    rate(matter, matter.sam, [[4, 0]])
    assert "How things are now is already best for you both." in text(matter.noa.get(matter.path("found")))


def test_giving_way_is_told_from_one_s_own_gains_alone(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [0, 4]], weights=[4, 1])
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]], weights=[1, 4])
    take(matter, matter.noa)
    take(matter, matter.sam)
    pages = [text(client.get(reverse("agreements_giving"))) for client in (matter.noa, matter.sam)]
    assert all("Our evenings" in page for page in pages)
    assert "of what you could have gained" in pages[0] or "nearly all you could" in pages[0]
    assert all("Only you can open this" in page for page in pages)


def test_marks_that_differ_open_no_numbers(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    mark(matter, {0: 1, 1: 0}, clients=[matter.sam])
    assert "You marked it differently; you can see how below. Talk about it, and mark it once more." in text(
        matter.noa.get(matter.path("matter"))
    )
    assert matter.noa.get(matter.path("rate")).status_code == 302


def test_a_question_changed_meanwhile_keeps_what_was_answered(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    frame = hidden(matter.noa, matter.path("rate"), "frame")
    matter.sam.post(
        matter.path("options"),
        {"act": "option", "of": "Phones at supper", "option": "in a basket", "for_other": "on"},
    )
    mark(matter, {0: 0, 1: 0})
    data = {"frame": frame, "round": "0", "weight0": "4", "rating0_0": "1"}
    answer = matter.noa.post(matter.path("rate"), data)
    assert answer.status_code == 409
    assert "The questions have changed." in answer.content.decode()
    assert re.search(r'name="weight0" value="4"[^>]* checked', answer.content.decode())


def test_two_windows_with_other_words_are_both_kept(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    revision = hidden(matter.noa, matter.path("words"), "revision")
    for words in ("one", "two"):
        answer = matter.noa.post(matter.path("words"), {"gives": words, "revision": revision})
    assert answer.status_code == 409
    assert ">one</p>" in answer.content.decode()
    assert "two</textarea>" in answer.content.decode()


def test_a_draft_from_another_room_opens_the_form_and_keeps_nothing(couple):
    noa, _sam = couple
    answer = noa.client.post(
        reverse("agreements_new"), {"handed_text": "Money is a worry", "handed_area": "money"}
    )
    assert 'value="Money is a worry"' in text(answer)
    assert agreement_store.find_index(noa.ours).matters == ()


def test_put_aside_and_taken_up_again(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    matter.sam.post(matter.path("aside"), {"on": "1"})
    assert "Our evenings" not in text(matter.noa.get(reverse("agreements_list")))
    assert "Our evenings" in text(matter.noa.get(reverse("agreements_past")))
    matter.noa.post(matter.path("aside"), {"on": "0"})
    assert "Our evenings" in text(matter.sam.get(reverse("agreements_list")))


def test_alone_one_is_told_kindly_what_can_be_done_alone(robin):
    page = text(robin.client.get(reverse("agreements_list")))
    assert "An agreement takes two." in page
    assert "Write about it" in page


def test_something_that_came_out_is_told_to_both_on_today(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]])
    before = text(matter.sam.get(reverse("today")))
    assert "Meanwhile your earlier answers led to a result." not in before
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]])
    for client in (matter.noa, matter.sam):
        assert "There is a result to look at together." in text(client.get(reverse("today")))


def test_two_find_what_fulfils_both_and_agree(couple):
    matter = begun(*couple)
    assert rate(matter, matter.noa, [[0, 3, 4], [2, 3]], weights=[4, 1]).status_code == 302
    assert "Your part is done." in text(matter.noa.get(matter.path("found")))
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]], weights=[1, 4])
    for client in (matter.noa, matter.sam):
        page = text(client.get(matter.path("found")))
        assert "This could work for you both." in page
        assert "put away" in page
    assert take(matter, matter.noa)["Location"] == matter.path("found")
    assert "You said yes" in text(matter.noa.get(matter.path("found")))
    answer = take(matter, matter.sam)
    for client in (matter.noa, matter.sam):
        page = text(client.get(answer["Location"]))
        assert "You both agreed to this" in page
        assert "put away" in page
        assert "In force" in text(client.get(reverse("agreements_list")))


def wide(couple):
    """A matter with many ways that cannot be made better for one without a loss for the other."""
    ways = ("as it is", "one", "two", "three")
    matter = begun(*couple, questions={f"Question {number}?": ways for number in range(8)})
    rate(matter, matter.noa, [[0, 4, 1, 3]] * 8, weights=[4, 4, 4, 2, 4, 4, 1, 3])
    rate(matter, matter.sam, [[0, 1, 4, 3]] * 8, weights=[2, 4, 4, 2, 2, 3, 1, 4])
    return matter


def want(matter, client, what):
    topic = hidden(client, matter.path("found"), "topic")
    client.post(matter.path("see"), {"want": what, "topic": topic})


def test_a_long_list_that_was_cut_says_so_to_both(couple):
    matter = wide(couple)
    for client in (matter.noa, matter.sam):
        want(matter, client, "all")
    for client, other in ((matter.noa, "Sam"), (matter.sam, "Noa")):
        page = text(client.get(matter.path("found")))
        shown = page.count('name="package"')
        # Whose account comes first is chance, and so is whether the fair one is among the even ones.
        assert shown in {39, 40}
        assert (
            f"These are {shown} of 45, spread evenly from what is best for you to what is best for {other}."
            in page
        )


def test_three_and_a_list_that_is_whole_say_nothing_of_a_cut(couple):
    matter = wide(couple)
    for client in (matter.noa, matter.sam):
        want(matter, client, "three")
    assert "spread evenly" not in text(matter.noa.get(matter.path("found")))
