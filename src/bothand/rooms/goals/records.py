"""What *goals* seals: goals, steps and entries in *mine*; a shared goal and offers of support in *ours*."""

from datetime import date

import msgspec

from bothand.vault.records import Dated, Record, Shelf, kind


@kind(70, shelf=Shelf.STANDS)
class Goal(Record, frozen=True, kw_only=True):
    """Somebody I want to become, or something I want to learn. In *mine*.

    text, why  in own words; why may be empty
    begun      the day it was written down
    ended      the day it was put away; None while it stands. Why is nobody's business: reached and let go look alike
    """

    text: str
    why: str = ""
    begun: date
    ended: date | None = None


class Step(msgspec.Struct, frozen=True):
    """A step towards a goal, by its own id. `done` is the day it was done, None before."""

    id: bytes
    text: str
    done: date | None = None


@kind(72, shelf=Shelf.ACCUMULATES)
class Entry(Dated, frozen=True, kw_only=True):
    """What somebody wrote about how it goes with a goal. In *mine*."""

    goal: bytes
    text: str


@kind(73, shelf=Shelf.STANDS)
class Trail(Record, frozen=True, kw_only=True):
    """A goal's steps, the first written first, and the ids of its entries, so that they are found a page at a time.

    In *mine*. A goal has one; two, where two windows began it at once, count as one.
    """

    goal: bytes
    steps: tuple[Step, ...] = ()
    entries: tuple[bytes, ...] = ()


@kind(74, shelf=Shelf.STANDS)
class SupportWish(Record, frozen=True, kw_only=True):
    """The support I want with a goal, and don't want (ids of `flow.SUPPORTS`). In *mine*. `words` say more."""

    goal: bytes
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    words: str = ""


@kind(75, shelf=Shelf.STANDS)
class SharedGoal(Record, frozen=True, kw_only=True):
    """A goal as its owner lets the other see it. In *ours*, by its owner, where `kit.sharing` puts a copy.

    `ended` are the ids of offers its owner has ended: without a reason, and only the owner can.
    """

    text: str
    why: str = ""
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    words: str = ""
    since: date
    ended: tuple[bytes, ...] = ()


@kind(76, shelf=Shelf.STANDS)
class Offer(Record, frozen=True, kw_only=True):
    """Support offered with a shared goal. In *ours*, by the one who offers. `goal` is the shared copy's id."""

    goal: bytes
    support: str
    words: str = ""
    since: date


@kind(77, shelf=Shelf.ACCUMULATES)
class Fit(Dated, frozen=True, kw_only=True):
    """Whether support fitted or took over, as its receiver says. In *mine*, and nowhere else unless shared by hand."""

    offer: bytes
    goal: bytes
    support: str
    fitted: bool
    words: str = ""


@kind(78, shelf=Shelf.STANDS, one_in_all=True)
class Fits(Record, frozen=True, kw_only=True):
    """The ids of what was said about support, the first said first. In *mine*."""

    entries: tuple[bytes, ...] = ()
