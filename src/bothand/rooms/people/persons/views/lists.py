"""Everybody by name, somebody found, somebody whole."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit import drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.rooms.people import store
from bothand.rooms.people.labels import GROUPS
from bothand.rooms.people.persons.forms import FindForm, MetForm
from bothand.rooms.people.persons.pages import FindPage, PeopleListPage, PersonPage
from bothand.rooms.people.present import list_days, list_facts, present_lines
from bothand.rooms.people.records import Person
from bothand.rooms.people.rules import add_days, find_matching, sort_by_name
from bothand.rooms.people.store import find_copy_about, find_heads, open_people, open_person
from bothand.shell.page import render
from bothand.vault.errors import Missing

A_PAGE, MOST = 40, 40
UNLIKELY_YEARS = 150


@require_safe
def list_people(request: HttpRequest) -> HttpResponse:
    """Everybody of mine, by name."""
    everyone, unopened = find_heads(request)
    ordered = sort_by_name(everyone)
    shown, pages = page_of(ordered, request.GET.get("page", ""), size=A_PAGE, path=reverse("people_people"))
    lines = present_lines(shown, Visit(request).today)
    return render(request, PeopleListPage(people=lines, pages=pages, unopened=unopened))


@READ_OR_WRITE
def search_people(request: HttpRequest) -> HttpResponse:
    """Look for somebody. By POST only: who is looked for stands in no address and no log."""
    access.open_mine(request)
    form = FindForm(request.POST if request.method == "POST" else None)
    found: list[Person] = []
    term, unopened = "", 0
    if form.is_bound and form.is_valid():
        term = form.cleaned_data["term"]
        everybody, unopened = open_people(request)
        found = find_matching(everybody.people, term)
    page = FindPage(
        form=form,
        term=term,
        found=present_lines(found[:MOST], Visit(request).today),
        more=len(found) > MOST,
        unopened=unopened,
    )
    return render(request, page, status=422 if form.errors else 200)


@require_safe
def show_person(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Somebody, whole."""
    access.open_mine(request)
    return render(request, _person_page(request, open_person(request, id_of(hex_id)), MetForm()))


@require_POST
def note_day(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Note a day on which we met or spoke."""
    space, person_id = Visit(request).mine, id_of(hex_id)
    there = open_person(request, person_id)
    form = MetForm(request.POST)
    today = Visit(request).today
    if form.is_valid() and not 0 <= (today - form.cleaned_data["day"]).days < 366 * UNLIKELY_YEARS:
        form.add_error("day", _("That day is in the future, or too long ago. Pick one up to today."))
    if not form.is_valid():
        return render(request, _person_page(request, there, form), status=422)
    day = form.cleaned_data["day"]
    if not store.touch_person(space, person_id, lambda one: add_days(one, day)):
        raise Missing
    return HttpResponseRedirect(reverse("people_person", args=[hex_id]))


def _person_page(request: HttpRequest, there: Person, form: MetForm) -> PersonPage:
    today = Visit(request).today
    partner = Visit(request).partner_name
    shown = find_copy_about(request, there)
    return PersonPage(
        hex=there.id.hex(),
        name=there.name,
        about=str(GROUPS.get(there.group, "")),
        facts=list_facts(there),
        note=there.note,
        met=list_days(there),
        form=form,
        today=today.isoformat(),
        shared=_describe_shared(shown is not None, partner),
        shown_path=reverse("people_shown", args=[shown.hex]) if shown else "",
        hands=drafts.find_hands("page", "topic", text=there.name),
    )


def _describe_shared(shown: bool, partner: str) -> str:
    if not partner or not shown:
        return ""
    return _("You and %(name)s can open a copy. This page is yours alone.") % {"name": partner}
