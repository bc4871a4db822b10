"""Byte for byte: no page of the other's tells whether I wrote a sheet, looked at what I would show, or laid it down.

Two runs from one state, with the same clock and the same dice; in one of them Noa acts, and then Sam, who has laid down
nothing, looks at each page, unlocked and locked. Status, headers, body and the database's statements have to be equal.
"""

import pytest
from django.urls import reverse
from tests.people import Person, pair, person
from tests.unseen import Seen, looked_at, same_each_time, seen_after

from bothand.accounts import meeting_place, wall_clock
from bothand.accounts.preferences import Settings
from bothand.domain.checkins import FearAnswers
from bothand.domain.dials import Dial, Dials
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.records import Pursuit, Pursuits, Reliance, Reliances, Value, Values
from bothand.vault.models import Document

SHEETS = (
    Values(ranked=(Value("V01"), Value(words="Never to marry"))),
    Pursuits(listed=(Pursuit("interest", "mine", "The choir in the old school"),)),
    Dials(set=(Dial("money", 1, 5), Dial("intimacy", 2, 4))),
    Reliances(sorted=(Reliance("R01", "partner"), Reliance("R07", "others"))),
)
BY_NAME = (
    "today",
    "pairing_ours",
    "ground_all",
    "ground_values",
    "ground_order",
    "ground_pursuits",
    "ground_dials",
    "ground_reliance",
)
BY_SHEET = ("ground_comparison", "pairing_reveal")


def keys_of(who: Person, what) -> list[str]:
    today = wall_clock.today_in("Europe/Vienna")
    return [one.key for one in what.offers(who.mine, who.live.one.settings, today)]


def lay(who: Person, what, **more: str) -> None:
    path = reverse("pairing_reveal", args=[what.name])
    answer = who.client.post(path, {"keys": keys_of(who, what), **more})
    assert answer.status_code == (200 if more else 302)


class State:
    """Two with four sheets each, of which nothing is shown."""

    def __init__(self) -> None:
        self.noa, self.sam = (
            person(name, chosen=Settings(name=name.title(), zone="Europe/Vienna")) for name in ("noa", "sam")
        )
        pair(self.noa, self.sam)
        for who in (self.noa, self.sam):
            for sheet in SHEETS:
                who.mine.add(sheet)


def looked_at_by(who: Person) -> Seen:
    """Every page of the room as somebody sees it, and those it stands on elsewhere."""
    paths = [reverse(name) for name in BY_NAME]
    return looked_at(
        who, [*paths, *(reverse(name, args=[what.name]) for name in BY_SHEET for what in store.REVEALS)]
    )


@pytest.fixture
def run(db, clock, monkeypatch):
    """Make the state, let Noa act, and give what Sam then sees; nothing of it stays."""
    same_each_time(clock, monkeypatch)
    return lambda act: seen_after(monkeypatch, State, act, lambda state: looked_at_by(state.sam))


def writes_all_sheets(state: State) -> None:
    for name, data in (
        ("ground_values", {"cards": ["V09", "V03"], "own": "Bread"}),
        ("ground_pursuits", {"interest_mine": "Chess", "goal_shared": "A garden"}),
        ("ground_dials", {"now_0": "5", "wish_3": "1"}),
        ("ground_reliance", {"on_R02": "self", "on_R01": "others"}),
    ):
        assert state.noa.client.post(reverse(name), {**data, "revision": "1"}).status_code == 302


def looks_at_what_would_be_shown(state: State) -> None:
    for what in store.REVEALS:
        lay(state.noa, what, look="1")


def lays_everything_down(state: State) -> None:
    for what in store.REVEALS:
        lay(state.noa, what)


def lays_down_and_takes_back(state: State) -> None:
    lays_everything_down(state)
    for what in store.REVEALS:
        answer = state.noa.client.post(reverse("pairing_reveal_off", args=[what.name]))
        assert answer.status_code == 302


def is_afraid_and_reads(state: State) -> None:
    state.noa.mine.add(FearAnswers(day=wall_clock.today_in("Europe/Vienna"), say_no=3, disagree=2))
    looked_at_by(state.noa)
    state.noa.client.get(reverse("safety_page"))


@pytest.mark.parametrize(
    "act",
    [
        writes_all_sheets,
        looks_at_what_would_be_shown,
        lays_everything_down,
        lays_down_and_takes_back,
        is_afraid_and_reads,
    ],
    ids=lambda act: act.__name__,
)
def test_the_other_s_pages_are_byte_equal_whether_or_not(act, run):
    without, with_it = run(None), run(act)
    assert [one[0] for one in without] == [one[0] for one in with_it]
    for one, other in zip(without, with_it, strict=True):
        assert one == other, one[0]


def test_what_both_show_does_change_them(run):
    """The test of the test."""

    def meets(state: State) -> None:
        for who in (state.noa, state.sam):
            lay(who, store.VALUES)

    assert run(None) != run(meets)


@pytest.mark.parametrize("what", store.REVEALS, ids=[one.name for one in store.REVEALS])
def test_what_one_alone_laid_down_is_in_nothing_that_two_share(what, couple, clock):
    noa, _sam = couple
    meeting_place.PLACE.clear()
    for sheet in SHEETS:
        noa.mine.add(sheet)
    before = list(Document.objects.filter(space=noa.ours.id).values_list("id", "sealed"))
    lay(noa, what)
    assert list(Document.objects.filter(space=noa.ours.id).values_list("id", "sealed")) == before
    assert noa.mine.query().items, "the answer itself waits in *mine*"


@pytest.mark.parametrize("what", store.REVEALS, ids=[one.name for one in store.REVEALS])
def test_of_each_sheet_only_what_was_chosen_comes_to_lie_between_two(what, couple, clock):
    noa, sam = couple
    meeting_place.PLACE.clear()
    for who in couple:
        for sheet in SHEETS:
            who.mine.add(sheet)
    offers = what.offers(noa.mine, noa.live.one.settings, wall_clock.today_in("Europe/Vienna"))
    chosen, back = offers[0], offers[1:]
    noa.client.post(reverse("pairing_reveal", args=[what.name]), {"keys": [chosen.key]})
    sam.client.post(reverse("pairing_reveal", args=[what.name]), {"keys": [chosen.key]})
    bodies = b"".join(one.record.body for one in sam.ours.query().items if hasattr(one.record, "body"))
    assert chosen.data in bodies
    for one in back:
        assert one.data not in bodies


def test_locked_no_page_of_the_room_shows_anything(couple, clock):
    noa, sam = couple
    meeting_place.PLACE.clear()
    for who in couple:
        for sheet in SHEETS:
            who.mine.add(sheet)
        for what in store.REVEALS:
            lay(who, what)
    noa.lock()
    paths = [reverse(name) for name in BY_NAME if name.startswith("ground_")]
    paths += [reverse("ground_comparison", args=[what.name]) for what in store.REVEALS]
    for path in paths:
        answer = noa.client.get(path)
        assert answer.status_code == 403, path
        for word in ("Honesty", "Never to marry", "choir", "Comfort after"):
            assert word not in answer.content.decode(), path
    assert "choir" in sam.client.get(reverse("ground_comparison", args=["pursuits"])).content.decode()
