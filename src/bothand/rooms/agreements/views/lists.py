"""What there is, and what there was."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.domain.agreements import Agreement
from bothand.kit import agreement_store
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.kit.yeses import YES
from bothand.rooms.agreements.matters.present import present_matters
from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.pages import ListPage
from bothand.rooms.agreements.present import present_agreements, present_alone
from bothand.shell.page import render
from bothand.vault.body import Opened

A_PAGE = 20


@require_safe
@for_pair(present_alone)
def list_agreements(request: HttpRequest) -> HttpResponse:
    """What was agreed, suggested and begun."""
    return _show_list(request, past=False)


@require_safe
@for_pair(present_alone)
def list_past(request: HttpRequest) -> HttpResponse:
    """What was ended and put aside."""
    return _show_list(request, past=True)


def _show_list(request: HttpRequest, *, past: bool) -> HttpResponse:
    pair = Visit(request).require_pair()
    index, broken = agreement_store.find_index_and_broken(pair.ours)
    agreements, matters = (index.ended, index.aside) if past else (index.agreements, index.matters)
    path = reverse("agreements_past" if past else "agreements_list")
    ids, pages = page_of(agreements[::-1], request.GET.get("page", ""), size=A_PAGE, path=path)
    begun = matters[::-1][:A_PAGE]
    lot = pair.ours.query(Agreement, Matter, ids=[*ids, *begun])
    by_id: dict[bytes, Opened[Any]] = {one.id: one for one in lot.items}
    heads = [by_id[one] for one in ids if one in by_id]
    agreed = _find_agreed(request)
    page = ListPage(
        past=past,
        agreed=present_agreements(one for one in heads if past or agreed(one)),
        suggested=present_agreements(one for one in heads if not past and not agreed(one)),
        matters=present_matters(by_id[one] for one in begun if one in by_id),
        pages=pages,
        unopened=lot.unopened + broken,
    )
    return render(request, page)


def _find_agreed(request: HttpRequest) -> Callable[[Opened[Agreement]], bool]:
    """Which agreements both said yes to: while *mine* is open, only those with a yes of mine."""
    if Visit(request).mine_if_open is None:
        return lambda one: bool(one.record.agreed)
    sorts = couple_actions.meet_all(request, YES)
    mine = {sort.split(":")[1] for sort, one in sorts.items() if one.results}
    return lambda one: bool(one.record.agreed) and one.hex in mine
