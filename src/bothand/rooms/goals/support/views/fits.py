"""Whether support fitted or took over: said by its receiver, kept in *mine*, told to nobody else."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE, DeletionView, Question
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.paging import page_of
from bothand.rooms.goals.pages import DeletePage
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.store import load_own
from bothand.rooms.goals.support import present, store
from bothand.rooms.goals.support.forms import FITTED, FitForm
from bothand.rooms.goals.support.labels import name_offer
from bothand.rooms.goals.support.pages import FitFormPage, FitsPage
from bothand.rooms.goals.support.records import Fit, Offer
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing

A_PAGE = 20


class FitDeletion(DeletionView[Fit]):
    """Taking out what was said once."""

    kind, confirm_type = Fit, DeletePage
    list_url, delete_url = "goals_fits", "goals_fit_delete"

    def remove(self, old: Opened[Fit]) -> None:
        store.remove_fit(self.space, old)

    def question(self, opened: Opened[Fit]) -> Question:
        fit = opened.record
        return Question(
            title=_("Delete what you said on %(day)s?") % {"day": date_format(fit.day, "j F Y")},
            lines=tuple(line for line in (name_offer(fit.support), fit.words) if line),
        )


@READ_OR_WRITE
@keep_form_id
def add_fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say how an offer was for me; as often as I like, also when it has ended."""
    visit = Visit(request)
    if request.method != "POST" and find_made(visit.mine, Fit) is not None:
        return HttpResponseRedirect(reverse("goals_fits"))
    offer, goal = _find_offer_to_me(request, id_of(hex_id))
    form = FitForm(request.POST) if request.method == "POST" else FitForm()
    if request.method != "POST" or not form.is_valid():
        page = FitFormPage(
            form=form, hex=hex_id, support=name_offer(offer.record.support), goal=goal.record.text
        )
        return render(request, page, status=422 if form.errors else 200)
    fit = Fit(
        day=visit.today,
        offer=offer.id,
        goal=goal.id,
        support=offer.record.support,
        fitted=form.cleaned_data["felt"] == FITTED,
        words=form.cleaned_data["words"],
    )
    store.add_fit(visit.mine, fit, form.cleaned_data["id"])
    return HttpResponseRedirect(reverse("goals_fits"))


@require_safe
def list_fits(request: HttpRequest) -> HttpResponse:
    """What I said about support, the last first."""
    visit = Visit(request)
    ids: Sequence[bytes] = ()
    try:
        ids, lists_unopened = store.load_fits(visit.mine).entries[::-1], 0
        newest = store.list_newest_fits(visit.mine)
    except DidNotOpen:
        lists_unopened, newest = 1, []
    shown, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("goals_fits"))
    lot = visit.mine.query(Fit, ids=shown)
    pattern = present.explain_pattern(newest, visit.today)
    page = FitsPage(
        fits=present.list_fits(store.sort_fits(lot.items)),
        pages=pages,
        pattern=pattern,
        hands=_find_hands(newest) if pattern else (),
        unopened=lot.unopened + lists_unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete_fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete what was said once, after asking."""
    return FitDeletion(request).delete(hex_id)


def _find_offer_to_me(request: HttpRequest, offer_id: bytes) -> tuple[Opened[Offer], Opened[Goal]]:
    """An offer with a goal of mine. Raises Missing for any other."""
    own, shared = load_own(Visit(request).mine), store.load_shared(request)
    for goal in own.goals:
        copy = store.find_copy(request, shared, goal.id)
        offers = () if copy is None else shared.list_offers(copy)
        for offer in offers:
            if offer.id == offer_id:
                return offer, goal
    raise Missing


def _find_hands(newest: list[Opened[Fit]]) -> tuple[drafts.Hand, ...]:
    """The words of the last time it took over may become a boundary, where a room takes it."""
    words = next((fit.record.words for fit in newest if not fit.record.fitted and fit.record.words), "")
    return drafts.find_hands("boundary", "topic", text=words) if words else ()
