"""Wishes for my week: written down for the plan that is not there yet, and good for time of one's own until then."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access
from bothand.domain.wishes import Wish
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.kit.paging import page_of
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.wishes.forms import WishForm, fill_fields
from bothand.rooms.mytime.wishes.labels import describe_wish
from bothand.rooms.mytime.wishes.pages import WishesPage, WishPage, WishShown
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 20


@require_safe
def list_wishes(request: HttpRequest) -> HttpResponse:
    """All of them."""
    lot = access.open_mine(request).standing(Wish)
    found = sorted(lot.items, key=lambda one: (one.record.words.casefold(), one.id))
    there, pages = page_of(found, request.GET.get("page", ""), size=A_PAGE, path=reverse("mytime_wishes"))
    page = WishesPage(
        wishes=tuple(map(_present_wish, there)),
        pages=pages,
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _present_wish(one: Opened[Wish]) -> WishShown:
    # Time for two is nobody's alone to announce: such a wish is said to the other instead.
    together = one.record.sort == "together"
    return WishShown(
        path=reverse("mytime_wish", args=[one.hex]),
        hex=one.hex,
        words=one.record.words,
        about=describe_wish(one.record),
        take=not together,
        hands=drafts.find_hands("topic", text=one.record.words) if together else (),
    )


@READ_OR_WRITE
def new_wish(request: HttpRequest) -> HttpResponse:
    """A new wish; from an interest with its words, kept only when it is sent."""
    space = access.open_mine(request)
    handed = drafts.read_draft(request)
    if request.method != "POST" or handed:
        words = " ".join(handed.text.split()) if handed else ""
        form = WishForm(initial={"words": words, "of": request.POST.get("of", "")})
        return render(request, WishPage(form=form, hex=""))
    form = WishForm(request.POST)
    if not form.is_valid():
        return render(request, WishPage(form=form, hex=""), status=422)
    try:
        space.add(form.wish(), form.cleaned_data["id"])
    except Conflict as conflict:
        if conflict.theirs is None or not isinstance(conflict.theirs.record, Wish):
            return _rescue_words(form, request, not_kept())
        return _show_versions(request, form.wish(), conflict.theirs)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(form, request, not_kept())
    return HttpResponseRedirect(reverse("mytime_wishes"))


@READ_OR_WRITE
def edit_wish(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A wish, changed; after a conflict, mine can be kept instead, or beside."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there = space.get(Wish, record_id)
        form = WishForm.showing(there.record, there.revision)
        return render(request, WishPage(form=form, hex=hex_id))
    form = WishForm(request.POST)
    try:
        there = space.get(Wish, record_id)
        if not form.is_valid():
            return render(request, WishPage(form=form, hex=hex_id), status=422)
        mine = form.wish()
        if request.POST.get("keep") == "both":
            space.add(mine, form.cleaned_data["id"])
        elif mine != there.record:
            space.replace(there.seen_at(form.cleaned_data["revision"]), mine)
    except Conflict as conflict:
        if conflict.theirs is None:
            return _rescue_words(
                form, request, _("This was deleted in another window. What you wrote is here.")
            )
        return _show_versions(request, mine, conflict.theirs)
    except Missing:
        return _rescue_words(form, request, _("This was deleted in another window. What you wrote is here."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(form, request, not_kept() + " " + _("What you wrote is here."))
    return HttpResponseRedirect(reverse("mytime_wishes"))


@READ_OR_WRITE
def delete_wish(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a wish away, after asking."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(space.get(Wish, record_id)))
    try:
        there = space.get(Wish, record_id)
        space.remove(there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _confirm_deletion(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('mytime_wishes')}?done={deletion.deletion_flag()}")


def _rescue_words(form: WishForm, request: HttpRequest, why: str) -> HttpResponse:
    """It could not be kept: what was typed stands in a new form, with an id of its own."""
    page = WishPage(form=WishForm(form.again() | {"id": new_id().hex()}), hex="", rescued=why)
    return render(request, page, status=409)


def _show_versions(request: HttpRequest, mine: Wish, theirs: Opened[Wish]) -> HttpResponse:
    again = fill_fields(mine) | {"revision": str(theirs.revision), "id": new_id().hex()}
    lines = [f"{one.words}\n{describe_wish(one)}" for one in (mine, theirs.record)]
    page = TwoWritesPage(
        pairs=(Both(label=_("A wish for your week"), name="wish", mine=lines[0], theirs=lines[1]),),
        action=reverse("mytime_wish", args=[theirs.hex]),
        back_to=reverse("mytime_wishes"),
        hidden=tuple(Hidden(name=name, value=value) for name, value in again.items()),
        typed=False,
        both=True,
    )
    return render(request, page, status=409)


def _confirm_deletion(there: Opened[Wish], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Take this wish away?"),
        lines=(
            *lines,
            there.record.words,
            describe_wish(there.record),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("mytime_wish_delete", args=[there.hex]),
        button=_("Take it away"),
        back=_("Keep it"),
        back_to=reverse("mytime_wish", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
