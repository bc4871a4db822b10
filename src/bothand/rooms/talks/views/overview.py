"""What waits, what was asked, what goes on; and the talks that were."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Pair, Visit
from bothand.domain.checkins import FearAnswers
from bothand.kit import deletion, fear_rule
from bothand.kit.addresses import month_of
from bothand.kit.month_links import Window, first_day, link_window, pick_window
from bothand.kit.paging import page_of
from bothand.rooms.talks.conversation.present import open_talk_line, past_line
from bothand.rooms.talks.conversation.records import Talk
from bothand.rooms.talks.conversation.store import find_closes, find_open_talks
from bothand.rooms.talks.invitations.present import list_invitations, list_reminders
from bothand.rooms.talks.invitations.records import Table
from bothand.rooms.talks.invitations.store import sort_tables
from bothand.rooms.talks.pages import (
    OverviewPage,
    PastLine,
    PastPage,
)
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.present import topic_line
from bothand.rooms.talks.topics.records import Mentions, Topic
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.vault.records import kind_of
from bothand.vault.space import Lot

A_PAGE = 20
MONTHS = 6


@require_safe
def list_talks(request: HttpRequest) -> HttpResponse:
    """What waits, what was asked, what goes on."""
    visit = Visit(request)
    mine = visit.mine
    two, day = visit.pair_if_two(), visit.today
    own: Lot[Any] = mine.query(Topic, Mentions, FearAnswers)
    joint: Lot[Any] = two.ours.query(Topic, Table) if two else Lot(())
    topics = [one for one in own.items if isinstance(one.record, Topic)]
    shared = [one for one in joint.items if isinstance(one.record, Topic)]
    lines = sorted([*topics, *shared], key=lambda one: (one.record.since, one.created, one.id), reverse=True)
    shown, pages = page_of(lines, request.GET.get("page", ""), size=A_PAGE, path=request.path)
    tables = sort_tables(joint.items, two.ours.id, two.me, two.other) if two else None
    opened = find_open_talks(two.ours, two.me, *tables) if two and tables else ()
    found = next((one.record for one in own.items if isinstance(one.record, Mentions)), None)
    page = OverviewPage(
        open=tuple(open_talk_line(visit.zone, one) for one in opened),
        invites=list_invitations(visit.zone, tables) if tables else (),
        later=list_reminders(tables[0], day) if tables else (),
        topics=tuple(topic_line(one, visit.me, both=one not in topics) for one in shown),
        pages=pages,
        again=bool(rules.find_recurring(found, day)),
        afraid=fear_rule.explain_fear_rule(request, own) if two else (),
        unopened=own.unopened + joint.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
@for_two
def list_past_talks(request: HttpRequest) -> HttpResponse:
    """The talks of half a year; `?to=` names its last month. Readable while *mine* is locked."""
    two = Visit(request).require_pair()
    window = find_talk_months(two, month_of(request.GET["to"]) if "to" in request.GET else "")
    lines, unopened = list_talks_of(two, window)
    page = PastPage(
        talks=lines,
        first=first_day(window.shown[0]) if window.shown else None,
        last=first_day(window.shown[-1]) if window.shown else None,
        pages=link_window(window, request.path),
        unopened=unopened,
    )
    return render(request, page)


def find_talk_months(two: Pair, wanted: str = "") -> Window:
    """Half a year of the months in which something of both lies, up to the one wanted, else up to the newest."""
    return pick_window(two.ours.find_months(kind_of(Talk).shelf), wanted, MONTHS)


def list_talks_of(two: Pair, window: Window) -> tuple[tuple[PastLine, ...], int]:
    """The talks of some months, the newest first, and how many did not open."""
    lot = two.ours.query(Talk, months=window.shown)
    found = sorted(lot.items, key=lambda one: (one.record.day, one.record.began, one.id), reverse=True)
    closes = find_closes(two, found)
    return tuple(past_line(one, closes.get(one.id, [])) for one in found), lot.unopened
