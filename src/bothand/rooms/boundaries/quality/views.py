"""Time together and time for oneself: too little, enough, too much, and how much is wished. Shown by choice."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.kit import drafts, shared_copy
from bothand.kit.fields import not_kept
from bothand.rooms.boundaries import asking, present
from bothand.rooms.boundaries.quality.forms import QualityForm
from bothand.rooms.boundaries.quality.pages import QualityPage, TwoQualitiesPage
from bothand.rooms.boundaries.records import Quality, SharedQuality
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

FIELDS: Final = ("together", "together_hours", "apart", "apart_hours")
SHOWN_FROM: Final = fold_parts(b"quality")
"""What the place of the copy is derived from: there is one, so it is a name and no document's id."""


@asking.READ_OR_WRITE
def edit_quality(request: HttpRequest) -> HttpResponse:
    """How it is, and how much is wished."""
    space = access.open_mine(request)
    if request.method != "POST":
        return render(request, _build_page(request, None, space.only(Quality)))
    form = QualityForm(request.POST)
    try:
        there = space.only(Quality)
        if form.is_valid():
            mine = Quality(day=asking.today(request), **{name: form.cleaned_data[name] for name in FIELDS})
            if there is None:
                space.add(mine)
            elif not _says_same(there.record, mine):
                space.replace(there.seen_at(form.cleaned_data["revision"]), mine)
            return HttpResponseRedirect(reverse("boundaries_quality"))
    except Conflict as conflict:
        return render(request, _show_both(mine, conflict.theirs), status=409)
    except (DidNotOpen, NewerVersion):
        there = None
        form.add_error(None, not_kept())
    return render(request, _build_page(request, form, there), status=422)


@require_POST
def share_quality(request: HttpRequest) -> HttpResponse:
    """Put the copy into *ours* (`on=1`), or take it out."""
    space = access.open_mine(request)
    if access.find_partner(request) is None:
        raise Missing
    kept = space.only(Quality)
    try:
        if request.POST.get("on") != "1":
            shared_copy.withdraw_copy(request, SharedQuality, of=SHOWN_FROM)
        elif kept is not None:
            shared_copy.share_copy(request, _copy_quality(kept.record), of=SHOWN_FROM)
    except Conflict:
        pass  # pressed in two windows at once: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_quality"))


def _copy_quality(one: Quality) -> SharedQuality:
    return SharedQuality(day=one.day, **{name: getattr(one, name) for name in FIELDS})


def _says_same(one: Quality, other: Quality) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in FIELDS)


def _build_page(request: HttpRequest, form: QualityForm | None, kept: Opened[Quality] | None) -> QualityPage:
    shown, theirs = _list_shared(request)
    initial = {} if kept is None else {name: getattr(kept.record, name) for name in FIELDS}
    would = () if kept is None else present.list_quality_lines(kept.record)
    return QualityPage(
        form=form or QualityForm(initial=initial | {"revision": kept.revision if kept else 0}),
        kept=kept is not None,
        shown=shown,
        would=would if access.find_partner(request) is not None and would != shown else (),
        theirs=theirs,
        hands=drafts.find_hands(
            "topic", text=_("How much time we have for each other, and each for ourselves.")
        )
        if kept is not None
        else (),
        shut=asking.is_shut(request),
    )


def _list_shared(request: HttpRequest) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """What is shown of mine, and what the other shows."""
    try:
        ours, partner = access.open_ours(request), asking.partner_of(request)
    except Alone:
        return (), ()
    found = {one.author: one.record for one in ours.standing(SharedQuality).items}
    own, other = found.get(access.visitor_of_request(request).account), found.get(partner.account)
    return present.list_quality_lines(own) if own else (), present.list_quality_lines(other) if other else ()


def _show_both(mine: Quality, theirs: Opened[Quality]) -> TwoQualitiesPage:
    lines = ["\n".join(f"{label}: {text}" for label, text in present.list_quality_lines(one))
             for one in (mine, theirs.record)]  # fmt: skip
    return TwoQualitiesPage(
        pairs=(
            Both(label=_("Time together and for yourself"), name="quality", mine=lines[0], theirs=lines[1]),
        ),
        action=reverse("boundaries_quality"),
        back_to=reverse("boundaries_quality"),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            *(
                Hidden(name=name, value="" if (value := getattr(mine, name)) is None else str(value))
                for name in FIELDS
            ),
        ),
        typed=False,
    )
