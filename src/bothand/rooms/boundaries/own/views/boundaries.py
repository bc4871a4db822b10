"""One boundary of one's own, with all that belongs to it; how it read before; when to look at it again."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access, couple_actions
from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.asks import find_noes
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, present, rules
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.own.forms import ReviewForm, choose_review
from bothand.rooms.boundaries.own.pages import BoundaryPage, EarlierPage, ListPage
from bothand.rooms.boundaries.own.store import change_boundary
from bothand.rooms.boundaries.present import Statement
from bothand.rooms.boundaries.records import Note, Version
from bothand.rooms.boundaries.repairs.present import gather_repairs
from bothand.rooms.boundaries.shared.store import find_copy
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict
from bothand.vault.months import month_before, months_between
from bothand.vault.space import Space

A_PAGE = 20
VERSIONS_A_PAGE = 10
MOST_NOTES = 10


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
    copy, broken = find_copy(request, there.id)
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
        marks=present.build_notes(rules.sort_notes(marks.items, there.id)[:MOST_NOTES]),
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


@require_safe
def list_earlier(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a boundary read before, in *mine*; the newest first."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    numbers = range(there.record.number - 1, 0, -1)
    path = reverse("boundaries_versions", args=[there.hex])
    shown, pages = page_of(numbers, request.GET.get("page", ""), size=VERSIONS_A_PAGE, path=path)
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
            change_boundary(space, there, review=day)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


@require_safe
def list_boundaries(request: HttpRequest) -> HttpResponse:
    """One's own, those that stand first."""
    space, partner = access.open_mine(request), asking.partner_name(request)
    lot = space.standing(Boundary)
    found = rules.sort_own(lot.items)
    shown, pages = page_of(found, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_list"))
    copies = _list_copy_ids(request) if partner else frozenset()
    at = [couple_actions.copy_id(request, one.id) if partner else b"" for one in shown]
    today = asking.today(request)
    page = ListPage(
        items=tuple(
            present.build_own_row(one, shown=place in copies, partner=partner)
            for one, place in zip(shown, at, strict=True)
        ),
        due=tuple(present.build_due_row(one) for one in found[:A_PAGE] if rules.is_due(one.record, today)),
        pages=pages,
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _list_copy_ids(request: HttpRequest) -> frozenset[bytes]:
    mine = access.visitor_of_request(request).account
    return frozenset(
        one.id for one in access.open_ours(request).standing(SharedBoundary).items if one.author == mine
    )
