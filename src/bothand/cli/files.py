"""Reading the TOML files that people write by hand: what is wrong is said with its file and line.

A value is named by its path, the keys that lead to it: ``("ratings", "home", "city")``, with a number for an
entry of an array of tables: ``("only_if", 0, "bonus")``.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import click

MOST_BYTES = 1_000_000

KeyPath = tuple[str | int, ...]


class FileProblem(click.ClickException):
    """A file that cannot be used as it is: ``file:line: what is wrong; expected ...``, exit code 2.

    >>> FileProblem("deal.toml", 3, "the options are empty", "at least one").format_message()
    'deal.toml:3: the options are empty; expected at least one'
    """

    exit_code = 2

    def __init__(self, name: str, line: int | None, what: str, expected: str) -> None:
        place = name if line is None else f"{name}:{line}"
        super().__init__(f"{place}: {what}; expected {expected}")

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), file=file, err=file is None)


@dataclass(frozen=True, slots=True)
class TomlFile:
    r"""One file that has been read: `data` as tomllib gives it, and readers that complain with a line number.

    Each reader takes the path of a value, checks its type and bounds, and raises `FileProblem`.
    A value that is missing counts as `default`, or as a problem where the default is None.

    >>> file = parse_file("one.toml", 'name = "Alex"\n[weights]\nhome = 7\n')
    >>> [file.integer(("weights", issue), 0, 10, default=1) for issue in ("home", "car")]
    [7, 1]
    >>> file.problem(("weights", "home"), "too much", "less").format_message()
    'one.toml:3: too much; expected less'
    """

    name: str
    text: str = field(repr=False)
    data: dict[str, Any]

    def problem(self, path: KeyPath, what: str, expected: str) -> FileProblem:
        """A problem at `path`, or at the nearest table above it that stands in the file."""
        return FileProblem(self.name, self.line(path), what, expected)

    def line(self, path: KeyPath) -> int:
        """The line (from 1) where `path` is written, or else the nearest thing above it; 1 if nothing is."""
        best_line, best_length = 1, 0
        for line, written in _find_statements(self.text):
            shared = _shared_length(path, written)
            if shared > best_length and (shared == len(written) or shared == len(path)):
                best_line, best_length = line, shared
        return best_line

    def get(self, path: KeyPath) -> Any:
        """The raw value at `path`, or None where nothing is written."""
        value: Any = self.data
        for key in path:
            if isinstance(value, dict) and key in value:
                value = value[str(key)]
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def table(self, path: KeyPath, *, required: bool = False) -> dict[str, Any]:
        """The table at `path`; an empty one where it is missing and not `required`."""
        value = self.get(path)
        if value is None and not required:
            return {}
        if not isinstance(value, dict):
            raise self.problem(
                path, f"{show_value(path)} is {kind_of_value(value)}", f"a table [{'.'.join(map(str, path))}]"
            )
        return value

    def tables(self, path: KeyPath) -> list[dict[str, Any]]:
        """The array of tables ``[[...]]`` at `path`; an empty list where there is none."""
        value = self.get(path)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.problem(
                path, f"{show_value(path)} is {kind_of_value(value)}", f"tables, each under [[{path[-1]}]]"
            )
        return value

    def known_keys(self, path: KeyPath, known: Collection[str]) -> None:
        """Refuse a key that means nothing here, so that a slip of the pen is not passed over."""
        for key in self.table(path):
            if key not in known:
                raise self.problem((*path, key), f'"{key}" is not known here', one_of(known))

    def integer(self, path: KeyPath, lowest: int, highest: int, default: int | None = None) -> int:
        """The whole number at `path`, within `lowest` and `highest`."""
        value = self.get(path)
        if value is None and default is not None:
            return default
        expected = f"a whole number from {lowest} to {highest}"
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.problem(path, f"{show_value(path)} is {kind_of_value(value)}", expected)
        if not lowest <= value <= highest:
            raise self.problem(path, f"{show_value(path)} is {shorten(value)}", expected)
        return value

    def text_value(self, path: KeyPath, default: str | None = None) -> str:
        """The text at `path`, one line and not empty."""
        value = self.get(path)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self.problem(path, f"{show_value(path)} is {kind_of_value(value)}", "a text in quotes")
        if not value.strip() or not value.isprintable():
            raise self.problem(
                path, f"{show_value(path)} is empty or holds unprintable signs", "a text on one line"
            )
        return value

    def choice(self, path: KeyPath, options: Collection[str], default: str | None = None) -> str:
        """The text at `path`, one of `options`."""
        value = self.text_value(path, default)
        if value not in options:
            raise self.problem(path, f'{show_value(path)} is "{shorten(value)}"', one_of(options))
        return value

    def texts(self, path: KeyPath) -> tuple[str, ...]:
        """The list of texts at `path`, none of them twice; an empty one where it is missing."""
        value = self.get(path)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.problem(
                path, f"{show_value(path)} is {kind_of_value(value)}", 'a list of texts, as ["a", "b"]'
            )
        for entry in value:
            if not entry.strip() or not entry.isprintable():
                raise self.problem(
                    path, f"{show_value(path)} holds an empty or unprintable text", "texts on one line"
                )
            if value.count(entry) > 1:
                raise self.problem(path, f'{show_value(path)} names "{shorten(entry)}" twice', "each once")
        return tuple(value)

    def boolean(self, path: KeyPath, *, default: bool) -> bool:
        """True or false at `path`."""
        value = self.get(path)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.problem(path, f"{show_value(path)} is {kind_of_value(value)}", "true or false")
        return value


def read_toml(path: Path) -> TomlFile:
    """Read and parse the file at `path`; raises `FileProblem` when it cannot be."""
    name = str(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileProblem(
            name, None, (error.strerror or "cannot be read").lower(), "a file to read"
        ) from error
    if len(raw) > MOST_BYTES:
        raise FileProblem(name, None, "the file is too large", f"at most {MOST_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileProblem(name, line, "this is not UTF-8 text", "a text file saved as UTF-8") from error
    return parse_file(name, text)


def parse_file(name: str, text: str) -> TomlFile:
    """Parse `text` as TOML under the file name `name`; raises `FileProblem` with the line that stops it."""
    try:
        file = TomlFile(name, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        what, line = _line_of(text, str(error))
        raise FileProblem(name, line, what, "TOML, as in the example of `--help`") from error
    for path in _all_paths(file.data):
        if not str(path[-1]).isprintable():
            raise file.problem(path, "a name holds unprintable signs", "names on one line")
    return file


def _all_paths(value: Any, above: KeyPath = ()) -> Iterator[KeyPath]:
    """The path of everything that has a name."""
    named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in named:
        yield (*above, key)
        yield from _all_paths(below, (*above, key))


def show_value(path: KeyPath) -> str:
    """A path in words: ``ratings.home``, ``only_if (number 2)``.

    >>> show_value(("only_if", 1, "bonus"))
    'only_if (number 2).bonus'
    """
    words = ""
    for key in path:
        words += f" (number {key + 1})" if isinstance(key, int) else f".{key}"
    return words.strip(".")


def kind_of_value(value: Any) -> str:
    """What a value is, in words."""
    names = {bool: "true or false", str: "a text", int: "a whole number", float: "a number with a point"}
    names |= {list: "a list", dict: "a table", type(None): "missing"}
    return names.get(type(value), "a date or time")


def shorten(value: object) -> str:
    """A value cut to a length that a message can carry; a whole number may have thousands of digits."""
    if isinstance(value, int) and abs(value) > 10**20:
        return "a very large number"
    words = str(value)
    return words if len(words) <= 40 else words[:37] + "..."


def one_of(options: Collection[str]) -> str:
    """The options in words, none of them left out.

    >>> one_of(["like", "neutral", "dislike"])
    'one of: like, neutral, dislike'
    """
    return ("one of: " if len(options) > 1 else "") + ", ".join(options)


def _line_of(text: str, message: str) -> tuple[str, int | None]:
    """Split tomllib's message into words and a line; a message without one has no line."""
    what, found, place = message.rpartition(" (at line ")
    if found:
        return what, int(place.split(",")[0].rstrip(")"))
    what, found, _ = message.rpartition(" (at end of document)")
    if found:
        return what, max(1, text.rstrip().count("\n") + 1)
    return message, None


