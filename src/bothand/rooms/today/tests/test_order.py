"""What of a day stands where: safety first, one thing worth doing, the rest folded."""

from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from bothand.kit.manifest import Part, Slot
from bothand.rooms.today.rules import arrange_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Part):
    """Something that waits between two."""

    slot: ClassVar[Slot] = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth(Part):
    """Something worth doing, or a mere offer."""

    slot: ClassVar[Slot] = "next"

    name: str = ""
    offer: bool = False

    @property
    def settled(self) -> bool:
        return self.offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside(Part):
    """Something that is folded anyway."""


some_parts = st.lists(
    st.one_of(st.builds(Worth, name=st.text(), offer=st.booleans()), st.builds(Waiting), st.builds(Aside))
)


@given(some_parts)
def test_every_piece_is_there_once(parts):
    day = arrange_day(parts)
    shown = [*day.first, *day.between, *([day.next] if day.next else []), *day.pulse, *day.folds]
    assert sorted(map(id, shown)) == sorted(map(id, parts))


def test_what_is_asked_comes_before_an_offer_and_the_offer_is_folded():
    offer, asked = Worth(name="offer", offer=True), Worth(name="asked")
    day = arrange_day([offer, asked])
    assert (day.next, day.folds) == (asked, (offer,))


def test_an_offer_is_shown_whole_while_the_day_is_not_over():
    offer = Worth(name="offer", offer=True)
    assert arrange_day([offer, Waiting()]).next == offer


def test_a_day_is_over_when_nothing_waits_and_then_offers_are_folded():
    offer = Worth(name="offer", offer=True)
    day = arrange_day([offer, Aside()])
    assert (day.over, day.next) == (True, None)
    assert offer in day.folds
    assert not arrange_day([Waiting()]).over
