"""Logic that stands twice: runs of lines in functions that are the same in two places."""

import ast
import io
import keyword
import tokenize
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scripts.house.sources import Module

LEAST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A line of logic: where it stands, what it says."""

    module: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A run of lines that stands at two places."""

    lines: int
    here: str
    there: str

    def __str__(self) -> str:
        return f"{self.lines} lines: {self.here} and {self.there}"


def logic(module: Module) -> Iterator[list[Line]]:
    """The lines of each function, outermost first, without empty ones, comments and what it says about itself."""
    lines = module.text.splitlines()
    for node in _outermost(module.tree):
        said = {
            number
            for inner in ast.walk(node)
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and ast.get_docstring(inner)
            for number in range(inner.body[0].lineno, (inner.body[0].end_lineno or 0) + 1)
        }
        texts = (
            (number, lines[number - 1].strip()) for number in range(node.lineno, (node.end_lineno or 0) + 1)
        )
        yield [
            Line(module.name, number, text)
            for number, text in texts
            if text and not text.startswith("#") and number not in said
        ]


def _outermost(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from _outermost(node)


def as_it_is(text: str) -> str:
    return text


def but_for_names(text: str) -> str:
    """A line with a sign for each name, text and number.

    >>> but_for_names("lot = mine.read(Goal, 3)  # all")
    'n = n . n ( n , n )'
    """
    signs = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NAME:
                signs.append(token.string if keyword.iskeyword(token.string) else "n")
            elif token.type in (tokenize.STRING, tokenize.NUMBER):
                signs.append("n")
            elif token.type == tokenize.OP:
                signs.append(token.string)
    except tokenize.TokenError:
        pass  # a line of several: what came before its end counts
    return " ".join(signs)


def copies(found: Iterable[Module], seen_as: Callable[[str], str] = as_it_is) -> list[Copy]:
    """Every run of at least ten lines of logic that stands at two places, each as long as it goes; longest first."""
    runs = [[(line, seen_as(line.text)) for line in run] for module in found for run in logic(module)]
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, run in enumerate(runs):
        for start in range(len(run) - LEAST + 1):
            places[tuple(text for _, text in run[start : start + LEAST])].append((index, start))
    covered: set[tuple[int, int, int, int]] = set()
    result = []
    for spots in places.values():
        for number, here in enumerate(spots):
            for there in spots[number + 1 :]:
                if (*here, *there) in covered:
                    continue
                length = _length(runs, here, there)
                if here[0] == there[0] and here[1] + length > there[1]:
                    continue  # a list that repeats itself line by line
                covered |= {(here[0], here[1] + on, there[0], there[1] + on) for on in range(length)}
                result.append(Copy(length, _place(runs[here[0]], here[1]), _place(runs[there[0]], there[1])))
    return sorted(result, key=lambda copy: (-copy.lines, copy.here, copy.there))


def _length(runs: list[list[tuple[Line, str]]], here: tuple[int, int], there: tuple[int, int]) -> int:
    length = 0
    for (_, one), (_, other) in zip(runs[here[0]][here[1] :], runs[there[0]][there[1] :], strict=False):
        if one != other:
            break
        length += 1
    return length


def _place(run: list[tuple[Line, str]], start: int) -> str:
    line = run[start][0]
    return f"{line.module}:{line.number}"
