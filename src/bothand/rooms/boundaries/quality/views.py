"""Time together and time for oneself: too little, enough, too much, and how much is wished. Shown by choice."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.kit import drafts, shared_copy
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.boundaries import present
from bothand.rooms.boundaries.present import Lines
from bothand.rooms.boundaries.quality.forms import QualityForm
from bothand.rooms.boundaries.quality.pages import QualityPage, TwoQualitiesPage
from bothand.rooms.boundaries.records import Quality, SharedQuality
from bothand.rooms.boundaries.shared.store import is_shut
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

FIELDS: Final = ("together", "together_hours", "apart", "apart_hours")
SHOWN_FROM: Final = fold_parts(b"quality")
"""What the place of the copy is derived from: there is one, so it is a name and no document's id."""


@READ_OR_WRITE
def edit_quality(request: HttpRequest) -> HttpResponse:
    """How it is, and how much is wished."""
    visit = Visit(request)
    if request.method != "POST":
        return render(request, _build_page(request, None, visit.mine.only(Quality)))
    form, old = QualityForm(request.POST), None
    try:
        old = visit.mine.only(Quality)
        if form.is_valid():
            mine = Quality(day=visit.today, **{name: form.cleaned_data[name] for name in FIELDS})
            if old is None:
                visit.mine.add(mine)
            elif not _says_same(old.record, mine):
                visit.mine.replace(old.seen_at(form.cleaned_data["revision"]), mine)
            return HttpResponseRedirect(reverse("boundaries_quality"))
    except Conflict as conflict:
        return render(request, _show_both(mine, conflict.theirs), status=409)
    except (DidNotOpen, NewerVersion):
        form.add_error(None, not_kept())
    return render(request, _build_page(request, form, old), status=422)


@require_POST
def share_quality(request: HttpRequest) -> HttpResponse:
    """Put the copy into *ours* (`on=1`), or take it out."""
    visit = Visit(request)
    kept = visit.mine.only(Quality)
    if visit.partner is None:
        raise Missing
    try:
        if request.POST.get("on") != "1":
            shared_copy.withdraw_copy(request, SharedQuality, of=SHOWN_FROM)
        elif kept is not None:
            shared_copy.share_copy(request, _copy_quality(kept.record), of=SHOWN_FROM)
    except Conflict:
        pass  # pressed in two windows at once: the page shows how it is
    return HttpResponseRedirect(reverse("boundaries_quality"))


def _copy_quality(quality: Quality) -> SharedQuality:
    return SharedQuality(day=quality.day, **{name: getattr(quality, name) for name in FIELDS})


def _says_same(quality: Quality, other: Quality) -> bool:
    return all(getattr(quality, name) == getattr(other, name) for name in FIELDS)


def _build_page(request: HttpRequest, form: QualityForm | None, kept: Opened[Quality] | None) -> QualityPage:
    visit = Visit(request)
    shown, theirs = _list_shared(visit)
    initial = {} if kept is None else {name: getattr(kept.record, name) for name in FIELDS}
    would = () if kept is None else present.list_quality_lines(kept.record)
    text = _("How much time we have for each other, and each for ourselves.")
    return QualityPage(
        form=form or QualityForm(initial=initial | {"revision": kept.revision if kept else 0}),
        kept=kept is not None,
        shown=shown,
        would=would if visit.partner is not None and would != shown else (),
        theirs=theirs,
        hands=() if kept is None else drafts.find_hands("topic", text=text),
        shut=is_shut(request),
    )


def _list_shared(visit: Visit) -> tuple[Lines, Lines]:
    """What is shown of mine, and what the other shows."""
    pair = visit.pair_if_two()
    if pair is None:
        return (), ()
    shared = {copy.author: copy.record for copy in pair.ours.query(SharedQuality).items}
    own, other = shared.get(pair.me), shared.get(pair.other)
    return present.list_quality_lines(own) if own else (), present.list_quality_lines(other) if other else ()


def _show_both(mine: Quality, theirs: Opened[Quality]) -> TwoQualitiesPage:
    pair = Both(
        label=_("Time together and for yourself"),
        name="quality",
        mine=_write_text(mine),
        theirs=_write_text(theirs.record),
    )
    answers = {name: getattr(mine, name) for name in FIELDS}
    return TwoQualitiesPage(
        pairs=(pair,),
        action=reverse("boundaries_quality"),
        back_to=reverse("boundaries_quality"),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            *(
                Hidden(name=name, value="" if answer is None else str(answer))
                for name, answer in answers.items()
            ),
        ),
        typed=False,
    )


def _write_text(quality: Quality) -> str:
    return "\n".join(f"{label}: {text}" for label, text in present.list_quality_lines(quality))
