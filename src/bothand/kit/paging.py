"""A long list in pages."""

from collections.abc import Sequence
from typing import TypeVar

from bothand.shell.parts import Pages

Item = TypeVar("Item")


def page_of(items: Sequence[Item], asked: str, *, size: int, path: str) -> tuple[Sequence[Item], Pages]:
    """The items of the page asked for, and links to its neighbours. Anything odd gives the nearest page.

    >>> page_of("abcdefg", "2", size=3, path="/x/")
    ('def', Pages(newer='/x/?page=1', older='/x/?page=3'))
    >>> page_of("", "9", size=3, path="/x/")
    ('', Pages(newer='', older=''))
    """
    last = max(1, -(-len(items) // size))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    number = min(max(number, 1), last)
    shown = items[(number - 1) * size : number * size]
    newer = f"{path}?page={number - 1}" if number > 1 else ""
    older = f"{path}?page={number + 1}" if number < last else ""
    return shown, Pages(newer=newer, older=older)
