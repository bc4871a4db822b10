"""The values of lines: escaping is vobject's, and called only where there is something to escape."""

from collections.abc import Sequence
from typing import Final

_NEVER: Final = "\0"
"""A sign that no text of ours holds: a text is one value, whatever commas are in it."""
_ESCAPED: Final = '\\;,:Nn"'
"""What a backslash may stand before. The colon is no standard's, but phones write it in addresses of the web."""
CARRIER: Final = frozenset({"internet", "voice", "x-internet", "type", "pref=1", "8bit", "7bit"})
"""Types that tell nothing: every e-mail address is of the internet, every number takes a voice."""


def unescape_text(raw: str) -> str:
    r"""A text without its backslashes. Commas that were not escaped, as old files have them, belong to it.

    >>> unescape_text(r"one\, two\nthree, four")
    'one, two\nthree, four'
    """
    if "\\" not in raw:
        return raw
    from vobject.icalendar import stringToTextValues

    return "".join(stringToTextValues(raw, listSeparator=_NEVER, charList=_ESCAPED))


def split_fields(raw: str, separator: str = ";") -> list[str]:
    r"""The parts of a value, split at a sign that is not escaped. An empty last one may be missing.

    >>> split_fields(r"Gasse 1\; left;Wien;")
    ['Gasse 1; left', 'Wien']
    """
    if "\\" not in raw:
        return [one.strip() for one in raw.split(separator)]
    from vobject.icalendar import stringToTextValues

    found = stringToTextValues(raw, listSeparator=separator, charList=separator)
    return [unescape_text(one).strip() for one in found]


def keep_types(types: Sequence[str]) -> tuple[str, ...]:
    """The types that tell something, once each, in the order of letters.

    >>> keep_types(("internet", "home", "pref", "home"))
    ('home', 'pref')
    """
    return tuple(sorted({one for one in types if one not in CARRIER}))
