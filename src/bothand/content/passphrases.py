"""The words from which passphrases are generated."""

import re
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, read_text

COUNT: Final = 1296
"""Six to the power of four: four throws of a die choose a word; each adds 10.34 bits."""

_WORD: Final = re.compile(r"[a-z]{4,8}")


@cache
def load_words(language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
    """1296 plain words, sorted, 4 to 8 letters a to z, each known by its first four letters.

    >>> len(load_words())
    1296

    Raises ContentError if the language has no list or the list is not as described.
    """
    listed = tuple(read_text(language, "words.txt").split())
    where = f"{language}/words.txt"
    if len(listed) != COUNT:
        raise ContentError(f"{where}: {len(listed)} words, expected {COUNT}")
    wrong = [word for word in listed if not _WORD.fullmatch(word)]
    if wrong:
        raise ContentError(f"{where}: not 4 to 8 letters a to z: {', '.join(wrong)}")
    if len({word[:4] for word in listed}) != COUNT:
        raise ContentError(f"{where}: two words start with the same four letters")
    if list(listed) != sorted(listed):
        raise ContentError(f"{where}: not sorted")
    return listed
