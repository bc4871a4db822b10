"""The pages of times, a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.kit.drafts import Hand
from bothand.rooms.mytime.pages import MyTimePage
from bothand.rooms.mytime.times.forms import LineForm, SayForm, TimeForm
from bothand.shell.page import Space, page


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """A line beside a time, and whether the time's owner said *I can't* to it.

    `hide` is where its reader puts it away, or its writer takes it back. `cannot` is where a reader says that they can't,
    and takes that back; "" where nothing is asked.
    """

    label: str
    words: str
    hide: str
    cannot: str
    no: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time of mine: when, what it is for, how the other sees it, what they say to it."""

    path: str
    when: str
    word: str
    shows: str
    lines: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """A time of the other's: when, when that is on my clock ("" where it is the same), their word, what I said to it."""

    path: str
    when: str
    clock: str
    word: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """A time of mine that is over, and the button that begins a line of thanks for it."""

    when: str
    hand: Hand


@page("mytime/take.html")
class TakePage(MyTimePage):
    """Time I take, new or changed. `hex` is "" for a new one; `shown` says how the other sees it, "" for not at all."""

    form: TimeForm
    hex: str
    when: str = ""
    shown: str = ""
    moved: bool = False
    unopened: int = 0
    rescued: str = ""


@page("mytime/say.html")
class SayPage(MyTimePage):
    """Saying a time to the other. `preview` is exactly what they will see, "" before that look.

    `looked` says which state of the time it is of, `said` whether a copy is there already, `zone` which time zone goes
    along.
    """

    form: SayForm
    hex: str
    when: str
    preview: str
    looked: str
    said: bool
    zone: str


@page("mytime/line.html")
class LinePage(MyTimePage):
    """The other's time, and what I say to it."""

    space: ClassVar[Space] = "ours"

    form: LineForm
    hex: str
    when: str
    clock: str
    word: str
    mine: tuple[SaidLine, ...]
    unopened: int
