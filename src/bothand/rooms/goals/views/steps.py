"""Steps towards a goal: written down, done or not yet, taken out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.rooms.goals import present, store
from bothand.rooms.goals.forms import StepForm
from bothand.rooms.goals.records import Goal, Step
from bothand.rooms.goals.views.whole import goal_page, today_of
from bothand.shell.page import render


@require_POST
def add(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step more."""
    space = access.open_mine(request)
    goal = space.get(Goal, id_of(hex_id))
    form = StepForm(request.POST)
    if not form.is_valid():
        return render(request, goal_page(request, goal, form), status=422)
    try:
        store.add_step(space, goal.id, Step(id=form.cleaned_data["id"], text=form.cleaned_data["text"]))
    except store.Full:
        form.add_error("text", _("There is no room for another step. Take one out, then add this one."))
        return render(request, goal_page(request, goal, form), status=422)
    return HttpResponseRedirect(present.goal_address(hex_id))


@require_POST
def tick(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step (`step`) is done, not done, or taken out (`do`). What another window did to others stays."""
    space, goal_id = access.open_mine(request), id_of(hex_id)
    space.get(Goal, goal_id)
    step = id_of(request.POST.get("step", ""))
    match request.POST.get("do"):
        case "done":
            store.tick(space, goal_id, step, today_of(request))
        case "undone":
            store.tick(space, goal_id, step, None)
        case "remove":
            store.remove_step(space, goal_id, step)
    return HttpResponseRedirect(present.goal_address(hex_id))
