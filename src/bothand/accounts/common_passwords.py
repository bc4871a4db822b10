"""Whether a password is made of the commonest ones: what everybody who guesses tries first, also doubled and joined.

The list is Django's own: nearly 20,000, drawn by Royce Williams from passwords that became public.
"""

from functools import cache
from typing import Final

from django.contrib.auth.password_validation import CommonPasswordValidator

SHORTEST: Final = 4
"""A shorter one is found in any sentence."""
LEFT: Final = 5
"""With fewer signs than this beside two of them, they are most of it."""


@cache
def common_passwords() -> frozenset[str]:
    """All of them that count, without case."""
    return frozenset(each for each in CommonPasswordValidator().passwords if len(each) >= SHORTEST)


def is_common(plain: str) -> bool:
    """Whether one or two of them make up all but a few signs of `plain`, which is without case.

    >>> is_common("1q2w3e4r5t6y7u8i9o0p"), is_common("password2026 qwerty"), is_common("letter from a far harbour")
    (True, True, False)
    """
    longest = max(map(len, common_passwords()))
    if len(plain) > 2 * longest + LEFT:
        return False
    before, after = [0] * (len(plain) + 1), [0] * (len(plain) + 1)
    for start in range(len(plain)):
        for end in range(start + SHORTEST, min(start + longest, len(plain)) + 1):
            if plain[start:end] in common_passwords():
                before[end] = max(before[end], end - start)
                after[start] = max(after[start], end - start)
    for place in range(1, len(plain) + 1):
        before[place] = max(before[place], before[place - 1])
    for place in reversed(range(len(plain))):
        after[place] = max(after[place], after[place + 1])
    return len(plain) - max(map(sum, zip(before, after, strict=True))) < LEFT
