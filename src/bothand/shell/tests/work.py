"""Work for a process of its own, good and bad."""

import os
import sys
from pathlib import Path


class OddContent(ValueError):
    """What the work found to be odd."""


def double(text: str) -> str:
    return text * 2


def refuse(text: str) -> None:
    raise OddContent(text)


def never_end(_nothing: None) -> None:
    while True:
        pass


def take_memory(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def print_words(words: str) -> str:
    print(words)  # noqa: T201  this is what is tried
    return words


def write_file(path: str) -> None:
    with Path(path).open("w") as file:
        file.write("kept")


def nest_deeply(depth: int) -> None:
    sys.setrecursionlimit(10**9)
    if depth:
        nest_deeply(depth - 1)


def tell_environment(_nothing: None) -> dict[str, str]:
    return dict(os.environ)
