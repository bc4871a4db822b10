"""What is sealed of who may be one and the same: computed, and computed again where it does not fit."""

import msgspec

from bothand.vault.records import Record, Shelf, kind


class Marks(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What somebody can be known by again: eight bytes of a digest for each of `rules.list_keys`. `of` sums up who they were."""

    id: bytes
    of: int
    marks: bytes


@kind(63, shelf=Shelf.DERIVED, one_in_all=True)
class Alike(Record, frozen=True, kw_only=True):
    """Computed of the circle, and computed again where it does not fit: who can be known by what.

    program  the version of what computed it
    """

    program: int = 0
    people: tuple[Marks, ...] = ()