def _find_statements(text: str) -> Iterator[tuple[int, KeyPath]]:
    """Each header and each key of a valid file with its line and full path, in the file's order.

    A statement ends where what has been gathered parses by itself, so brackets and quotes over several lines
    need no reader of our own.
    """
    prefix: KeyPath = ()
    entries: dict[KeyPath, int] = {}
    gathered, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        start = start if gathered else number
        gathered += line + "\n"
        try:
            found = tomllib.loads(gathered)
        except ValueError:
            continue
        statement, gathered = gathered.lstrip(), ""
        if not found:
            continue
        if statement.startswith("["):
            prefix = _read_header(_only_path(found), entries, array=statement.startswith("[["))
            yield start, prefix
        else:
            yield start, prefix + _only_path(found)


def _only_path(found: dict[str, Any]) -> KeyPath:
    """The keys that lead into a document of one statement, as far as there is one key at a time."""
    path: list[str] = []
    value: Any = found
    while isinstance(value, dict) and len(value) == 1:
        key, value = next(iter(value.items()))
        path.append(key)
    return tuple(path)


def _read_header(keys: KeyPath, entries: dict[KeyPath, int], *, array: bool) -> KeyPath:
    """The full path of a header: an array of tables is followed by the number of its last entry."""
    path: KeyPath = ()
    for place, key in enumerate(keys):
        path = (*path, key)
        if array and place == len(keys) - 1:
            entries[path] = entries.get(path, -1) + 1
        if path in entries:
            path = (*path, entries[path])
    return path


def _shared_length(one: KeyPath, two: KeyPath) -> int:
    length = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        length += 1
    return length
