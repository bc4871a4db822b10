"""What two show each other. These pages open while *mine* is locked, and nothing of *mine* is on them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.accounts.partner import Partner
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import fear_rule
from bothand.kit.asks import find_noes
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, present, rules
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
from bothand.vault.errors import Conflict, Missing
from bothand.vault.ours import Ours

A_PAGE = 20
VERSIONS_A_PAGE = 10


@require_safe
def list_shared(request: HttpRequest) -> HttpResponse:
    """The boundaries that each shows the other."""
    access.live_session(request)
    if access.find_partner(request) is None:
        return render(request, AlonePage())
    partner, mine = asking.partner_of(request), access.visitor_of_request(request).account
    lot = access.open_ours(request).standing(SharedBoundary, Answer)
    theirs = rules.list_shared(lot.items, partner.account)
    shown, pages = page_of(theirs, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_shared"))
    page = SharedListPage(
        theirs=tuple(present.build_shared_row(one) for one in shown),
        own=tuple(
            present.build_shared_row(one) for one in rules.list_shared(lot.items, mine)[: rules.MOST_SHOWN]
        ),
        left=tuple(
            present.show_answer(one, None)
            for one in rules.list_left_behind(lot.items, mine, partner.account)[:A_PAGE]
        ),
        pages=pages,
        unopened=lot.unopened,
        afraid=fear_rule.explain_fear_rule(request),
    )
    return render(request, page)


@require_POST
def clear_answers(request: HttpRequest) -> HttpResponse:
    """Take away what one wrote to something that is not shown any more."""
    try:
        drop_answers(
            asking.space_to_write(request),
            access.visitor_of_request(request).account,
            asking.partner_of(request),
        )
    except Alone:
        raise Missing from None
    except Conflict:
        pass  # pressed in two windows at once: the page shows what is left
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_shared"))


@require_safe
def show_shared(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One boundary that is shown: the other's, or one's own as the other sees it."""
    ours, partner, there = find_shared(request, hex_id)
    if there.author == partner.account:
        return render(request, _build_partner_page(request, ours, partner, there))
    return render(request, _build_copy_page(request, ours, partner, there))


def _build_partner_page(
    request: HttpRequest, ours: Ours, partner: Partner, there: Opened[SharedBoundary]
) -> Page:
    mine = access.visitor_of_request(request).account
    standing = ours.standing()
    own = rules.find_answer(standing.items, there.id, mine)
    said, unopened = gather_repairs(request, ours, there.id)
    return PartnerBoundaryPage(
        card=present.show_card(there.record, partner.name),
        hex=there.hex,
        own=None if own is None else present.show_answer(own, there.record),
        asks=there.record.words.asks and there.record.ended is None,
        no=there.id in find_noes(standing, mine),
        repairs=said,
        unopened=standing.unopened + unopened,
        versions=len(there.record.versions),
        hands=present.find_hands(there.record.words),
    )


def _build_copy_page(
    request: HttpRequest, ours: Ours, partner: Partner, there: Opened[SharedBoundary]
) -> Page:
    standing = ours.standing()
    found = rules.find_answer(standing.items, there.id, partner.account)
    said, unopened = gather_repairs(request, ours, there.id)
    return OwnCopyPage(
        card=present.show_card(there.record, asking.own_name(request)),
        hex=there.hex,
        answer=None if found is None else present.show_answer(found, there.record),
        no=there.id in find_noes(standing, partner.account),
        repairs=said,
        unopened=standing.unopened + unopened,
        versions=len(there.record.versions),
    )


@require_safe
def list_versions(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Every wording that was shown, the newest first; each is checked against the one before it."""
    ours, partner, there = find_shared(request, hex_id)
    refs = there.record.versions
    path = reverse("boundaries_shared_versions", args=[there.hex])
    numbers, pages = page_of(
        range(len(refs) - 1, -1, -1), request.GET.get("page", ""), size=VERSIONS_A_PAGE, path=path
    )
    first, last = min(numbers, default=0), max(numbers, default=-1)
    wanted = refs[first : last + 1]
    lot = ours.several(Version, [ref.id for ref in wanted])
    before = refs[first - 1].digest if first else b""
    chain = rules.check_chain(wanted, lot.items, there.author, before=before)
    owner = partner.name if there.author == partner.account else asking.own_name(request)
    page = SharedVersionsPage(
        cards=tuple(
            None if one is None else present.build_card(one.record.words, owner=owner, since=one.record.since)
            for _ref, one in reversed(chain)
        ),
        pages=pages,
        back=reverse("boundaries_shared_show", args=[there.hex]),
    )
    return render(request, page)
