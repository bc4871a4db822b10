"""Hours, minutes and owners in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.content.chores import ChoreKind
from bothand.rooms.housework.forms import TIMES
from bothand.rooms.housework.records import Household
from bothand.rooms.housework.rules import Phase, Said, own_share

if TYPE_CHECKING:
    from bothand.engines.sharing import AsToday

KIND_TITLES: Final[Mapping[ChoreKind, Promise]] = {
    "food": gettext_lazy("Food and kitchen"),
    "laundry": gettext_lazy("Laundry and clothes"),
    "cleaning": gettext_lazy("Cleaning and tidying"),
    "house": gettext_lazy("House, garden and repairs"),
    "children": gettext_lazy("Children"),
    "elders": gettext_lazy("Older relatives"),
    "animals": gettext_lazy("Animals"),
    "papers": gettext_lazy("Letters, money and paperwork"),
    "cars": gettext_lazy("Cars and bicycles"),
    "guests": gettext_lazy("Guests, family and trips"),
    "presents": gettext_lazy("Presents and celebrations"),
}


def say_hours(minutes: int) -> str:
    """Minutes as people say them.

    >>> say_hours(150)
    '2 h 30 min'
    """
    if minutes < 60:
        return _("%(minutes)d min") % {"minutes": minutes}
    if minutes % 60 == 0:
        return _("%(hours)d h") % {"hours": minutes // 60}
    return _("%(hours)d h %(minutes)d min") % {"hours": minutes // 60, "minutes": minutes % 60}


def say_weekly(minutes: int) -> str:
    """Minutes a week, short."""
    return _("%(time)s a week") % {"time": say_hours(minutes)}


def say_times(times: int) -> str:
    """How often a week, from hundredths."""
    known = dict(TIMES)
    return (
        str(known[times]) if times in known else _("%(times)s times a week") % {"times": f"{times / 100:g}"}
    )


def say_unsaid(now: "AsToday | None") -> str:
    """How many tasks nobody has said anything of yet; "" for none."""
    if now is None or not now.not_said:
        return ""
    return ngettext(
        "For %(count)d task nobody has said yet.",
        "For %(count)d tasks nobody has said yet.",
        len(now.not_said),
    ) % {"count": len(now.not_said)}


def say_elsewhere(minutes: int) -> str:
    """What others take over, beside the two bars; "" for nothing."""
    if not minutes:
        return ""
    return _("Somebody else does about %(time)s a week.") % {"time": say_hours(minutes)}


def say_apart(noticed: Said, planned: Said, done: Said, name: str) -> str:
    """Who notices and plans, where that is not who does it; "" where it is."""
    told = {
        ("me", "me"): _("you notice and plan"),
        ("other", "other"): _("%(name)s notices and plans"),
        ("both", "both"): _("you both notice and plan"),
    }
    alone = {
        ("noticed", "me"): _("you notice"),
        ("noticed", "other"): _("%(name)s notices"),
        ("noticed", "both"): _("you both notice"),
        ("planned", "me"): _("you plan"),
        ("planned", "other"): _("%(name)s plans"),
        ("planned", "both"): _("you both plan"),
    }
    named = {"name": name}
    if noticed == planned:
        return told[noticed, planned] % named if noticed != done and (noticed, planned) in told else ""
    parts = [
        alone[part, said] % named
        for part, said in (("noticed", noticed), ("planned", planned))
        if (part, said) in alone
    ]
    return ", ".join(parts)


def name_phase(phase: Phase) -> str:
    """A part of a task, for its row of buttons."""
    return {"noticed": _("Who notices"), "planned": _("Who plans"), "done": _("Who does it")}[phase]


def say_share(household: Household, place: int, name: str) -> str:
    """How the minutes are meant to be shared, in a sentence."""
    mine = own_share(household, place)
    if household.paid is not msgspec.UNSET:
        return _(
            "With paid work counted in, you both work as long: of the housework that makes %(mine)d %% for you and %(theirs)d %% for %(name)s."
        ) % {"mine": mine, "theirs": 100 - mine, "name": name}
    if mine == 50:
        return _("The minutes are to be shared half and half.")
    return _("Of the minutes, %(mine)d %% are to be yours and %(theirs)d %% %(name)s's.") % {
        "mine": mine,
        "theirs": 100 - mine,
        "name": name,
    }
