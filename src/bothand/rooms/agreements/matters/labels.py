"""How much something matters and can change, parts of life, and ideas to start from, in words.

The ideas are ours; none binds anybody's body, whom they meet, where they are, or what is locked on a phone.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bothand.kit import areas


@dataclass(frozen=True, slots=True)
class Starter:
    """A matter with questions, each with some options. Meant to be changed. `area` is the area of life it is about."""

    id: str
    area: str
    title: Promise
    questions: tuple[tuple[Promise, tuple[Promise, ...]], ...]


STARTERS: Final = (
    Starter(
        "evenings",
        "time",
        _("Our evenings at home"),
        (
            (
                _("How many evenings does each of us have to ourselves?"),
                (_("one each"), _("two each"), _("three each")),
            ),
            (_("What about screens at supper?"), (_("as each likes"), _("put away"), _("one film a week"))),
        ),
    ),
    Starter(
        "supper",
        "home",
        _("Who cooks in the week"),
        (
            (_("Who cooks on weekdays?"), (_("in turns"), _("one cooks, one cleans up"), _("each on set days"))),
            (_("What if nobody feels like it?"), (_("bread and cheese"), _("something from outside"), _("swap days"))),
        ),
    ),
    Starter(
        "warmth",
        "home",
        _("How warm the rooms are"),
        (
            (_("How warm in the day?"), (_("19 degrees"), _("20 degrees"), _("21 degrees"))),
            (_("And in the bedroom?"), (_("window open"), _("window shut"), _("open until bedtime"))),
        ),
    ),
    Starter(
        "spending",
        "money",
        _("What we spend without asking"),
        (
            (
                _("Up to how much does each spend from the shared purse without a word?"),
                (_("a little"), _("as much as a dinner out"), _("as much as a pair of shoes")),
            ),
            (_("When do we look at it together?"), (_("once a month"), _("every three months"), _("when one of us asks"))),
        ),
    ),
    Starter(
        "noise",
        "home",
        _("Music and quiet"),
        (
            (_("When is it quiet at home?"), (_("from nine"), _("from ten"), _("with headphones, always"))),
            (_("And on weekend mornings?"), (_("quiet until nine"), _("quiet until ten"), _("as it comes"))),
        ),
    ),
    Starter(
        "holiday",
        "plans",
        _("Our next days off"),
        (
            (_("What kind of days?"), (_("by water"), _("in hills"), _("in a town"), _("at home"))),
            (_("How long?"), (_("a weekend"), _("one week"), _("two weeks"))),
            (_("How much of it together?"), (_("all of it"), _("most of it"), _("half and half"))),
        ),
    ),
    Starter(
        "pets",
        "home",
        _("The animals we live with"),
        (
            (_("Who feeds them?"), (_("in turns"), _("one in the morning, one at night"), _("one of us"))),
            (_("Where do they sleep?"), (_("in the kitchen"), _("anywhere"), _("on the bed"))),
        ),
    ),
    Starter(
        "tidy",
        "home",
        _("How tidy is tidy enough"),
        (
            (_("Which rooms do we keep clear?"), (_("the kitchen"), _("kitchen and living room"), _("all of them"))),
            (_("How long may things lie around?"), (_("a day"), _("until the weekend"), _("in a basket of one's own, as long as one likes"))),
        ),
    ),
)  # fmt: skip


def find_starter(key: str) -> Starter | None:
    """The one of this id, or None."""
    return next((one for one in STARTERS if one.id == key), None)


SERIOUS: Final = (("little", _("a little")), ("somewhat", _("somewhat")), ("a lot", _("very much")))
CHANGEABLE: Final = (
    ("yes", _("yes")),
    ("partly", _("in part")),
    ("no", pgettext_lazy("can it change?", "no")),
)
AREAS: Final = (
    *((name, areas.NAMES[name]) for name in ("money", "home", "time", "plans")),
    ("", _("something else")),
)
"""Those in which a difference may become an agreement."""
