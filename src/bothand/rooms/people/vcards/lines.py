"""From the bytes of a contact file to cards of lines. The lines are read by vobject, one by one: a bad one costs itself."""

import io
import re
from dataclasses import dataclass, field
from typing import Final

LARGEST: Final = 48 * 1024 * 1024
"""Bytes. Two thousand contacts with pictures of the size phones keep are below."""
MOST_CARDS: Final = 5000
PICTURES: Final = ("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-WEAB-WABPHOTO")

_QUOTED = re.compile(r"[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*\n", re.IGNORECASE | re.MULTILINE)
_CARD = re.compile(r"^BEGIN:VCARD[ \t]*\n(.*?)^END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
# What is too large to keep, with its folded lines: dropped before anything is read, and said.
_PICTURE = re.compile(
    rf"^(?:[\w-]+\.)?({'|'.join(PICTURES)})[;:][^\n]*(?:\n[ \t][^\n]*)*(?:\n[A-Za-z0-9+/=]{{20,}})*$",
    re.IGNORECASE | re.MULTILINE,
)
# As vobject's own pattern for a line, but read in one way only: its nested repeats take for ever on some lines.
_LINE = re.compile(
    r"(?:[\w-]+\.)?[\w-]+(?:;[\w-]+(?>=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)?)*:", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it means. `types` are what it says of itself, in small letters; `raw` still has its backslashes."""

    name: str
    group: str
    types: tuple[str, ...]
    params: dict[str, str]
    raw: str


@dataclass(slots=True)
class Card:
    """One card: its lines, the names of pictures that were cut out, how many lines could not be read."""

    lines: list[Line] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    unread: int = 0


class NoContacts(ValueError):
    """There is no card in it."""


class TooMany(ValueError):
    """More cards than can be taken at once."""


def decode_text(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or what Windows wrote before. Line ends are one sign."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def split_cards(content: bytes) -> tuple[list[Card], int]:
    """The cards of a file, in order, and how many more began and never ended. Raises NoContacts, TooMany."""
    text = decode_text(content)
    found = [match.group(1) for match in _CARD.finditer(text)]
    if not found:
        raise NoContacts
    if len(found) > MOST_CARDS:
        raise TooMany
    # Where one began inside another, the first was cut off.
    whole = [_BEGIN.split(one)[-1] for one in found]
    return [_read_card(one) for one in whole], len(_BEGIN.findall(text)) - len(found)


def _read_card(text: str) -> Card:
    # Only here is the library needed, and it takes its time to load.
    from vobject import base

    card = Card()
    quoted = "quoted-printable" in text.lower()
    card.pictures += [match.group(1).upper() for match in _PICTURE.finditer(text)]
    plain = _PICTURE.sub("", text)
    for line, _number in base.getLogicalLines(io.StringIO(plain), quoted):
        if not _LINE.match(line):
            card.unread += bool(line.strip())
            continue
        try:
            card.lines.append(_read_line(line))
        except (base.VObjectError, LookupError, ValueError, TypeError, AttributeError):
            card.unread += 1
    return card


def _read_line(text: str) -> Line:
    """What vobject reads in a line, in our type. In 2.1 a type stands without a name: `TEL;CELL:`."""
    from vobject import base

    if _QUOTED.search(text):
        # Decodes it, in the line's own character set.
        spelt = _QUOTED.sub(lambda match: match.group().upper(), text, count=1)
        read = base.ContentLine(*base.parseLine(spelt), encoded=True)  # type: ignore[arg-type]  # its stubs want a list of lists, which it never gets
        name, value, group = read.name, read.value, read.group
        named, alone = read.params, read.singletonparams
    else:
        name, params, value, group = base.parseLine(text)
        named = {}
        for one in params:
            named.setdefault(one[0].upper(), []).extend(one[1:])
        alone = [one for one, values in named.items() if not values]
    types = [one.lower() for listed in named.get("TYPE", ()) for one in listed.split(",")]
    types += [one.lower() for one in alone]
    if named.get("PREF"):
        types.append("pref")
    return Line(
        name=name.upper(),
        group=(group or "").lower(),
        types=tuple(one for one in types if one),
        params={key: ",".join(values) for key, values in named.items()},
        # A quoted zero byte would come in here, and no form takes it again.
        raw=value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""),
    )
