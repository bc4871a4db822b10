"""How it goes with a goal, in one's own words: new, changed, deleted."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.goals import store
from bothand.rooms.goals.forms import EntryForm
from bothand.rooms.goals.pages import DeletePage, EntryFormPage, TwoEntriesPage
from bothand.rooms.goals.present import find_today, link_goal
from bothand.rooms.goals.records import Entry, Goal
from bothand.rooms.goals.store import remove_entry
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.shell.errors import not_written
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id

EXCERPT = 220


@READ_OR_WRITE
def add_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A new entry about a goal."""
    space, goal_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        goal = space.get(Goal, goal_id)
        return render(request, _show_new(EntryForm(), goal))
    form = EntryForm(request.POST)
    try:
        goal = space.get(Goal, goal_id)
        if not form.is_valid():
            return render(request, _show_new(form, goal), status=422)
        new = Entry(day=find_today(request), goal=goal.id, text=form.cleaned_data["text"])
        store.add_entry(space, new, form.cleaned_data["id"])
    except Missing:
        return _rescue_words(request, _("This goal was deleted while you were writing."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(link_goal(hex_id))


@READ_OR_WRITE
def edit_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """An entry, to read and to write anew."""
    space, entry_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there = space.get(Entry, entry_id)
        form = EntryForm(initial={"text": there.record.text, "revision": there.revision})
        return render(request, _show_old(form, there))
    form = EntryForm(request.POST)
    try:
        there = space.get(Entry, entry_id)
        if not form.is_valid():
            return render(request, _show_old(form, there), status=422)
        changed = msgspec.structs.replace(there.record, text=form.cleaned_data["text"])
        if request.POST.get("keep") == "both":
            store.add_entry(space, changed, form.cleaned_data["id"])
        elif changed != there.record:
            space.replace(there.seen_at(form.cleaned_data["revision"]), changed)
    except Conflict as conflict:
        if conflict.theirs is None:
            return _rescue_words(request, _("This was deleted while you were writing."))
        return render(request, _show_both(form.cleaned_data["text"], conflict.theirs), status=409)
    except Missing:
        return _rescue_words(request, _("This was deleted while you were writing."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(link_goal(there.record.goal.hex()))


@READ_OR_WRITE
def delete_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete an entry, after asking."""
    space, entry_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(space.get(Entry, entry_id)))
    after = reverse("goals_list")
    try:
        there = space.get(Entry, entry_id)
        after = link_goal(there.record.goal.hex())
        revision = Revision().to_python(request.POST.get("revision"))
        remove_entry(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{after}?done={deletion.deletion_flag()}")


def _show_new(form: EntryForm, goal: Opened[Goal]) -> EntryFormPage:
    return EntryFormPage(form=form, hex="", goal=goal.hex, text=goal.record.text, day=None)


def _show_old(form: EntryForm, there: Opened[Entry]) -> EntryFormPage:
    return EntryFormPage(
        form=form, hex=there.hex, goal=there.record.goal.hex(), text="", day=there.record.day
    )


def _show_both(text: str, theirs: Opened[Entry]) -> TwoEntriesPage:
    return TwoEntriesPage(
        pairs=(Both(label=_("Your words"), name="text", mine=text, theirs=theirs.record.text),),
        action=reverse("goals_entry", args=[theirs.hex]),
        back_to=link_goal(theirs.record.goal.hex()),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="id", value=new_id().hex()),
        ),
        both=True,
    )


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """There is no place for what was typed any more: it is shown, to copy."""
    return not_written(request, why, _("It was not kept."))


def _ask_to_delete(there: Opened[Entry], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Delete what you wrote on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            *lines,
            Truncator(there.record.text).chars(EXCERPT),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("goals_entry_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("goals_entry", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
