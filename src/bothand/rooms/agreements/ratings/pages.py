"""What the template of private answers may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BoundField
from django.utils.functional import Promise

from bothand.accounts.meeting_place import Fate
from bothand.rooms.agreements.pages import TAB, Labelled
from bothand.rooms.agreements.ratings.forms import RateForm, TapForm
from bothand.shell.page import Place, page
from bothand.shell.process_page import ProcessPage


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedQuestion:
    """A question as it is rated alone, with its fields. `earlier` is what I said about it before; `taken` are options that
    a line of mine takes away, each as the words of both and what names it; `open_options` those that one could.
    """

    name: str
    weight: BoundField
    ratings: tuple[BoundField, ...]
    never: BoundField
    today: str
    earlier: tuple[str, ...] = ()
    taken: tuple[tuple[str, str, str], ...] = ()
    met: tuple[Labelled, ...] = ()
    open_options: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TapStep:
    """One step to tap. `picture` is its number from 1, for the picture; "" where it has none."""

    value: int
    label: str
    picture: str
    chosen: bool


@page("agreements/suit.html")
class SuitPage(ProcessPage):
    """One private question: how much something matters, or how well an option suits.

    question, option  what is asked about; without an option, how much the question matters
    number, count     its place among all screens
    today             whether the option is how it is now
    ruled             whether I said that I could never live with it; `other_ruled` the option of which I said so instead
    notes             what of mine stands beside it
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"

    form: TapForm
    hex: str
    at: str
    frame_mark: str
    round: int
    question: str
    option: str
    number: int
    count: int
    steps: tuple[TapStep, ...]
    today: bool
    ruled: bool
    other_ruled: str
    notes: tuple[str, ...]
    back: str


@page("agreements/rate.html")
class RatePage(ProcessPage):
    """All private answers on one page.

    together  fields for two options that count more or less when they come together: each of the two, and how much
    lines     own lines that were shown, as words and what names each
    needs     own needs of the matter's part of life, the same way; `options` all options that could meet one
    kept      whether mine lie there, `fate` where nothing comes of them any more; `round` how often something came of earlier ones
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"

    form: RateForm
    hex: str
    frame: str
    rated: tuple[RatedQuestion, ...]
    together: tuple[tuple[BoundField, BoundField, BoundField], ...]
    open_together: bool
    lines: tuple[Labelled, ...]
    needs: tuple[Labelled, ...]
    options: tuple[Labelled, ...]
    kept: bool
    fate: Fate
    round: int
