"""What the fear rule says in a room for two: to the person it is about, and to nobody else (MODEL.md, the fear rule)."""

from typing import Any, Final

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.domain import checkins
from bothand.engines.guide.fear import Afraid
from bothand.vault.space import Lot

ANSWERED: Final[dict[str, Promise]] = {
    "say_no": _("You answered that you are at times afraid to say no."),
    "disagree": _("You answered that you are at times afraid to disagree."),
    "at_home": _("You answered that you are at times afraid of what happens at home."),
}


def fear_answers(why: Afraid) -> tuple[str, ...]:
    """What was answered, one a line."""
    return tuple(str(ANSWERED[name]) for name in why.questions)


def explain_fear_rule(request: HttpRequest, read: Lot[Any] | None = None) -> tuple[str, ...]:
    """The reasons for which no step for two is suggested to this person now; nothing while *mine* is locked.

    A room for two asks this on its first page and shows `kit/fear_rule.html`. It stays usable. One query,
    or none where the page has `read` the answers with what stands in *mine* anyway.
    """
    visitor = access.visitor_of_request(request)
    if not visitor.unlocked:
        return ()
    lot = read or Visit(request).mine.query(checkins.FearAnswers)
    why = checkins.ruling_answers(lot.items, Visit(request).today).why
    return fear_answers(why) if isinstance(why, Afraid) else ()
