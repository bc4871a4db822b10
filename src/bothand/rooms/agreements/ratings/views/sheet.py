"""All answers on one page: to change them, or to say more than a screen asks."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.meetings import find_kept_answer
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.forms import RateForm
from bothand.rooms.agreements.ratings.present import present_form
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.ratings.store import (
    Beside,
    OpenMatter,
    allow_option,
    find_beside,
    is_same,
    lay_answers,
    list_options,
    mark_need,
    open_matter,
    rule_out,
)
from bothand.shell.page import render
from bothand.vault.randomness import random_bytes
from bothand.vault.records import Shelf

MARKS = {"line", "unline", "meets", "unmeets"}
"""Buttons that put something of *mine* beside an option; what was typed stays, and is not kept yet."""


@READ_OR_WRITE
@for_pair(present_alone)
def rate_options(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Answer alone. Nobody else sees the answers, nor whether there are any."""
    matter = open_matter(request, hex_id)
    if matter.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    kept = find_kept_answer(matter.rating, Answers)
    beside = find_beside(request, matter, matter.standing)
    if request.method != "POST":
        form = RateForm(matter=matter.record, now=matter.now, initial=_fill_form(kept))
        return render(request, present_form(matter, form, beside, kept))
    if request.POST.get("act") in MARKS:
        _mark_beside(request, matter, beside)
        beside = find_beside(request, matter, Visit(request).mine.query(shelf=Shelf.STANDS))
        form = RateForm(matter=matter.record, now=matter.now, initial=dict(request.POST.items()))
        return render(request, present_form(matter, form, beside, kept))
    if request.POST.get("act") == "back":
        if matter.rating is not None:
            matter.rating.take_back()
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    form = RateForm(request.POST, matter=matter.record, now=matter.now)
    valid = form.is_valid()
    answers = _read_answers(form, matter.now, beside) if valid else None
    idle = matter.rating is not None and bool(matter.rating.fate)
    if answers is not None and is_same(answers, kept) and not idle:
        return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    changed = _find_change(request, matter)
    if changed:
        form.add_error(None, changed)
    if changed or answers is None:
        return render(request, present_form(matter, form, beside, kept), status=409 if changed else 422)
    lay_answers(request, matter, answers)
    return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))


def _read_answers(form: RateForm, now: tuple[int, ...], beside: Beside) -> Answers:
    return Answers(
        now=now,
        weights=form.read_weights(),
        ratings=form.read_ratings(),
        never=form.read_nevers(),
        lines=tuple(sorted(beside.taken)),
        secret=random_bytes(32),
        only_if=form.together,
    )


def _find_change(request: HttpRequest, matter: OpenMatter) -> str:
    """What happened while somebody answered, in a sentence; "" for nothing."""
    if request.POST.get("frame") != matter.frame.hex():
        return _("The questions have changed. Look once more, then save your answers.")
    if request.POST.get("round") != str(matter.round):
        return _(
            "Meanwhile your earlier answers led to a result. If you save these, they count for the next one."
        )
    return ""


def _fill_form(kept: Answers | None) -> dict[str, int | str]:
    if kept is None:
        return {}
    return (
        {f"weight{number}": weight for number, weight in enumerate(kept.weights)}
        | {f"never{number}": option for number, option in enumerate(kept.never)}
        | {
            f"rating{number}_{place}": rating
            for number, row in enumerate(kept.ratings)
            for place, rating in enumerate(row)
        }
        | {
            name: value
            for at, (one, other, step) in enumerate(kept.only_if)
            for name, value in (
                (f"one{at}", f"{one[0]}-{one[1]}"),
                (f"other{at}", f"{other[0]}-{other[1]}"),
                (f"step{at}", step),
            )
        }
    )


def _mark_beside(request: HttpRequest, matter: OpenMatter, beside: Beside) -> None:
    """A line of mine rules an option out, or an option meets a need of mine; or no longer."""
    names = {f"{number}_{place}": one for (number, place), one in list_options(matter).items()}
    act = request.POST.get("act")
    if act in {"meets", "unmeets"}:
        ids = {one.id.hex(): one.id for one in beside.needs}
        option, need = names.get(request.POST.get("meeting", "")), ids.get(request.POST.get("need", ""))
        if option is not None and need is not None:
            mark_need(request, beside, need, option, it_does=act == "meets")
        return
    option = names.get(request.POST.get("way", ""))
    if option is None:
        return
    if act == "unline":
        allow_option(request, beside, option)
        return
    named = {one.hex(): one for one in beside.shown}
    line = named.get(request.POST.get("line", ""))
    if line is not None:
        rule_out(request, beside, line, option)
