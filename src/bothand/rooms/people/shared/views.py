"""A copy of somebody in *ours*: put there by hand after a look at exactly that, and taken back."""

from contextlib import suppress

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from bothand.accounts.access import Visit
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.people import store
from bothand.rooms.people.records import Person, SharedPerson
from bothand.rooms.people.shared.forms import ShareForm
from bothand.rooms.people.shared.pages import SharedPersonPage, SharePage
from bothand.rooms.people.shared.present import present_copy
from bothand.rooms.people.store import open_ours, open_people, open_person
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, EpochClosed, Missing, ReadOnly
from bothand.vault.randomness import new_id


@READ_OR_WRITE
def share_person(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What the other will see of somebody; a look at it; and, with `sure`, the copy itself."""
    open_ours(request)
    person = open_person(request, id_of(hex_id))
    partner = Visit(request).partner_name
    if request.method != "POST":
        there = _find_copy(request, person)
        form = ShareForm.showing(there.record if there else None, partner)
        return render(request, _share_page(form, person, None))
    form = ShareForm(request.POST, partner=partner)
    if not form.is_valid():
        return render(request, _share_page(form, person, None), status=422)
    shown = form.shown(person)
    # What is put there is what was looked at: who changed meanwhile is looked at once more.
    looked = request.POST.get("looked") == str(person.revision)
    if request.POST.get("do") != "keep" or not looked:
        return render(request, _share_page(form, person, None if request.POST.get("do") == "back" else shown))
    try:
        with transaction.atomic():
            copy = _put_copy(request, person, shown)
            store.touch_person(Visit(request).mine, person.id, lambda one: replace(one, copy=copy.id))
    except (ReadOnly, EpochClosed, Conflict):
        form.add_error(None, _("It could not be shared just now. Nothing is lost: load this page again."))
        return render(request, _share_page(form, person, None), status=422)
    return HttpResponseRedirect(reverse("people_shown", args=[copy.hex]))


@require_safe
def show_shared(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Somebody in *ours*, as both see it."""
    there = open_ours(request).get(SharedPerson, id_of(hex_id))
    own = next((one for one in open_people(request)[0].people if one.copy == there.id), None)
    page = SharedPersonPage(
        hex=there.hex,
        copied=present_copy(there.record),
        by_me=there.author == Visit(request).me,
        person=reverse("people_person", args=[own.id.hex()]) if own else "",
        share=reverse("people_share", args=[own.id.hex()]) if own else "",
    )
    return render(request, page)


@require_POST
def withdraw_copy(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take my copy out of *ours*. What the other put there is theirs to take back."""
    there = open_ours(request).get(SharedPerson, id_of(hex_id))
    if there.author != Visit(request).me:
        raise Missing
    with transaction.atomic():
        # Pressed in two windows at once, it is taken back all the same.
        with suppress(Conflict):
            Visit(request).ours.remove(there)
        for one in open_people(request)[0].people:
            if one.copy == there.id:
                store.touch_person(Visit(request).mine, one.id, lambda found: replace(found, copy=b""))
    return HttpResponseRedirect(reverse("people_around"))


@require_POST
def begin_own_page(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A page of my own about somebody whom the other put into *ours*: it starts with what stands there."""
    there = open_ours(request).get(SharedPerson, id_of(hex_id))
    for one in open_people(request)[0].people:
        if one.copy == there.id:
            return HttpResponseRedirect(reverse("people_person", args=[one.id.hex()]))
    shown = there.record
    person = Person(
        id=new_id(),
        name=shown.name,
        group=shown.group,
        birthday=shown.birthday,
        ways=shown.ways,
        copy=there.id,
    )
    store.add_person(Visit(request).mine, person)
    return HttpResponseRedirect(reverse("people_person", args=[person.id.hex()]))


def _find_copy(request: HttpRequest, person: Person) -> Opened[SharedPerson] | None:
    """My copy about somebody. Once two were made one it may lie where the other's was put."""
    found = shared_copy.copy_of(request, SharedPerson, person.id)
    if found is not None or not person.copy:
        return found
    me = Visit(request).me
    return next(
        (one for one in open_ours(request).query(SharedPerson, ids=[person.copy]).items if one.author == me),
        None,
    )


def _put_copy(request: HttpRequest, person: Person, shown: SharedPerson) -> Opened[SharedPerson]:
    """Put the copy there, over the one that lies there, wherever that is. Raises as `shared_copy.share_copy`."""
    there = _find_copy(request, person)
    if there is None or shared_copy.copy_of(request, SharedPerson, person.id) is not None:
        return shared_copy.share_copy(request, shown, of=person.id)
    return there if there.record == shown else open_ours(request).replace(there, shown)


def _share_page(form: ShareForm, person: Person, shown: SharedPerson | None) -> SharePage:
    return SharePage(
        form=form,
        hex=person.id.hex(),
        name=person.name,
        preview=present_copy(shown) if shown else None,
        looked=str(person.revision),
        ways=bool(person.ways),
        birthday=bool(person.birthday),
    )
