"""Lengths tell little: whole KiB below 16 KiB, PADMÉ above.

PADMÉ: Nikitin, Barman, Lueks, Underwood, Hubaux, Ford, "Reducing Metadata Leakage from Encrypted Files and
Communication with PURBs", PETS 2019. It leaks O(log log n) bits of a length and adds less than 12 %.
"""

from typing import Final

from bothand.vault.errors import DidNotOpen

KIB: Final = 1024
PADME_FROM: Final = 16 * KIB
_PREFIX: Final = 4


def padded_length(length: int) -> int:
    """The length, in bytes, that `length` bytes are padded to.

    >>> padded_length(1), padded_length(1024), padded_length(1025)
    (1024, 1024, 2048)
    >>> padded_length(16 * 1024 + 1)
    17408
    """
    if length < PADME_FROM:
        return max(KIB, -(-length // KIB) * KIB)
    exponent = length.bit_length() - 1
    mantissa = exponent.bit_length()
    mask = (1 << (exponent - mantissa)) - 1
    return (length + mask) & ~mask


def pad(body: bytes) -> bytes:
    """Length, body, zeros."""
    whole = len(body).to_bytes(_PREFIX, "big") + body
    return whole.ljust(padded_length(len(whole)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The body again. Raises DidNotOpen when the padding is not what `pad` makes."""
    length = int.from_bytes(padded[:_PREFIX], "big")
    end = _PREFIX + length
    whole = len(padded)
    if end > whole or whole != padded_length(end) or padded[end:] != bytes(whole - end):
        msg = "padding"
        raise DidNotOpen(msg)
    return padded[_PREFIX:end]
