"""The guide's reasons in words. Answers are said as words and numbers, with how sure they are."""

from collections.abc import Callable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.domain.plan import WEEKS
from bothand.engines.guide import Reason, ReasonId

ANSWERS: Final[tuple[Promise, ...]] = (
    gettext_lazy("not at all"),
    gettext_lazy("a little"),
    gettext_lazy("some"),
    gettext_lazy("mostly"),
    gettext_lazy("fully"),
)


def describe_reason(reason: Reason) -> str:
    """A reason as a sentence or two."""
    return _WORDS[reason.id](*reason.numbers)


def describe_answer(value: float) -> str:
    """An answer from 1 to 5 as its nearest word and its number."""
    word = ANSWERS[min(4, max(0, round(value) - 1))]
    return _("“%(word)s” (%(number).1f of 5)") % {"word": word, "number": value}


def _describe_span(low: float, high: float) -> str:
    return _("9 times in 10 it lies from %(low).1f to %(high).1f") % {"low": low, "high": high}


def _explain_below_wish(value: float, low: float, high: float, wish: float) -> str:
    told = _("Your answers here come to about %(now)s; %(span)s. You would like about %(wish)s.")
    return told % {
        "now": describe_answer(value),
        "span": _describe_span(low, high),
        "wish": describe_answer(wish),
    }


def _explain_surely_lowest(value: float, low: float, high: float, others: float) -> str:
    told = _(
        "Your answers here come to about %(now)s; %(span)s. All of that is below your others, about %(rest)s."
    )
    return told % {
        "now": describe_answer(value),
        "span": _describe_span(low, high),
        "rest": describe_answer(others),
    }


def _explain_least_known(low: float, high: float, asked: float) -> str:
    if not asked:
        return _("Nothing was asked about this yet, so it is what is known least.")
    told = ngettext(
        "This is what is known least: %(count)d question so far, and 9 times in 10 it lies from %(low).1f to %(high).1f of 5.",
        "This is what is known least: %(count)d questions so far, and 9 times in 10 it lies from %(low).1f to %(high).1f of 5.",
        int(asked),
    )
    return told % {"count": int(asked), "low": low, "high": high}


def _explain_lowest_now(value: float, low: float, high: float) -> str:
    told = _(
        "Here your answers are furthest from what you would like, about %(now)s; %(span)s. It is not sure: others lie close."
    )
    return told % {"now": describe_answer(value), "span": _describe_span(low, high)}


def _explain_worth_unsure(value: float, low: float, high: float) -> str:
    told = _(
        "How you see yourself comes first while your answers about it are not surely “some” or more: about %(now)s; %(span)s."
    )
    return told % {"now": describe_answer(value), "span": _describe_span(low, high)}


_WORDS: Final[dict[ReasonId, Callable[..., str]]] = {
    "nothing_known": lambda: _("Little is known yet about where you stand, so a first look comes first."),
    "time_again": lambda _days: _("It has been a week or more since you last looked."),
    "surely_below_wish": _explain_below_wish,
    "surely_lowest": _explain_surely_lowest,
    "least_known": _explain_least_known,
    "lowest_now": _explain_lowest_now,
    "worth_first": lambda: _(
        "How you see yourself comes first. It is nobody else’s job, and much of the rest grows on it."
    ),
    "worth_unsure": _explain_worth_unsure,
    "of_the_facet": lambda: _(
        "It goes with what this plan is about, and your answers about your own worth are good."
    ),
    "for_both": lambda: _("Some of this lies between the two of you. Whether you ask for it is up to you."),
    "plan_over": lambda _days: _("Your six weeks are over. Looking back takes a few minutes, and can wait."),
    "plan_runs": lambda _day, week: (
        _("It is from your plan, week %(week)d of %(weeks)d.") % {"week": int(week), "weeks": WEEKS}
    ),
    "each_day": lambda: _(
        "Something small for today. There is a new one each day, and none comes back until you have seen them all."
    ),
}
