"""From marks, slopes and days out of balance to pages, in words."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.kit import drafts
from bothand.kit.manifest import DraftName
from bothand.rooms.checkin import questions, returning, told
from bothand.rooms.checkin.patterns import Found
from bothand.rooms.checkin.returning import Back
from bothand.rooms.checkin.seen_pages import BackLine, BackPage, Behind, MovesPage, OftenPage, Pattern, Span

if TYPE_CHECKING:
    from bothand.engines.contingency import Slope

MARKS: Final[dict[str, Promise]] = {
    "C0": gettext_lazy("your own wishes or feelings came second"),
    "C1": gettext_lazy("there was little room or support for things of your own"),
    "C2": gettext_lazy("answering for a part in it, or listening, was missing"),
    "C3": gettext_lazy("things stayed unsaid, unclear or untrue"),
    "C4": gettext_lazy("an argument came round again, or came to no end"),
    "C5": gettext_lazy("looking after somebody took the place of the rest"),
    "C6": gettext_lazy("a limit went unsaid, unheard or unkept"),
    "C7": gettext_lazy("money, home or decisions lay more with one than with both"),
    "I1": gettext_lazy("you decided by yourself"),
    "I2": gettext_lazy("you relied on yourself alone"),
    "I3": gettext_lazy("little was shared"),
}
ON: Final[dict[str, tuple[DraftName, ...]]] = {
    "C0": ("wish", "page"),
    "C1": ("wish", "goal"),
    "C2": ("topic", "page"),
    "C3": ("topic", "page"),
    "C4": ("topic", "agreement"),
    "C5": ("boundary", "wish"),
    "C6": ("boundary", "page"),
    "C7": ("topic", "page"),
    "I1": ("topic", "page"),
    "I2": ("page", "topic"),
    "I3": ("topic", "wish"),
}
ALONE: Final = frozenset({"C0", "C1", "C5", "C6"})
"""Marks for which there are exercises to do by oneself."""
EXERCISES: Final = "journal_sessions"
FOR_TWO: Final[frozenset[DraftName]] = frozenset({"topic", "agreement"})
"""Ways on that are steps for two: left out while the fear rule holds, and alone."""
WITH_HELP: Final = frozenset({"C6", "C7"})
"""Marks that can also be a matter of safety: the way there stands beside them, without a word about why."""
BACK_ROW, BACK_LEFT, BACK_WIDE = 64, 10, 280


def often_page(found: Sequence[Found], partner: str, *, joint: bool, afraid: tuple[str, ...]) -> OftenPage:
    """Patterns with their evidence. `joint`: whether steps for two may be offered."""
    return OftenPage(
        patterns=tuple(_pattern(one, partner, joint=joint) for one in found if one.often),
        seldom=tuple(pattern_words(one) for one in found if not one.often),
        afraid=afraid,
    )


def pattern_words(one: Found) -> str:
    """A mark with its counts, as a sentence."""
    told_of = {
        "seen": one.seen,
        "asked": one.asked,
        "month": told.month_and_year(one.since),
        "what": MARKS[one.mark],
    }
    return _("In %(seen)d of the %(asked)d times you were asked since %(month)s, %(what)s.") % told_of


def _pattern(one: Found, partner: str, *, joint: bool) -> Pattern:
    offered = tuple(name for name in ON[one.mark] if joint or name not in FOR_TWO)
    evidence = tuple(
        Behind(sentence=sentence, answers=tuple(_answer(day, answer) for day, answer in each.answers))
        for each in one.evidence
        if (sentence := questions.wording(each.item, partner))
    )
    what = str(MARKS[one.mark])
    return Pattern(
        key=one.mark.lower(),
        words=pattern_words(one),
        evidence=evidence,
        hands=drafts.find_hands(*offered, text=what[:1].upper() + what[1:] + "."),
        exercises=_exercises() if one.mark in ALONE else "",
        safety=one.mark in WITH_HELP,
    )


def _exercises() -> str:
    """Where the exercises are; "" while no room has them."""
    try:
        return reverse(EXERCISES)
    except NoReverseMatch:
        return ""


def _answer(day: int, answer: int) -> str:
    return _("%(answer)s, %(day)s") % {"answer": told.ANSWERS[answer], "day": told.day(day)}


def moves_page(
    slope: "Slope | None", *, next_look: date, days: int, partner: str, alone: bool, unopened: int
) -> MovesPage:
    """One's own slope in words. `days`: how many there are with both answers."""
    about = (
        _("with the people near you")
        if alone or not partner
        else _("between you and %(name)s") % {"name": partner}
    )
    if slope is None:
        return MovesPage(
            title=_("Too early to say what moves with what"),
            lines=(
                _("This page looks at whether your feeling about yourself moves with how it went %(about)s.")
                % {"about": about},
                _("It takes four weeks of days with both answers. There are %(days)d so far.")
                % {"days": days},
            ),
            span=None,
            value="",
            range="",
            days=days,
            looked=None,
            next=next_look,
            unopened=unopened,
        )
    if slope.said:
        title = _("How you feel about yourself moves with how it went")
        first = _(
            "On days when it went better %(about)s, you felt better about yourself; on days when it went worse, worse. That is more than 9 in 10 sure."
        )
    else:
        title = _("Nothing that stands out from noise")
        first = _(
            "There are not enough days yet to see effects below %(visible)s, %(about)s. That does not mean that there is none."
        )
    words = {"about": about, "visible": told.number(slope.visible)}
    return MovesPage(
        title=title,
        lines=(first % words,),
        span=Span(
            low=_at(slope.low),
            width=f"{max(2.0, float(_at(slope.high)) - float(_at(slope.low))):.1f}",
            at=_at(slope.slope),
        ),
        value=told.signed(slope.slope),
        range=_("%(low)s to %(high)s") % {"low": told.signed(slope.low), "high": told.signed(slope.high)},
        days=slope.days,
        looked=date.fromordinal(slope.day),
        next=date.fromordinal(slope.next_look),
        unopened=unopened,
    )


