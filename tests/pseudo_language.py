"""A pseudo-language, to find text that no translator could reach.

Every message of the house is taken out of its Python and its templates, and "translated": accented, in
brackets, a third longer, placeholders and HTML left alone. In this language, what has no brackets was not
marked.

Usage: python -m tests.pseudo_language OUTDIR

This writes OUTDIR/xx/LC_MESSAGES/django.mo; put OUTDIR into LOCALE_PATHS.
"""

import io
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation.template import templatize

import bothand

LANGUAGE = "xx"
OPEN, CLOSE = "⟦", "⟧"
HOUSE = Path(bothand.__file__).resolve().parent
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

Message = tuple[str | tuple[str, str], str | None]
"""A msgid, or singular and plural; and its context."""

_ACCENTS = str.maketrans(
    "aceginosuyzACEGINOSUYZ",
    "áçéğîñöšüýžÁÇÉĞÎÑÖŠÜÝŽ",
)
# What must come through as it is: %(name)s, %s, {name}, tags, entities, line breaks.
_FIXED = re.compile(r"%\([^)]+\)[a-zA-Z]|%[a-zA-Z%]|\{[^{}]*\}|<[^<>]+>|&#?\w+;|\n")
_LETTER = re.compile(r"[^\W\d_]{2}")


def pseudo(text: str) -> str:
    """The text in the pseudo-language.

    >>> pseudo("Hello %(name)s")
    '⟦Héllö %(name)s ~~~⟧'
    """
    parts, last = [], 0
    for fixed in _FIXED.finditer(text):
        parts += [text[last : fixed.start()].translate(_ACCENTS), fixed.group()]
        last = fixed.end()
    parts.append(text[last:].translate(_ACCENTS))
    inner = "".join(parts)
    # gettext tools demand that line breaks at both ends stay where they are.
    body = inner.strip("\n")
    start, end = inner[: len(inner) - len(inner.lstrip("\n"))], inner[len(inner.rstrip("\n")) :]
    readable = len(_FIXED.sub("", text).strip())
    return f"{start}{OPEN}{body} {'~' * max(1, -(-readable * 3 // 10) + 1)}{CLOSE}{end}"


def messages(house: Path = HOUSE) -> set[Message]:
    """Every message marked in Python files and templates under `house`, tests left out. Needs Babel."""
    found: set[Message] = set()
    for path in sorted(house.rglob("*")):
        if "tests" in path.relative_to(house).parts or path.suffix not in {".py", ".html"}:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            # What comes of a template is read as Python, where the indentation of its tags would mean something.
            text = re.sub(r"^[ \t]+", "", templatize(text, origin=str(path)), flags=re.MULTILINE)
        found |= set(_extract(text))
    return found


def _extract(text: str) -> Iterator[Message]:
    from babel.messages.extract import extract

    lines = io.BytesIO(text.encode())
    for _line, found, _comments, context in extract("python", lines, keywords=KEYWORDS):
        yield (found if isinstance(found, str) else (found[0], found[1])), context


def write(folder: Path, house: Path = HOUSE) -> int:
    """Write the compiled catalogue below `folder`; the number of messages in it. Needs Babel."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for found, context in sorted(messages(house), key=repr):
        one = pseudo(found) if isinstance(found, str) else (pseudo(found[0]), pseudo(found[1]))
        catalogue.add(found, one, context=context)
    where = folder / LANGUAGE / "LC_MESSAGES"
    where.mkdir(parents=True, exist_ok=True)
    with (where / "django.mo").open("wb") as file:
        write_mo(file, catalogue)
    return len(catalogue)


class _Texts(HTMLParser):
    """Collects what a person reads or hears of a page."""

    SPOKEN = ("aria-label", "title", "placeholder", "alt")
    SILENT = frozenset({"script", "style"})

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in self.SILENT
        self.texts += [value for name, value in attrs if name in self.SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in self.SILENT

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.texts.append(data)


def unmarked(page: str, allowed: frozenset[str] = frozenset({"Bothand"})) -> list[str]:
    """The texts of an HTML page that did not come from the catalogue, read in the pseudo-language.

    `allowed` are texts that nobody translates: the name of the house, and what people typed.

    >>> unmarked("<p>⟦Öpéñ ~~⟧</p><p>Open</p>")
    ['Open']
    """
    texts = _Texts()
    texts.feed(page)
    texts.close()
    marked = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
    left, depth = [], 0
    for text in texts.texts:
        # A message may hold tags, and then its brackets stand in different texts.
        bare = marked.sub("", text)
        inside = depth > 0
        depth += bare.count(OPEN) - bare.count(CLOSE)
        if inside or OPEN in bare or CLOSE in bare:
            continue
        bare = " ".join(bare.split())
        if _LETTER.search(bare) and bare not in allowed:
            left.append(bare)
    return left


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m tests.pseudo_language OUTDIR")
    sys.stdout.write(f"{write(Path(sys.argv[1]))} messages\n")


if __name__ == "__main__":
    main()
