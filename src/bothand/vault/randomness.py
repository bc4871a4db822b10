"""The only dice of the house. Tests that need two equal runs replace `SOURCE`."""

import os
import secrets
from collections.abc import Callable, Sequence
from typing import TypeVar

SOURCE: Callable[[int], bytes] = os.urandom
Item = TypeVar("Item")


def random_bytes(count: int) -> bytes:
    """`count` bytes from the operating system's generator."""
    return SOURCE(count)


def new_id() -> bytes:
    """A fresh id: 16 random bytes, with nothing of time in them."""
    return random_bytes(16)


def pick(items: Sequence[Item]) -> Item:
    """One of `items`, each as likely as the others (rejection sampling, so that no item is favoured)."""
    if SOURCE is os.urandom:
        return secrets.choice(items)
    limit = (1 << 32) - (1 << 32) % len(items)
    while (number := int.from_bytes(random_bytes(4), "big")) >= limit:
        pass
    return items[number % len(items)]
