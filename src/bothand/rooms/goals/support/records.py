"""What is sealed of support: wanted and told in *mine*; a shared goal and offers in *ours*."""

from datetime import date

from bothand.vault.records import Dated, Record, Shelf, kind


@kind(74, shelf=Shelf.STANDS)
class SupportWish(Record, frozen=True, kw_only=True):
    """The support I want with a goal, and don't want (ids of `rules.SUPPORTS`). In *mine*. `words` say more."""

    goal: bytes
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    words: str = ""


@kind(75, shelf=Shelf.STANDS)
class SharedGoal(Record, frozen=True, kw_only=True):
    """A goal as its owner lets the other see it. In *ours*, by its owner, where `kit.shared_copy` puts a copy.

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
