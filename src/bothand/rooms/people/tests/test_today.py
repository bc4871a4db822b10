"""What *people* puts on *Today*: a birthday, and nothing that nags."""

import re
from datetime import date

import pytest
from django.urls import reverse

from bothand.rooms.people.records import SharedPerson
from bothand.rooms.people.tests.test_people import put


def piece(who) -> str:
    page = re.sub(r"\s+", " ", who.client.get(reverse("today")).content.decode())
    found = re.search(r"<details><summary>Birthday: .*?</details>", page)
    return found.group() if found else ""


@pytest.mark.parametrize(("birthday", "told"), [("1980-11-24", "Today."), ("--11-25", "Tomorrow.")])
def test_it_says_whose_birthday_is_today_or_tomorrow(couple, clock, birthday, told):
    noa, sam = couple
    noa.ours.add(SharedPerson(name="Ines", stage="ours", birthday=birthday))
    for who in (noa, sam):
        assert "Ines" in piece(who)
        assert told in piece(who)


@pytest.mark.parametrize("birthday", ["--11-26", "--11-23", "", "--02-30", "nonsense"])
def test_it_says_nothing_of_other_days(couple, clock, birthday):
    noa, _ = couple
    noa.ours.add(SharedPerson(name="Ines", stage="ours", birthday=birthday))
    assert piece(noa) == ""


def test_whom_both_put_there_is_said_once(couple, clock):
    noa, sam = couple
    for one in (noa, sam):
        one.ours.add(SharedPerson(name="Ines", stage="ours", birthday="--11-24"))
    assert piece(noa).count('dir="auto">Ines') == 1


def test_who_is_long_unseen_is_not_spoken_of(couple, clock):
    noa, _ = couple
    put(noa, "Omar", wish="week", met=(date(2026, 1, 2),), gives=("comfort",))
    assert "Omar" not in noa.client.get(reverse("today")).content.decode()


def test_a_locked_page_says_nothing(couple, clock):
    noa, _ = couple
    noa.ours.add(SharedPerson(name="Ines", stage="ours", birthday="--11-24"))
    noa.lock()
    assert "Ines" not in noa.client.get(reverse("today")).content.decode()
