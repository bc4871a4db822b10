"""Whose each part of each task is today, one tap at a time."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.present import present_alone
from bothand.rooms.housework.rules import PHASES, Said, mean_who, set_owner
from bothand.rooms.housework.store import change_household

_SAID: dict[str, Said] = {"me": "me", "both": "both", "other": "other", "else": "else"}


@require_POST
@for_pair(present_alone)
def edit_owner(request: HttpRequest) -> HttpResponse:
    """One tap: whose a part of a task is. It leads back to the row it was made in."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    named, _dash, rest = request.POST.get("own", "").partition("-")
    hex_id, _dash, said = rest.partition("-")
    phase = next((phase for phase in PHASES if phase == named), None)
    meant = _SAID.get(said)
    asked = {"page": request.POST.get("page", "")}
    if phase is None or meant is None or (meant == "else" and phase != "done"):
        return HttpResponseRedirect(reverse("housework_home"))
    wanted = id_of(hex_id)
    change_household(pair.ours, lambda old: set_owner(old, wanted, phase, mean_who(meant, pair.place)))
    if phase != "done" or meant == "else":
        asked["open"] = hex_id
    query = urlencode({name: value for name, value in asked.items() if value})
    path = reverse("housework_home")
    return HttpResponseRedirect(f"{path}?{query}#row-{hex_id}" if query else f"{path}#row-{hex_id}")
