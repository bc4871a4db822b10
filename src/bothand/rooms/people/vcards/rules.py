"""Pure: from the bytes of a contact file to cards of lines, and from a value to a line of one.

Each byte is looked at a fixed number of times, whatever the file says: reading takes time in proportion to its size.
"""

import binascii
import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

LARGEST: Final = 48 * 1024 * 1024
"""Bytes. Two thousand contacts with pictures of the size phones keep are below."""
MOST_CARDS: Final = 5000
MOST_LINES: Final = 1000
"""Of one card; those after are left, and counted."""
LONGEST_LINE: Final = 256 * 1024
"""Bytes, beyond which a line is cut: more than any text of ours, however it is encoded."""
LONGEST_HEAD: Final = 1024
DEEPEST: Final = 8
PICTURES: Final = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-WEAB-WABPHOTO"})
"""What is too large to keep: its lines are passed over, and it is said."""
PASSED: Final = PICTURES | {"AGENT"}
"""As are whoever works for somebody: they are another person, and no contact of this file."""

_BREAKS = re.compile(rb"\r+\n?")
_MARK = re.compile(rb"(?:\xef\xbb\xbf)*(BEGIN|END):VCARD[ \t]*\n?", re.IGNORECASE)
_HEAD = re.compile(rb'(?:[^":]|"[^"]*")*+:')
_NAME = re.compile(r"(?:([\w-]+)\.)?([\w-]+)", re.ASCII)
_PIECES = re.compile(r'(?:[^";]|"[^"]*")++')
_PARAM = re.compile(r"([\w-]+)(?:=(.*))?", re.ASCII | re.DOTALL)
_ENCODINGS = {"QUOTED-PRINTABLE": "Q", "BASE64": "B", "B": "B"}
_ODD_CODECS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"})
"""Ways of writing text that no contact file is in; some of them take the square of a length to read."""
_ESCAPE = re.compile(r'\\([\\;,:Nn"])')
_ESCAPED = re.compile(r"[\\;,]")
_FOLD_BYTES: Final = 75


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it means. `types` are what it says of itself, in small letters; `raw` still has its backslashes.

    `readable` is False where its bytes are no text in any of the ways it could be written.
    """

    name: str
    group: str
    types: tuple[str, ...]
    params: Mapping[str, str]
    raw: str
    readable: bool = True


@dataclass(slots=True)
class Card:
    """One card: its lines; the names of those that were passed over, "UNREAD" and "MORE" among them; whether it ended."""

    lines: list[Line] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    whole: bool = False


class NoContacts(ValueError):
    """There is no card in it."""


class TooMany(ValueError):
    """More cards than can be taken at once."""


class TooDeep(ValueError):
    """Cards in cards, deeper than anybody writes them."""


def read_cards(content: bytes) -> Iterator[Card]:
    """The cards of a file, in order, each when it is asked for. Raises NoContacts, TooMany, TooDeep."""
    plain = _join_breaks(content)
    western = _is_western(plain)
    count = 0
    for folded in _split_cards(plain):
        count += 1
        if count > MOST_CARDS:
            raise TooMany
        yield folded.read(western=western)
    if not count:
        raise NoContacts


def unescape_text(raw: str) -> str:
    r"""A text without its backslashes; one that stands before nothing it could mean belongs to the text.

    >>> unescape_text(r"one\, two\nthree, four"), unescape_text("C:\\docs\\")
    ('one, two\nthree, four', 'C:\\docs\\')
    """
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "Nn" else found[1], raw)


def split_fields(raw: str, separator: str = ";") -> list[str]:
    r"""The parts of a value, split at a sign that is not escaped.

    >>> split_fields(r"Gasse 1\; left;Wien;")
    ['Gasse 1; left', 'Wien', '']
    """
    fields: list[str] = []
    pieces: list[str] = []
    for piece in raw.split(separator):
        pieces.append(piece)
        # An odd number of backslashes before the sign: it belongs to the text.
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            fields.append(separator.join(pieces))
            pieces = []
    if pieces:
        fields.append(separator.join(pieces))
    return [unescape_text(one).strip() for one in fields]


def escape_text(text: str) -> str:
    r"""A text as it stands in a line.

    >>> print(escape_text("one, two\nthree"))
    one\, two\nthree
    """
    return _ESCAPED.sub(r"\\\g<0>", text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def write_line(
    name: str, value: str, params: Mapping[str, Sequence[str]] | None = None, group: str | None = None
) -> bytes:
    """One line of a card with its break, folded between letters."""
    said = "".join(f";{key}={','.join(map(_quote_param, values))}" for key, values in (params or {}).items())
    text = f"{group}.{name}{said}:{value}" if group else f"{name}{said}:{value}"
    raw = text.encode("utf-8", "replace")
    pieces, start, room = [], 0, _FOLD_BYTES
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        # From the second on, the space that marks the fold takes one.
        start, room = end, _FOLD_BYTES - 1
    return b"\r\n ".join((*pieces, raw[start:])) + b"\r\n"


def _quote_param(text: str) -> str:
    bare = text.replace('"', "'")
    return f'"{bare}"' if re.search(r"[:;,]", bare) else bare


# From bytes to lines


def _join_breaks(content: bytes) -> bytes:
    """The same in one encoding where its first bytes say which, with one sign for each line break."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode("utf-8", "replace")
    elif content[:2] in {b"B\0", b"\0B"}:
        order = "utf-16-le" if content[:1] == b"B" else "utf-16-be"
        content = content.decode(order, "replace").encode("utf-8", "replace")
    return _BREAKS.sub(b"\n", content) if b"\r" in content else content


