"""One word a thing: what one presses, and what a page is called, says no word that was retired (docs/glossary.md).

Inside a sentence *line*, *limit*, *answer* and *keep* stay plain English, so each sense is written down as it was used.
"""

import re
from collections.abc import Iterator

from tests.markup import Markup

NAMES = frozenset({"a", "button", "h1", "h2", "h3", "title", "summary", "legend"})
RETIRED = {
    r"^keep$|^keep (it|them) (back|here)|^keep,|keep (this|my) (order|answers|choice|list)": "Save",
    r"\bpark(ed)?\b|\bput aside\b|\blaid? (it )?down\b|\blay (it )?down\b": "Set aside, or Reveal together",
    r"\bput (it )?between us\b": "Share with NAME",
    r"\btake out\b|^take (it|this) away$": "Remove, or Delete",
    r"^put it away$|^what you put away": "Archive",
    r"\bquiet page\b|\bpage on safety\b": "Help and safety",
    r"\bexercises?\b": "session",
    r"\byour notes\b|\bthese notes\b": "journal",
    r"\blines? of (mine|yours)\b|\byour lines\b|\bthese lines\b|\byour limits?\b": "boundary",
    r"\bten sides\b|\ball sides\b": "aspects",
    r"^(add |no )?(a|another|one|this|no)? ?ways?( yet)?$": "option",
    r"\bwork of (a|the|our) home\b": "housework",
    r"\bshared ground\b": "Common ground",
    r"\bmatters? (here|between)\b": "agreement",
}


def names_in(html: str) -> list[str]:
    """What a page calls things: its title, headings, and what can be pressed or opened, without people's own words."""
    return [
        " ".join(element.text.split())
        for element in Markup(html).elements
        if element.name in NAMES and not any(_is_typed(one.attributes) for one in (element, *element.above))
    ]


def _is_typed(attributes: dict[str, str]) -> bool:
    return "typed" in attributes.get("class", "").split()


def retired_names(html: str) -> Iterator[str]:
    """Each name on a page with a retired word in it, and what to say instead."""
    for name in names_in(html):
        for pattern, instead in RETIRED.items():
            if re.search(pattern, name, re.IGNORECASE):
                yield f"{name!r}: say {instead}"
