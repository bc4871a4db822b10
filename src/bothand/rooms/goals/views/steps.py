"""Steps towards a goal: written down, done or not yet, taken out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.rooms.goals import store
from bothand.rooms.goals.forms import StepForm
from bothand.rooms.goals.present import link_goal
from bothand.rooms.goals.records import Goal, Step
from bothand.rooms.goals.views.goals import build_goal_page
from bothand.shell.page import render


@require_POST
def add_step(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step more."""
    space = Visit(request).mine
    goal = space.get(Goal, id_of(hex_id))
    form = StepForm(request.POST)
    if form.is_valid():
        try:
            store.add_step(space, goal.id, Step(id=form.cleaned_data["id"], text=form.cleaned_data["text"]))
        except store.Full:
            form.add_error("text", _("There is no room for another step. Remove one, then add this one."))
        else:
            return HttpResponseRedirect(link_goal(hex_id))
    return render(request, build_goal_page(request, goal, form), status=422)


@require_POST
def tick_step(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A step (`step`) is done, not done, or taken out (`do`). What another window did to others stays."""
    visit, goal_id = Visit(request), id_of(hex_id)
    visit.mine.get(Goal, goal_id)
    step = id_of(request.POST.get("step", ""))
    match request.POST.get("do"):
        case "done":
            store.tick_step(visit.mine, goal_id, step, visit.today)
        case "undone":
            store.tick_step(visit.mine, goal_id, step, None)
        case "remove":
            store.remove_step(visit.mine, goal_id, step)
    return HttpResponseRedirect(link_goal(hex_id))
