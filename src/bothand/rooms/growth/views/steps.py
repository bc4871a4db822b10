"""Steps towards a goal: written down, done or not yet, taken out."""

from contextlib import suppress

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from bothand.couples import access
from bothand.rooms.growth import keeping, shown
from bothand.rooms.growth.forms import StepForm
from bothand.rooms.growth.records import Goal, Step
from bothand.rooms.growth.views.whole import goal_page, today_of
from bothand.rooms.kit.addresses import id_of
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing


@require_POST
def add(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step more."""
    space = access.mine(request)
    goal = space.get(Goal, id_of(hex_id))
    form = StepForm(request.POST)
    if not form.is_valid():
        return render(request, goal_page(request, goal, form), status=422)
    keeping.add(space, Step(goal=goal.id, text=form.cleaned_data["text"]), form.cleaned_data["id"])
    return HttpResponseRedirect(shown.goal_address(hex_id))


@require_POST
def tick(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step (`step`) is done, not done, or taken out (`do`). What changed or went in another window stays so."""
    space, goal_id = access.mine(request), id_of(hex_id)
    space.get(Goal, goal_id)
    with suppress(Missing, Conflict):
        there = keeping.step_of(space, goal_id, id_of(request.POST.get("step", "")))
        match request.POST.get("do"):
            case "done" if there.record.done is None:
                space.replace(there, msgspec.structs.replace(there.record, done=today_of(request)))
            case "undone" if there.record.done is not None:
                space.replace(there, msgspec.structs.replace(there.record, done=None))
            case "remove":
                space.remove(there)
    return HttpResponseRedirect(shown.goal_address(hex_id))
