"""Boundaries of one's own: the list, one with all that belongs to it, how it read before, when to look at it again."""

from contextlib import suppress
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.asks import Reply, find_reply
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import present, rules
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.own.forms import ReviewForm, choose_review
from bothand.rooms.boundaries.own.pages import BoundaryPage, EarlierPage, ListPage
from bothand.rooms.boundaries.own.store import change_boundary
from bothand.rooms.boundaries.present import Statement
from bothand.rooms.boundaries.records import HONOURED, Answer, Note, Version
from bothand.rooms.boundaries.repairs.present import gather_repairs
from bothand.rooms.boundaries.shared.store import find_copy
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict
from bothand.vault.months import month_before, months_between

A_PAGE = 20
VERSIONS_A_PAGE = 10
MOST_NOTES = 10


@dataclass(frozen=True, slots=True)
class _Replies:
    """What came to a copy. `repairs` are by either; `unopened` counts what did not open of what two share."""

    answer: Statement | None = None
    reply: str = ""
    repairs: tuple[Statement, ...] = ()
    unopened: int = 0


@require_safe
def list_boundaries(request: HttpRequest) -> HttpResponse:
    """One's own, those that stand first."""
    visit = Visit(request)
    lot = visit.mine.query(Boundary)
    own = rules.sort_own(lot.items)
    shown, pages = page_of(own, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_list"))
    ours = visit.ours_if_two
    copies = (
        set()
        if ours is None
        else {copy.id for copy in ours.query(SharedBoundary).items if copy.author == visit.me}
    )
    page = ListPage(
        items=tuple(
            present.build_own_row(
                boundary,
                shown=bool(copies) and couple_actions.copy_id(request, boundary.id) in copies,
                partner=visit.partner_name,
            )
            for boundary in shown
        ),
        due=tuple(
            present.build_due_row(boundary)
            for boundary in own[:A_PAGE]
            if rules.is_due(boundary.record, visit.today)
        ),
        pages=pages,
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
@keep_form_id
def show_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One boundary."""
    mine = Visit(request).mine
    boundary = mine.get(Boundary, id_of(hex_id))
    if find_made(mine, Note) is not None:
        return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))
    return render(request, build_boundary_page(request, boundary))


@require_safe
def list_earlier(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a boundary read before, in *mine*; the newest first."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    numbers = range(boundary.record.number - 1, 0, -1)
    path = reverse("boundaries_versions", args=[boundary.hex])
    shown, pages = page_of(numbers, request.GET.get("page", ""), size=VERSIONS_A_PAGE, path=path)
    lot = visit.mine.query(Version, ids=[rules.place_earlier(boundary.id, number) for number in shown])
    newest = sorted((version.record for version in lot.items), key=lambda version: -version.number)
    page = EarlierPage(
        hex=boundary.hex,
        cards=tuple(
            present.build_card(version.words, owner=visit.settings.name, since=version.since)
            for version in newest
        ),
        pages=pages,
        unopened=len(shown) - len(newest),
    )
    return render(request, page)


@require_POST
def set_review(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say when to look at it again, counted from today."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    form = ReviewForm(request.POST)
    if form.is_valid():
        day = rules.find_review_day(form.cleaned_data["again"], visit.today)
        with suppress(Conflict):  # set in two windows at once: the page shows which day it is
            change_boundary(visit.mine, boundary, review=day)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))


def build_boundary_page(
    request: HttpRequest, boundary: Opened[Boundary], form: NoteForm | None = None
) -> BoundaryPage:
    """The page of a boundary; `form` is a note that could not be kept."""
    visit, record = Visit(request), boundary.record
    copy, broken = find_copy(request, boundary.id)
    replies = _Replies() if copy is None else _gather_replies(visit, copy)
    notes = visit.mine.query(Note, months=months_between(month_before(visit.today), visit.today))
    of_this = rules.sort_notes(notes.items, boundary.id)
    return BoundaryPage(
        card=present.show_card(record, visit.settings.name),
        hex=boundary.hex,
        shown=copy is not None,
        differs=copy is not None and copy.record.words != record.words,
        copy="" if copy is None else copy.hex,
        said=record.said,
        answer=replies.answer,
        reply=replies.reply,
        mends=bool(replies.repairs) or any(note.record.how != HONOURED for note in of_this),
        broken=broken,
        notes=present.build_notes(of_this[:MOST_NOTES]),
        takes_notes=bool(record.words.will),
        note_form=form or NoteForm(),
        review=record.review,
        due=rules.is_due(record, visit.today),
        review_form=ReviewForm(initial={"again": choose_review(record.review)}),
        repairs=replies.repairs,
        unopened=notes.unopened + replies.unopened,
        earlier=record.number > 1,
        hands=present.find_hands(record.words),
    )


def _gather_replies(visit: Visit, copy: Opened[SharedBoundary]) -> _Replies:
    partner, standing = visit.require_partner(), visit.ours.query(Answer, Reply)
    answer = rules.find_answer(standing.items, copy.id, partner.account)
    repairs, unopened = gather_repairs(visit, copy.id)
    return _Replies(
        answer=None if answer is None else present.show_answer(answer, copy.record),
        reply=find_reply(standing, copy.id, partner.account),
        repairs=repairs,
        unopened=standing.unopened + unopened,
    )
