"""The work of a home: tasks, whose they are today, and saying that so it is."""

from collections.abc import Callable, Sequence

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.content.chores import Chore, load_chores
from bothand.domain import agreements
from bothand.domain.agreements import Marked
from bothand.kit import agreement_store, choices
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements import places, store, work_words
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.records import Household, Task, Who
from bothand.rooms.agreements.work_forms import ShareForm, TaskForm, TasksForm
from bothand.rooms.agreements.work_pages import HomePage, OwnersPage, OwnersRow, TaskPage, TaskRow, TasksPage
from bothand.rooms.agreements.work_payloads import MOST_TASKS
from bothand.shell.page import render
from bothand.vault.errors import Missing

A_PAGE, SHOWN = 20, 50
PARTS = ("noticed", "planned", "done")


def name_owner(who: Who, both: Pair) -> str:
    """Whose something is, in the reader's words."""
    me, other = ("one", "two") if both.place == 0 else ("two", "one")
    return {me: _("you"), other: both.partner.name, "both": _("both alike")}.get(who, "")


@READ_OR_WRITE
@for_pair(present_alone)
def show_home(request: HttpRequest) -> HttpResponse:
    """The work as it is today; by POST: so it is, for me."""
    from bothand.rooms.agreements import work

    both = Visit(request).require_pair()
    home = store.find_household(both.ours)
    of = places.work_digest(home)
    subject = places.work_id(both.ours.id)
    if request.method == "POST":
        if request.POST.get("of") == of.hex() and home.tasks:
            marked = Marked(
                day=Visit(request).today,
                subject=subject,
                of=of,
            )
            agreement_store.put_own(both.ours, marked, agreements.marked_id(subject, both.me))
        return HttpResponseRedirect(reverse("agreements_work"))
    marks = store.find_statements(both.ours, subject, both.accounts)
    agreed = [one for one in both.accounts if (Marked, one) in marks and marks[Marked, one].record.of == of]
    now = work.measure_today(home)
    shown, pages = page_of(
        home.tasks, request.GET.get("page", ""), size=SHOWN, path=reverse("agreements_work")
    )
    page = HomePage(
        lines=tuple(_present_task(one, both) for one in shown),
        said=work_words.say_today(now, both.place, both.partner.name)
        if now
        else _("What keeps your home going?"),
        share=""
        if home.share == 50
        else _("You mean to share the minutes %(mine)d to %(theirs)d.") % _split_shares(home, both),
        step=_find_step(home, agreed, both, whole=now is not None and not now.not_said),
        mine=both.me in agreed,
        of=of.hex(),
        pages=pages,
    )
    return render(request, page)


def _split_shares(home: Household, both: Pair) -> dict[str, int]:
    mine = home.share if both.place == 0 else 100 - home.share
    return {"mine": mine, "theirs": 100 - mine}


def _find_step(home: Household, agreed: Sequence[bytes], both: Pair, *, whole: bool) -> str:
    if not home.tasks:
        return "tasks"
    if len(agreed) == 2:
        return "feel"
    return "agree" if whole or both.me in agreed else "whose"


def _present_task(task: Task, both: Pair) -> TaskRow:
    from bothand.rooms.agreements import work

    notices, plans, does = (name_owner(one, both) for one in (task.noticed_by, task.planned_by, task.done_by))
    parts = (_("notices"), notices), (_("plans"), plans), (_("does"), does)
    alike = {notices, plans, does} == {does}
    takes = work_words.say_weekly(work.show_weekly(task))
    return TaskRow(
        name=task.name,
        weekly=f"{takes} · {_('may go in parts')}" if task.split else takes,
        path=reverse("agreements_task", args=[places.task_id(task.name).hex()]),
        today=(does or "–",) if alike else tuple(f"{part}: {who or '–'}" for part, who in parts),
    )


@READ_OR_WRITE
@for_pair(present_alone)
def choose_tasks(request: HttpRequest) -> HttpResponse:
    """Take tasks in: from the list, or own ones."""
    both = Visit(request).require_pair()
    access.open_mine(request)
    home = store.find_household(both.ours)
    form, own = TasksForm(work=home), TaskForm()
    if request.method == "POST":
        if request.POST.get("act") == "own":
            own = TaskForm(request.POST)
            fresh = [own.task()] if own.is_valid() else []
        else:
            form = TasksForm(request.POST, work=home)
            picked = form.cleaned_data["tasks"] if form.is_valid() else []
            fresh = [_copy_chore(one) for one in load_chores() if one.id in picked]
        if fresh and len(home.tasks) + len(fresh) <= MOST_TASKS and not (own.is_bound and _is_too_much(own)):
            store.change_household(both.ours, lambda old: _add_tasks(old, fresh))
            return HttpResponseRedirect(reverse("agreements_tasks" if own.is_bound else "agreements_work"))
    page = TasksPage(form=form, own=own, full=len(home.tasks) >= MOST_TASKS, some=bool(home.tasks))
    return render(request, page, status=422 if request.method == "POST" else 200)


