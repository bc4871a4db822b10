"""How it went with a boundary: in *mine* alone, dated. Nothing of it is ever shown to the other."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.domain.boundaries import Boundary
from bothand.kit import deletion
from bothand.kit.addresses import day_of, id_of, month_of
from bothand.kit.fields import Revision
from bothand.kit.month_links import link_months
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, labels, present, rules
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.notes.pages import NotesPage
from bothand.rooms.boundaries.own.views.boundaries import build_boundary_page
from bothand.rooms.boundaries.pages import QuestionPage
from bothand.rooms.boundaries.records import Note
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.records import Shelf

A_PAGE = 30


@require_POST
def add_note(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep how it went today. A wish has nothing that could be crossed, so it takes no mark."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if not there.record.words.will:
        raise Missing
    form = NoteForm(request.POST)
    if not form.is_valid():
        return render(request, build_boundary_page(request, space, there, form), status=422)
    record = Note(
        day=asking.today(request),
        boundary=there.id,
        how=form.cleaned_data["how"],
        about=labels.write_opening(there.record.words),
        words=form.cleaned_data["words"],
    )
    try:
        space.add(record, form.cleaned_data["id"])
    except Conflict:
        # Another mark lies under the form's id: both are kept, since each is of its own moment.
        space.add(record)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]) + "#went")


@require_safe
def list_notes(request: HttpRequest) -> HttpResponse:
    """Marks of this month."""
    return _show_month(request, "")


@require_safe
def list_month(request: HttpRequest, month: str) -> HttpResponse:
    """One month of marks."""
    return _show_month(request, month_of(month))


def _show_month(request: HttpRequest, wanted: str) -> HttpResponse:
    space, today = access.open_mine(request), asking.today(request)
    shown = wanted or f"{today:%Y-%m}"
    lot = space.months(Note, [shown])
    path = _link_month(shown)
    marks, within = page_of(rules.sort_notes(lot.items), request.GET.get("page", ""), size=A_PAGE, path=path)
    months = space.months_beside(Shelf.ACCUMULATES, today, shown)
    page = NotesPage(
        month=day_of(f"{shown}-01"),
        marks=present.build_notes(marks),
        pages=link_months(months, "boundaries_notes_month", within=within),
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _link_month(month: str) -> str:
    return reverse("boundaries_notes_month", args=[month])


@asking.READ_OR_WRITE
def delete_note(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a mark, after asking."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(space.get(Note, record_id)))
    try:
        there = space.get(Note, record_id)
        space.remove(there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(conflict.theirs), status=409)
    return HttpResponseRedirect(f"{reverse('boundaries_notes')}?done={deletion.deletion_flag()}")


def _ask_to_delete(there: Opened[Note]) -> QuestionPage:
    one = there.record
    lines = (one.about, labels.name_choice(labels.HOW, one.how), one.words)
    return QuestionPage(
        title=_("Delete what you noted on %(day)s?") % {"day": date_format(one.day, "j F Y")},
        lines=(
            *(line for line in lines if line),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("boundaries_note_delete", args=[there.hex]),
        button=_("Delete this note"),
        back=_("Keep it"),
        back_to=reverse("boundaries_notes"),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
