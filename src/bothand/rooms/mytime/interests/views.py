"""What I love, loved, or want to try."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.mytime.interests.forms import InterestForm
from bothand.rooms.mytime.interests.labels import SORTS
from bothand.rooms.mytime.interests.pages import InterestPage
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
def new_interest(request: HttpRequest) -> HttpResponse:
    """Something new; with words from another room, when it handed some over."""
    space = access.open_mine(request)
    handed = drafts.read_draft(request)
    if request.method != "POST" or handed:
        initial = {"words": " ".join(handed.text.split()), "sort": "try"} if handed else None
        return render(request, InterestPage(form=InterestForm(initial=initial), hex=""))
    form = InterestForm(request.POST)
    if not form.is_valid():
        return render(request, InterestPage(form=form, hex=""), status=422)
    try:
        space.add(form.interest(), form.cleaned_data["id"])
    except Conflict as conflict:
        if conflict.theirs is None or not isinstance(conflict.theirs.record, Interest):
            return _rescue_words(request, not_kept())
        return _show_versions(request, form.interest(), conflict.theirs)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(reverse("mytime_own"))


@READ_OR_WRITE
def edit_interest(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Something changed; after a conflict, mine can be kept instead, or beside."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there = space.get(Interest, record_id)
        form = InterestForm(
            initial={
                "words": there.record.words,
                "sort": there.record.sort,
                "note": there.record.note,
                "id": new_id().hex(),
                "revision": there.revision,
            }
        )
        hands = drafts.find_hands("goal", "page", "topic", text=there.record.words)
        return render(request, InterestPage(form=form, hex=hex_id, words=there.record.words, hands=hands))
    form = InterestForm(request.POST)
    try:
        there = space.get(Interest, record_id)
        if not form.is_valid():
            return render(request, InterestPage(form=form, hex=hex_id), status=422)
        return _save_interest(request, space, there, form)
    except Missing:
        return _rescue_words(request, _("This was deleted in another window. What you wrote is here."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept() + " " + _("What you wrote is here."))


def _save_interest(
    request: HttpRequest, space: Space, there: Opened[Interest], form: InterestForm
) -> HttpResponse:
    mine = form.interest()
    if request.POST.get("keep") == "both":
        space.add(mine, form.cleaned_data["id"])
    elif mine != there.record:
        try:
            space.replace(there.seen_at(form.cleaned_data["revision"]), mine)
        except Conflict as conflict:
            if conflict.theirs is None:
                raise Missing from None
            return _show_versions(request, mine, conflict.theirs)
    return HttpResponseRedirect(reverse("mytime_own"))


@READ_OR_WRITE
def delete_interest(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete something, after asking."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(space.get(Interest, record_id)))
    try:
        there = space.get(Interest, record_id)
        space.remove(there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _confirm_deletion(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('mytime_own')}?done={deletion.deletion_flag()}")


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """It could not be kept: what was typed stands in a new form, with an id of its own."""
    typed = {name: str(request.POST.get(name, "")).replace("\0", "") for name in ("words", "sort", "note")}
    return render(request, InterestPage(form=InterestForm(initial=typed), hex="", rescued=why), status=409)


def _show_versions(request: HttpRequest, mine: Interest, theirs: Opened[Interest]) -> HttpResponse:
    """Both, to choose from; where only the choice differs, it is shown in the words' place."""
    typed = (mine.words, mine.note) != (theirs.record.words, theirs.record.note)
    field_labels = {"words": _("What it is"), "note": _("Your note")}
    pairs = tuple(
        Both(label=label, name=name, mine=getattr(mine, name), theirs=getattr(theirs.record, name))
        for name, label in field_labels.items()
    )
    hidden = [
        Hidden(name="revision", value=str(theirs.revision)),
        Hidden(name="id", value=new_id().hex()),
        Hidden(name="sort", value=mine.sort),
    ]
    if not typed:
        hidden += [Hidden(name="words", value=mine.words), Hidden(name="note", value=mine.note)]
        chosen = [str(SORTS[one.sort]) for one in (mine, theirs.record)]
        pairs = (Both(label=mine.words, name="chosen", mine=chosen[0], theirs=chosen[1]),)
    page = TwoWritesPage(
        pairs=pairs,
        action=reverse("mytime_edit", args=[theirs.hex]),
        back_to=reverse("mytime_own"),
        hidden=tuple(hidden),
        typed=typed,
        both=True,
    )
    return render(request, page, status=409)


def _confirm_deletion(there: Opened[Interest], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Delete “%(words)s”?") % {"words": there.record.words},
        lines=(
            *lines,
            str(SORTS.get(there.record.sort, "")),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("mytime_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("mytime_edit", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
