"""The weekly list of each: what they agreed on, or how it is today; and what the room says of itself to a feed."""

import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.kit import registry
from bothand.rooms.housework.records import Task, task_id
from bothand.rooms.housework.store import find_household
from bothand.rooms.housework.tests.test_divisions import feel, page, said_alike
from bothand.rooms.housework.weekly.labels import say_held
from bothand.rooms.housework.weekly.rules import count_held, hold_as_agreed, hold_as_today

PARTS = Task(
    name="shop",
    minutes=60,
    times=200,
    noticing=10,
    planning=20,
    split="phases",
    noticed_by="one",
    planned_by="both",
    done_by="two",
)


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def list_of(said: str, title: str) -> str:
    return re.search(rf"<h2 id=\"{title}\">.*?</section>", said)[0]


def test_it_is_as_today_until_both_agree_and_then_as_agreed(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    before = page(noa, "housework_list")
    assert "As it is today." in before
    assert "Cook dinner" in list_of(before, "mine")
    for who, feelings in ((noa, ["cannot", "like", "like", "like"]), (sam, ["neutral"] * 4)):
        feel(who, ids, of, feelings)
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    where = noa.client.post(reverse("housework_divisions"), {"owners": owners, "act": "suggest"})["Location"]
    assert "As it is today." in page(sam, "housework_list")
    version = re.search(r'name="version" value="(\w+)"', sam.client.get(where).content.decode())[1]
    sam.client.post(f"{where}yes/", {"act": "yes", "version": version})
    mine, theirs = page(noa, "housework_list"), page(sam, "housework_list")
    assert "As you agreed on" in mine
    assert "Cook dinner" in list_of(mine, "theirs")
    assert "Cook dinner" in list_of(theirs, "mine")
    assert "every day" in list_of(theirs, "mine")


def test_a_task_that_comes_later_is_as_today_and_one_nobody_said_is_told(couple):
    noa, sam = couple
    said_alike(noa, sam)
    noa.client.post(reverse("housework_tasks"), {"act": "list", "tasks": ["mop"]})
    assert "Not said yet" in page(noa, "housework_list")
    noa.client.post(reverse("housework_owners"), {"own": f"done-{task_id('Mop the floors').hex()}-other"})
    said = page(noa, "housework_list")
    assert "Not said yet" not in said
    assert "Mop the floors" in list_of(said, "theirs")
    assert [task.done_by for task in find_household(noa.ours).tasks][-1] != ""


def test_parts_that_both_have_count_half_each():
    first, second = hold_as_today(PARTS)
    assert (first, second) == (("noticed", "planned"), ("planned", "done"))
    assert count_held(PARTS, first, second) == 10 + 10
    assert count_held(PARTS, second, first) == 10 + 120
    assert say_held(first, second, elsewhere=False) == "noticing, planning together"


def test_an_agreement_says_who_has_which_part():
    assert hold_as_agreed(PARTS, (0, 1, 1)) == (("noticed",), ("planned", "done"))
    whole = Task(name="iron", minutes=20, times=100)
    assert hold_as_agreed(whole, (1,)) == ((), ("noticed", "planned", "done"))
    helped = Task(name="windows", minutes=20, times=100, noticing=5, done_by="else")
    assert hold_as_agreed(helped, (0,)) == (("noticed", "planned"), ())


def test_the_room_says_what_comes_round_every_week_for_whoever_takes_it(couple):
    noa, sam = couple
    said_alike(noa, sam)
    weekly = next(room.weekly for room in registry.all_rooms() if room.name == "housework")
    request = noa.client.get(reverse("housework_list")).wsgi_request
    week = weekly(request)
    assert [task.title for task in week.mine][:1] == ["Cook dinner"]
    assert week.mine[0].times == 700
    assert week.theirs == ()
