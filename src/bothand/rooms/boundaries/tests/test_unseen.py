"""Byte for byte: no page of the other's tells whether I draft, note a crossing, rehearse, or press *this limits me*.

Two runs from one state, with the same clock and the same dice; in one of them A acts, and then B looks at each page,
unlocked and locked. Status, headers, body and the database's statements have to be equal.
"""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.urls import reverse
from tests.people import Person, pair, person
from tests.unseen import Seen, looked_at, same_each_time, seen_after

from bothand.accounts.preferences import Settings
from bothand.rooms.boundaries.records import Burden, Note
from bothand.rooms.boundaries.tests.conftest import Doing

BY_NAME = (
    "today",
    "boundaries_list",
    "boundaries_shared",
    "boundaries_asked",
    "boundaries_notes",
    "boundaries_burdens",
    "boundaries_quality",
    "boundaries_new",
    "boundaries_examples",
)
BY_COPY = ("boundaries_shared_show", "boundaries_shared_versions", "boundaries_answer", "boundaries_repair")


class State:
    """Two who show each other a boundary each; `own` are their ids in *mine*, `copies` in *ours*."""

    def __init__(self, do: Doing) -> None:
        self.noa, self.sam = (
            person(name, chosen=Settings(name=name.title(), zone="Europe/Vienna")) for name in ("noa", "sam")
        )
        pair(self.noa, self.sam)
        self.own = {who.login: do.write(who) for who in (self.noa, self.sam)}
        self.copies = {who.login: do.show(who, self.own[who.login]) for who in (self.noa, self.sam)}


def looked_at_by(who: Person, state: State) -> Seen:
    """Every page of the room as somebody sees it."""
    paths = [reverse(name) for name in BY_NAME]
    paths += [reverse(name, args=[copy]) for name in BY_COPY for copy in state.copies.values()]
    return looked_at(who, [*paths, *(reverse("boundaries_show", args=[one]) for one in state.own.values())])


@pytest.fixture
def run(db, clock, monkeypatch):
    """Make the state, let Noa act, and give what Sam then sees; nothing of it stays."""
    same_each_time(clock, monkeypatch)
    do = Doing()

    def one_run(act: Callable[[Doing, State], None] | None) -> Seen:
        acted = None if act is None else partial(act, do)
        return seen_after(monkeypatch, lambda: State(do), acted, lambda state: looked_at_by(state.sam, state))

    return one_run


def drafts(do: Doing, state: State) -> None:
    own = do.write(state.noa, will="sleep in the other room.")
    do.change(state.noa, own, will="sleep at my sister's.")
    state.noa.client.post(reverse("boundaries_rehearse", args=[own]), {"revision": "2", "said": "Not today."})


def notes_a_crossing(do: Doing, state: State) -> None:
    for how in ("crossed", "honoured", "unsure", "crossed"):
        assert do.mark(state.noa, state.own["noa"], how, "It was loud.").status_code == 302
    assert any(isinstance(one.record, Note) for one in state.noa.mine.query().items)


def is_limited(do: Doing, state: State) -> None:
    press = reverse("boundaries_burden_add", args=[state.copies["sam"]])
    assert state.noa.client.post(press).status_code == 302
    (mark,) = state.noa.mine.query(Burden).items
    words = {"revision": "1", "burden": mark.hex, "words": "My choir."}
    assert state.noa.client.post(reverse("boundaries_burdens"), words).status_code == 302
    state.noa.client.get(reverse("safety_page"))


def reads_everything(_do: Doing, state: State) -> None:
    looked_at_by(state.noa, state)


def changes_unshown(do: Doing, state: State) -> None:
    own = state.own["noa"]
    do.change(state.noa, own, will="leave, and stay away.")
    state.noa.client.get(reverse("boundaries_share", args=[own]))
    state.noa.client.post(reverse("boundaries_review", args=[own]), {"again": "month"})
    state.noa.client.post(reverse("boundaries_quality"), {"revision": "0", "together": "much"})
    looked = {"words": "I was hurt.", "next": ""}
    state.noa.client.post(reverse("boundaries_repair", args=[state.copies["noa"]]), looked)


@pytest.mark.parametrize(
    "act",
    [drafts, notes_a_crossing, is_limited, reads_everything, changes_unshown],
    ids=lambda act: act.__name__,
)
def test_the_other_s_pages_are_byte_equal_whether_or_not(act, run):
    without, with_it = run(None), run(act)
    assert [one[0] for one in without] == [one[0] for one in with_it]
    for one, other in zip(without, with_it, strict=True):
        assert one == other, one[0]


def test_what_is_shown_does_change_them(run):
    """The test of the test."""

    def shows(do: Doing, state: State) -> None:
        do.show(state.noa, do.write(state.noa, will="sleep in the other room."))

    assert run(None) != run(shows)


def test_a_press_marks_in_mine_of_who_pressed_once_and_can_be_taken_away(couple, clock):
    do, (noa, sam) = Doing(), couple
    copy = do.show(noa, do.write(noa))
    page = do.page(sam, "boundaries_shared_show", copy)
    for _ in range(2):
        answer = sam.client.post(reverse("boundaries_burden_add", args=[copy]))
        assert answer.url == reverse("boundaries_burdens")
    (mark,) = sam.mine.query(Burden).items
    assert noa.mine.query(Burden).items == ()
    assert "I come home from work" in do.page(sam, "boundaries_burdens")
    # Whoever holds the unlocked phone sees nothing of it where the boundary itself is read.
    bare = [
        re.sub(r'value="[^"]*"', "", text) for text in (do.page(sam, "boundaries_shared_show", copy), page)
    ]
    assert bare[0] == bare[1]
    for _ in range(2):
        sam.client.post(reverse("boundaries_burden_delete", args=[mark.hex]), {"revision": "1"})
    assert sam.mine.query(Burden).items == ()


def test_words_about_what_limits_are_kept_and_two_windows_are_shown(couple, clock):
    do, (noa, sam) = Doing(), couple
    sam.client.post(reverse("boundaries_burden_add", args=[do.show(noa, do.write(noa))]))
    path = reverse("boundaries_burdens")
    sam.client.post(path, {"revision": "1", "words": "My choir."})
    assert "My choir." in do.page(sam, "boundaries_burdens")
    answer = sam.client.post(path, {"revision": "1", "words": "My Tuesdays."})
    assert answer.status_code == 409
    assert "My choir." in answer.content.decode()
