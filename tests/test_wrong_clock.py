"""The wrong clock: rooms are walked while the machine's clock is decades off, a day behind, or in the hour that summer time takes.

Nothing that was kept is lost, nothing is written that would not open again, and pages say that the clock is wrong.
"""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from tests.harness import Canary, fill, named, page_cases, path_of, stage
from tests.people import pair, person

from bothand.accounts.preferences import Settings
from bothand.rooms.account.takeout import export
from bothand.vault import table
from bothand.vault.randomness import new_id

RIGHT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
SAYS = "The clock of this machine says"
UNOPENED = "did not open. It was left as it is."
FAR_OFF = [
    datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC),
    datetime(2020, 2, 29, 23, 59, tzinfo=UTC),
    datetime(2039, 12, 31, 23, 30, tzinfo=UTC),
]
NEAR = [
    RIGHT - timedelta(days=1),
    # In Vienna: the hour that is not there, and both of the hour that is there twice.
    datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
    datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
    datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
]


def told(moment):
    return f"{moment:%Y-%m-%d-%H-%M}"


def someone(login="ada", name="Ada"):
    return person(login, chosen=Settings(name=name, zone="Europe/Vienna"), since=RIGHT)


def text_of(answer):
    return " ".join(answer.content.decode().split())


def is_all_open(space):
    """Whether every row of a space opens."""
    lot = space.query()
    marks = len(list(table.all_rows(space.id))) - len(lot.items)
    return lot.unopened == 0 and marks >= 0


def copy_of(who):
    """All of somebody's copy as one text."""
    packed = export.write_archive(who.mine, Settings(name="Ada"), RIGHT)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def kept_words(space, canary):
    """The words that stand in what a space holds."""
    opened = repr([one.record for one in space.query().items])
    return {word for word in canary.given if word in opened}


@pytest.mark.parametrize("moment", [*FAR_OFF, *NEAR], ids=told)
def test_what_every_room_kept_under_it_opens_and_is_exported_when_it_is_right_again(db, clock, moment):
    who, canary = someone(), Canary()
    clock.time = moment
    who = fill(who.another_device(), canary)
    kept = kept_words(who.mine, canary)
    assert len(kept) > 20
    assert is_all_open(who.mine)
    clock.time = RIGHT
    again = who.another_device()
    assert is_all_open(again.mine)
    assert kept_words(again.mine, canary) == kept
    copy = copy_of(again)
    assert {word for word in kept if word not in copy} == set()


@pytest.mark.parametrize("moment", [*FAR_OFF, *NEAR], ids=told)
def test_every_page_for_one_opens_under_it(db, clock, moment):
    who = someone()
    clock.time = moment
    who = who.another_device()
    broken = {}
    for case in page_cases():
        if case.paired or case.signed_out:
            continue
        answer = who.client.get(path_of(case, stage(who)))
        if answer.status_code >= 500 or UNOPENED in text_of(answer):
            broken[named(case)] = answer.status_code
    assert broken == {}


@pytest.mark.parametrize("moment", NEAR + FAR_OFF[2:], ids=told)
def test_every_page_of_two_opens_under_it(db, clock, moment):
    noa, sam = someone("noa", "Noa"), someone("sam", "Sam")
    pair(noa, sam)
    clock.time = moment
    broken = {}
    for case in page_cases():
        if not case.paired:
            continue
        answer = noa.client.get(path_of(case, stage(noa)))
        if answer.status_code >= 500 or UNOPENED in text_of(answer):
            broken[named(case)] = answer.status_code
    assert broken == {}
    assert is_all_open(noa.ours)
    clock.time = RIGHT
    assert is_all_open(noa.another_device().ours)
    assert is_all_open(sam.another_device().ours)


# What it says


