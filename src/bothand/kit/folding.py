"""How texts are compared, in every room: as people type them, whatever their case, width and the marks on their letters.

Who looks for `isil` finds Işıl, `lodz` finds Łódź, `sore` finds Søre, `nguyen` finds Nguyễn, `strasse` finds Straße. In other
scripts points and accents are left out, and nothing else: letters of another sound stay another letter.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_ASCII: Final = bytes(range(128))
FEW: Final = 32
"""So many different letters beyond ASCII are put in one by one; of more, the whole text is walked."""
# Accents and points that stand on a letter, of Latin, Greek, Cyrillic, Hebrew and Arabic. Signs of other scripts that
# Unicode calls marks as well are vowels, and part of a word.
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
"""Signs that nobody sees and few type: joiners, soft hyphens, what turns the direction of a line."""


class _Letters(dict[str, str]):
    """How letters fold, worked out when they are first asked for."""

    def __missing__(self, letter: str) -> str:
        folded = self[letter] = _fold_letter(letter)
        return folded


class Folder:
    """Folds texts for one search or list, and remembers for so long how their letters fold."""

    def __init__(self) -> None:
        self._known = _Letters()

    def fold(self, text: str) -> str:
        """A text as it is compared, its spaces as they are. Letter by letter: of a piece it gives a piece."""
        if text.isascii():
            return text.lower()
        raw = text.encode("utf-8", "surrogatepass")
        beyond = set(raw.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
        plain = raw.lower().decode("utf-8", "surrogatepass")
        if len(beyond) > FEW:
            return "".join(map(self._known.__getitem__, plain))
        for letter in beyond:
            plain = plain.replace(letter, self._known[letter])
        return plain

    def fold_letter(self, letter: str) -> str:
        """One letter as it is compared; "" for a mark, or a sign that nobody sees."""
        return self._known[letter]


def fold_text(text: str) -> str:
    """A text as it is compared, any run of space as one.

    >>> fold_text("  Ines MÜLLER "), fold_text("Işıl") == fold_text("ISIL"), fold_text("Straße")
    ('ines muller', True, 'strasse')
    """
    return " ".join(Folder().fold(text).split())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Thousands of texts as they are compared, but for runs of space: all in one, since each by itself takes four times as long."""
    lines = [text.replace("\n", " ") for text in texts]
    return Folder().fold("\n".join(lines)).split("\n") if lines else []


def _fold_letter(letter: str) -> str:
    # Compatibility forms, case folding, and again, as NFKC_Casefold (The Unicode Standard, 3.13), but decomposed.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(map(_strip_stroke, UNSEEN.sub("", _MARKS.sub("", folded))))


def _strip_stroke(letter: str) -> str:
    """A Latin letter that Unicode does not take apart (ı ł ø đ æ þ), as it is typed without it."""
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN "):
        return letter
    # Only here is the library needed: it holds a table for every script there is.
    from anyascii import anyascii

    return anyascii(letter).lower() or letter
