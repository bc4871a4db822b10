"""What the template of private answers may see."""

from dataclasses import dataclass

from django.forms import BoundField

from bothand.accounts.meeting_place import Fate
from bothand.rooms.agreements.pages import AgreementsPage, Labelled
from bothand.rooms.agreements.ratings.forms import RateForm
from bothand.shell.page import page


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


@page("agreements/rate.html")
class RatePage(AgreementsPage):
    """Private answers.

    together  fields for two options that count more or less when they come together: each of the two, and how much
    lines     own lines that were shown, as words and what names each
    needs     own needs of the matter's part of life, the same way; `options` all options that could meet one
    kept      whether mine lie there, `fate` where nothing comes of them any more; `round` how often something came of earlier ones
    """

    form: RateForm
    hex: str
    title: str
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
