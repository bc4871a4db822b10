"""The other's part: an answer to a boundary, and *I can't* to whatever is asked, in one tap and without a reason."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import asks, drafts, registry, shared_copy
from bothand.kit.addresses import id_of
from bothand.kit.asks import Ask, Asking, find_noes
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, present, rules, store
from bothand.rooms.boundaries.forms import AnswerForm
from bothand.rooms.boundaries.pages_between import AlonePage, AnswerPage, AskedPage, GonePage, TwoAnswersPage
from bothand.rooms.boundaries.records import Answer
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.ours import Ours

A_PAGE = 20
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
        store.save_answer(request, said, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is not None and not conflict.theirs.deleted:
            return render(request, _show_both(said, conflict.theirs, there), status=409)
        # Taken back in another window meanwhile: what was written now is put in as a new answer.
        store.save_answer(request, said, 0)
    except asking.SHUT:
        form.add_error(None, asking.shut())
        return render(request, _build_page(request, form, there, own), status=409)
    return HttpResponseRedirect(reverse("boundaries_between", args=[there.hex]))


def _withdraw_answer(request: HttpRequest, there: Opened[SharedBoundary]) -> HttpResponse:
    try:
        store.withdraw_answer(request, there.id)
    except Conflict:
        pass  # it was changed or taken back this very moment: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_between", args=[there.hex]))


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
        back_to=reverse("boundaries_between", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(theirs.revision)),),
    )


@require_POST
def decline_ask(request: HttpRequest, hex_id: str) -> HttpResponse:
    """*I can't* (`on=1`), or take that back. Whatever room it was asked in."""
    record_id = id_of(hex_id)
    try:
        ours = asking.space_to_write(request)
    except Alone:
        raise Missing from None
    found = _gather_asking(request, ours)
    ask = next((one for _room, one in _collect_asks(found) if one.id == record_id and not one.there), None)
    on = request.POST.get("on") == "1"
    if ask is None and (on or record_id not in find_noes(found.lot, found.of)):
        raise Missing
    try:
        if on:
            asks.say_no(request, record_id)
        else:
            asks.take_back(request, record_id)
    except Conflict:
        pass  # pressed in two windows at once: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    # A *no* to what is asked no more can be taken back from where it was said, and has no other page to go to.
    if ask is None or request.POST.get("from") == "asked":
        return HttpResponseRedirect(reverse("boundaries_asked"))
    return HttpResponseRedirect(ask.path)


@require_safe
def list_asked(request: HttpRequest) -> HttpResponse:
    """Everything that is asked of me, in every room, each with a *no* in one tap."""
    access.live_session(request)
    if access.find_partner(request) is None:
        return render(request, AlonePage())
    looked = _gather_asking(request, access.open_ours(request))
    said, found = find_noes(looked.lot, looked.of), _collect_asks(looked)
    open_still = [one for one in found if one[1].id not in said]
    shown, pages = page_of(
        open_still, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_asked")
    )
    declined = [one for one in found if one[1].id in said]
    page = AskedPage(
        asks=tuple(shown),
        declined=tuple(declined[:A_PAGE]),
        pages=pages,
        unopened=looked.lot.unopened + looked.unopened,
    )
    return render(request, page)


def _gather_asking(request: HttpRequest, ours: Ours) -> Asking:
    """What all rooms look at to say what the other asks of the visitor."""
    who = access.visitor_of_request(request)
    return Asking(
        lot=ours.standing(),
        by=asking.partner_of(request).account,
        of=who.account,
        ours=ours,
        mine=access.open_mine(request) if who.unlocked else None,
        today=asking.today(request),
    )


def _collect_asks(looked: Asking) -> list[tuple[str, Ask]]:
    """What is asked, with the title of the room it stands in."""
    return [(str(room.title), ask) for room in registry.all_rooms() if room.asks for ask in room.asks(looked)]
