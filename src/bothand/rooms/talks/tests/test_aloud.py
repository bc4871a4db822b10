"""Held aloud: the phone lies on the table, *mine* is locked first, and nothing of it is kept."""

import pytest
from django.urls import reverse

from bothand.rooms.talks.aloud.process import ALOUD, EARS, SPOKEN, Round
from bothand.shell.tests.paths import walk_every_path
from bothand.vault import table

WAYS = {"talks_aloud": ALOUD, "talks_ears": EARS}


def read(client, where):
    answer = client.get(where)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split("<main")[1].split())


@pytest.mark.parametrize("process", WAYS.values(), ids=WAYS)
def test_each_step_follows_the_one_before_to_the_end(process):
    def act(mine, _theirs, _key):
        after = Round(mine.passed + 1)
        return after, after

    seen = walk_every_path(process, (Round(), Round()), act)
    assert [key for key, _waits in sorted(seen)] == sorted(step.key for step in process.steps)
    assert {step.key for step in process.steps} <= set(SPOKEN)


@pytest.mark.parametrize("name", WAYS)
def test_mine_is_locked_first_however_one_comes_there(couple, name):
    noa, _sam = couple
    assert "Your own pages are locked first." in read(noa.client, f"{reverse(name)}?at=1")
    answer = noa.client.post(reverse(name))
    assert answer["Location"] == f"{reverse(name)}?at=0"
    assert "speaks." in read(noa.client, answer["Location"])
    assert noa.client.get(reverse("journal_list")).status_code == 403


@pytest.mark.parametrize("name", WAYS)
def test_it_shows_whose_turn_it_is_and_after_the_swap_the_other_s(couple, name):
    noa, _sam = couple
    noa.client.post(reverse(name))
    pages = [read(noa.client, f"{reverse(name)}?at=0&swapped={one}").split('id="now"')[1] for one in (0, 1)]
    assert [page.index("Noa") < page.index("Sam") for page in pages] == [True, False]
    assert pages[0] != pages[1]
    assert "Step 1 of 4" in read(noa.client, f"{reverse(name)}?at=0")


@pytest.mark.parametrize("name", WAYS)
def test_nothing_of_it_is_kept(couple, name):
    noa, _sam = couple
    noa.client.post(reverse(name))
    rows = table.all_rows(noa.ours.id)
    for query in ("at=0", "at=1&break=1", "at=2", "at=3", "at=0&swapped=1", "at=end"):
        read(noa.client, f"{reverse(name)}?{query}")
    assert table.all_rows(noa.ours.id) == rows


def test_the_break_and_the_end_ask_for_nothing_private(couple):
    noa, _sam = couple
    noa.client.post(reverse("talks_aloud"))
    assert "Say aloud when you go on" in read(noa.client, f"{reverse('talks_aloud')}?at=2&break=1")
    end = read(noa.client, f"{reverse('talks_aloud')}?at=end")
    assert "Is there something you both want to keep?" in end
    assert "<textarea" not in end
