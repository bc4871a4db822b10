"""Pure: how a text is searched, marked and cut."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bothand.kit.folding import UNSEEN, Folder

EXCERPT_LETTERS: Final = 220
AROUND: Final = 90
_JOINS: Final = "\u200d"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text. `match` is what was looked for, as it stands there; "" for nothing to mark."""

    before: str
    match: str = ""
    after: str = ""


class Finder:
    """Looks for one term, folded by `kit.folding.fold_text`, in many texts."""

    def __init__(self, term: str) -> None:
        self._term = term
        self._spaced = " " in term
        self._folder = Folder()

    def is_in(self, text: str) -> bool:
        """Whether a text holds the term. A line break counts as space."""
        plain = self._folder.fold(text)
        return self._term in plain or (self._spaced and self._term in " ".join(plain.split()))


def excerpt_around(text: str, term: str) -> Excerpt:
    """The first place of a term with what stands around it; the beginning where it can't be placed."""
    place = _find_match(text, term)
    if place is None:
        return Excerpt(cut_text(text, EXCERPT_LETTERS))
    first, last = place
    start = _find_start(text, max(0, first - AROUND))
    end = _find_start(text, min(len(text), last + AROUND))
    end = max(end, last)
    return Excerpt(
        ("… " if start else "") + _join_lines(text[start:first]),
        _join_lines(text[first:last]),
        _join_lines(text[last:end]) + (" …" if end < len(text) else ""),
    )


def cut_text(text: str, longest: int) -> str:
    """The beginning of a text on one line, cut between words if it can be.

    >>> cut_text("one two three", 9)
    'one two …'
    """
    head = " ".join(text[: 4 * longest].split())
    if len(head) <= longest and len(text) <= 4 * longest:
        return head
    end = _find_start(head, min(longest, len(head)))
    space = head.rfind(" ", max(0, end - 40), end)
    return head[: space if space > 0 else end] + " …"


def _find_match(text: str, term: str) -> tuple[int, int] | None:
    """From where to where the first match goes, in the text as it was typed."""
    if not term:
        return None
    return _find_plain(text, term) or _find_folded(text, term)


def _find_plain(text: str, term: str) -> tuple[int, int] | None:
    """Where the term stands as it is written by most, found at once; None where only folding finds it."""
    lower = text.lower()
    if len(lower) != len(text):
        return None
    for spelt in (term, unicodedata.normalize("NFC", term)):
        if (start := lower.find(spelt)) >= 0:
            return start, _find_end(text, start + len(spelt))
    return None


def _find_folded(text: str, term: str) -> tuple[int, int] | None:
    folder = Folder()
    folded: list[str] = []
    origin: list[int] = []
    for index, letter in enumerate(text):
        piece = " " if letter.isspace() else folder.fold_letter(letter)
        if piece == " " and folded and folded[-1] == " ":
            continue
        folded.extend(piece)
        origin.extend([index] * len(piece))
    found = "".join(folded).find(term)
    if found < 0:
        return None
    return origin[found], _find_end(text, origin[found + len(term) - 1] + 1)


def _find_end(text: str, end: int) -> int:
    """The end of the sign that ends there, with what hangs on it."""
    while end < len(text) and _hangs_on(text, end):
        end += 1
    return end


def _hangs_on(text: str, index: int) -> bool:
    """Whether the sign at `index` belongs to the one before it: accents, joined emoji, unseen signs."""
    letter = text[index]
    return (
        unicodedata.combining(letter) > 0
        or unicodedata.category(letter) in {"Mn", "Me", "Mc"}
        or UNSEEN.match(letter) is not None
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or text[index - 1] == _JOINS
    )


def _find_start(text: str, index: int) -> int:
    while 0 < index < len(text) and _hangs_on(text, index):
        index -= 1
    return index


def _join_lines(text: str) -> str:
    """Line breaks and runs of space as one space, the ends kept as they touch."""
    return re.sub(r"\s+", " ", text)
