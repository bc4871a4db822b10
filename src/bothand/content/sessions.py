"""Sessions for the first month, and the guided exercises of the room `journal`.

Each is a Markdown file with TOML front matter between lines of plus signs: a purpose, numbered steps, a
closing, and a smaller version for a bad day. The body holds plain paragraphs and one numbered list, nothing
else, so that pages can show a step at a time and keep what was written beside it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Final, Literal

import msgspec
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bothand.content.loader import (
    DEFAULT_LANGUAGE,
    ContentError,
    Entry,
    Text,
    parse_toml,
    read_names,
    read_text,
    require,
    require_distinct,
    require_one_of,
)
from bothand.relationship import FACETS, PRACTICES

_FOLDER: Final = "sessions"
_FENCE: Final = "+++\n"
_FACET_IDS: Final = tuple(one.id for one in FACETS)
_PRACTICE_IDS: Final = tuple(one.id for one in PRACTICES)


@dataclass(frozen=True, slots=True)
class Session:
    """Something worthwhile to do, in five to twenty minutes.

    `kind` tells the exercises of `journal` from the sessions of the month; `practice` is P1 to P7, `facet` F1
    to F10; `minutes` is about how long it takes; `source` names where the idea comes from. `together`
    sessions are for two and say in `alone` how to do them alone; solo ones have None. All texts are plain.
    """

    id: str
    kind: Literal["session", "exercise"]
    title: str
    practice: str
    facet: str
    minutes: int
    together: Literal["solo", "together"]
    source: str
    purpose: tuple[str, ...]
    steps: tuple[str, ...]
    closing: tuple[str, ...]
    bad_day: str
    alone: str | None


class _Front(Entry, frozen=True):
    """The front matter of a file."""

    id: Text
    kind: Literal["session", "exercise"]
    title: Text
    practice: Text
    facet: Text
    minutes: Annotated[int, msgspec.Meta(ge=1, le=30)]
    together: Literal["solo", "together"]
    source: Text
    bad_day: Text
    alone: Text | None = None

    def __post_init__(self) -> None:
        require_one_of("practice", self.practice, _PRACTICE_IDS)
        require_one_of("facet", self.facet, _FACET_IDS)
        require(
            (self.alone is None) == (self.together == "solo"),
            "a session for two says in `alone` how to do it alone, others don't",
        )


def load_sessions(language: str = DEFAULT_LANGUAGE) -> tuple[Session, ...]:
    """The sessions of the first month, by id.

    >>> len(load_sessions())
    28

    Raises ContentError if a file of the language is missing or not as it has to be.
    """
    return tuple(one for one in _read_all(language) if one.kind == "session")


def load_exercises(language: str = DEFAULT_LANGUAGE) -> tuple[Session, ...]:
    """The guided exercises of `journal`, by id.

    >>> load_exercises()[0].title
    'Without us'

    Raises ContentError as `load_sessions`.
    """
    return tuple(one for one in _read_all(language) if one.kind == "exercise")


def find_session(key: str, language: str = DEFAULT_LANGUAGE) -> Session:
    """The session or exercise with this id. Raises KeyError for any other, ContentError as `load_sessions`."""
    for one in _read_all(language):
        if one.id == key:
            return one
    raise KeyError(key)


@cache
def _read_all(language: str) -> tuple[Session, ...]:
    listed = sorted(
        (
            parse_session(f"{language}/{_FOLDER}/{name}", read_text(language, f"{_FOLDER}/{name}"))
            for name in read_names(language, _FOLDER, ".md")
        ),
        key=lambda one: one.id,
    )
    require_distinct(f"{language}/{_FOLDER}", [one.id for one in listed])
    return tuple(listed)


def parse_session(where: str, source: str) -> Session:
    """A session from the text of its file; `where` names the file in errors. Raises ContentError."""
    empty, fence, rest = source.partition(_FENCE)
    front, closed, body = rest.partition("\n" + _FENCE)
    if empty or not fence or not closed:
        raise ContentError(f"{where}: front matter stands first, between two lines of +++")
    if "{" in source or "}" in source:
        raise ContentError(f"{where}: no name is filled in; say 'the other'")
    return _read_session(parse_toml(where, front, _Front), *_split_parts(where, body))


def _read_session(
    front: _Front, purpose: tuple[str, ...], steps: tuple[str, ...], closing: tuple[str, ...]
) -> Session:
    return Session(
        **{name: getattr(front, name) for name in front.__struct_fields__},
        purpose=purpose,
        steps=steps,
        closing=closing,
    )


def _split_parts(where: str, body: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    blocks = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).parse(body)).children
    kinds = [block.type for block in blocks]
    if kinds.count("ordered_list") != 1 or set(kinds) != {"paragraph", "ordered_list"}:
        raise ContentError(f"{where}: the body is paragraphs, one numbered list, paragraphs")
    place = kinds.index("ordered_list")
    purpose = tuple(_plain_text(where, block) for block in blocks[:place])
    steps = tuple(_read_step(where, step) for step in blocks[place].children)
    closing = tuple(_plain_text(where, block) for block in blocks[place + 1 :])
    if not purpose or not closing or len(steps) < 3:
        raise ContentError(f"{where}: a purpose, three steps or more, and a closing")
    return purpose, steps, closing


def _read_step(where: str, item: SyntaxTreeNode) -> str:
    if [block.type for block in item.children] != ["paragraph"]:
        raise ContentError(f"{where}: a step is one paragraph")
    return _plain_text(where, item.children[0])


def _plain_text(where: str, paragraph: SyntaxTreeNode) -> str:
    parts = paragraph.children[0].children
    if any(part.type not in {"text", "softbreak"} for part in parts):
        raise ContentError(f"{where}: plain text only: {paragraph.children[0].content[:40]}")
    return "".join(part.content if part.type == "text" else " " for part in parts)
