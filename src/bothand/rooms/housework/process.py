"""Pure: the steps of sharing the work of a home, and which comes next for whom."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from bothand.shell.process import Process, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands, as one of the two may know it.

    tasks      whether there are any
    confirmed  whether I confirmed who does what today, just as it stands; `their_confirmed` the other
    answered   whether I answered alone; False while *mine* is locked, and on pages that both can open
    found      whether something came of both answers; False likewise
    settled    whether both agreed on a share of these tasks
    """

    tasks: bool = False
    confirmed: bool = False
    their_confirmed: bool = False
    answered: bool = False
    found: bool = False
    settled: bool = False


HOUSEWORK: Final = Process[Standing](
    (
        Step(
            key="tasks",
            title=_("Tasks"),
            about=_("Choose what there is to do in your home."),
            done=lambda one: one.tasks,
            turn="both",
        ),
        Step(
            key="today",
            title=_("Today"),
            about=_("Show who does what today, and both confirm it."),
            ready=lambda one: one.tasks,
            done=lambda one: one.confirmed,
            turn="both",
            shows=_("That you confirmed it is there to be seen."),
        ),
        Step(
            key="likes",
            title=_("What you like"),
            about=_("On your own, you say what you like and what you don't."),
            ready=lambda one: one.confirmed and one.their_confirmed,
            done=lambda one: one.answered or one.found,
            sealed=True,
        ),
        Step(
            key="found",
            title=_("Result"),
            about=_("Each of you sees the few changes that would make it fair."),
            ready=lambda one: one.found,
            done=lambda one: one.settled,
            turn="both",
        ),
    )
)
