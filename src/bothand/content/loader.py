"""Read the texts that ship with the app: one folder per language, checked field by field.

Loaders hand out frozen types. A file that is not as it has to be is refused by name, so that a translator is
told which entry to look at. Nothing here is personal; nothing is written.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

DEFAULT_LANGUAGE: Final = "en"


class ContentError(ValueError):
    """A file of texts is missing or not as it has to be; the message names the file and the entry."""


class Fields:
    """One entry of a file. Each field is taken once, with its type; `done()` refuses what is left over.

    >>> row = Fields("cards.toml: 1", {"id": "V1", "text": "Rest"})
    >>> row.text("id"), row.text("text")
    ('V1', 'Rest')
    >>> row.done()
    """

    def __init__(self, where: str, values: object) -> None:
        if not isinstance(values, dict):
            raise ContentError(f"{where}: expected a table")
        self.where = where
        self._left: dict[str, object] = dict(values)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty. Without a default the field has to be there. Raises ContentError."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise ContentError(f"{self.where}: {key} has to be a text")
        return " ".join(value.split())

    def flag(self, key: str) -> bool:
        """True or false; a missing field is false. Raises ContentError."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise ContentError(f"{self.where}: {key} has to be true or false")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number. Raises ContentError."""
        value = self._left.pop(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ContentError(f"{self.where}: {key} has to be a whole number")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a missing field is an empty list. Raises ContentError."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise ContentError(f"{self.where}: {key} has to be a list of texts")
        return tuple(" ".join(str(one).split()) for one in value)

    def has(self, key: str) -> bool:
        """Whether the field is there and nobody has taken it."""
        return key in self._left

    def table(self, key: str) -> "Fields":
        """A table inside this one. Raises ContentError."""
        return Fields(f"{self.where}: {key}", self._left.pop(key, None))

    def rows(self, key: str) -> "tuple[Fields, ...]":
        """A list of tables; a missing field is an empty list. Raises ContentError."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise ContentError(f"{self.where}: {key} has to be a list of tables")
        return tuple(Fields(f"{self.where}: {key} {place}", one) for place, one in enumerate(value, 1))

    def every_text(self) -> dict[str, str]:
        """All fields that are left, each of them a text. Raises ContentError."""
        return {key: self.text(key) for key in tuple(self._left)}

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """A text out of a closed list. Raises ContentError."""
        value = self.text(key, default)
        if value not in allowed:
            raise ContentError(f"{self.where}: {key} is {value!r}, expected one of {', '.join(allowed)}")
        return value

    def done(self) -> None:
        """Refuse fields that nobody took. Raises ContentError."""
        if self._left:
            raise ContentError(f"{self.where}: unknown fields {', '.join(sorted(self._left))}")


def parse_toml(where: str, source: str) -> Fields:
    """The whole of a TOML file as one entry. Raises ContentError with the line if it can't be read."""
    try:
        return Fields(where, tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{where}: {error}") from error


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


def read_toml(language: str, name: str) -> Fields:
    """One TOML file in the folder of a language. Raises ContentError."""
    return parse_toml(f"{language}/{name}", read_text(language, name))


def require_distinct(where: str, ids: list[str]) -> None:
    """Refuse an id that stands twice. Raises ContentError."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ContentError(f"{where}: these ids stand twice: {', '.join(twice)}")
