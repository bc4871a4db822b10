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
from bothand.rooms.goals import between, labels, present, store
from bothand.rooms.goals.forms import FITTED, FitForm
from bothand.rooms.goals.pages import DeletePage, FitPage, FitsPage
from bothand.rooms.goals.records import Fit, Goal, Offer
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.rooms.goals.views.whole import today_of
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing

A_PAGE = 20


@READ_OR_WRITE
def fit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say how an offer was for me; as often as I like, also when it has ended."""
    space = access.open_mine(request)
    offer, goal = _to_me(request, id_of(hex_id))
    form = FitForm(request.POST) if request.method == "POST" else FitForm()
    if request.method != "POST" or not form.is_valid():
        page = FitPage(
            form=form, hex=hex_id, support=labels.offered(offer.record.support), goal=goal.record.text
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
    store.add_fit(space, said, form.cleaned_data["id"])
    return HttpResponseRedirect(reverse("goals_fits"))


@require_safe
def fits(request: HttpRequest) -> HttpResponse:
    """What I said about support, the last first."""
    space = access.open_mine(request)
    try:
        ids, unopened = store.fits(space).entries[::-1], 0
        newest = store.newest_fits(space)
    except DidNotOpen:
        ids, unopened, newest = (), 1, []
    there, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("goals_fits"))
    lot = space.several(Fit, there)
    listed = sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)
    pattern = present.pattern(newest, today_of(request))
    page = FitsPage(
        fits=present.fits(listed),
        pages=pages,
        pattern=pattern,
        hands=_hands(newest) if pattern else (),
        unopened=lot.unopened + unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete what was said once, after asking."""
    space, fit_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask(space.get(Fit, fit_id)))
    try:
        there = space.get(Fit, fit_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.remove_fit(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask(conflict.theirs), status=409)
    return HttpResponseRedirect(f"{reverse('goals_fits')}?done={deletion.deletion_flag()}")


def _to_me(request: HttpRequest, offer_id: bytes) -> tuple[Opened[Offer], Opened[Goal]]:
    """An offer with a goal of mine. Raises Missing for any other."""
    space, found = access.open_mine(request), between.between(request)
    for goal in store.own(space).goals:
        copy = between.copy_in(request, found, goal.id)
        if copy is not None:
            for offer in found.offers_to(copy):
                if offer.id == offer_id:
                    return offer, goal
    raise Missing


def _hands(newest: list[Opened[Fit]]) -> tuple[drafts.Hand, ...]:
    """The words of the last time it took over may become a boundary, where a room takes it."""
    words = next((one.record.words for one in newest if not one.record.fitted and one.record.words), "")
    return drafts.find_hands("boundary", "topic", text=words) if words else ()


def _ask(there: Opened[Fit]) -> DeletePage:
    return DeletePage(
        title=_("Delete what you said on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            labels.offered(there.record.support),
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
