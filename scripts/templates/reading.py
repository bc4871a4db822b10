"""A template in parts: Django's tags, HTML's tags, words, and what stands between them."""

import re
from dataclasses import dataclass, field
from typing import Final

_DJANGO: Final = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
_IN_TAG: Final = rf"""(?:{_DJANGO}|"(?:{_DJANGO}|[^"])*"|'(?:{_DJANGO}|[^'])*'|[^>"'])*"""
_PART: Final = re.compile(
    rf"(?P<django>{_DJANGO})|(?P<html></?[a-zA-Z]{_IN_TAG}>|<!--.*?-->|<![^>]*>)|(?P<space>\s+)"
    r"|(?P<words>(?:(?!\{[%{#]|</?[a-zA-Z]|<!)\S)+)",
    re.DOTALL,
)
VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
DRAWN: Final = frozenset("circle ellipse line path polygon polyline rect stop use".split())
LONG: Final = {
    "if": "endif",
    "for": "endfor",
    "block": "endblock",
    "with": "endwith",
    "blocktranslate": "endblocktranslate",
}
MIDDLE: Final = frozenset({"else", "elif", "empty", "plural"})
AS_WRITTEN: Final = frozenset({"textarea", "pre", "script", "style", "title"})
"""Elements within which each space counts, or nothing is to be moved."""
TYPED: Final = re.compile(r"""class="[^"]*\btyped\b""")


class Unclear(Exception):
    """A template whose tags do not nest as they are written: it is left as it is."""


@dataclass(slots=True, eq=False)
class Part:
    """One tag or word. `before` is what stands before it: nothing, one space, or the end of a line for any more."""

    kind: str
    text: str
    before: str = ""
    children: "list[Part]" = field(default_factory=list)
    end: "Part | None" = None
    free: bool = False
    """Whether a space may be set before it without anybody seeing it."""

    @property
    def name(self) -> str:
        """`div`, `/div`, `if`, `endif`; nothing for words."""
        if self.kind == "html":
            found = re.match(r"</?[a-zA-Z][\w-]*|<!", self.text)
            return found[0].lstrip("<").lower() if found else ""
        if self.text.startswith("{%"):
            return self.text[2:-2].split()[0]
        return ""

    @property
    def is_group(self) -> bool:
        return self.end is not None


def parts(source: str) -> list[Part]:
    """All parts in order. Raises Unclear for what no pattern fits."""
    found: list[Part] = []
    at, before = 0, ""
    while at < len(source):
        match = _PART.match(source, at)
        if match is None:
            raise Unclear(source[at : at + 40])
        at = match.end()
        kind, text = match.lastgroup or "", match[0]
        if kind == "space":
            before = "\n" if "\n" in text else " "
            continue
        part = Part(kind, text, before)
        end = _end_of_unit(part, source, at)
        if end:
            part.text, part.kind, at = source[match.start() : end], "unit", end
        found.append(part)
        before = ""
    return found


def _end_of_unit(part: Part, source: str, at: int) -> int:
    """Where a part ends that is taken as one, with all that stands in it; 0 where it is not so."""
    if part.kind == "django" and part.name == "blocktranslate":
        return (
            source.index("endblocktranslate", at)
            + source[source.index("endblocktranslate", at) :].index("%}")
            + 2
        )
    if part.kind == "html" and (part.name in AS_WRITTEN or TYPED.search(part.text)) and part.name not in VOID:
        depth, here = 1, at
        for tag in re.finditer(rf"<(/?){re.escape(part.name)}\b{_IN_TAG}>", source[at:], re.DOTALL):
            depth += -1 if tag[1] else 1
            here = at + tag.end()
            if depth == 0:
                return here
        raise Unclear(part.text)
    return 0


def tree(flat: list[Part]) -> list[Part]:
    """The same parts, those between a tag and its end below it. Raises Unclear where tags cross."""
    top: list[Part] = []
    open_parts: list[Part] = []
    for part in flat:
        below = open_parts[-1].children if open_parts else top
        name = part.name
        if part.kind == "html" and name.startswith("/"):
            if not open_parts or open_parts[-1].name != name[1:]:
                raise Unclear(part.text)
            open_parts.pop().end = part
        elif part.kind == "django" and name in LONG.values():
            if not open_parts or LONG.get(open_parts[-1].name) != name:
                raise Unclear(part.text)
            open_parts.pop().end = part
        else:
            below.append(part)
            if _opens(part):
                open_parts.append(part)
    if open_parts:
        raise Unclear(open_parts[-1].text)
    return top


def _opens(part: Part) -> bool:
    if part.kind == "html":
        closed = part.name in VOID or part.text.endswith("/>") or part.text.startswith("<!")
        return not closed
    return part.kind == "django" and part.name in LONG
