"""How a reading is said: the same words in every room.

`domain.reading` decides what may be said about a person; here it gets its words. A room that says where somebody stands, what
moved or how it fits their ideal takes them from here.
"""

from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from bothand.content import items
from bothand.kit import texts
from bothand.relationship import FACETS

if TYPE_CHECKING:
    from bothand.domain.reading import Course, Wish

ANSWERS: Final[dict[int, Promise]] = {
    1: pgettext_lazy("an answer", "not at all"),
    2: pgettext_lazy("an answer", "a little"),
    3: pgettext_lazy("an answer", "some"),
    4: pgettext_lazy("an answer", "mostly"),
    5: pgettext_lazy("an answer", "fully"),
}
AXES: Final[dict[str, Promise]] = {
    "togetherness": gettext_lazy("togetherness"),
    "selfhood": gettext_lazy("selfhood"),
}
_IDS: Final = {one.name: one.id for one in FACETS}
_SURE: Final[tuple[tuple[float, Promise], ...]] = (
    (0.99, gettext_lazy("more than 99 in 100 sure")),
    (0.95, gettext_lazy("more than 19 in 20 sure")),
    (0.9, gettext_lazy("more than 9 in 10 sure")),
)


def name_facet(name: str) -> str:
    """A facet as it is called on pages; the name itself for one that is known no more.

    >>> name_facet("limits")
    'Limits'
    """
    wanted = _IDS.get(name)
    bank = items.load_bank(texts.text_language())
    return next((one.title for one in bank.ideals if one.facet == wanted), name)


def name_scale(name: str) -> str:
    """A facet or an axis, as it is called on pages."""
    return str(AXES[name]).capitalize() if name in AXES else name_facet(name)


def quote_scale(name: str) -> str:
    """A facet's title in quotation marks, or an axis by its word, inside a sentence."""
    return str(AXES[name]) if name in AXES else _("“%(title)s”") % {"title": name_facet(name)}


def quote_answer(value: float) -> str:
    """The answer that an expected one is nearest to, in quotation marks.

    >>> quote_answer(3.7)
    '“mostly”'
    """
    return _("“%(answer)s”") % {"answer": ANSWERS[min(5, max(1, round(value)))]}


def format_number(value: float) -> str:
    """An expected answer, with one decimal in the page's language."""
    return str(number_format(value, 1))


def describe_sureness(probability: float) -> str:
    """How surely something is so: as surely as the number is, and never more.

    >>> [describe_sureness(one) for one in (0.995, 0.96, 0.92, 0.7)][1:]
    ['more than 19 in 20 sure', 'more than 9 in 10 sure', 'too early to say']
    """
    return str(
        next(
            (words for least, words in _SURE if probability >= least),
            gettext_lazy("too early to say"),
        )
    )


def describe_course(course: "Course | None") -> str:
    """How one facet or axis went, with its day and how surely; that it is too early where there is none."""
    if course is None:
        return _("It is too early to say whether this has changed.")
    told = {"day": format_day(course.since), "sure": describe_sureness(course.sure)}
    if course.way == "up":
        return _("Higher than on %(day)s: %(sure)s.") % told
    if course.way == "down":
        return _("Lower than on %(day)s: %(sure)s.") % told
    if course.way == "steady":
        return _("Steady since %(day)s: it moved by less than one step, %(sure)s.") % told
    return _("No clear change since %(day)s.") % told


def describe_wish(wish: "Wish | None", value: float) -> str:
    """How the answers, `value` as expected now, fit an ideal; nothing where none was said.

    An ideal at the top of the scale, as nearly everybody has it, is told by its distance and not as something to reach.
    """
    if wish is None:
        return ""
    if wish.at_the_top:
        told = {"ideal": quote_answer(wish.said), "now": quote_answer(value)}
        return (
            _("You would like this %(ideal)s, as nearly everybody does. Your answers are near %(now)s.")
            % told
        )
    if wish.fit == "more":
        return _("You would like more of this.")
    if wish.fit == "less":
        return _("You would like less of this.")
    return _("There is no clear distance from what you would like.")


def format_day(day: date) -> str:
    """A day, with its year."""
    return str(date_format(day, "j F Y"))
