"""One epoch of a space: its keys, and the names of shelves and days that follow from them."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bothand.vault.keyring import SpaceKey
from bothand.vault.records import Kind, Shelf
from bothand.vault.seal import derive_key, digest, digests

SHELF_BYTES: Final = 8


class Epoch:
    """The working keys of one epoch; the space key itself is never used directly (HKDF-SHA256, RFC 5869)."""

    __slots__ = ("document", "index", "number")

    def __init__(self, key: SpaceKey) -> None:
        self.number = key.epoch
        self.document = derive_key(key.key, "document")
        self.index = derive_key(key.key, "index")

    def shelf(self, name: Shelf, period: str) -> bytes:
        return self.shelves(name, [period])[0]

    def shelves(self, name: Shelf, periods: Iterable[str]) -> list[bytes]:
        """The shelf of each of some periods: ten years have a hundred and twenty."""
        of_each = digests(self.index, (b"shelf", name.encode()), map(str.encode, periods))
        return [one[:SHELF_BYTES] for one in of_each]

    def day_id(self, kind: Kind, day: date) -> bytes:
        return digest(self.index, b"day", kind.number.to_bytes(2, "big"), day.isoformat().encode())[:16]
