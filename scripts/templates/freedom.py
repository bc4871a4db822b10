"""Where a space can be set in a template without anybody seeing it.

Beside a block's edge a browser drops spaces, and so it does beside each child of a grid or flex box. What stands beside a
place depends on the way through `if` and `for`: a place is free only if it is so on every way.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.templates.reading import DRAWN, MIDDLE, Part

BLOCKS: Final = (
    frozenset(
        "html head body title meta link script template header footer main nav section article aside div p ul ol li h1 h2 h3 h4"
        " form fieldset legend dl dt dd table caption thead tbody tr th td figure figcaption blockquote hr br details summary"
        " option optgroup g defs symbol linearGradient lineargradient".split()
    )
    | DRAWN
)
_BOXES: Final = frozenset({"svg", "select", "tr", "table", "ul", "ol", "dl"})
"""Elements between whose children no space shows."""
SILENT: Final = frozenset({"load", "extends", "guard"})
"""Tags that show nothing: one looks through them."""
ELEMENTS: Final = frozenset({"field", "errors", "who", "badge", "picture"})
"""Tags that write an element each."""
_RULE: Final = re.compile(
    r"(?m)^((?:\.[\w-]+(?: > \w+)?(?:, *)?)+) *\{[^}]*display: *(?:inline-)?(?:grid|flex)"
)


_SAYS: Final = re.compile(
    r"""\.([\w-]+)::(?:before|after)[^{]*\{ *content: *["'][^"'](?![^}]*position: *absolute)"""
)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the style sheets say of classes.

    `boxes` are grid or flex boxes, also as `list > li` for such children; `speaking` are those before or behind whose
    words a sheet writes more, as a quotation mark, so that a space between them would show.
    """

    boxes: frozenset[str]
    speaking: frozenset[str]


def sheets(folder: Path) -> Sheets:
    """What all sheets below a folder say."""
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.css")]
    rules = [rule for text in texts for rule in _RULE.findall(text)]
    return Sheets(
        frozenset(name.strip(" .") for rule in rules for name in rule.split(",")),
        frozenset(name for text in texts for name in _SAYS.findall(text)),
    )


Seen = str
"""What one sees first from a place, in one direction: "block", "element", "space", "inline", or "edge" of the file.

"apart" is what is for ears alone: it lies outside of the flow, and a space beside it may become a box of its own.
"""
FOR_EARS: Final = "hide"


def _classes(part: Part) -> list[str]:
    """The classes that an element has in any case."""
    found = re.search(r'class="([^"{]*)', part.text)
    return found[1].split() if found else []


class Freedom:
    """Marks the free places of one template."""

    def __init__(self, sheets: Sheets, included: Callable[[str], tuple[set[Seen], set[Seen]]]) -> None:
        self._sheets, self._included = sheets, included
        self._above: list[Part] = []

    def mark(self, top: list[Part]) -> None:
        """Say of each part whether it is free."""
        self._mark(top, {"edge"}, {"edge"}, in_box=False)

    def edges(self, top: list[Part]) -> tuple[set[Seen], set[Seen]]:
        """What one sees of a template from before it, and from behind."""
        return self._first(top, {"edge"}), self._last(top, {"edge"})

    def _mark(self, row: list[Part], left: set[Seen], right: set[Seen], *, in_box: bool) -> None:
        """`left` and `right` are what is seen beyond the row's ends."""
        for index, part in enumerate(row):
            if part.name in MIDDLE and part.kind == "django":
                before = self._last(self._branch(row[:index]), left)
                # Seen from a branch's end: what follows them all; from its beginning: what stood before.
                part.free = self._is_free(before, right, in_box=in_box)
                continue
            if part.text.lower().startswith("<!doctype"):
                continue
            ahead = self._branch_after(row[index:])
            behind = self._last(self._branch(row[:index]), left)
            part.free = self._is_free(behind, self._first(ahead, right), in_box=in_box)
            if part.is_group:
                self._mark_group(
                    part, behind, self._first(self._branch_after(row[index + 1 :]), right), in_box=in_box
                )

    def _mark_group(self, part: Part, behind: set[Seen], ahead: set[Seen], *, in_box: bool) -> None:
        assert part.end is not None
        if part.kind == "html":
            blocky = part.name in BLOCKS or part.name == "button"
            edge = {"block"} if blocky and not self._sheets.speaking & set(_classes(part)) else {"inline"}
            box = self._is_box(part)
            inner = {"element"} if box else edge
            self._above.append(part)
            self._mark(part.children, inner, inner, in_box=box)
            self._above.pop()
            part.end.free = self._is_free(self._last(part.children, inner), inner, in_box=box)
            return
        if part.name == "block":
            behind = ahead = {"block"}
        if part.name == "for":
            around = self._first(part.children, ahead), self._last(self._branch(part.children), behind)
            behind, ahead = behind | around[1], ahead | around[0]
        self._mark(part.children, behind, ahead, in_box=in_box)
        part.end.free = self._is_free(self._last(self._branch(part.children), behind), ahead, in_box=in_box)

    def _is_box(self, part: Part) -> bool:
        if self._sheets.boxes & set(_classes(part)) or part.name in _BOXES:
            return True
        above = _classes(self._above[-1]) if self._above else []
        return any(f"{name} > {part.name}" in self._sheets.boxes for name in above)

    def _is_free(self, left: set[Seen], right: set[Seen], *, in_box: bool) -> bool:
        if "apart" in left | right:
            return False
        harmless = {"block", "space"} | ({"element"} if in_box else set())
        return left <= harmless or right <= harmless

    @staticmethod
    def _branch(row: list[Part]) -> list[Part]:
        """What stands in the same branch up to here."""
        for index in range(len(row) - 1, -1, -1):
            if row[index].kind == "django" and row[index].name in MIDDLE:
                return row[index + 1 :]
        return row

    @staticmethod
    def _branch_after(row: list[Part]) -> list[Part]:
        for index, part in enumerate(row):
            if part.kind == "django" and part.name in MIDDLE:
                return row[:index]
        return row

    def _first(self, row: Iterable[Part], beyond: set[Seen]) -> set[Seen]:
        """What is seen first, going right."""
        found: set[Seen] = set()
        for part in row:
            if part.before:
                return found | {"space"}
            seen = self._seen(part, first=True)
            found |= seen - {"nothing"}
            if "nothing" not in seen:
                return found
            if part.end is not None and part.end.before and not part.children:
                return found | {"space"}
        return found | beyond

    def _last(self, row: Iterable[Part], beyond: set[Seen]) -> set[Seen]:
        """What is seen first, going left."""
        found: set[Seen] = set()
        for part in reversed(list(row)):
            seen = self._seen(part, first=False)
            found |= seen - {"nothing"}
            if "nothing" not in seen:
                return found
            if part.before:
                return found | {"space"}
        return found | beyond

    def _seen(self, part: Part, *, first: bool) -> set[Seen]:
        if part.kind == "html":
            if part.text.startswith("<!--"):
                return {"nothing"}
            if part.name == "input" and 'type="hidden"' in part.text:
                return {"nothing"}
            if FOR_EARS in _classes(part):
                return {"apart"}
            return {"block"} if part.name in BLOCKS or part.text.startswith("<!") else {"element"}
        if part.kind == "unit" and part.text.startswith("<"):
            name = re.match(r"<([a-zA-Z][\w-]*)", part.text)
            return {"block"} if name and name[1] in BLOCKS else {"element"}
        if part.kind == "django":
            return self._seen_of_tag(part, first=first)
        return {"inline"}

    def _seen_of_tag(self, part: Part, *, first: bool) -> set[Seen]:
        name = part.name
        if part.text.startswith("{#") or name in SILENT:
            return {"nothing"}
        if name in ELEMENTS:
            return {"element"}
        if name == "include":
            literal = re.match(r"""\{% *include +["']([^"']+)["']""", part.text)
            seen = self._included(literal[1])[0 if first else 1] if literal else {"inline"}
            return {"nothing" if each == "edge" else each for each in seen}
        if part.is_group:
            return self._seen_of_group(part, first=first)
        if name == "translate" and " as " in part.text:
            return {"nothing"}
        return {"inline"}

    def _seen_of_group(self, part: Part, *, first: bool) -> set[Seen]:
        if part.name == "block":
            return {"block"}
        branches: list[list[Part]] = [[]]
        has_else = False
        for child in part.children:
            if child.kind == "django" and child.name in MIDDLE:
                has_else |= child.name in {"else", "empty"}
                branches.append([])
            else:
                branches[-1].append(child)
        look = self._first if first else self._last
        seen = set().union(*(look(branch, {"nothing"}) for branch in branches))
        return seen if has_else else seen | {"nothing"}