def _copy_chore(chore: Chore) -> Task:
    return Task(
        name=chore.name,
        minutes=chore.minutes,
        times=int(chore.times * 100),
        noticing=chore.noticing,
        planning=chore.planning,
    )


def _is_too_much(form: TaskForm) -> bool:
    """Whether a task would take more than there is in a week; then it is said."""
    from bothand.rooms.agreements import work

    try:
        work.count_weekly(form.task())
    except ValueError:
        form.add_error(
            "minutes", _("That is more than there is in a week. Take fewer minutes, or less often.")
        )
        return True
    return False


def _add_tasks(old: Household, fresh: Sequence[Task]) -> Household:
    there = {one.name for one in old.tasks}
    more = tuple(one for one in fresh if one.name not in there)
    return msgspec.structs.replace(old, tasks=(*old.tasks, *more))


@READ_OR_WRITE
@for_pair(present_alone)
def edit_task(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Change what a task takes, or take it out."""
    both, task_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    found = [one for one in store.find_household(both.ours).tasks if places.task_id(one.name) == task_id]
    if not found:
        raise Missing
    there = found[0]
    if request.method != "POST":
        return render(request, TaskPage(form=TaskForm.of(there), hex=hex_id, name=there.name))
    if request.POST.get("act") == "remove":
        store.change_household(both.ours, lambda old: _replace_task(old, there.name, None))
        return HttpResponseRedirect(reverse("agreements_work"))
    form = TaskForm(request.POST)
    if not form.is_valid() or _is_too_much(form) or _is_taken(both, form, there.name):
        return render(request, TaskPage(form=form, hex=hex_id, name=there.name), status=422)
    store.change_household(both.ours, lambda old: _replace_task(old, there.name, form.task()))
    return HttpResponseRedirect(reverse("agreements_work"))


def _is_taken(both: Pair, form: TaskForm, name: str) -> bool:
    fresh = form.cleaned_data["name"]
    if fresh != name and any(one.name == fresh for one in store.find_household(both.ours).tasks):
        form.add_error("name", _("Another task has this name. Give it a name of its own."))
        return True
    return False


def _replace_task(old: Household, name: str, fresh: Task | None) -> Household:
    """A task put anew, with whose it is as it stood, or taken out."""

    def changed(one: Task) -> Task:
        if one.name != name or fresh is None:
            return one
        return msgspec.structs.replace(
            fresh, noticed_by=one.noticed_by, planned_by=one.planned_by, done_by=one.done_by
        )

    kept = tuple(one for one in old.tasks if fresh is not None or one.name != name)
    return msgspec.structs.replace(old, tasks=tuple(map(changed, kept)))


@READ_OR_WRITE
@for_pair(present_alone)
def edit_owners(request: HttpRequest) -> HttpResponse:
    """Whose each part is today, twenty tasks at a time, and how the minutes are meant to be shared."""
    both = Visit(request).require_pair()
    access.open_mine(request)
    home = store.find_household(both.ours)
    number = request.POST.get("page", "") or request.GET.get("page", "")
    path = reverse("agreements_whose")
    shown, pages = page_of(home.tasks, number, size=A_PAGE, path=path)
    if request.method == "POST":
        form = ShareForm(request.POST)
        change = _put_owners(request, both, form.cleaned_data["share"] if form.is_valid() else None)
        store.change_household(both.ours, change)
        more = pages.older and request.POST.get("act") == "next"
        return HttpResponseRedirect(pages.older if more else reverse("agreements_work"))
    page = OwnersPage(
        whose=tuple(_present_owners(one, both) for one in shown),
        form=ShareForm(initial={"share": _split_shares(home, both)["mine"]}),
        pages=pages,
        page=number,
    )
    return render(request, page)


def _put_owners(request: HttpRequest, both: Pair, share: int | None) -> Callable[[Household], Household]:
    me: Who = "one" if both.place == 0 else "two"
    other: Who = "two" if both.place == 0 else "one"
    meant: dict[str, Who] = {"": "", "me": me, "other": other, "both": "both"}

    def changed(task: Task) -> Task:
        task_id = places.task_id(task.name).hex()
        typed = {part: request.POST.get(f"{part}-{task_id}") for part in PARTS}
        fresh = {f"{part}_by": meant[value] for part, value in typed.items() if value in meant}
        return msgspec.structs.replace(task, **fresh)

    def change(old: Household) -> Household:
        mine = old.share if share is None else share if both.place == 0 else 100 - share
        return Household(tasks=tuple(map(changed, old.tasks)), share=mine)

    return change


def _present_owners(task: Task, both: Pair) -> OwnersRow:
    me, other = ("one", "two") if both.place == 0 else ("two", "one")
    labels = [("", "–"), ("me", _("you")), ("other", both.partner.name), ("both", _("both alike"))]

    def picks(who: Who) -> SafeString:
        return choices.write_options(labels, {me: "me", other: "other", "both": "both"}.get(who, ""))

    return OwnersRow(
        id=places.task_id(task.name).hex(),
        name=task.name,
        noticed=picks(task.noticed_by),
        planned=picks(task.planned_by),
        done=picks(task.done_by),
    )
