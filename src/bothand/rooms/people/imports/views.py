"""Contact files in: upload, look, choose."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec.structs import replace

from bothand.accounts.access import Visit
from bothand.accounts.person_name import PersonName
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.kit.paging import page_of
from bothand.rooms.people.imports.forms import BringForm
from bothand.rooms.people.imports.pages import BringPage, ChoosePage, Offered
from bothand.rooms.people.imports.rules import read_contacts
from bothand.rooms.people.imports.store import (
    Everyone,
    Step,
    add_waiting,
    find_packed,
    find_waiting,
    take_chosen,
)
from bothand.rooms.people.labels import list_dropped
from bothand.rooms.people.present import list_facts
from bothand.rooms.people.records import GROUPS, Person, Waiting, unpack_person
from bothand.rooms.people.store import open_people
from bothand.rooms.people.twins.present import join_people
from bothand.rooms.people.twins.rules import is_surely_same, make_matcher
from bothand.rooms.people.twins.store import open_everybody
from bothand.rooms.people.vcards.rules import LARGEST, NoContacts, TooDeep, TooMany
from bothand.shell.page import render
from bothand.shell.worker import OverBudget, run_in_worker
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.space import Space

A_PAGE = 30
SECONDS, MEGABYTES = 20, 256
"""What reading one file may take. The largest that one can be, all pictures, takes a tenth of both."""
MOST_JOINED = 20
"""So many of a file become one with somebody who is here; the others come in beside them."""
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
        told = _take_file(space, form.cleaned_data["file"].read())
        if not told:
            return HttpResponseRedirect(reverse("people_choose"))
        form.add_error("file", told)
    page = BringPage(form=form, waits=len(find_packed(request)[1]))
    return render(request, page, status=422 if form.errors else 200)


@READ_OR_WRITE
def choose_people(request: HttpRequest) -> HttpResponse:
    """Whom to bring in, and what each would be."""
    space = Visit(request).mine
    if request.method == "POST":
        try:
            take_chosen(space, _read_choices(request), rest=request.POST.get("do") == REST)
        except (DidNotOpen, NewerVersion):
            return render(request, _choose_page(request, failed=True), status=422)
        left = find_waiting(space).people
        return HttpResponseRedirect(reverse("people_choose" if left else "people_around"))
    return render(request, _choose_page(request))


def _take_file(space: Space, content: bytes) -> str:
    """Let whom a file brings wait for a choice; what is said where that cannot be, "" where it can."""
    try:
        brought = run_in_worker(read_contacts, content, seconds=SECONDS, megabytes=MEGABYTES)
        add_waiting(space, brought)
    except NoContacts:
        return _("There are no contacts in this file. Choose one that ends in .vcf.")
    except TooMany:
        return _(
            "There is more in it than can be imported at once. Export part of the contacts, then the next part."
        )
    except TooDeep:
        return _(
            "The contacts in this file lie inside one another, deeper than any program writes them. "
            "Nothing was taken from it. Export them once more."
        )
    except OverBudget as error:
        return str(error.sentence)
    except (DidNotOpen, NewerVersion):
        return not_kept()
    return ""


def _join_alike(
    match: Callable[[Person], Person | None], joined: Counter[bytes], there: Everyone, person: Person
) -> None:
    """Somebody brought in joins who they are already, or comes in as new where that one is gone or many have joined."""
    found = match(person)
    if found is None or found.id not in there or joined[found.id] >= MOST_JOINED:
        _bring_new(person.group, there, person)
        return
    joined[found.id] += 1
    there[found.id] = join_people(there[found.id], person)


def _is_sure(found: Person | None, person: Person) -> bool:
    return found is not None and is_surely_same(found, person)


def _bring_new(group: str, there: Everyone, person: Person) -> None:
    there[person.id] = replace(person, group=group)


def _leave_out(_there: Everyone, _person: Person) -> None:
    pass


def _read_choices(request: HttpRequest) -> dict[bytes, Step]:
    """What is to become of each: from the marks on this page, or the same for all who wait and have no double."""
    waiting, match = _find_waiting(request)[0], make_matcher(open_people(request)[0].people)
    joins = partial(_join_alike, match, Counter())
    group = request.POST.get("group", "")
    if request.POST.get("do") == ALL and group in GROUPS:
        return {
            one.id: joins if _is_sure(match(one), one) else partial(_bring_new, group)
            for one in waiting.people
        }
    found: dict[bytes, Step] = {}
    for person in waiting.people:
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
    everybody, unopened = open_everybody(request)
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


def _offer_person(person: Person, like: Person | None) -> Offered:
    facts = [fact.text for fact in list_facts(person)[:3]]
    return Offered(
        hex=person.id.hex(),
        name=person.name,
        about=", ".join(facts),
        group=person.group,
        like=PersonName(like.name) if like else "",
    )


def _count_bytes(request: HttpRequest) -> int:
    """How many bytes were sent."""
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _find_waiting(request: HttpRequest) -> tuple[Waiting, int]:
    """Who waits, and whether they lie there and do not open."""
    try:
        return find_waiting(Visit(request).mine), 0
    except DidNotOpen:
        return Waiting(), 1
