"""Whether support fitted or took over: said by its receiver, kept in *mine*, told to nobody else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.couples import access
from bothand.rooms.growth import between, keeping, shown, wording
from bothand.rooms.growth.forms import FITTED, FitForm
from bothand.rooms.growth.pages import DeletePage, FitPage, FitsPage
from bothand.rooms.growth.records import Fit, Goal, Offer
from bothand.rooms.growth.views.goals import READ_OR_WRITE
from bothand.rooms.growth.views.whole import today_of
from bothand.rooms.kit import deleting, drafts
from bothand.rooms.kit.addresses import id_of
from bothand.rooms.kit.fields import Revision
from bothand.rooms.kit.paging import page_of
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing

A_PAGE = 20


@READ_OR_WRITE
def fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say how an offer was for me; as often as I like, also when it has ended."""
    space = access.mine(request)
    offer, goal = _to_me(request, id_of(hex_id))
    form = FitForm(request.POST) if request.method == "POST" else FitForm()
    if request.method != "POST" or not form.is_valid():
        page = FitPage(
            form=form, hex=hex_id, support=wording.offered(offer.record.support), goal=goal.record.text
        )
        return render(request, page, status=422 if form.errors else 200)
    said = Fit(
        day=today_of(request),
        offer=offer.id,
        goal=goal.id,
        support=offer.record.support,
        fitted=form.cleaned_data["felt"] == FITTED,
        words=form.cleaned_data["words"],
    )
    keeping.add_fit(space, said, form.cleaned_data["id"])
    return HttpResponseRedirect(reverse("growth_fits"))


@require_safe
def fits(request: HttpRequest) -> HttpResponse:
    """What I said about support, the last first."""
    space = access.mine(request)
    try:
        ids, unopened = keeping.fits(space).entries[::-1], 0
        newest = keeping.newest_fits(space)
    except DidNotOpen:
        ids, unopened, newest = (), 1, []
    there, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("growth_fits"))
    lot = space.several(Fit, there)
    listed = sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)
    pattern = shown.pattern(newest, today_of(request))
    page = FitsPage(
        fits=shown.fits(listed),
        pages=pages,
        pattern=pattern,
        hands=_hands(newest) if pattern else (),
        unopened=lot.unopened + unopened,
        said=deleting.said(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete what was said once, after asking."""
    space, fit_id = access.mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask(space.get(Fit, fit_id)))
    try:
        there = space.get(Fit, fit_id)
        revision = Revision().to_python(request.POST.get("revision"))
        keeping.remove_fit(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask(conflict.theirs), status=409)
    return HttpResponseRedirect(f"{reverse('growth_fits')}?done={deleting.flag()}")


def _to_me(request: HttpRequest, offer_id: bytes) -> tuple[Opened[Offer], Opened[Goal]]:
    """An offer with a goal of mine. Raises Missing for any other."""
    space, found = access.mine(request), between.between(request)
    for goal in keeping.own(space).goals:
        copy = between.copy_in(request, found, goal.id)
        if copy is not None:
            for offer in found.offers_to(copy):
                if offer.id == offer_id:
                    return offer, goal
    raise Missing


def _hands(newest: list[Opened[Fit]]) -> tuple[drafts.Hand, ...]:
    """The words of the last time it took over may become a boundary, where a room takes it."""
    words = next((one.record.words for one in newest if not one.record.fitted and one.record.words), "")
    return drafts.hands("boundary", "topic", text=words) if words else ()


def _ask(there: Opened[Fit]) -> DeletePage:
    return DeletePage(
        title=_("Delete what you said on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            wording.offered(there.record.support),
            *([there.record.words] if there.record.words else []),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("growth_fit_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("growth_fits"),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
