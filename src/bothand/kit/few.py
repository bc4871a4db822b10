"""A long list made small: filters, one to begin with, and a few more. Every step is a link, so it works as pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar
from urllib.parse import urlencode

from django.utils.functional import Promise

Item = TypeVar("Item")
Text = str | Promise
FEW: Final = 3
"""So many stand beside the one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, as a link. `current` is the chosen one."""

    label: Text
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A row of choices, of which one is chosen. The first takes the filter away."""

    label: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Few(Generic[Item]):
    """One of many and a few more. `another` leads to the next one, `others` to the next few; "" where these are all."""

    one: Item
    more: tuple[Item, ...]
    another: str
    others: str


def build_filter(
    label: Text, name: str, values: Iterable[tuple[str, Text]], chosen: Mapping[str, str], *, path: str
) -> Filter:
    """A row of links that choose a value of `name` and keep what else is `chosen`.

    >>> row = build_filter("About", "about", [("", "Anything"), ("time", "time")], {"kind": "mental"}, path="/x/")
    >>> [(one.path, one.current) for one in row.choices]
    [('/x/?kind=mental', True), ('/x/?kind=mental&about=time', False)]
    """
    return Filter(
        label,
        tuple(
            Choice(text, _write_address(path, {**chosen, name: value}), chosen.get(name, "") == value)
            for value, text in values
        ),
    )


def show_few(items: Sequence[Item], asked: str, chosen: Mapping[str, str], *, path: str) -> Few[Item]:
    """The one of `items` whose place the address asks for, counted from 0, and a few after it, going round at the end.

    Anything odd gives the first. Raises ValueError for no items.

    >>> few = show_few("abcdefg", "5", {}, path="/x/")
    >>> few.one, few.more, few.another, few.others
    ('f', ('g', 'a', 'b'), '/x/?at=6', '/x/?at=2')
    """
    if not items:
        raise ValueError("nothing to show")
    count = len(items)
    at = int(asked) % count if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    shown = [items[(at + number) % count] for number in range(min(count, FEW + 1))]
    step = {name: _write_address(path, {**chosen, "at": str((at + by) % count)}) for name, by in _STEPS}
    return Few(
        shown[0],
        tuple(shown[1:]),
        another=step["another"] if count > 1 else "",
        others=step["others"] if count > len(shown) else "",
    )


_STEPS: Final = (("another", 1), ("others", FEW + 1))


def _write_address(path: str, chosen: Mapping[str, str]) -> str:
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{path}?{query}" if query else path
