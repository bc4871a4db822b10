"""That a topic came up again, and topics that keep coming back."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.domain.checkins import FearAnswers, ruling_answers
from bothand.kit import fear_rule
from bothand.kit.addresses import id_of
from bothand.rooms.talks.present import find_hands
from bothand.rooms.talks.topics import rules, store
from bothand.rooms.talks.topics.pages import RecurringLine, RecurringPage
from bothand.rooms.talks.topics.records import Mention, Mentions
from bothand.shell.page import render
from bothand.vault.space import Lot


@require_safe
def list_recurring(request: HttpRequest) -> HttpResponse:
    """Topics that came up again and again, from my own list alone.

    A row that did not open may be the one that says that I am afraid: until all are read, nothing for two is suggested.
    """
    visit = Visit(request)
    own: Lot[Any] = visit.mine.query(Mentions, FearAnswers)
    found = next((one.record for one in own.items if isinstance(one.record, Mentions)), None)
    why = fear_rule.explain_fear_rule(request, own)
    joint = ruling_answers(own.items, visit.today).joint and not own.unopened
    lines = tuple(
        RecurringLine(
            text=one.text,
            days=one.days,
            hands=find_hands(one.text, *(("agreement", "boundary") if joint else ("boundary",))),
            ask=f"{reverse('talks_begin')}?about={one.of.hex()}",
        )
        for one in rules.find_recurring(found, visit.today)
    )
    return render(request, RecurringPage(found=lines, afraid=why, joint=joint, unopened=own.unopened))


@require_POST
def add_mention(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Note in *mine* that a topic came up today."""
    visit = Visit(request)
    topic, _space = store.find_topic(visit, id_of(hex_id))
    line = Mention(topic.record.thread or topic.id, topic.record.text, visit.today)
    store.note_mention(visit.mine, line)
    return HttpResponseRedirect(reverse("talks_topic", args=[topic.hex]) + "?done=came")