def _is_western(plain: bytes) -> bool:
    """Whether lines that are no UTF-8 are what Windows wrote before: so where most lines beyond ASCII are none."""
    votes = 0
    for line in BytesIO(plain):
        if not line.isascii():
            votes += 1 if _decode(line, "utf-8") is None else -1
    return votes > 0


def _decode(raw: bytes, charset: str) -> str | None:
    try:
        return None if codecs.lookup(charset).name in _ODD_CODECS else raw.decode(charset)
    except (LookupError, ValueError):
        return None


def _split_cards(plain: bytes) -> Iterator["_FoldedCard"]:
    """The cards as they lie in the file. One that begins in another after AGENT is passed over, with what is in it."""
    card: _FoldedCard | None = None
    depth = 0
    for line in BytesIO(plain):
        mark = _MARK.fullmatch(line)
        begins = mark is not None and mark[1].upper() == b"BEGIN"
        if depth:
            depth += begins or -(mark is not None)
            if depth > DEEPEST:
                raise TooDeep
        elif begins:
            if card is not None and card.pass_agent():
                depth = 1
                continue
            if card is not None:
                yield card
            card = _FoldedCard()
        elif card is not None and mark is not None:
            card.whole = True
            yield card
            card = None
        elif card is not None:
            card.take(line.removesuffix(b"\n"))
    if card is not None:
        yield card


@dataclass(slots=True)
class _FoldedLine:
    """A line over the lines of the file that it takes: each with whether it was folded by a space or tab.

    `quoted` and `binary` say how the next one can belong to it; `soft`, that it does, whatever it is.
    """

    name: str
    quoted: bool
    binary: bool
    parts: list[tuple[bool, bytes]] = field(default_factory=list)
    size: int = 0
    soft: bool = False

    def add(self, part: bytes, *, folded: bool = False) -> None:
        """One more of the file's lines, as long as they are not too many."""
        self.soft = self.quoted and part.endswith(b"=")
        self.size += len(part)
        if self.size <= LONGEST_LINE and (self.name not in PICTURES or not self.parts):
            self.parts.append((folded, part[:-1] if self.soft else part))

    def join(self, *, old: bool) -> bytes:
        """In one piece. In 2.1 the space of a fold belongs to the text."""
        return b"".join(part[1:] if folded and not old else part for folded, part in self.parts)


