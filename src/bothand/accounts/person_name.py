"""What people are called, as it may be typed and as it is shown.

A name stands in sentences about who can open what, so it must not turn their direction, hide signs, or read as one of
them. What is typed is refused; what the other's keys may have written past the form is cleaned when it is shown.
"""

import html
import unicodedata
from enum import Enum
from typing import Final

from django.utils.translation import gettext as _

FSI, PDI = "\u2068", "\u2069"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_BLANK: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
)
"""What Unicode counts among letters, marks or symbols and nobody sees."""
_TURNING: Final = frozenset({"R", "AL", "AN"})
_TAKEN: Final = frozenset(
    {
        "you", "me", "onlyme", "myself", "nobody", "noone", "everybody", "everyone", "anybody", "anyone",
        "somebody", "yourpartner", "yourself", "mine", "ours", "both", "bothofyou", "bothand",
    }
)  # fmt: skip
_TAKEN_WITHIN: Final = ("onlyyou", "nobodyelse", "nooneelse", "youalone", "canopenthis")


class NameFault(Enum):
    """What is amiss with a name; the page puts it into words."""

    UNSEEN = "unseen"
    EMPTY = "empty"
    OWN_PHRASE = "own phrase"


def find_fault(name: str) -> NameFault | None:
    """What is amiss, or None.

    >>> find_fault("Ada"), find_fault("Only you"), find_fault("...")
    (None, <NameFault.OWN_PHRASE: 'own phrase'>, <NameFault.EMPTY: 'empty'>)
    """
    if any(map(_is_unseen, name)):
        return NameFault.UNSEEN
    plain = unicodedata.normalize("NFKC", name).casefold()
    letters = "".join(sign for sign in plain if sign.isalnum())
    if not letters and not any(unicodedata.category(sign) == "So" for sign in plain):
        return NameFault.EMPTY
    if letters in _TAKEN or any(phrase in letters for phrase in _TAKEN_WITHIN):
        return NameFault.OWN_PHRASE
    return None


class PersonName(str):
    """A name as pages show it: in HTML inside `<bdi>`; within a sentence, isolated where it is written from the right.

    It is equal to the plain name, and `plain` is what is stored.
    """

    __slots__ = ()

    @property
    def plain(self) -> str:
        """The name as a plain string."""
        return str.__str__(self)

    def __html__(self) -> str:
        """For Django's templates and `format_html`."""
        return f"<bdi>{html.escape(self.plain)}</bdi>"

    def __str__(self) -> str:
        turns = any(unicodedata.bidirectional(sign) in _TURNING for sign in self.plain)
        return f"{FSI}{self.plain}{PDI}" if turns else self.plain

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def show_name(name: str) -> PersonName:
    """A name for a page; without what is not seen, and never one of the house's own phrases. "" stays ""."""
    seen = "".join(sign for sign in name if not _is_unseen(sign))
    return PersonName(_("your partner") if name and find_fault(seen) else seen)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN or sign in _BLANK
