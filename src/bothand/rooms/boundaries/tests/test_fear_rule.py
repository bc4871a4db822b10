"""What is said where a row of *ours* does not open, and to who is afraid, in the pages of two."""

import pytest
from django.db import connection
from django.urls import reverse
from tests.harness import stage

from bothand.accounts import wall_clock
from bothand.domain.checkins import FearAnswers
from bothand.rooms.boundaries.tests import scenes

NOTE = "nothing for two is suggested to you"


def page(who, name: str, *args: str) -> str:
    return who.client.get(reverse(name, args=args)).content.decode()


def spoil(record_id: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET sealed = %s WHERE id = %s",
            [b"\x01" + bytes(1100), bytes.fromhex(record_id)],
        )


def test_only_who_is_afraid_is_told_so_beside_the_limits_of_both(couple):
    noa, sam = couple
    before = page(sam, "boundaries_shared")
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), say_no=1))
    assert NOTE in page(noa, "boundaries_shared")
    assert NOTE not in before + page(sam, "boundaries_shared")
    noa.lock()
    assert NOTE not in page(noa, "boundaries_shared")


def test_what_is_asked_says_that_a_row_did_not_open(couple):
    noa, _sam = couple
    there = scenes.one_of_theirs(stage(noa))["hex_id"]
    assert "did not open" not in page(noa, "boundaries_asked")
    spoil(there)
    shown = page(noa, "boundaries_asked")
    assert "did not open" in shown
    assert "Nothing is asked of you here." not in shown


@pytest.mark.parametrize(
    ("name", "typed"),
    [("boundaries_answer", {"can": "My words."}), ("boundaries_repair", {"words": "My words."})],
)
def test_words_to_a_boundary_that_does_not_open_come_back(couple, name, typed):
    noa, _sam = couple
    there = scenes.one_of_theirs(stage(noa))["hex_id"]
    spoil(there)
    answer = noa.client.post(reverse(name, args=[there]), {"revision": "0", **typed})
    assert answer.status_code == 500
    text = answer.content.decode()
    assert "My words." in text
    assert "did not open" in text
