"""Tasks of a home: taking them in, changing what they take, taking them out."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.content.chores import load_chores
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.forms import TaskForm, TasksForm
from bothand.rooms.housework.pages import TaskPage, TasksPage
from bothand.rooms.housework.present import present_alone, present_kinds, present_steps
from bothand.rooms.housework.process import Standing
from bothand.rooms.housework.records import MOST_TASKS, Task, task_id
from bothand.rooms.housework.rules import add_tasks, copy_chore, is_too_much, remove_task, replace_task
from bothand.rooms.housework.store import change_household, find_household
from bothand.shell.page import render
from bothand.vault.errors import Missing


@READ_OR_WRITE
@for_pair(present_alone)
def choose_tasks(request: HttpRequest) -> HttpResponse:
    """Take tasks in: from the list, or own ones."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    household = find_household(pair.ours)
    form, own = TasksForm(work=household), TaskForm()
    if request.method == "POST":
        fresh: list[Task] = []
        if request.POST.get("act") == "own":
            own = TaskForm(request.POST)
            if own.is_valid() and not find_too_much(own):
                fresh = [own.read_task()]
        else:
            form = TasksForm(request.POST, work=household)
            picked = form.cleaned_data["tasks"] if form.is_valid() else []
            fresh = [copy_chore(chore) for chore in load_chores() if chore.id in picked]
        if fresh and len(household.tasks) + len(fresh) <= MOST_TASKS:
            change_household(pair.ours, lambda old: add_tasks(old, fresh))
            return HttpResponseRedirect(reverse("housework_tasks" if own.is_bound else "housework_home"))
    page = TasksPage(
        course=present_steps(Standing(tasks=bool(household.tasks)), pair, shown="tasks"),
        form=form,
        own=own,
        kinds=present_kinds(form),
        full=len(household.tasks) >= MOST_TASKS,
    )
    return render(request, page, status=422 if request.method == "POST" else 200)


@READ_OR_WRITE
@for_pair(present_alone)
def edit_task(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Change what a task takes, or take it out."""
    pair, wanted = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    tasks = find_household(pair.ours).tasks
    task = next((task for task in tasks if task_id(task.name) == wanted), None)
    if task is None:
        raise Missing
    name = task.name
    if request.method != "POST":
        return render(request, TaskPage(form=TaskForm.of_task(task), hex=hex_id, name=name))
    if request.POST.get("act") == "remove":
        change_household(pair.ours, lambda old: remove_task(old, name))
        return HttpResponseRedirect(reverse("housework_home"))
    form = TaskForm(request.POST)
    if not form.is_valid() or find_too_much(form) or _is_taken(form, name, tasks):
        return render(request, TaskPage(form=form, hex=hex_id, name=name), status=422)
    change_household(pair.ours, lambda old: replace_task(old, name, form.read_task()))
    return HttpResponseRedirect(reverse("housework_home"))


def find_too_much(form: TaskForm) -> bool:
    """Whether a task would take more than there is in a week; then it is said."""
    if not is_too_much(form.read_task()):
        return False
    form.add_error(
        "minutes", _("That is more than there is in a week. Enter fewer minutes, or choose less often.")
    )
    return True


def _is_taken(form: TaskForm, name: str, tasks: Sequence[Task]) -> bool:
    """Whether another task has the name already; then it is said."""
    fresh = form.cleaned_data["name"]
    if fresh != name and any(task.name == fresh for task in tasks):
        form.add_error("name", _("Another task has this name. Give it a name of its own."))
        return True
    return False
