"""What the commands print: signs that would steer a terminal are written out, and so are those it cannot show."""

import io
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

_DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the reading direction, so that a name can look like another."""
_KEPT: Final = frozenset("\n\t")


def show_controls(text: str) -> str:
    r"""The text with every sign that would steer a terminal written out.

    A file's name may hold any sign, and where the commands print it, it must not clear the screen or hide a line.

    >>> print(show_controls("back\x1b[2Jup.zip"))
    back\x1b[2Jup.zip
    """
    return "".join(
        sign.encode("unicode_escape").decode()
        if (unicodedata.category(sign) == "Cc" and sign not in _KEPT) or sign in _DIRECTION
        else sign
        for sign in text
    )


def say(text: str) -> None:
    """Print one text, which may name files and other things that are not ours."""
    click.echo(show_controls(text))


def can_show(signs: str) -> bool:
    """Whether the output takes these signs as they are."""
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def spell_out_unknown() -> None:
    r"""Let the output write what its encoding has no sign for as \u..., instead of stopping at it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def plain_refusals() -> Iterator[None]:
    """What a command refuses, also what click itself refuses, is said with such signs written out."""
    try:
        yield
    except click.ClickException as refusal:
        # Its sentence is made once, in its constructor, and there is no other way to say it differently.
        vars(refusal)["message"] = show_controls(refusal.message)
        raise