def _at(value: float) -> str:
    """Where a slope of -1 to 1 lies on the line."""
    return f"{BACK_LEFT + BACK_WIDE * (min(1.0, max(-1.0, value)) + 1) / 2:.1f}"


def back_page(found: Sequence[Back], *, first: date, unopened: int) -> BackPage:
    """How days out of balance are followed."""
    enough = [one for one in found if one.enough]
    lines = tuple(
        _back(one, sum(other.enough for other in found[:number])) for number, one in enumerate(found)
    )
    return BackPage(
        title=_("How your days find back") if enough else _("Too early to say how your days find back"),
        lines=lines,
        height=BACK_ROW * len(enough) + 26,
        first=first,
        unopened=unopened,
    )


_BACK_TITLES: Final[dict[str, Promise]] = {
    "me": gettext_lazy("After a day of too much me"),
    "us": gettext_lazy("After a day of too much us"),
    "low": gettext_lazy("After a day of feeling small or shaky"),
}


def _back(one: Back, number: int) -> BackLine:
    counts = {
        "days": one.days,
        "back": one.back,
        "least": returning.LEAST,
        "low": round(10 * one.low),
        "high": round(10 * one.high),
    }
    if one.enough:
        words = (
            _(
                "%(days)d such days have an answer for the day after. On %(back)d of those the day after was better."
            )
            if one.way == "low"
            else _(
                "%(days)d such days have an answer for the day after. On %(back)d of those the day after was about right."
            )
        )
        rate = _("%(low)s to %(high)s") % counts
    else:
        words = ngettext(
            "Too early to say: %(days)d such day has an answer for the day after, and it takes %(least)d.",
            "Too early to say: %(days)d such days have an answer for the day after, and it takes %(least)d.",
            one.days,
        )
        rate = ""
    low, high = (BACK_LEFT + BACK_WIDE * each for each in (one.low, one.high))
    at = BACK_LEFT + BACK_WIDE * (one.back / one.days if one.days else 0.0)
    span = Span(low=f"{low:.1f}", width=f"{high - low:.1f}", at=f"{at:.1f}") if one.enough else None
    return BackLine(
        title=str(_BACK_TITLES[one.way]),
        words=words % counts,
        days=one.days,
        back=one.back,
        range=rate,
        span=span,
        shift=BACK_ROW * number,
    )
