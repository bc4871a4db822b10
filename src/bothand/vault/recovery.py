"""Recovery codes: 130 random bits as 26 letters and digits of Crockford's base32, and one to catch slips.

Alphabet and the reading of look-alikes: Douglas Crockford, "Base 32". The check is a weighted sum modulo 31, a
prime, so that it stays within the alphabet and catches single wrong signs and swapped neighbours (but for the one
pair 0 and Z, which are equal modulo 31).
"""

from typing import Final

from bothand.vault.randomness import random_bytes

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 26
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PRIME: Final = 31


class NotACode(ValueError):
    """What was typed cannot be a recovery code: too short, too long, or a slip that the check sign shows."""


def new_code() -> str:
    """A fresh code in groups of three, its check sign last."""
    signs = "".join(ALPHABET[byte % 32] for byte in random_bytes(LENGTH))
    return group_code(signs + _check_sign(signs))


def group_code(code: str) -> str:
    """Groups of three with hyphens, for reading aloud and copying by hand."""
    return "-".join(code[start : start + 3] for start in range(0, len(code), 3))


def clean_code(typed: str) -> str:
    """The 26 signs of what was typed, whatever the case, spaces, hyphens and look-alikes.

    Raises NotACode.

    >>> clean_code(new_code().lower().replace("-", " ")) != ""
    True
    """
    letters = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKALIKES)
    if len(letters) != LENGTH + 1 or any(sign not in ALPHABET for sign in letters):
        raise NotACode
    if _check_sign(letters[:LENGTH]) != letters[LENGTH]:
        raise NotACode
    return letters[:LENGTH]


def _check_sign(signs: str) -> str:
    # Weights 1..26 are distinct and non-zero modulo 31, and so is each difference of neighbours: any single
    # slip between signs that differ modulo 31, and any swap of unlike neighbours, changes the sum.
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(signs, start=1))
    return ALPHABET[total % _PRIME]
