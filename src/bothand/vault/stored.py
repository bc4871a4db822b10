"""What lies in a column, whatever somebody put there: SQLite takes anything anywhere.

What is no number, or no bytes, becomes one that opens nothing. An error would be another answer than *did not open*.
"""

from typing import Final

MOST_EPOCHS: Final = 2**32 - 1
MOST_REVISIONS: Final = 2**63 - 1


def number_in(value: object, most: int = MOST_REVISIONS) -> int:
    """A whole number from 1 to `most`, else 0.

    >>> number_in(7), number_in("7"), number_in(-1), number_in(8, 7), number_in(1.5)
    (7, 0, 0, 0, 0)
    """
    return value if isinstance(value, int) and 0 < value <= most else 0


def bytes_in(value: object) -> bytes:
    """The bytes, else none.

    >>> bytes_in(memoryview(b"ab")), bytes_in("ab"), bytes_in(2)
    (b'ab', b'', b'')
    """
    return bytes(value) if isinstance(value, bytes | memoryview | bytearray) else b""
