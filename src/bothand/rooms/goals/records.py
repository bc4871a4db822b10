"""What *goals* seals in *mine*: goals, their steps, and entries about them. `support.records` has the rest."""

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
