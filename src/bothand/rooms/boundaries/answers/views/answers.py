"""An answer to the other's boundary: what it gives them, a question, what one can do."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import drafts, shared_copy
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.answers.forms import AnswerForm
from bothand.rooms.boundaries.answers.pages import AnswerPage, GonePage, TwoAnswersPage
from bothand.rooms.boundaries.answers.store import save_answer, withdraw_answer
from bothand.rooms.boundaries.records import Answer
from bothand.rooms.boundaries.shared.store import SHUT, find_theirs
from bothand.shell.forms import Form
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

PARTS = ("gives", "question", "can")


@READ_OR_WRITE
def edit_answer(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What I understand it gives you, what I would like to ask, what I can do: each may be left open."""
    visit = Visit(request)
    try:
        shared = find_theirs(visit, id_of(hex_id))
    except (Alone, Missing):
        if request.method != "POST":
            raise Missing from None
        typed = Answer(boundary=b"", digest=b"", **read_typed(request, *PARTS))
        return show_gone(request, present.list_answer_lines(typed))
    old = shared_copy.copy_of(request, Answer, rules.place_answer(shared.id))
    if request.method != "POST":
        form = AnswerForm(initial=fill_parts(old, *PARTS))
        return render(request, _build_page(visit, form, shared, old))
    if request.POST.get("back") == "1":
        return _withdraw_answer(request, shared)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(visit, form, shared, old), status=422)
    answer = Answer(
        boundary=shared.id,
        digest=shared.record.digest,
        **{name: form.cleaned_data[name] for name in PARTS},
    )
    try:
        save_answer(request, answer, form.cleaned_data["revision"])
    except Conflict as conflict:
        action = reverse("boundaries_answer", args=[shared.hex])
        return show_both(request, form, conflict.theirs, PARTS, action=action, boundary=shared.id)
    except SHUT:
        form.add_error(None, labels.SHUT)
        return render(request, _build_page(visit, form, shared, old), status=409)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[shared.hex]))


def show_gone(request: HttpRequest, typed: tuple[tuple[str, str], ...]) -> HttpResponse:
    """What was written about is not there any more: the words are, and can go on into one's own pages."""
    text = "\n\n".join(words for _label, words in typed)
    return render(request, GonePage(typed=typed, hands=drafts.find_hands("page", text=text)), status=409)


def show_both(
    request: HttpRequest,
    form: Form,
    theirs: Opened[Any],
    parts: tuple[str, ...],
    *,
    action: str,
    boundary: bytes,
    hidden: tuple[Hidden, ...] = (),
) -> HttpResponse:
    """What one wrote to a boundary in two windows, part by part."""
    page = TwoAnswersPage(
        pairs=tuple(
            Both(
                label=form.fields[name].label or "",
                name=name,
                mine=form.cleaned_data[name],
                theirs=getattr(theirs.record, name),
            )
            for name in parts
        ),
        action=action,
        back_to=reverse("boundaries_shared_show", args=[boundary.hex()]),
        hidden=(Hidden(name="revision", value=str(theirs.revision)), *hidden),
    )
    return render(request, page, status=409)


def read_typed(request: HttpRequest, *parts: str) -> dict[str, str]:
    """What was typed, part by part, without the signs that no page can hold."""
    return {name: request.POST.get(name, "").replace("\0", "") for name in parts}


def fill_parts(old: Opened[Any] | None, *parts: str) -> dict[str, object]:
    """What a form shows of what one wrote before, with its revision; 0 for nothing."""
    if old is None:
        return {"revision": 0}
    return {name: getattr(old.record, name) for name in parts} | {"revision": old.revision}


def _withdraw_answer(request: HttpRequest, shared: Opened[SharedBoundary]) -> HttpResponse:
    with suppress(Conflict):  # it was changed or taken back this very moment: the page shows how it is
        withdraw_answer(request, shared.id)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[shared.hex]))


def _build_page(
    visit: Visit, form: AnswerForm, shared: Opened[SharedBoundary], old: Opened[Answer] | None
) -> AnswerPage:
    return AnswerPage(
        form=form,
        card=present.show_card(shared.record, visit.partner_name),
        hex=shared.hex,
        kept=old is not None,
    )
