"""Reveal together: neither sees the other's answer, nor whether it is there, until both have said what to reveal.

A room says what can be revealed (`Room.reveals`); the pages are the same for all and lie in `rooms/pairing`. What somebody
chose lies in *mine* and in the meeting place; when both lie there, what each chose, and no more, is sealed into *ours*.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import msgspec

from bothand.accounts import meeting_place
from bothand.accounts.preferences import Settings
from bothand.kit.manifest import Text
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """What somebody chose to reveal: on which day, and each thing under its key, as its room encodes it."""

    day: date
    items: tuple[tuple[str, bytes], ...]


class Pair(msgspec.Struct, frozen=True, array_like=True):
    """What came of it: what each revealed, in the order of their accounts' ids."""

    first: Laid
    second: Laid


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be revealed or kept back. `label` is for the list one chooses from."""

    key: str
    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """What was revealed, as it is read. The first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """Something two can show each other at once.

    name    stands in the address, so it is a neutral word
    title   what it is called, and `about` what exactly is shown
    offers  what there is to choose from, in the order of the page; nothing where there is nothing to reveal yet
    table   how what was chosen reads; for the preview, and for both afterwards. It must say nothing that was not chosen
    """

    name: str
    title: Text
    about: Text
    offers: Callable[[Space, Settings, date], tuple[Offer, ...]]
    table: Callable[[Laid], Table]

    @property
    def sort(self) -> str:
        """What the meeting place calls it."""
        return f"reveal:{self.name}"


Answer = Literal["mine", "theirs"]
_encode: Final = msgspec.msgpack.Encoder().encode
_laid: Final = msgspec.msgpack.Decoder(Laid)
_pair: Final = msgspec.msgpack.Decoder(Pair)


def read_chosen(offers: Iterable[Offer], keys: Iterable[str], day: date) -> Laid:
    """Those of the offers that were picked."""
    picked = set(keys)
    return Laid(day, tuple((one.key, one.data) for one in offers if one.key in picked))


def encode_answer(laid: Laid) -> bytes:
    """As it is laid down."""
    return _encode(laid)


def decode_answer(payload: bytes) -> Laid:
    """What I laid down. Raises DidNotOpen."""
    try:
        return _laid.decode(payload)
    except msgspec.MsgspecError:
        msg = "what was laid down"
        raise DidNotOpen(msg) from None


def is_answer(_sort: str, payload: bytes) -> bool:
    """Whether this is what somebody can have laid down."""
    try:
        decode_answer(payload)
    except DidNotOpen:
        return False
    return True


def combine_answers(first: bytes, second: bytes) -> bytes:
    """Both, side by side: nothing is worked out of them."""
    return _encode(Pair(decode_answer(first), decode_answer(second)))


def order_sides(body: bytes, *, mine_is_first: bool) -> tuple[Laid, Laid]:
    """What I revealed, and what the other did. Raises DidNotOpen."""
    try:
        pair = _pair.decode(body)
    except msgspec.MsgspecError:
        msg = "result"
        raise DidNotOpen(msg) from None
    return (pair.first, pair.second) if mine_is_first else (pair.second, pair.first)


def register_reveals(reveals: Iterable[Reveal]) -> None:
    """Tell the meeting place what comes of each. Called once, as the addresses are made."""
    for one in reveals:
        meeting_place.register_meeting(one.sort, combine_answers, is_answer)
