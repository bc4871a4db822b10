"""People who may be one and the same: shown, made one, or said to be two."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.rooms.people import store
from bothand.rooms.people.records import People
from bothand.rooms.people.rules import find_person, put_person, remove_person
from bothand.rooms.people.twins.pages import TwinsPage
from bothand.rooms.people.twins.present import join_people, present_twin
from bothand.rooms.people.twins.store import open_everybody
from bothand.shell.page import render
from bothand.vault.errors import Missing


@require_safe
def list_twins(request: HttpRequest) -> HttpResponse:
    """People who may be one and the same."""
    everybody, unopened = open_everybody(request)
    pairs = tuple((present_twin(one), present_twin(other)) for one, other in everybody.twins())
    return render(request, TwinsPage(pairs=pairs, unopened=unopened))


@require_POST
def merge_twins(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Make two one (`do=one`), or say that they are two. `other` is the second; their page goes, nothing of it is lost."""
    space, kept = Visit(request).mine, id_of(hex_id)
    other = id_of(request.POST.get("other", ""))

    def step(there: People) -> People:
        first, second = find_person(there.people, kept), find_person(there.people, other)
        if first is None or second is None or kept == other:
            raise Missing
        if request.POST.get("do") != "one":
            return replace(there, apart=(*there.apart, (kept, other)))
        rest = remove_person(there.people, second.id)
        return replace(there, people=put_person(rest, join_people(first, second)))

    store.change_people(space, step)
    return HttpResponseRedirect(reverse("people_twins"))
