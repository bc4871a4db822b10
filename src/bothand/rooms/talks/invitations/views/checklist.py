"""One's own list before a talk, kept in *mine* if wished."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.kit.single import put_document
from bothand.rooms.talks import labels
from bothand.rooms.talks.invitations import present, store
from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm
from bothand.rooms.talks.invitations.records import Checklist, Invitation
from bothand.rooms.talks.invitations.rules import find_invitation, place_of_checklist
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion


@READ_OR_WRITE
@for_two
def edit_checklist(request: HttpRequest) -> HttpResponse:
    """Keep one's own list in *mine*: only who wishes it comes here. With nothing on it, it is taken out."""
    visit = Visit(request)
    space = visit.mine
    mine, theirs = store.read_tables(visit.require_pair())
    asked = find_invitation(mine, theirs)
    if request.method != "POST" or asked is None:
        return HttpResponseRedirect(reverse("talks_answer"))
    form, fresh = ChecklistForm(request.POST), AnswerForm(now=visit.now)
    if form.is_valid():
        try:
            said = _save_checklist(visit, asked, form)
        except Conflict:
            return render(request, _versions_page(form, store.find_checklist(space, asked)), status=409)
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            hidden = store.find_checklist(space, asked) is not None
            empty = ChecklistForm()
            page = present.answer_page(visit.zone, fresh, empty, mine, asked, said=said, hidden=hidden)
            return render(request, page)
    return render(request, present.answer_page(visit.zone, fresh, form, mine, asked), status=422)


def _save_checklist(visit: Visit, asked: Invitation, form: ChecklistForm) -> str:
    """Keep it, or take it out when it is empty; what came of it, in a sentence."""
    typed, space = form.cleaned_data, visit.mine
    ticks, afraid = tuple(typed["ticks"]), typed["afraid"]
    if ticks or afraid:
        checklist = Checklist(day=visit.today, topic=asked.text, ticks=ticks, afraid=afraid)
        put_document(space, checklist, place_of_checklist(asked.id), typed["revision"])
        return _("Your list is saved, for you alone.")
    if (old := store.find_checklist(space, asked)) is not None:
        space.remove(old.seen_at(typed["revision"]))
        return deletion.deletion_sentence(deletion.deletion_flag())
    return _("There was nothing on it, so nothing was saved.")


def _versions_page(form: ChecklistForm, theirs: Opened[Checklist] | None) -> VersionsOfTalksPage:
    typed = form.cleaned_data
    ticks, afraid = (theirs.record.ticks, theirs.record.afraid) if theirs else ((), "")
    return VersionsOfTalksPage(
        pairs=(
            Both(
                label=_("How are you right now?"),
                name="said",
                mine=_say_ticks(typed["ticks"]),
                theirs=_say_ticks(ticks),
            ),
            Both(label=_("What I am afraid of"), name="afraid", mine=typed["afraid"], theirs=afraid),
        ),
        action=reverse("talks_checklist"),
        back_to=reverse("talks_answer"),
        hidden=(
            *(Hidden(name="ticks", value=name) for name in typed["ticks"]),
            Hidden(name="revision", value=str(theirs.revision if theirs else 0)),
        ),
    )


def _say_ticks(names: Iterable[str]) -> str:
    return "\n".join(str(labels.LIST[name]) for name in names if name in labels.LIST)
