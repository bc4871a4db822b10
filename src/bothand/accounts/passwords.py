"""What a password must be: long, and not made of one's own name, of repetition, or of what everybody tries first.

Length is what counts against guessing (NIST SP 800-63B-4, 2025: 15 characters where a password stands alone).
"""

import unicodedata
from enum import Enum
from typing import Final

from bothand.accounts.common_passwords import is_common
from bothand.accounts.login_name import normalize_name
from bothand.content.passphrases import load_words
from bothand.vault.randomness import pick

SHORTEST: Final = 15
LONGEST: Final = 1024
FEWEST_DISTINCT: Final = 6
WORDS_OFFERED: Final = 6


class Weakness(Enum):
    """What is amiss with a password; the page puts it into words."""

    TOO_SHORT = "too short"
    TOO_LONG = "too long"
    OWN_NAME = "own name"
    REPEATS = "repeats"
    COMMON = "common"


def find_weakness(password: str, *own_names: str) -> Weakness | None:
    """What is amiss, or None."""
    letters = unicodedata.normalize("NFKC", password)
    if len(letters) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(letters) > LONGEST:
        return Weakness.TOO_LONG
    plain = normalize_name(letters)
    for name in map(normalize_name, own_names):
        # What is left beside the name must be long enough by itself.
        if name and name in plain and len(plain.replace(name, "")) < SHORTEST - 5:
            return Weakness.OWN_NAME
    if len(set(plain)) < FEWEST_DISTINCT or _repeats_itself(plain):
        return Weakness.REPEATS
    if is_common(plain):
        return Weakness.COMMON
    return None


def offer_phrase() -> str:
    """Six words drawn from 1,296 by the machine: 62 bits, which no one guesses through Argon2id.

    Each word carries log2(1296) = 10.3 bits; the words are ours.
    """
    return " ".join(pick(load_words()) for _ in range(WORDS_OFFERED))


def _repeats_itself(text: str) -> bool:
    """Whether the text is one short piece, over and over."""
    return any(
        text == (text[:size] * (len(text) // size + 1))[: len(text)]
        for size in range(1, len(text) // 2 + 1)
        if size < SHORTEST - 5
    )
