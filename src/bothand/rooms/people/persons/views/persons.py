"""Somebody new, changed, taken out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.accounts.access import Visit
from bothand.accounts.person_name import PersonName
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.form_ids import find_asked_id, keep_form_id
from bothand.rooms.people import store
from bothand.rooms.people.persons.forms import PersonForm
from bothand.rooms.people.persons.pages import DeletePersonPage, PersonFormPage, TwoPeoplePage
from bothand.rooms.people.present import describe_choices, list_fields
from bothand.rooms.people.records import Person
from bothand.rooms.people.rules import find_person
from bothand.rooms.people.store import Changed, find_copy_about, open_person
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

FIELDS = {
    "name": gettext_lazy("Name"),
    "ways": gettext_lazy("How to reach them"),
    "birthday": gettext_lazy("Birthday"),
    "note": gettext_lazy("A note"),
}


@READ_OR_WRITE
@keep_form_id
def new_person(request: HttpRequest) -> HttpResponse:
    """Somebody new."""
    space = Visit(request).mine
    if request.method != "POST":
        if (asked := find_asked_id()) and store.has_person(space, asked):
            return HttpResponseRedirect(reverse("people_edit", args=[asked.hex()]))
        return render(request, PersonFormPage(form=PersonForm(initial={"group": "friend"}), hex="", name=""))
    form = PersonForm(request.POST)
    if not form.is_valid():
        return render(request, PersonFormPage(form=form, hex="", name=""), status=422)
    person = form.put_into(Person(id=form.cleaned_data["id"], name=""))
    try:
        store.add_person(space, person)
    except Changed as changed:
        return _show_versions(request, form, changed.theirs)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return _lead_to(person.id)


@READ_OR_WRITE
def edit_person(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Somebody changed. After a conflict, mine can be kept instead, or as a second one."""
    space, person_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        there = open_person(request, person_id)
        return render(request, PersonFormPage(form=PersonForm.showing(there), hex=hex_id, name=there.name))
    form = PersonForm(request.POST)
    try:
        return _save_person(request, space, form, person_id)
    except Changed as changed:
        if changed.theirs is None:
            return _rescue_words(
                request, _("This person was deleted in another window. What you wrote is here.")
            )
        return _show_versions(request, form, changed.theirs)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept() + " " + _("What you wrote is here."))


def _save_person(request: HttpRequest, space: Space, form: PersonForm, person_id: bytes) -> HttpResponse:
    there = find_person(store.find_people(space).people, person_id)
    if there is None:
        raise Changed(None)
    form.allow_length(there)
    if not form.is_valid():
        return render(request, PersonFormPage(form=form, hex=person_id.hex(), name=there.name), status=422)
    if request.POST.get("keep") == "both":
        second = form.put_into(Person(id=form.cleaned_data["id"], name=""))
        store.add_person(space, second)
        return _lead_to(second.id)
    store.rewrite_person(space, person_id, form.cleaned_data["revision"], form.put_into)
    return _lead_to(person_id)


@READ_OR_WRITE
def delete_person(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take somebody out, after asking."""
    space, person_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(request, open_person(request, person_id)))
    try:
        store.delete_person(space, person_id, Revision().to_python(request.POST.get("revision")))
    except Changed as changed:
        if changed.theirs is not None:
            return render(request, _confirm_deletion(request, changed.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('people_around')}?done={deletion.deletion_flag()}")


def _lead_to(person_id: bytes) -> HttpResponse:
    return HttpResponseRedirect(reverse("people_person", args=[person_id.hex()]))


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """Somebody could not be kept: what was typed stands in a new form, with an id of its own."""
    typed = {name: value.replace("\0", "") for name, value in request.POST.items() if isinstance(value, str)}
    initial: dict[str, object] = {
        **typed,
        "gives": request.POST.getlist("gives"),
        "id": new_id().hex(),
        "revision": 0,
    }
    return render(
        request, PersonFormPage(form=PersonForm(initial=initial), hex="", name="", rescued=why), status=409
    )


def _show_versions(request: HttpRequest, form: PersonForm, theirs: Person | None) -> HttpResponse:
    if theirs is None:
        raise Missing
    after = form.put_into(theirs)
    mine, other = list_fields(after), list_fields(theirs)
    pairs = tuple(
        Both(label=label, name=name, mine=mine[name], theirs=other[name]) for name, label in FIELDS.items()
    )
    typed = mine != other
    chosen = form.cleaned_data
    hidden = [
        Hidden(name="revision", value=str(theirs.revision)),
        Hidden(name="id", value=new_id().hex()),
        Hidden(name="group", value=chosen["group"]),
        Hidden(name="wish", value=chosen["wish"]),
        *(Hidden(name="gives", value=give) for give in chosen["gives"]),
        *([Hidden(name="late", value="on")] if chosen["late"] else []),
    ]
    if not typed:
        # The words are the same, so what was chosen is shown instead.
        hidden += [Hidden(name=name, value=text) for name, text in mine.items()]
        pairs = (
            Both(
                label=after.name,
                name="chosen",
                mine=describe_choices(after),
                theirs=describe_choices(theirs),
            ),
        )
    page = TwoPeoplePage(
        pairs=pairs,
        action=reverse("people_edit", args=[theirs.id.hex()]),
        back_to=reverse("people_person", args=[theirs.id.hex()]),
        hidden=tuple(hidden),
        typed=typed,
        both=True,
    )
    return render(request, page, status=409)


def _confirm_deletion(request: HttpRequest, person: Person, *, changed: bool = False) -> DeletePersonPage:
    lines = [_("You changed this page in another window. This is how it reads now.")] if changed else []
    if find_copy_about(request, person) is not None:
        lines.append(_("The copy in Ours stays. Unshare it first, if it should go too."))
    return DeletePersonPage(
        title=_("Delete %(name)s from your people?") % {"name": PersonName(person.name)},
        lines=(
            *lines,
            _(
                "What you wrote about them is deleted at once and for good. Older backups still hold it, sealed."
            ),
        ),
        action=reverse("people_delete", args=[person.id.hex()]),
        button=_("Delete"),
        back=_("Keep them"),
        back_to=reverse("people_person", args=[person.id.hex()]),
        hidden=(Hidden(name="revision", value=str(person.revision)),),
        care=True,
    )
