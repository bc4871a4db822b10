"""What two show each other. These pages open while *mine* is locked, and nothing of *mine* is on them."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import fear_rule
from bothand.kit.addresses import id_of
from bothand.kit.asks import Reply, find_reply
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.answers.store import drop_answers
from bothand.rooms.boundaries.pages import AlonePage
from bothand.rooms.boundaries.records import Answer, Version
from bothand.rooms.boundaries.repairs.present import gather_repairs
from bothand.rooms.boundaries.shared.pages import (
    OwnCopyPage,
    PartnerBoundaryPage,
    SharedListPage,
    SharedVersionsPage,
)
from bothand.rooms.boundaries.shared.store import find_shared
from bothand.shell.page import Page, render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict

A_PAGE = 20
VERSIONS_A_PAGE = 10


@require_safe
def list_shared(request: HttpRequest) -> HttpResponse:
    """The boundaries that each shows the other."""
    visit = Visit(request)
    if visit.partner is None:
        return render(request, AlonePage())
    pair = visit.require_pair()
    lot = pair.ours.query(SharedBoundary, Answer)
    theirs, own = rules.list_shared(lot.items, pair.other), rules.list_shared(lot.items, pair.me)
    left_behind = rules.list_left_behind(lot.items, pair.me, pair.other)
    shown, pages = page_of(
        theirs, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_shared")
    )
    page = SharedListPage(
        theirs=tuple(map(present.build_shared_row, shown)),
        own=tuple(map(present.build_shared_row, own[: rules.MOST_SHOWN])),
        left=tuple(present.show_answer(answer, None) for answer in left_behind[:A_PAGE]),
        pages=pages,
        unopened=lot.unopened,
        afraid=fear_rule.explain_fear_rule(request),
    )
    return render(request, page)


@require_POST
def clear_answers(request: HttpRequest) -> HttpResponse:
    """Take away what one wrote to something that is not shown any more."""
    with suppress(Conflict):  # pressed in two windows at once: the page shows what is left
        drop_answers(Visit(request).require_pair())
    return HttpResponseRedirect(reverse("boundaries_shared"))


@require_safe
def show_shared(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One boundary that is shown: the other's, or one's own as the other sees it."""
    visit = Visit(request)
    shared = find_shared(visit, id_of(hex_id))
    build_page = _build_copy_page if shared.author == visit.me else _build_partner_page
    return render(request, build_page(visit, shared))


@require_safe
def list_versions(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Every wording that was shown, the newest first; each is checked against the one before it."""
    visit = Visit(request)
    shared = find_shared(visit, id_of(hex_id))
    refs = shared.record.versions
    path = reverse("boundaries_shared_versions", args=[shared.hex])
    numbers, pages = page_of(
        range(len(refs) - 1, -1, -1), request.GET.get("page", ""), size=VERSIONS_A_PAGE, path=path
    )
    first, last = min(numbers, default=0), max(numbers, default=-1)
    wanted = refs[first : last + 1]
    lot = visit.ours.query(Version, ids=[ref.id for ref in wanted])
    before = refs[first - 1].digest if first else b""
    chain = rules.check_chain(wanted, lot.items, shared.author, before=before)
    owner = visit.names[shared.author]
    page = SharedVersionsPage(
        cards=tuple(
            None
            if version is None
            else present.build_card(version.record.words, owner=owner, since=version.record.since)
            for _ref, version in reversed(chain)
        ),
        pages=pages,
        back=reverse("boundaries_shared_show", args=[shared.hex]),
    )
    return render(request, page)


def _build_partner_page(visit: Visit, shared: Opened[SharedBoundary]) -> Page:
    standing = visit.ours.query(SharedBoundary, Answer, Reply)
    own = rules.find_answer(standing.items, shared.id, visit.me)
    repairs, unopened = gather_repairs(visit, shared.id)
    return PartnerBoundaryPage(
        card=present.show_card(shared.record, visit.partner_name),
        hex=shared.hex,
        own=None if own is None else present.show_answer(own, shared.record),
        asks=shared.record.words.asks and shared.record.ended is None,
        hows=tuple(labels.REPLIES.items()),
        reply=find_reply(standing, shared.id, visit.me),
        repairs=repairs,
        unopened=standing.unopened + unopened,
        versions=len(shared.record.versions),
        hands=present.find_hands(shared.record.words),
    )


def _build_copy_page(visit: Visit, shared: Opened[SharedBoundary]) -> Page:
    other = visit.require_partner().account
    standing = visit.ours.query(SharedBoundary, Answer, Reply)
    answer = rules.find_answer(standing.items, shared.id, other)
    repairs, unopened = gather_repairs(visit, shared.id)
    return OwnCopyPage(
        card=present.show_card(shared.record, visit.settings.name),
        hex=shared.hex,
        answer=None if answer is None else present.show_answer(answer, shared.record),
        reply=find_reply(standing, shared.id, other),
        repairs=repairs,
        unopened=standing.unopened + unopened,
        versions=len(shared.record.versions),
    )
