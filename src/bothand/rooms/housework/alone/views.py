"""One's own work at home: taking tasks in, one tap for what is felt about each, taking them out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.content.chores import load_chores
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.housework.alone.present import present_own_work
from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.alone.rules import FELT, add_own, remove_own, set_feeling
from bothand.rooms.housework.forms import TaskForm, TasksForm
from bothand.rooms.housework.records import MOST_TASKS, Household, Task
from bothand.rooms.housework.rules import copy_chore
from bothand.rooms.housework.views.tasks import find_too_much
from bothand.shell.page import render


@READ_OR_WRITE
def edit_own_work(request: HttpRequest) -> HttpResponse:
    """What I do at home, in *mine*. It works without a partner, and says nothing to one."""
    mine = Visit(request).mine
    opened = mine.only(OwnWork)
    work = OwnWork() if opened is None else opened.record
    listed = Household(tasks=work.tasks)
    form, own = TasksForm(work=listed), TaskForm()
    if request.method == "POST":
        if request.POST.get("act") == "own":
            own = TaskForm(request.POST)
            if not own.is_valid() or find_too_much(own):
                return render(request, present_own_work(work, form, own), status=422)
        change, row = _read_change(request, own)
        if change is not None:
            mine.amend_only(OwnWork, change, OwnWork())
        return HttpResponseRedirect(f"{reverse('housework_alone')}{row}")
    return render(request, present_own_work(work, form, own))


def _read_change(request: HttpRequest, own: TaskForm) -> tuple[Callable[[OwnWork], OwnWork] | None, str]:
    """What is meant, and the row to go back to."""
    if request.POST.get("act") == "own":
        return _take_in([own.read_task()]), ""
    if request.POST.get("act") == "list":
        picked = request.POST.getlist("tasks")
        return _take_in([copy_chore(chore) for chore in load_chores() if chore.id in picked]), ""
    if (removed := request.POST.get("remove", "")) != "":
        wanted = id_of(removed)
        return (lambda old: remove_own(old, wanted)), ""
    hex_id, _dash, said = request.POST.get("feel", "").partition("-")
    feeling = next((each for each in FELT if each == said), None)
    if feeling is None:
        return None, ""
    wanted = id_of(hex_id)
    return (lambda old: set_feeling(old, wanted, feeling)), f"#row-{hex_id}"


def _take_in(fresh: list[Task]) -> Callable[[OwnWork], OwnWork]:
    def take(old: OwnWork) -> OwnWork:
        return add_own(old, fresh) if len(old.tasks) + len(fresh) <= MOST_TASKS else old

    return take
