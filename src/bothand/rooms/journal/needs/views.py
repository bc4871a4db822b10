"""What I need: a list, each in other words, one taken away."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.domain import needs as needing
from bothand.domain.needs import Need, Needs
from bothand.kit import areas, deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.journal.needs.forms import NeedForm, NeedsForm, split_lines
from bothand.rooms.journal.needs.pages import Held, NeedPage, NeedsPage
from bothand.rooms.journal.needs.rules import trace_need
from bothand.rooms.journal.needs.store import NoRoom, add_lines, amend_needs, find_need
from bothand.rooms.journal.pages import DeletePage, TwoWritesPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Space


@READ_OR_WRITE
def list_needs(request: HttpRequest) -> HttpResponse:
    """All of them, and new ones. Words from elsewhere stand in the form, and are kept only when sent."""
    space = Visit(request).mine
    if (handed := drafts.read_draft(request)) is not None:
        return render(request, _list_page(request, space, _fill_form(handed.text, handed.area), handed=True))
    if request.method != "POST":
        return render(request, _list_page(request, space, NeedsForm()))
    form = NeedsForm(request.POST)
    if not form.is_valid():
        return render(request, _list_page(request, space, form), status=422)
    try:
        amend_needs(space, add_lines(split_lines(form.cleaned_data["text"]), form.cleaned_data["area"]))
    except NoRoom:
        told = _("There is room for %(most)d. Delete one first, or write these in your journal.")
        form.add_error("text", told % {"most": needing.MOST})
        return render(request, _list_page(request, space, form), status=422)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, space, not_kept() + " " + _("Your words are here."))
    return HttpResponseRedirect(reverse("journal_needs"))


@READ_OR_WRITE
def edit_need(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One need in other words, and where it can go on."""
    space, need_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        there = find_need(space, need_id)
        form = NeedForm(initial={"text": there.words, "area": there.area, "shown": trace_need(there)})
        return render(request, _need_page(there, form))
    try:
        there = find_need(space, need_id)
        form = NeedForm(request.POST)
        if not form.is_valid():
            return render(request, _need_page(there, form), status=422)
        return _save_need(request, space, there, form)
    except Missing:
        return _rescue_words(
            request, space, _("This was deleted while you were writing. Your words are here.")
        )
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, space, not_kept() + " " + _("Your words are here."))


@READ_OR_WRITE
def delete_need(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a need away, after asking."""
    space, need_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(find_need(space, need_id)))
    try:
        there = find_need(space, need_id)
        if request.POST.get("shown") != trace_need(there):
            return render(request, _confirm_deletion(there, changed=True), status=409)
        amend_needs(space, lambda held: needing.remove_need(held, need_id))
    except Missing:
        pass  # the same form sent twice
    return HttpResponseRedirect(f"{reverse('journal_needs')}?done={deletion.deletion_flag()}")


def _save_need(request: HttpRequest, space: Space, there: Need, form: NeedForm) -> HttpResponse:
    words, area = form.cleaned_data["text"], form.cleaned_data["area"]
    if request.POST.get("keep") == "both":
        try:
            amend_needs(space, add_lines([words], area))
        except NoRoom:
            told = _("There is room for %(most)d. Delete one first.") % {"most": needing.MOST}
            return _rescue_words(request, space, told)
    elif (words, area) != (there.words, there.area):
        if form.cleaned_data["shown"] != trace_need(there):
            return render(request, _show_versions(there, words, area), status=409)
        amend_needs(space, lambda held: needing.change_need(held, there.id, words, area))
    return HttpResponseRedirect(reverse("journal_needs"))


def _fill_form(text: str, area: str) -> NeedsForm:
    """The form with words from elsewhere in it."""
    return NeedsForm(initial={"text": text.replace("\0", ""), "area": area if area in areas.NAMES else ""})


def _rescue_words(request: HttpRequest, space: Space, why: str) -> HttpResponse:
    """A need could not be kept: what was typed stands among the new ones."""
    form = _fill_form(request.POST.get("text", ""), request.POST.get("area", ""))
    return render(request, _list_page(request, space, form, rescued=why), status=409)


def _list_page(
    request: HttpRequest, space: Space, form: NeedsForm, *, handed: bool = False, rescued: str = ""
) -> NeedsPage:
    try:
        found, unopened = space.only(Needs), 0
    except DidNotOpen:
        found, unopened = None, 1
    held = found.record.held if found else ()
    return NeedsPage(
        form=form,
        held=tuple(
            Held(hex=one.id.hex(), words=one.words, area=areas.NAMES.get(one.area, "")) for one in held
        ),
        handed=handed,
        rescued=rescued,
        unopened=unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )


def _need_page(there: Need, form: NeedForm) -> NeedPage:
    return NeedPage(
        form=form,
        hex=there.id.hex(),
        words=there.words,
        hands=drafts.find_hands("boundary", "topic", text=there.words, area=there.area),
    )


def _show_versions(there: Need, words: str, area: str) -> TwoWritesPage:
    path = reverse("journal_need", args=[there.id.hex()])
    return TwoWritesPage(
        pairs=(Both(label=_("I need"), name="text", mine=words, theirs=there.words),),
        action=path,
        back_to=path,
        hidden=(Hidden(name="area", value=area), Hidden(name="shown", value=trace_need(there))),
        both=True,
    )


def _confirm_deletion(there: Need, *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Delete this?"),
        lines=(
            *lines,
            there.words,
            _("It is deleted at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("journal_need_delete", args=[there.id.hex()]),
        button=_("Remove"),
        back=_("Keep it"),
        back_to=reverse("journal_need", args=[there.id.hex()]),
        hidden=(Hidden(name="shown", value=trace_need(there)),),
        care=True,
    )
