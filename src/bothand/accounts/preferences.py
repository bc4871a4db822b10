"""What a person chose for themselves. Lies in *mine*; each session holds a copy, for pages while locked."""

import math
from typing import Final

from bothand.vault.records import Record, Shelf, kind

HUES: Final = ("moss", "sky", "sea", "plum", "rose", "clay")
LOCK_CHOICES: Final = (1, 5, 15, 0)


def stays_open_longer(before: int, after: int) -> bool:
    """Whether *mine* would stay open longer than before; 0 minutes is *until I lock it*.

    >>> stays_open_longer(5, 15), stays_open_longer(5, 0), stays_open_longer(0, 15), stays_open_longer(5, 5)
    (True, True, False, False)
    """
    return (after or math.inf) > (before or math.inf)


@kind(1, shelf=Shelf.STANDS, one_in_all=True)
class Settings(Record, frozen=True, kw_only=True):
    """`lock_after` is in minutes, 0 for *until I lock it*. `zone` is an IANA name."""

    name: str = ""
    hue: str = "moss"
    language: str = "en"
    zone: str = "UTC"
    lock_after: int = 15
    plain_name: bool = False
