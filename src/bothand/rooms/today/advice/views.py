"""How things are chosen."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.engines import guide
from bothand.kit import leads
from bothand.kit.fear_rule import fear_answers
from bothand.rooms.today.advice.pages import WhyPage
from bothand.rooms.today.advice.store import GuideVisit
from bothand.rooms.today.present import FEAR, QUIET
from bothand.shell.page import render


@require_safe
def explain_choice(request: HttpRequest) -> HttpResponse:
    """How things are chosen; and, for who is afraid, why nothing for two is suggested now."""
    ruling = GuideVisit(request).facts.ruling
    told = ruling.why if isinstance(ruling.why, guide.Afraid) else None
    page = WhyPage(
        afraid=fear_answers(told) if told else (),
        until=told.again_on if told else None,
        ask=reverse(FEAR) if ruling.unasked else "",
        quiet=reverse(QUIET),
        look=leads.to_step("check_in"),
    )
    return render(request, page)
