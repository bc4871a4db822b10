"""Lays a template out in lines: one tag a line where blocks stand, words filled, long tags broken between attributes."""

import re
from collections.abc import Iterator
from typing import Final

from scripts.templates.freedom import BLOCKS, ELEMENTS
from scripts.templates.reading import _DJANGO, MIDDLE, Part

WIDTH: Final = 120
STEP: Final = 2
_ATTRIBUTE: Final = re.compile(
    rf"""(?:{_DJANGO}|"(?:{_DJANGO}|[^"])*"|'(?:{_DJANGO}|[^'])*'|[^\s"'])+""", re.DOTALL
)
_CONDITION: Final = r"(\{% *(?:if|for|with)\b.*?%\})"
_OPENS: Final = re.compile(r"\{% *(?:if|for|with|blocktranslate)\b")
_CLOSES: Final = re.compile(r"\{% *end(?:if|for|with|blocktranslate)\b")
_TRANSLATE: Final = re.compile(r"""\{% *translate +("[^"\\%{]*"|'[^'\\%{]*') *%\}""")
_BLOCK: Final = re.compile(r"\{% *(blocktranslate[^%]*?) *%\}(.*?)\{% *endblocktranslate *%\}", re.DOTALL)


class Page:
    """Lines as they are written."""

    def __init__(self) -> None:
        self.lines = [""]

    @property
    def column(self) -> int:
        return len(self.lines[-1])

    def put(self, text: str) -> None:
        first, *more = text.split("\n")
        self.lines[-1] += first
        self.lines += more

    def end_line(self, indent: int) -> None:
        if not self.lines[-1].strip():
            self.lines.pop()
        self.lines.append(" " * indent)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines).strip("\n") + "\n"


def flat(part: Part) -> str:
    """A part on one line, its own first gap left out."""
    if part.end is None:
        return part.text
    inner = "".join(_gap(child) + flat(child) for child in part.children)
    return part.text + inner + _gap(part.end) + part.end.text


def _gap(part: Part) -> str:
    return " " if part.before else ""


def _can_break(part: Part) -> bool:
    return bool(part.before) or part.free


def _is_block(part: Part) -> bool:
    """Whether it has lines of its own, where it may."""
    if part.kind == "django":
        return part.name in {"extends", "load", "block", "include", "if", "for", "with", *ELEMENTS, *MIDDLE}
    return part.kind == "html" and part.name in BLOCKS - {"br"}


def lay_out(top: list[Part]) -> str:
    page = Page()
    _row(page, top, 0)
    return page.text()


def _row(page: Page, row: list[Part], indent: int, *, tail: int = 0) -> None:
    for index, part in enumerate(row):
        outer = max(indent - STEP, 0) if part.kind == "django" and part.name in MIDDLE else indent
        if _can_break(part) and (index or page.column > outer):
            before = row[index - 1] if index else None
            own_line = (
                _is_block(part)
                or before is None
                or _is_block(before)
                or (part.before == "\n" and _is_block(part))
            )
            need = len(_gap(part)) + _glued(row, index) + (tail if index == len(row) - 1 else 0)
            if own_line or page.column + need > WIDTH:
                page.end_line(outer)
            else:
                page.put(_gap(part))
        _write(page, part, outer, after=_glued(row, index) - len(flat(part)))


def _glued(row: list[Part], index: int) -> int:
    """The length of what cannot be parted from here on."""
    length = len(flat(row[index]))
    for part in row[index + 1 :]:
        if _can_break(part):
            break
        length += len(flat(part))
    return length


def _write(page: Page, part: Part, indent: int, *, after: int) -> None:
    if page.column + len(flat(part)) + after <= WIDTH and not _holds_lines(part):
        page.put(flat(part))
        return
    if part.end is None:
        page.put(_leaf(part, page.column, indent))
        return
    page.put(_leaf(part, page.column, indent))
    _row(page, part.children, indent + STEP, tail=len(part.end.text))
    if _can_break(part.end):
        page.end_line(indent)
    page.put(part.end.text)


def _holds_lines(part: Part) -> bool:
    """Whether a group reads better open: a block of Django, or blocks within."""
    if "\n" in flat(part):
        return True
    if part.name == "block":
        return any(_is_block(child) for child in part.children)
    return part.is_group and sum(_is_block(child) for child in part.children) > 1


def _leaf(part: Part, column: int, indent: int) -> str:
    if part.kind == "html" and column + len(part.text) > WIDTH:
        return _attributes(part.text, indent)
    return _words(part.text, column, indent)


def _attributes(tag: str, indent: int) -> str:
    """A tag with an attribute a line, or what stands under one condition. Between attributes a space counts nothing."""
    closing = "/>" if tag.endswith("/>") else ">"
    pad = " " * (indent + STEP)
    first, *pieces = _whole_conditions(_ATTRIBUTE.findall(tag[: -len(closing)]))
    return "\n".join([first, *(pad + _words(piece, len(pad), indent + STEP) for piece in pieces)]) + closing


def _whole_conditions(words: list[str]) -> list[str]:
    """Pieces of a tag: an attribute each; a condition outside of an attribute's value with all it holds."""
    pieces: list[str] = []
    depth = 0
    for word in words:
        # Between what is glued a line may end too, where a condition begins or ends.
        for number, each in enumerate(filter(None, re.split(_CONDITION, word) if _outside(word) else [word])):
            opens, closes = len(_OPENS.findall(each)), len(_CLOSES.findall(each))
            if depth or (closes and not opens):
                pieces[-1] += each if number else f" {each}"
            else:
                pieces.append(each)
            depth += opens - closes
    return pieces


def _outside(word: str) -> bool:
    """Whether a condition stands beside an attribute, not within its value."""
    return bool(re.search(_CONDITION, re.sub(r"""=(?:"[^"]*"|'[^']*')""", "=", word)))


def _words(text: str, column: int, indent: int) -> str:
    """A translation that is too long for a line, in several: `trimmed` makes the same message of them."""
    if column + len(text) <= WIDTH:
        return text
    text = _TRANSLATE.sub(lambda match: _in_lines("blocktranslate", match[1][1:-1], indent) or match[0], text)
    return _BLOCK.sub(lambda match: _in_lines(match[1], match[2], indent) or match[0], text)


def _in_lines(tag: str, message: str, indent: int) -> str:
    trimmed = "trimmed" in tag.split()
    messages = re.split(r"(\{% *plural *%\})", message)
    if trimmed:
        messages = [" ".join(line.strip() for line in each.strip().split("\n")) for each in messages]
    if any(re.search(r"^\s|\s$|\s\s|\n", each) or not each for each in messages):
        return ""
    lines = [line for each in messages for line in _filled(each, WIDTH - indent - STEP)]
    head = tag if trimmed else tag.replace("blocktranslate", "blocktranslate trimmed", 1)
    pad = "\n" + " " * (indent + STEP)
    body = "".join(("\n" + " " * indent if line.startswith("{% plural") else pad) + line for line in lines)
    return f"{{% {head} %}}{body}\n{' ' * indent}{{% endblocktranslate %}}"


def _filled(message: str, width: int) -> Iterator[str]:
    """Words in lines, parted at single spaces outside of tags."""
    line = ""
    for word in re.findall(rf"(?:{_DJANGO}|<[^>]*>|[^\s<{{]|[<{{])+", message):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
