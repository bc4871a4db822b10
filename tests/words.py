"""How many words of our own a page shows.

What counts is what `main` shows of our own. Left out are people's own words (`typed` and `dir="auto"`), what is folded (its
line counts), tables and the words within pictures, who can open it (`badge`, `who`), notes with safety and warnings (`note`,
`care`), and what only a screen reader hears (`hide`). A word is whatever has a letter or a digit in it.
"""

import re
from html.parser import HTMLParser

MOST = 130
FIRST_PAGES = ("today", "checkin_map", "place_mine", "pairing_ours")
LEFT_OUT_CLASSES = {"typed", "badge", "who", "note", "care", "hide", "demo", "tabs"}
LEFT_OUT_TAGS = {"table", "svg", "template", "script"}
VOID = {"input", "br", "img", "hr", "meta", "link", "use", "path", "circle", "rect", "line", "stop"}


class Reader(HTMLParser):
    """Gathers what counts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_main = self.in_main or tag == "main"
        if tag in VOID:
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        left_out = tag in LEFT_OUT_TAGS or bool(classes & LEFT_OUT_CLASSES) or given.get("dir") == "auto"
        folded = tag not in {"summary", "details"} and bool(self.open) and self.open[-1][0] == "details"
        self.open.append((tag, left_out or folded))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag == "main":
            self.in_main = False

    def handle_data(self, data: str) -> None:
        if self.in_main and not any(left_out for _tag, left_out in self.open):
            self.words += [word for word in data.split() if re.search(r"\w", word)]


def count_words(page: str) -> int:
    """How many words of ours a page shows."""
    reader = Reader()
    reader.feed(page)
    return len(reader.words)
