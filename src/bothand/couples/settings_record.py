"""What a person chose for themselves. Lies in *mine*; each session holds a copy, for pages while locked."""

from typing import Final

from bothand.vault.records import Record, Shelf, kind

HUES: Final = ("moss", "sky", "sea", "plum", "rose", "clay")
LOCK_CHOICES: Final = (1, 5, 15, 0)


@kind(1, shelf=Shelf.STANDS, one_in_all=True)
class Settings(Record, frozen=True, kw_only=True):
    """`lock_after` is in minutes, 0 for *until I lock it*. `zone` is an IANA name."""

    name: str = ""
    hue: str = "moss"
    language: str = "en"
    zone: str = "UTC"
    lock_after: int = 15
    plain_name: bool = False
