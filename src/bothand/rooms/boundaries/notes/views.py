"""How it went with a boundary: in *mine* alone, dated. Nothing of it is ever shown to the other."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.domain.boundaries import Boundary
from bothand.kit import deletion
from bothand.kit.addresses import day_of, id_of, month_of
from bothand.kit.documents import READ_OR_WRITE, DeletionView, Question
from bothand.kit.month_links import link_months
from bothand.kit.paging import page_of
from bothand.kit.resent import hide_choice, save_line
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.notes.pages import NotesPage, TwoNotesPage
from bothand.rooms.boundaries.own.views.boundaries import build_boundary_page
from bothand.rooms.boundaries.pages import QuestionPage
from bothand.rooms.boundaries.records import Note
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Missing
from bothand.vault.records import Shelf

A_PAGE = 30


class NoteDeletion(DeletionView[Note]):
    """Taking out a note."""

    kind, confirm_type = Note, QuestionPage
    list_url, delete_url = "boundaries_notes", "boundaries_note_delete"

    def question(self, opened: Opened[Note]) -> Question:
        note = opened.record
        lines = (note.about, labels.name_choice(labels.HOW, note.how), note.words)
        return Question(
            title=_("Delete what you noted on %(day)s?") % {"day": date_format(note.day, "j F Y")},
            lines=tuple(line for line in lines if line),
            button=_("Delete this note"),
        )


@require_POST
def add_note(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep how it went today. A wish has nothing that could be crossed, so it takes no note."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    if not boundary.record.words.will:
        raise Missing
    form = NoteForm(request.POST)
    if not form.is_valid():
        return render(request, build_boundary_page(request, boundary, form), status=422)
    note = Note(
        day=visit.today,
        boundary=boundary.id,
        how=form.cleaned_data["how"],
        about=labels.write_opening(boundary.record.words),
        words=form.cleaned_data["words"],
    )
    there = save_line(visit.mine, note, form, request.POST.get("keep", ""))
    if there is not None:
        return render(request, _build_choice(request, note, there), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]) + "#went")


def _build_choice(request: HttpRequest, note: Note, there: Opened[Note]) -> TwoNotesPage:
    """The same form, sent again with other words: both are shown."""
    old, name = there.record, partial(labels.name_choice, labels.HOW)
    return TwoNotesPage(
        pairs=(
            Both(label=_("How did it go?"), name="how", mine=name(note.how), theirs=name(old.how)),
            Both(label=_("A few words, if you like"), name="words", mine=note.words, theirs=old.words),
        ),
        action=request.path,
        back_to=reverse("boundaries_show", args=[note.boundary.hex()]),
        hidden=(
            *hide_choice(there),
            Hidden(name="how", value=note.how),
            Hidden(name="words", value=note.words),
        ),
        typed=False,
        both=True,
    )


@require_safe
def list_notes(request: HttpRequest, month: str = "") -> HttpResponse:
    """One month of notes; without one, this month."""
    visit = Visit(request)
    shown_month = month_of(month) if month else f"{visit.today:%Y-%m}"
    lot = visit.mine.query(Note, months=[shown_month])
    path = reverse("boundaries_notes_month", args=[shown_month])
    notes, within = page_of(rules.sort_notes(lot.items), request.GET.get("page", ""), size=A_PAGE, path=path)
    months = visit.mine.months_beside(Shelf.ACCUMULATES, shown_month)
    page = NotesPage(
        month=day_of(f"{shown_month}-01"),
        notes=present.build_notes(notes),
        pages=link_months(months, "boundaries_notes_month", within=within),
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete_note(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a note, after asking."""
    return NoteDeletion(request).delete(hex_id)
