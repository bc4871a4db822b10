"""A page of something that has steps: where the reader is, whose turn it is, and the ways on, later and out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.shell.page import Page, Space, page
from bothand.shell.process import Place, Process, State, Step, Turn, Words

Standing = Literal["", "done", "now", "waits"]
TURNS: Final[Mapping[Turn, Words]] = {
    "each": gettext_lazy("each of you, on your own"),
    "both": gettext_lazy("both of you, when you like"),
    "me": gettext_lazy("your turn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One step of the path, as it stands for the reader."""

    title: Words
    stands: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A step that is still to come, in a sentence, and who can open what happens in it."""

    about: Words
    space: Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A process as one page shows it.

    title   what it is about; somebody's own words, or the process's name
    space   who can open what it is about
    step    the name of the step that the page shows, `about` it in a sentence, `number` its place from 1
    turn    whose turn it is; "" once it is over
    later   where *Carry on later* leads
    coming  what comes after this step
    """

    title: Words
    space: Space
    marks: tuple[Mark, ...]
    step: Words
    about: Words
    number: int
    turn: Words
    later: str
    coming: tuple[Coming, ...]


def present_course(
    process: Process[State],
    reached: Place[State],
    *,
    title: Words,
    partner: str = "",
    shown: Place[State] | None = None,
    later: str = "",
    space: Space = "ours",
) -> Course:
    """A process for a page. `shown` is the step that the page is about, where the reader looks back at one."""
    here = shown or reached
    return Course(
        title=title,
        space=space,
        marks=tuple(
            Mark(title=step.title, stands=_find_standing(number, here, reached))
            for number, step in enumerate(process.steps)
        ),
        step=here.step.title,
        about=here.step.about,
        number=here.number + 1,
        turn="" if reached.over else _say_turn(here, partner),
        later=later or reverse("today"),
        coming=tuple(
            Coming(about=step.about, space="mine" if step.sealed else space)
            for step in process.steps[here.number + 1 :]
            if step.about
        ),
    )


def _find_standing(number: int, here: Place[State], reached: Place[State]) -> Standing:
    if number == here.number and not here.over:
        return "waits" if here.waits else "now"
    return "done" if reached.over or number < reached.number else ""


def _say_turn(place: Place[State], partner: str) -> Words:
    """Whose turn it is. Of a sealed step the same words always, whoever has done their part."""
    step: Step[State] = place.step
    if place.waits and not step.sealed:
        return _("your part is done")
    if step.turn == "other":
        return _("%(name)s's turn") % {"name": partner}
    return TURNS[step.turn]


@page()
class ProcessPage(Page):
    """The parent of every page of a process; its template extends `shell/process.html` and fills `step` and `more`."""

    aura: ClassVar[bool] = False
    htmx: ClassVar[bool] = True
    boosted: ClassVar[bool] = True

    course: Course


@page("shell/part_done.html")
class PartDonePage(ProcessPage):
    """The reader's part is done. `shows` says what the other sees of it, "" for nothing; `change` leads back to it."""

    shows: Words = ""
    change: str = ""