class _FoldedCard:
    """A card as it lies in the file."""

    def __init__(self) -> None:
        self.whole = False
        self._lines: list[_FoldedLine] = []
        self._last: _FoldedLine | None = None
        self._more = 0

    def take(self, part: bytes) -> None:
        """One more line of the file."""
        last = self._last
        if last is not None and last.soft:
            last.add(part)
        elif last is not None and part[:1] in {b" ", b"\t"}:
            last.add(part, folded=True)
        elif not part.strip():
            if last is not None:
                last.binary = False
        elif last is not None and last.binary and b":" not in part:
            last.add(part)
        else:
            self._begin(part)

    def pass_agent(self) -> bool:
        """Whether the card that begins here is this one's agent; the line that says so is then done with."""
        last = self._last
        if last is None or last.name != "AGENT" or not last.join(old=True).rstrip().endswith(b":"):
            return False
        self._last = None
        return True

    def read(self, *, western: bool) -> Card:
        """What is in it."""
        old = any(
            line.name == "VERSION" and line.join(old=False).strip().endswith(b":2.1") for line in self._lines
        )
        card = Card(whole=self.whole, passed=["MORE"] * self._more)
        for folded in self._lines:
            if folded.name in PASSED:
                card.passed.append(folded.name)
            elif (line := _read_line(folded.join(old=old), western=western)) is None:
                card.passed.append("UNREAD")
            else:
                card.lines.append(line)
        return card

    def _begin(self, part: bytes) -> None:
        head = part[: part.find(b":") + 1].upper()
        name = head.partition(b";")[0].rstrip(b":").rpartition(b".")[2].decode("ascii", "replace").strip()
        self._last = _FoldedLine(
            name=name,
            quoted=b"QUOTED-PRINTABLE" in head,
            binary=name in PICTURES or re.search(rb"[;=](?:BASE64|B)[;:]", head) is not None,
        )
        self._last.add(part)
        if len(self._lines) < MOST_LINES:
            self._lines.append(self._last)
        else:
            self._more += 1


def _read_line(text: bytes, *, western: bool) -> Line | None:
    """What a line says, None for what is none."""
    found = _HEAD.match(text, 0, LONGEST_HEAD)
    if found is None:
        return None
    head = found.group()[:-1]
    name, *pieces = _PIECES.findall(_decode(head, "utf-8") or head.decode("cp1252", "replace")) or [""]
    named = _NAME.fullmatch(name)
    params = [_PARAM.fullmatch(piece) for piece in pieces]
    if named is None or None in params:
        return None
    said: dict[str, list[str]] = {}
    types: list[str] = []
    encoding = ""
    for param in params:
        assert param is not None  # looked at above
        key, value = param[1].upper(), (param[2] or "").replace('"', "")
        if param[2] is None or key == "TYPE":
            # In 2.1 a type, or an encoding, stands without a name: `TEL;CELL:`.
            words = [word.strip() for word in (value if key == "TYPE" else param[1]).lower().split(",")]
            encoding = next((_ENCODINGS[w.upper()] for w in words if w.upper() in _ENCODINGS), encoding)
            types += [word for word in words if word and word.upper() not in _ENCODINGS]
        elif key == "ENCODING":
            encoding = _ENCODINGS.get(value.upper(), "")
        else:
            said.setdefault(key, []).append(value)
    if "PREF" in said:
        types.append("pref")
    raw, readable = _read_value(text[found.end() :], encoding, said.get("CHARSET", [""])[0], western=western)
    return Line(
        name=named[2].upper(),
        group=(named[1] or "").lower(),
        types=tuple(types),
        params={key: ",".join(values) for key, values in said.items()},
        # A quoted zero byte would come in here, and no form takes it again.
        raw=raw.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""),
        readable=readable,
    )


def _read_value(raw: bytes, encoding: str, charset: str, *, western: bool) -> tuple[str, bool]:
    """The text of a value, and whether all of it is one: in the charset it declares, else UTF-8, else as Windows wrote."""
    if encoding == "Q":
        raw = binascii.a2b_qp(raw)
    elif encoding == "B":
        try:
            raw = binascii.a2b_base64(raw)
        except binascii.Error:
            return "", False
    for name in filter(None, (charset, "utf-8")):
        if (text := _decode(raw, name)) is not None:
            return text, True
    if western or encoding == "Q":
        return raw.decode("cp1252", "replace"), True
    return raw.decode("utf-8", "replace"), False
