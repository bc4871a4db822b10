"""Sessions for the first month, and the guided exercises of the room `journal`.

Each is a Markdown file with TOML front matter between lines of plus signs: a purpose, numbered steps, a
closing, and a smaller version for a bad day. The body holds plain paragraphs and one numbered list, nothing
else, so that pages can show a step at a time and keep what was written beside it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bothand.content.loader import (
    DEFAULT_LANGUAGE,
    ContentError,
    Fields,
    parse_toml,
    read_names,
    read_text,
    require_distinct,
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
    return _read_session(parse_toml(where, front), *_split_parts(where, body))


def _read_session(
    row: Fields, purpose: tuple[str, ...], steps: tuple[str, ...], closing: tuple[str, ...]
) -> Session:
    together = row.one_of("together", ("solo", "together"))
    read_session = Session(
        id=row.text("id"),
        kind="exercise" if row.one_of("kind", ("session", "exercise")) == "exercise" else "session",
        title=row.text("title"),
        practice=row.one_of("practice", _PRACTICE_IDS),
        facet=row.one_of("facet", _FACET_IDS),
        minutes=row.number("minutes"),
        together="together" if together == "together" else "solo",
        source=row.text("source"),
        purpose=purpose,
        steps=steps,
        closing=closing,
        bad_day=row.text("bad_day"),
        alone=row.text("alone", "") or None,
    )
    row.done()
    if (read_session.alone is None) == (together == "together"):
        raise ContentError(f"{row.where}: a session for two says in `alone` how to do it alone, others don't")
    if not 1 <= read_session.minutes <= 30:
        raise ContentError(f"{row.where}: minutes are 1 to 30")
    return read_session


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
