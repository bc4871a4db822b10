"""Read the texts that ship with the app: one folder per language, each entry checked against its type.

Loaders hand out frozen types. A file that is not as it has to be is refused by name, so that a translator is
told which entry to look at. Nothing here is personal; nothing is written.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final, TypeVar

import msgspec

DEFAULT_LANGUAGE: Final = "en"
T = TypeVar("T")
Text = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that is not empty."""


class ContentError(ValueError):
    """A file of texts is missing or not as it has to be; the message names the file and the entry."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a file. Its types say what each field has to be; what they cannot say, `__post_init__` refuses."""


def parse_toml(where: str, source: str, kind: type[T]) -> T:
    """The whole of a TOML file, as one typed entry. Line breaks and runs of spaces in texts are one space.

    Raises ContentError with the line if it can't be read, and with the place if an entry is not as it has to be.

    >>> class Cards(Entry, frozen=True):
    ...     card: tuple[Text, ...]
    >>> parse_toml("cards.toml", "card = ['Rest', ' Play  more ']", Cards).card
    ('Rest', 'Play more')
    """
    try:
        return msgspec.convert(_flatten_spaces(tomllib.loads(source)), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ContentError(f"{where}: {error}") from error


def _flatten_spaces(value: Any) -> Any:
    match value:
        case str():
            return " ".join(value.split())
        case dict():
            return {key: _flatten_spaces(each) for key, each in value.items()}
        case list():
            return [_flatten_spaces(each) for each in value]
        case _:
            return value


@cache
def find_languages() -> tuple[str, ...]:
    """Languages that have texts, sorted.

    >>> "en" in find_languages()
    True
    """
    root = files("bothand.content")
    return tuple(
        sorted(one.name for one in root.iterdir() if one.is_dir() and one.joinpath("words.txt").is_file())
    )


def read_text(language: str, name: str) -> str:
    """The text of one file in the folder of a language ("data" holds what has no language).

    Raises ContentError if there is no such file.
    """
    source = files("bothand.content").joinpath(language, name)
    if not source.is_file():
        raise ContentError(f"{language}/{name}: there is no such file")
    return source.read_text(encoding="utf-8")


def read_names(language: str, folder: str, suffix: str) -> tuple[str, ...]:
    """Names of the files in a folder of a language, sorted. Raises ContentError if there is none."""
    place = files("bothand.content").joinpath(language, folder)
    if not place.is_dir():
        raise ContentError(f"{language}/{folder}: there is no such folder")
    return tuple(sorted(one.name for one in place.iterdir() if one.name.endswith(suffix)))


def read_toml(language: str, name: str, kind: type[T]) -> T:
    """One TOML file in the folder of a language, as one typed entry. Raises ContentError."""
    return parse_toml(f"{language}/{name}", read_text(language, name), kind)


def require_distinct(where: str, ids: Iterable[str]) -> None:
    """Refuse an id that stands twice. Raises ContentError."""
    twice = sorted(each for each, times in Counter(ids).items() if times > 1)
    if twice:
        raise ContentError(f"{where}: these ids stand twice: {', '.join(twice)}")


def require_one_of(name: str, value: str, allowed: Iterable[str]) -> None:
    """Refuse a value outside a closed list; for `__post_init__`. Raises ValueError."""
    listed = tuple(allowed)
    if value not in listed:
        raise ValueError(f"{name} is {value!r}, expected one of {', '.join(listed)}")


def require(holds: bool, sentence: str) -> None:
    """Refuse an entry of which a sentence does not hold; for `__post_init__`. Raises ValueError."""
    if not holds:
        raise ValueError(sentence)
