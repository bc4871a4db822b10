"""What waits, what was, and what there is to read."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access, wall_clock
from bothand.domain.checkins import FearAnswers
from bothand.kit import deletion, fear_rule
from bothand.kit.addresses import day_of
from bothand.kit.paging import page_of
from bothand.rooms.talks import present, rounds, store
from bothand.rooms.talks.forms import PaperForm
from bothand.rooms.talks.laid import list_invitations, list_open_talks, list_reminders
from bothand.rooms.talks.pages import (
    GuidePage,
    HelpPage,
    OverviewPage,
    PaperFormPage,
    PaperPage,
    PastLine,
    PastPage,
    RecurringLine,
    RecurringPage,
    TopicLine,
)
from bothand.rooms.talks.place import Pair, for_two, pair, pair_if, today, zone_of
from bothand.rooms.talks.records import Mentions, Table, Topic
from bothand.shell.page import render
from bothand.shell.parts import Pages
from bothand.vault.body import Opened
from bothand.vault.months import months_between
from bothand.vault.space import Lot

A_PAGE = 20
MOST_TO_CHOOSE = 30
HALF_A_YEAR = timedelta(days=182)


@require_safe
def list_talks(request: HttpRequest) -> HttpResponse:
    """What waits, what was asked, what goes on."""
    mine = access.open_mine(request)
    two, day = pair_if(request), today(request)
    own = mine.standing(Topic, Mentions, FearAnswers)
    joint = two.ours.standing(Topic, Table) if two else Lot(())
    topics = [one for one in own.items if isinstance(one.record, Topic)]
    shared = [one for one in joint.items if isinstance(one.record, Topic)]
    lines = sorted([*topics, *shared], key=lambda one: (one.record.since, one.created, one.id), reverse=True)
    shown, pages = page_of(lines, request.GET.get("page", ""), size=A_PAGE, path=request.path)
    tables = store.sort_tables(joint.items, two.ours.id, two.me, two.other) if two else None
    found = next((one.record for one in own.items if isinstance(one.record, Mentions)), None)
    page = OverviewPage(
        open=list_open_talks(zone_of(request), two, tables) if two and tables else (),
        invites=list_invitations(zone_of(request), tables) if tables else (),
        later=list_reminders(tables[0], day) if tables else (),
        topics=tuple(_topic_line(one, topics, access.visitor_of_request(request).account) for one in shown),
        pages=pages,
        again=bool(rounds.find_recurring(found, day)),
        afraid=fear_rule.explain_fear_rule(request, own) if two else (),
        unopened=own.unopened + joint.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
@for_two
def list_past_talks(request: HttpRequest) -> HttpResponse:
    """The talks of half a year; `?to=` names their last day. Readable while *mine* is locked."""
    two = pair(request)
    now = today(request)
    last = min(day_of(request.GET["to"]), now) if "to" in request.GET else now
    last = max(last, two.ours.since)
    lines, unopened = _find_past_talks(two, last)
    first = last - HALF_A_YEAR + timedelta(days=1)
    older = f"{request.path}?to={first - timedelta(days=1)}" if first > two.ours.since else ""
    newer = f"{request.path}?to={min(last + HALF_A_YEAR, now)}" if last < now else ""
    page = PastPage(
        talks=lines, first=first, last=last, pages=Pages(newer=newer, older=older), unopened=unopened
    )
    return render(request, page)


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
            hands=present.find_hands(one.text, *(("agreement", "boundary") if joint else ("boundary",))),
            ask=f"{reverse('talks_begin')}?about={one.of.hex()}",
        )
        for one in rounds.find_recurring(found, today(request))
    )
    return render(request, RecurringPage(found=lines, afraid=why, joint=joint, unopened=own.unopened))


@require_safe
def show_guide(request: HttpRequest) -> HttpResponse:
    """Starting gently."""
    access.live_session(request)
    return render(request, GuidePage(openers=present.find_openers("raise", "feel", "need")))


@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    """When a counsellor helps, and how to find one."""
    access.live_session(request)
    return render(request, HelpPage())


@require_http_methods(["GET", "HEAD", "POST"])
def make_paper(request: HttpRequest) -> HttpResponse:
    """Choose what goes on one page, and then that page; `?empty=1` gives its headings. Nothing of it is kept."""
    mine = access.open_mine(request)
    two, day = pair_if(request), today(request)
    lots = [mine.standing(Topic), *([two.ours.standing(Topic)] if two else [])]
    waiting = (one for lot in lots for one in lot.items if isinstance(one.record, Topic))
    topics = sorted(waiting, key=lambda one: one.created, reverse=True)[:MOST_TO_CHOOSE]
    talks, unopened = _find_past_talks(two, day) if two else ((), 0)
    talks, unopened = talks[:MOST_TO_CHOOSE], unopened + sum(lot.unopened for lot in lots)
    by_topic = {one.hex: one.record.text for one in topics}
    by_talk = {one.path: one for one in talks}
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        topics=[(key, text[:120]) for key, text in by_topic.items()],
        talks=[(key, f"{one.day:%Y-%m-%d} {one.text[:120]}") for key, one in by_talk.items()],
    )
    empty = request.GET.get("empty") == "1" and request.method != "POST"
    if not empty and (request.method != "POST" or not form.is_valid()):
        return render(
            request, PaperFormPage(form=form, unopened=unopened), status=422 if form.is_bound else 200
        )
    typed = {"text": "", "hope": ""} if empty else form.cleaned_data
    page = PaperPage(
        name=access.visitor_of_request(request).settings.name,
        day=wall_clock.today_in(access.visitor_of_request(request).settings.zone),
        text=typed["text"],
        hope=typed["hope"],
        empty=empty,
        topics=tuple(by_topic[one] for one in typed.get("topics", ())),
        talks=tuple(by_talk[one] for one in typed.get("talks", ())),
    )
    return render(request, page)


def _find_past_talks(two: Pair, last: date) -> tuple[tuple[PastLine, ...], int]:
    first = last - HALF_A_YEAR + timedelta(days=1)
    lot = store.find_talks(two, months_between(max(first, two.ours.since), last))
    found = [one for one in lot.items if first <= one.record.day <= last]
    found.sort(key=lambda one: (one.record.day, one.record.began, one.id), reverse=True)
    closes = store.find_closes(two, found)
    return tuple(present.past_line(one, closes.get(one.id, [])) for one in found), lot.unopened


def _topic_line(one: Opened[Topic], own: list[Opened[Topic]], me: bytes) -> TopicLine:
    return TopicLine(
        path=reverse("talks_topic", args=[one.hex]),
        text=one.record.text,
        both=one not in own,
        theirs=one.author != me,
    )
