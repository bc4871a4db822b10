"""The words for choices of *talks*, by the ids that records keep."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.rooms.talks.conversation.records import Act, Outcome

Text = str | Promise

HARD: Final[dict[int, Text]] = {
    1: _("A little hard"),
    2: _("Hard"),
    3: _("Very hard"),
}
PREPARATION: Final[dict[str, Text]] = {
    "saw": _("What I saw or heard"),
    "feel": _("What I feel"),
    "need": _("What matters to me in it"),
    "ask": _("What I would like to ask for"),
    "rest": _("Anything else"),
}
LIST: Final[dict[str, Text]] = {
    "rested": _("I am rested, and not hungry."),
    "sober": _("I am sober."),
    "unhurried": _("I have nothing else to do in the next hour."),
    "safe": _("I feel safe to say what I think, and to stop."),
    "listen": _("I could listen for ten minutes."),
}
ACTS: Final[dict[Act, Text]] = {
    "say": _("Said"),
    "back": _("Said back"),
    "yes": _("Yes, that is it"),
    "not": _("Not quite"),
    "pass": _("Handed over the turn"),
    "pause": _("Paused"),
    "on": _("Went on"),
}
"""In an export."""
ACTS_SHOWN: Final[dict[Act, Text]] = {
    "back": _("said back"),
    "yes": _("Yes, that is it."),
    "not": _("Not quite."),
    "pass": _("handed over the turn"),
    "on": _("went on"),
}
"""After somebody's name; what is simply said needs no word, and a pause says until when."""
BUTTONS: Final[dict[Act, Text]] = {
    "say": _("Say it"),
    "back": _("Say it back"),
    "yes": _("Yes, that is it"),
    "not": _("Not quite"),
    "pass": _("Nothing now, hand over"),
}
WAYS: Final[dict[str, Text]] = {"turns": _("Speaker and listener"), "plain": _("Plain")}
WAY_HINTS: Final[dict[str, Text]] = {
    "turns": _("One says a thing. The other says back what they heard. Then you swap."),
    "plain": _("You write as it comes."),
}
DEVICES: Final[dict[str, Text]] = {"two": _("On two devices"), "one": _("On this one, handed over")}
OUTCOMES: Final[dict[Outcome, Text]] = {
    "understood": _("I understand more than before"),
    "agreement": _("It needs an agreement"),
    "boundary": _("It needs a boundary of mine"),
    "again": _("Again, on another day"),
    "open": _("Left open"),
}
OUTCOME_HINTS: Final[dict[str, Text]] = {
    "understood": _("Nothing more is needed now."),
    "agreement": _("A draft of it is offered next."),
    "boundary": _("A draft of it is offered next, for you alone."),
    "again": _("You name the day below."),
    "open": _("You see it differently, and leave it at that."),
}
FELT: Final[dict[int, Text]] = {
    1: _("not at all"),
    2: _("a little"),
    3: _("some"),
    4: _("mostly"),
    5: _("fully"),
}
MINUTES: Final[dict[int, Text]] = {
    0: _("No time"),
    15: _("About 15 minutes"),
    30: _("About 30 minutes"),
    45: _("About 45 minutes"),
}
BACK: Final[dict[str, Text]] = {
    "30": _("in 30 minutes"),
    "60": _("in an hour"),
    "120": _("in two hours"),
    "tomorrow": _("tomorrow, at this time"),
    "not": _("not today"),
}
