"""What callers hand in, checked: whole numbers that are whole, numbers that are numbers, and a clear error where not."""

import math
from operator import index
from typing import Any


def whole(value: Any, what: str, least: int, most: int) -> int:
    """`value` as an int. Integers of numpy are integers; truth values, floats and texts are none.

    Raises ValueError naming `what` it is and what it may be.

    >>> whole(3, "the answer", 1, 5)
    3
    >>> whole(2.5, "the answer", 1, 5)
    Traceback (most recent call last):
        ...
    ValueError: the answer is 2.5; it needs a whole number from 1 to 5
    """
    try:
        number = None if isinstance(value, bool) else index(value)
    except TypeError:
        number = None
    if number is None or not least <= number <= most:
        raise ValueError(f"{what} is {value!r}; it needs a whole number from {least} to {most}")
    return number


def finite(value: Any, what: str, above: float = -math.inf, most: float = math.inf) -> float:
    """`value` as a float that is finite, greater than `above` and not greater than `most`.

    Raises ValueError naming `what` it is.

    >>> finite(float("nan"), "the slope of 'a'")
    Traceback (most recent call last):
        ...
    ValueError: the slope of 'a' is nan; it needs a finite number
    """
    number = math.nan
    if not isinstance(value, (bool, str, bytes)):
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = math.nan
    if not math.isfinite(number) or not above < number <= most:
        low = f" above {above:g}" if above > -math.inf else ""
        high = f" up to {most:g}" if most < math.inf else ""
        raise ValueError(f"{what} is {value!r}; it needs a finite number{low}{high}")
    return number


def name(value: Any, what: str) -> str:
    """`value` as a text that is not empty. Raises ValueError naming `what` it is."""
    if not isinstance(value, str) or not value:
        raise ValueError(f"{what} is {value!r}; it needs a text that is not empty")
    return value