@pytest.mark.parametrize("moment", FAR_OFF[:2], ids=told)
def test_pages_say_it_before_this_program_was_made_signed_in_or_not(db, clock, anyone, moment):
    who = someone()
    clock.time = moment
    assert SAYS in text_of(anyone.get("/in/"))
    device = who.another_device()
    for path in ("/", "/journal/", reverse("account")):
        said = text_of(device.client.get(path))
        assert SAYS in said, path
        assert f"{moment.year}" in said


def test_pages_say_it_a_day_behind_what_was_kept_last(db, clock):
    who = someone()
    kept = who.client.post("/journal/new/", {"id": new_id().hex(), "text": "kept on the right day"})
    assert kept.status_code == 302
    assert SAYS not in text_of(who.client.get("/journal/"))
    clock.time = RIGHT - timedelta(days=1)
    said = text_of(who.another_device().client.get("/journal/"))
    assert SAYS in said
    assert "kept later than that, on 24 November 2026" in said


def test_pages_say_it_behind_the_first_day_of_ones_keys_with_nothing_else_kept(db, clock):
    clock.time = datetime(2027, 5, 5, 12, tzinfo=UTC)
    who = person("ada", since=clock.time)
    clock.time = RIGHT
    assert SAYS in text_of(who.another_device().client.get(reverse("account")))


@pytest.mark.parametrize("moment", NEAR[1:], ids=told)
def test_an_hour_that_summer_time_takes_is_no_wrong_clock(db, clock, moment):
    clock.time = moment - timedelta(hours=2)
    who = person("ada", chosen=Settings(name="Ada", zone="Europe/Vienna"), since=clock.time)
    who.client.post("/journal/new/", {"id": new_id().hex(), "text": "before the hour"})
    for minutes in (0, 59, 60, 61, 119):
        clock.time = moment + timedelta(minutes=minutes)
        assert SAYS not in text_of(who.client.get("/journal/"))


def test_after_a_clock_that_was_ahead_it_says_so_where_that_is_shown_and_nowhere_else(db, clock):
    who = someone()
    clock.time = FAR_OFF[2]
    device = who.another_device()
    device.client.post("/journal/new/", {"id": new_id().hex(), "text": "from far ahead"})
    clock.time = RIGHT
    again = who.another_device()
    shown = text_of(again.client.get("/journal/"))
    assert "from far ahead" in shown
    assert "kept later than that, on 1 January 2040" in shown
    assert "One of the two was wrong" in shown


def test_the_other_s_page_says_nothing_of_what_one_keeps_to_oneself(db, clock):
    noa, sam = someone("noa", "Noa"), someone("sam", "Sam")
    pair(noa, sam)
    clock.time = FAR_OFF[2]
    noa.another_device().client.post("/journal/new/", {"id": new_id().hex(), "text": "mine alone"})
    clock.time = RIGHT
    device = sam.another_device()
    for path in ("/", "/journal/", reverse("pairing_ours")):
        assert SAYS not in text_of(device.client.get(path)), path


# What is not written


@pytest.mark.parametrize("moment", FAR_OFF[:2], ids=told)
def test_behind_the_keys_of_two_what_is_typed_for_ours_comes_back_and_nothing_is_written(db, clock, moment):
    noa, sam = someone("noa", "Noa"), someone("sam", "Sam")
    pair(noa, sam)
    before = list(table.all_rows(noa.ours.id))
    clock.time = moment
    device = noa.another_device()
    sent = device.client.post(
        reverse("pairing_thanks"), {"id": new_id().hex(), "text": "thank you for the soup"}
    )
    said = text_of(sent)
    assert sent.status_code == 409
    assert "This could not be kept." in said
    assert "thank you for the soup" in said
    assert SAYS in said
    assert list(table.all_rows(noa.ours.id)) == before
    clock.time = RIGHT
    again = noa.another_device()
    assert (
        again.client.post(
            reverse("pairing_thanks"), {"id": new_id().hex(), "text": "thank you for the soup"}
        ).status_code
        == 302
    )
    assert is_all_open(sam.another_device().ours)
