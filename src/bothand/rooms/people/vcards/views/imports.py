"""Contact files in: upload, look, choose."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec.structs import replace

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.kit.paging import page_of
from bothand.rooms.people import store
from bothand.rooms.people.labels import add_beside, list_dropped
from bothand.rooms.people.parts import find_packed, unpack_person
from bothand.rooms.people.present import list_facts
from bothand.rooms.people.records import GROUPS, People, Person, Waiting
from bothand.rooms.people.rules import find_person, put_person, remove_person
from bothand.rooms.people.store import open_people
from bothand.rooms.people.twins.rules import is_surely_same, make_matcher, merge_two
from bothand.rooms.people.twins.store import Everybody, find_everybody
from bothand.rooms.people.vcards.forms import BringForm
from bothand.rooms.people.vcards.lines import LARGEST, NoContacts, TooMany
from bothand.rooms.people.vcards.pages import BringPage, ChoosePage, Offered
from bothand.rooms.people.vcards.reader import read_contacts
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id

A_PAGE = 30
INTO, LATER, LEAVE = "into", "later", "leave"
ALL, REST = "all", "rest"


@READ_OR_WRITE
def import_contacts(request: HttpRequest) -> HttpResponse:
    """Take a contact file. It is read in memory, and what it holds waits, sealed, for a choice."""
    space = Visit(request).mine
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and not form.is_bound:
        form = BringForm({}, {})
    if form.is_bound and "file" not in request.FILES and _count_bytes(request) > LARGEST:
        # So large that it was not even taken in.
        form.add_error("file", BringForm.too_large())
    if form.is_bound and form.is_valid():
        try:
            brought = read_contacts(form.cleaned_data["file"].read(), new_id)
            store.add_waiting(space, brought)
            return HttpResponseRedirect(reverse("people_choose"))
        except NoContacts:
            form.add_error("file", _("There are no contacts in this file. Choose one that ends in .vcf."))
        except TooMany:
            form.add_error(
                "file",
                _(
                    "There is more in it than can be imported at once. Export part of the contacts, then the next part."
                ),
            )
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    page = BringPage(form=form, waits=len(find_packed(request)[1]))
    return render(request, page, status=422 if form.errors else 200)


@READ_OR_WRITE
def choose_people(request: HttpRequest) -> HttpResponse:
    """Whom to bring in, and what each would be."""
    space = Visit(request).mine
    if request.method == "POST":
        try:
            store.take_chosen(space, _read_choices(request), rest=request.POST.get("do") == REST)
        except (DidNotOpen, NewerVersion):
            return render(request, _choose_page(request, failed=True), status=422)
        left = store.find_waiting(space).people
        return HttpResponseRedirect(reverse("people_choose" if left else "people_around"))
    return render(request, _choose_page(request))


def _make_one(there: People, first: Person, second: Person) -> People:
    """Everybody with two made one."""
    person, beside = merge_two(first, second)
    person = replace(person, note=add_beside(person.note, beside))
    return replace(there, people=put_person(remove_person(there.people, second.id), person))


def _join_alike(match: Callable[[Person], Person | None], now: People, person: Person) -> People:
    """Somebody brought in joins who they are already, or comes in as new where that one is gone."""
    found = match(person)
    there = None if found is None else find_person(now.people, found.id)
    return _make_one(now, there, person) if there else _bring_new(person.group, now, person)


def _is_sure(found: Person | None, person: Person) -> bool:
    return found is not None and is_surely_same(found, person)


def _bring_new(group: str, now: People, person: Person) -> People:
    return replace(now, people=put_person(now.people, replace(person, group=group)))


def _leave_out(now: People, _person: Person) -> People:
    return now


def _read_choices(request: HttpRequest) -> dict[bytes, Callable[[People, Person], People]]:
    """What is to become of each: from the marks on this page, or the same for all who wait and have no double."""
    there, match = _find_waiting(request)[0], make_matcher(open_people(request)[0].people)
    joins = partial(_join_alike, match)
    group = request.POST.get("group", "")
    if request.POST.get("do") == ALL and group in GROUPS:
        return {
            one.id: joins if _is_sure(match(one), one) else partial(_bring_new, group) for one in there.people
        }
    found: dict[bytes, Callable[[People, Person], People]] = {}
    for person in there.people:
        mark = request.POST.get(f"take-{person.id.hex()}", LATER)
        if mark in GROUPS:
            found[person.id] = partial(_bring_new, mark)
        elif mark == INTO:
            found[person.id] = joins
        elif mark == LEAVE:
            found[person.id] = _leave_out
    return found


def _choose_page(request: HttpRequest, *, failed: bool = False) -> ChoosePage:
    there, packed, broken = find_packed(request)
    everybody, unopened = _find_everybody(request)
    page, pages = page_of(packed, request.GET.get("page", ""), size=A_PAGE, path=reverse("people_choose"))
    shown = [unpack_person(one) for one in page]
    return ChoosePage(
        offered=tuple(map(_offer_person, shown, everybody.like(shown))),
        count=len(packed),
        dropped=list_dropped(there.dropped),
        pages=pages,
        failed=not_kept() if failed else "",
        unopened=broken + unopened,
    )


def _find_everybody(request: HttpRequest) -> tuple[Everybody, int]:
    """Everybody of mine with what they can be known by, and 1 where they did not open."""
    try:
        return find_everybody(Visit(request).mine), 0
    except DidNotOpen:
        return Everybody((), (), ()), 1


def _offer_person(person: Person, like: Person | None) -> Offered:
    facts = [fact.text for fact in list_facts(person)[:3]]
    return Offered(
        hex=person.id.hex(),
        name=person.name,
        about=", ".join(facts),
        group=person.group,
        like=like.name if like else "",
    )


def _count_bytes(request: HttpRequest) -> int:
    """How many bytes were sent."""
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _find_waiting(request: HttpRequest) -> tuple[Waiting, int]:
    """Who waits, and whether they lie there and do not open."""
    try:
        return store.find_waiting(Visit(request).mine), 0
    except DidNotOpen:
        return Waiting(), 1
