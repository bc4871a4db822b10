"""Contact files in: upload, look, choose; and people who may be one and the same."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from msgspec.structs import replace

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.kit.fields import not_kept
from bothand.kit.paging import page_of
from bothand.rooms.people import alike, labels, opening, present, rules, store
from bothand.rooms.people.alike import Everybody
from bothand.rooms.people.file_pages import BringPage, ChoosePage, Offered, TwinsPage
from bothand.rooms.people.forms import BringForm
from bothand.rooms.people.records import GROUPS, Circle, Person, Waiting, unpacked
from bothand.rooms.people.vcards import lexing, reading
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id

A_PAGE = 30
INTO, LATER, LEAVE = "into", "later", "leave"
ALL, REST = "all", "rest"


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Take a contact file. It is read in memory, and what it holds waits, sealed, for a choice."""
    space = access.open_mine(request)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and not form.is_bound:
        form = BringForm({}, {})
    if form.is_bound and "file" not in request.FILES and _sent(request) > lexing.LARGEST:
        # So large that it was not even taken in.
        form.add_error("file", BringForm.too_large())
    if form.is_bound and form.is_valid():
        try:
            brought = reading.read(form.cleaned_data["file"].read(), new_id)
            store.bring(space, brought)
            return HttpResponseRedirect(reverse("people_choose"))
        except lexing.NoContacts:
            form.add_error("file", _("There are no contacts in this file. Choose one that ends in .vcf."))
        except lexing.TooMany:
            form.add_error(
                "file",
                _(
                    "There is more in it than can be taken at once. Export a part of the contacts, then the next."
                ),
            )
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    page = BringPage(form=form, waits=len(opening.waiting(request)[1]))
    return render(request, page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Whom to bring in, and what each would be."""
    space = access.open_mine(request)
    if request.method == "POST":
        try:
            store.take(space, _chosen(request), rest=request.POST.get("do") == REST)
        except (DidNotOpen, NewerVersion):
            return render(request, _choose_page(request, failed=True), status=422)
        left = store.waiting(space).people
        return HttpResponseRedirect(reverse("people_choose" if left else "people_around"))
    return render(request, _choose_page(request))


@require_safe
def twins(request: HttpRequest) -> HttpResponse:
    """People who may be one and the same."""
    everybody, unopened = _everybody(request)
    pairs = tuple((present.twin(one), present.twin(other)) for one, other in everybody.twins())
    return render(request, TwinsPage(pairs=pairs, unopened=unopened))


@require_POST
def merge(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Make two one (`do=one`), or say that they are two. `other` is the second; their page goes, nothing of it is lost."""
    space, kept = access.open_mine(request), id_of(hex_id)
    other = id_of(request.POST.get("other", ""))

    def step(there: Circle) -> Circle:
        first, second = rules.find(there.people, kept), rules.find(there.people, other)
        if first is None or second is None or kept == other:
            raise Missing
        if request.POST.get("do") != "one":
            return replace(there, apart=(*there.apart, (kept, other)))
        return _one(there, first, second)

    store.change(space, step)
    return HttpResponseRedirect(reverse("people_twins"))


def _one(there: Circle, first: Person, second: Person) -> Circle:
    """The circle with two made one."""
    person, beside = rules.merged(first, second)
    person = replace(person, note=labels.with_beside(person.note, beside))
    return replace(there, people=rules.put(rules.without(there.people, second.id), person))


def _into(match: Callable[[Person], Person | None], now: Circle, person: Person) -> Circle:
    """Somebody brought in joins who they are already, or comes in as new where that one is gone."""
    found = match(person)
    there = None if found is None else rules.find(now.people, found.id)
    return _one(now, there, person) if there else _new(person.group, now, person)


def _sure(found: Person | None, person: Person) -> bool:
    return found is not None and rules.surely_same(found, person)


def _new(group: str, now: Circle, person: Person) -> Circle:
    return replace(now, people=rules.put(now.people, replace(person, group=group)))


def _gone(now: Circle, _person: Person) -> Circle:
    return now


def _chosen(request: HttpRequest) -> dict[bytes, Callable[[Circle, Person], Circle]]:
    """What is to become of each: from the marks on this page, or the same for all who wait and have no double."""
    there, match = _waiting(request)[0], rules.matcher(opening.mine(request)[0].people)
    joins = partial(_into, match)
    group = request.POST.get("group", "")
    if request.POST.get("do") == ALL and group in GROUPS:
        return {one.id: joins if _sure(match(one), one) else partial(_new, group) for one in there.people}
    found: dict[bytes, Callable[[Circle, Person], Circle]] = {}
    for person in there.people:
        mark = request.POST.get(f"take-{person.id.hex()}", LATER)
        if mark in GROUPS:
            found[person.id] = partial(_new, mark)
        elif mark == INTO:
            found[person.id] = joins
        elif mark == LEAVE:
            found[person.id] = _gone
    return found


def _choose_page(request: HttpRequest, *, failed: bool = False) -> ChoosePage:
    there, packed, broken = opening.waiting(request)
    everybody, unopened = _everybody(request)
    page, pages = page_of(packed, request.GET.get("page", ""), size=A_PAGE, path=reverse("people_choose"))
    shown = [unpacked(one) for one in page]
    return ChoosePage(
        offered=tuple(map(_offered, shown, everybody.like(shown))),
        count=len(packed),
        dropped=labels.dropped(there.dropped),
        pages=pages,
        failed=not_kept() if failed else "",
        unopened=broken + unopened,
    )


def _everybody(request: HttpRequest) -> tuple[Everybody, int]:
    """Everybody of mine with what they can be known by, and 1 where they did not open."""
    try:
        return alike.everybody(access.open_mine(request)), 0
    except DidNotOpen:
        return Everybody((), (), ()), 1


def _offered(person: Person, like: Person | None) -> Offered:
    facts = [fact.text for fact in present.facts(person)[:3]]
    return Offered(
        hex=person.id.hex(),
        name=person.name,
        about=", ".join(facts),
        group=person.group,
        like=like.name if like else "",
    )


def _sent(request: HttpRequest) -> int:
    """How many bytes were sent."""
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _waiting(request: HttpRequest) -> tuple[Waiting, int]:
    """Who waits, and whether they lie there and do not open."""
    try:
        return store.waiting(access.open_mine(request)), 0
    except DidNotOpen:
        return Waiting(), 1
