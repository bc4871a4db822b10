"""Whether support fitted or took over: said by its receiver, kept in *mine*, told to nobody else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision
from bothand.kit.paging import page_of
from bothand.rooms.goals.pages import DeletePage
from bothand.rooms.goals.present import find_today
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.store import load_own
from bothand.rooms.goals.support import present, store
from bothand.rooms.goals.support.forms import FITTED, FitForm
from bothand.rooms.goals.support.labels import name_offer
from bothand.rooms.goals.support.pages import FitFormPage, FitsPage
from bothand.rooms.goals.support.present import explain_pattern
from bothand.rooms.goals.support.records import Fit, Offer
from bothand.rooms.goals.support.store import find_copy, list_newest_fits, load_fits, load_shared, remove_fit
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing

A_PAGE = 20


@READ_OR_WRITE
def add_fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say how an offer was for me; as often as I like, also when it has ended."""
    space = access.open_mine(request)
    offer, goal = _find_offer_to_me(request, id_of(hex_id))
    form = FitForm(request.POST) if request.method == "POST" else FitForm()
    if request.method != "POST" or not form.is_valid():
        page = FitFormPage(
            form=form, hex=hex_id, support=name_offer(offer.record.support), goal=goal.record.text
        )
        return render(request, page, status=422 if form.errors else 200)
    said = Fit(
        day=find_today(request),
        offer=offer.id,
        goal=goal.id,
        support=offer.record.support,
        fitted=form.cleaned_data["felt"] == FITTED,
        words=form.cleaned_data["words"],
    )
    store.add_fit(space, said, form.cleaned_data["id"])
    return HttpResponseRedirect(reverse("goals_fits"))


@require_safe
def list_fits(request: HttpRequest) -> HttpResponse:
    """What I said about support, the last first."""
    space = access.open_mine(request)
    try:
        ids, unopened = load_fits(space).entries[::-1], 0
        newest = list_newest_fits(space)
    except DidNotOpen:
        ids, unopened, newest = (), 1, []
    there, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("goals_fits"))
    lot = space.several(Fit, there)
    listed = sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)
    pattern = explain_pattern(newest, find_today(request))
    page = FitsPage(
        fits=present.list_fits(listed),
        pages=pages,
        pattern=pattern,
        hands=_find_hands(newest) if pattern else (),
        unopened=lot.unopened + unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete_fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete what was said once, after asking."""
    space, fit_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(space.get(Fit, fit_id)))
    try:
        there = space.get(Fit, fit_id)
        revision = Revision().to_python(request.POST.get("revision"))
        remove_fit(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(conflict.theirs), status=409)
    return HttpResponseRedirect(f"{reverse('goals_fits')}?done={deletion.deletion_flag()}")


def _find_offer_to_me(request: HttpRequest, offer_id: bytes) -> tuple[Opened[Offer], Opened[Goal]]:
    """An offer with a goal of mine. Raises Missing for any other."""
    space, found = access.open_mine(request), load_shared(request)
    for goal in load_own(space).goals:
        copy = find_copy(request, found, goal.id)
        if copy is not None:
            for offer in found.list_offers(copy):
                if offer.id == offer_id:
                    return offer, goal
    raise Missing


def _find_hands(newest: list[Opened[Fit]]) -> tuple[drafts.Hand, ...]:
    """The words of the last time it took over may become a boundary, where a room takes it."""
    words = next((one.record.words for one in newest if not one.record.fitted and one.record.words), "")
    return drafts.find_hands("boundary", "topic", text=words) if words else ()


def _ask_to_delete(there: Opened[Fit]) -> DeletePage:
    return DeletePage(
        title=_("Delete what you said on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            name_offer(there.record.support),
            *([there.record.words] if there.record.words else []),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("goals_fit_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("goals_fits"),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
