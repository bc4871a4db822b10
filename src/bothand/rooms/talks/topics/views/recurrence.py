"""That a topic came up again, and topics that keep coming back."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.domain.checkins import FearAnswers
from bothand.kit import fear_rule
from bothand.kit.addresses import id_of
from bothand.rooms.talks.place import today
from bothand.rooms.talks.present import find_hands
from bothand.rooms.talks.topics import rules, store
from bothand.rooms.talks.topics.pages import RecurringLine, RecurringPage
from bothand.rooms.talks.topics.records import Mention, Mentions, Topic
from bothand.rooms.talks.topics.store import find_topic
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space


@require_safe
def list_recurring(request: HttpRequest) -> HttpResponse:
    """Topics that came up again and again, from my own list alone.

    A row that did not open may be the one that says that I am afraid: until all are read, nothing for two is suggested.
    """
    own = access.open_mine(request).standing(Mentions, FearAnswers)
    found = next((one.record for one in own.items if isinstance(one.record, Mentions)), None)
    why = fear_rule.explain_fear_rule(request, own)
    joint = not why and not own.unopened
    lines = tuple(
        RecurringLine(
            text=one.text,
            days=one.days,
            hands=find_hands(one.text, *(("agreement", "boundary") if joint else ("boundary",))),
            ask=f"{reverse('talks_begin')}?about={one.of.hex()}",
        )
        for one in rules.find_recurring(found, today(request))
    )
    return render(request, RecurringPage(found=lines, afraid=why, joint=joint, unopened=own.unopened))


CAME_SHOWN = 12


@require_POST
def add_mention(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Note in *mine* that a topic came up today."""
    mine = access.open_mine(request)
    found, _space = find_topic(request, id_of(hex_id))
    line = Mention(found.record.thread or found.id, found.record.text, today(request))
    store.note_mention(mine, line)
    return HttpResponseRedirect(reverse("talks_topic", args=[found.hex]) + "?done=came")


def list_days(mine: Space, found: Opened[Topic]) -> tuple[date, ...]:
    try:
        rounds = mine.only(Mentions)
    except DidNotOpen:
        return ()
    thread = found.record.thread or found.id
    days = {one.day for one in (rounds.record.lines if rounds else ()) if one.thread == thread}
    return tuple(sorted(days, reverse=True)[:CAME_SHOWN])
