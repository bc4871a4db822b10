"""What somebody hands to an engine, looked at before anything is computed with it.

Each function returns the value as the engines hold it, or raises the engine's own error with a sentence that
names what is wrong and where. Integers and floats of numpy are numbers; a truth value is none.
"""

import math
import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from numbers import Real
from typing import TypeVar

_T = TypeVar("_T")
_E = TypeVar("_E")

Refusal = Callable[[str], ValueError]
"""Makes the error that is raised from a sentence: an engine's error class."""

_LONGEST = 60


def show(value: object) -> str:
    """A value as a sentence can hold it.

    >>> show("like"), len(show("x" * 1000))
    ("'like'", 60)
    """
    shown = repr(value)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 3] + "..."


def take_integer(value: object, where: str, refuse: Refusal) -> int:
    """A whole number, also one of numpy.

    >>> take_integer(3, "slack", ValueError)
    3
    >>> take_integer(1.5, "slack", ValueError)
    Traceback (most recent call last):
    ValueError: slack is 1.5; expected a whole number
    """
    if type(value) is int:
        return value
    if not isinstance(value, bool):
        try:
            return operator.index(value)  # type: ignore[arg-type]  # whatever has no index is refused below
        except TypeError:
            pass
    raise refuse(f"{where} is {show(value)}; expected a whole number")


def take_number(value: object, where: str, refuse: Refusal) -> float:
    """A finite number.

    >>> take_number(float("nan"), "between", ValueError)
    Traceback (most recent call last):
    ValueError: between is nan; expected a number that is finite
    """
    if isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise refuse(f"{where} is {show(value)}; expected a number that is finite")


def take_name(value: object, where: str, refuse: Refusal) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and value:
        return value
    raise refuse(f"{where} is {show(value)}; expected a text")


def take_row(value: object, where: str, refuse: Refusal) -> tuple[object, ...]:
    """Several things in an order, as a tuple: no text, and nothing whose order means nothing.

    >>> take_row([1, 2], "weights", ValueError)
    (1, 2)
    """
    if type(value) is tuple:
        return value
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping | AbstractSet):
        return tuple(value)
    raise refuse(f"{where} is {show(value)}; expected several in an order")


def take_kind(value: object, kind: type[_T], where: str, refuse: Refusal) -> _T:
    """A thing of this kind and no other."""
    if isinstance(value, kind):
        return value
    raise refuse(f"{where} is {show(value)}; expected {kind.__name__}")


def take_member(value: _E, members: Collection[_E], where: str, refuse: Refusal) -> _E:
    """One of a few."""
    try:
        if value in members:
            return value
    except TypeError:  # what can't be hashed is none of them
        pass
    raise refuse(f"{where} is {show(value)}; expected one of: {', '.join(map(str, members))}")


def find_repeated(things: Iterable[_T]) -> _T | None:
    """The first that stands there for the second time; None where each stands once.

    >>> find_repeated(["city", "hut", "city"])
    'city'
    """
    seen = set()
    for thing in things:
        if thing in seen:
            return thing
        seen.add(thing)
    return None
