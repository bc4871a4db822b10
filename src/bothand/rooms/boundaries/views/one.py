"""One boundary of one's own, with all that belongs to it; how it read before; when to look at it again."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.kit.addresses import id_of
from bothand.kit.asks import find_noes
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, present, rules, store
from bothand.rooms.boundaries.forms import NoteForm, ReviewForm, choose_review
from bothand.rooms.boundaries.pages import BoundaryPage, EarlierPage
from bothand.rooms.boundaries.pieces import Statement
from bothand.rooms.boundaries.records import Note, Repair, Version
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict
from bothand.vault.months import month_before, months_between
from bothand.vault.ours import Ours
from bothand.vault.space import Space

A_PAGE = 10


@require_safe
def show_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One boundary."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    return render(request, build_boundary_page(request, space, there))


def build_boundary_page(
    request: HttpRequest, space: Space, there: Opened[Boundary], form: NoteForm | None = None
) -> BoundaryPage:
    """The page of a boundary; `form` is a mark that could not be kept."""
    record, today = there.record, asking.today(request)
    copy, broken = store.find_copy(request, there.id)
    answer, no, repairs, unopened = _gather_replies(request, copy)
    marks = space.months(Note, months_between(month_before(today), today))
    return BoundaryPage(
        card=present.show_card(record, asking.own_name(request)),
        hex=there.hex,
        shown=copy is not None,
        differs=copy is not None and copy.record.words != record.words,
        copy="" if copy is None else copy.hex,
        said=record.said,
        answer=answer,
        no=no,
        broken=broken,
        marks=present.build_notes(rules.sort_notes(marks.items, there.id)[:A_PAGE]),
        markable=bool(record.words.will),
        mark_form=form or NoteForm(),
        review=record.review,
        due=rules.is_due(record, today),
        review_form=ReviewForm(initial={"again": choose_review(record.review)}),
        repairs=repairs,
        unopened=marks.unopened + unopened,
        earlier=record.number > 1,
        hands=present.find_hands(record.words),
    )


def _gather_replies(
    request: HttpRequest, copy: Opened[SharedBoundary] | None
) -> tuple[Statement | None, bool, tuple[Statement, ...], int]:
    """What the other said to a copy: their answer, whether they said no, what either said to mend it; and how much of
    what two share did not open.
    """
    if copy is None:
        return None, False, (), 0
    ours, partner = access.open_ours(request), asking.partner_of(request)
    standing = ours.standing()
    found = rules.find_answer(standing.items, copy.id, partner.account)
    said, unopened = gather_repairs(request, ours, copy.id)
    return (
        None if found is None else present.show_answer(found, copy.record),
        copy.id in find_noes(standing, partner.account),
        said,
        standing.unopened + unopened,
    )


def gather_repairs(request: HttpRequest, ours: Ours, boundary: bytes) -> tuple[tuple[Statement, ...], int]:
    """What either said this month and last to make something good again, the newest first; and how much did not open.

    What is older, and what is more than a page, stands on the pages of the months (`between.mended`).
    """
    today = asking.today(request)
    lot: Any = ours.months(Repair, months_between(month_before(today), today))
    mine, names = access.visitor_of_request(request).account, asking.names(request)
    return tuple(
        present.show_repair(one, names, own=one.author == mine and one.record.day == today)
        for one in rules.sort_repairs(lot.items, boundary, tuple(names))[:A_PAGE]
    ), lot.unopened


@require_safe
def list_earlier(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a boundary read before, in *mine*; the newest first."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    numbers = range(there.record.number - 1, 0, -1)
    path = reverse("boundaries_earlier", args=[there.hex])
    shown, pages = page_of(numbers, request.GET.get("page", ""), size=A_PAGE, path=path)
    lot = space.several(Version, [rules.place_earlier(there.id, number) for number in shown])
    newest = sorted(lot.items, key=lambda one: one.record.number, reverse=True)
    owner = asking.own_name(request)
    page = EarlierPage(
        hex=there.hex,
        cards=tuple(
            present.build_card(one.record.words, owner=owner, since=one.record.since) for one in newest
        ),
        pages=pages,
        unopened=len(shown) - len(newest),
    )
    return render(request, page)


@require_POST
def set_review(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say when to look at it again, counted from today."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    form = ReviewForm(request.POST)
    if form.is_valid():
        day = rules.find_review_day(form.cleaned_data["again"], asking.today(request))
        with suppress(Conflict):  # set in two windows at once: the page shows which day it is
            store.change_boundary(space, there, review=day)
    return HttpResponseRedirect(reverse("boundaries_one", args=[there.hex]))
