"""The other's part: an answer to a boundary, and *I can't* to whatever is asked, in one tap and without a reason."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import drafts, shared_copy
from bothand.kit.addresses import id_of
from bothand.rooms.boundaries import asking, present, rules
from bothand.rooms.boundaries.answers.forms import AnswerForm
from bothand.rooms.boundaries.answers.pages import AnswerPage, GonePage, TwoAnswersPage
from bothand.rooms.boundaries.answers.store import save_answer, withdraw_answer
from bothand.rooms.boundaries.records import Answer
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

PARTS = ("gives", "question", "can")


@asking.READ_OR_WRITE
def edit_answer(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What I understand it gives you, what I would like to ask, what I can do: each may be left open."""
    record_id = id_of(hex_id)
    try:
        ours = asking.space_to_write(request)
        there = asking.theirs_at(ours, asking.partner_of(request), record_id)
    except (Alone, Missing):
        if request.method == "POST":
            return show_gone(request, present.list_answer_lines(_read_typed(request, record_id)))
        raise Missing from None
    own = shared_copy.copy_of(request, Answer, rules.place_answer(there.id))
    if request.method != "POST":
        form = AnswerForm(initial=_fill_form(own))
        return render(request, _build_page(request, form, there, own))
    if request.POST.get("back") == "1":
        return _withdraw_answer(request, there)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(request, form, there, own), status=422)
    return _save_answer(request, form, there, own)


def _save_answer(
    request: HttpRequest, form: AnswerForm, there: Opened[SharedBoundary], own: Opened[Answer] | None
) -> HttpResponse:
    said = Answer(
        boundary=there.id,
        digest=there.record.digest,
        **{name: form.cleaned_data[name] for name in PARTS},
    )
    try:
        save_answer(request, said, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is not None and not conflict.theirs.deleted:
            return render(request, _show_both(said, conflict.theirs, there), status=409)
        # Taken back in another window meanwhile: what was written now is put in as a new answer.
        save_answer(request, said, 0)
    except asking.SHUT:
        form.add_error(None, asking.shut())
        return render(request, _build_page(request, form, there, own), status=409)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[there.hex]))


def _withdraw_answer(request: HttpRequest, there: Opened[SharedBoundary]) -> HttpResponse:
    try:
        withdraw_answer(request, there.id)
    except Conflict:
        pass  # it was changed or taken back this very moment: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[there.hex]))


def show_gone(request: HttpRequest, typed: tuple[tuple[str, str], ...]) -> HttpResponse:
    """What was written about is not there any more: the words are, and can go on into one's own pages."""
    text = "\n\n".join(one for _label, one in typed)
    return render(request, GonePage(typed=typed, hands=drafts.find_hands("page", text=text)), status=409)


def _read_typed(request: HttpRequest, boundary: bytes) -> Answer:
    typed = {name: request.POST.get(name, "").replace("\0", "") for name in PARTS}
    return Answer(boundary=boundary, digest=b"", **typed)


def _fill_form(own: Opened[Answer] | None) -> dict[str, object]:
    if own is None:
        return {"revision": 0}
    return {name: getattr(own.record, name) for name in PARTS} | {"revision": own.revision}


def _build_page(
    request: HttpRequest, form: AnswerForm, there: Opened[SharedBoundary], own: Opened[Answer] | None
) -> AnswerPage:
    return AnswerPage(
        form=form,
        card=present.show_card(there.record, asking.partner_name(request)),
        hex=there.hex,
        kept=own is not None,
    )


def _show_both(mine: Answer, theirs: Opened[Answer], there: Opened[SharedBoundary]) -> TwoAnswersPage:
    labels = {
        "gives": _("What I understand it gives you"),
        "question": _("What I would like to ask"),
        "can": _("What I can do"),
    }
    return TwoAnswersPage(
        pairs=tuple(
            Both(label=label, name=name, mine=getattr(mine, name), theirs=getattr(theirs.record, name))
            for name, label in labels.items()
        ),
        action=reverse("boundaries_answer", args=[there.hex]),
        back_to=reverse("boundaries_shared_show", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(theirs.revision)),),
    )
