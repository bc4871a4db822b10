"""Answering alone."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.couples import together
from bothand.rooms.agreements import meeting as meetings
from bothand.rooms.agreements import places
from bothand.rooms.agreements.asking import Asked, asked_about
from bothand.rooms.agreements.forms import RateForm
from bothand.rooms.agreements.pages import RatePage
from bothand.rooms.agreements.parts import Rated
from bothand.rooms.agreements.payloads import Answers, encode
from bothand.rooms.agreements.two import for_two
from bothand.shell.page import render
from bothand.vault.chance import random_bytes

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
@for_two
def rate(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Answer alone. Nobody else sees the answers, nor whether there are any."""
    asked = asked_about(request, hex_id)
    if asked.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    kept = meetings.kept_answers(asked.rating)
    if request.method != "POST":
        return render(request, _rate_page(asked, RateForm(matter=asked.matter, initial=_initial(kept))))
    if request.POST.get("act") == "back":
        if asked.rating is not None:
            asked.rating.take_back()
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    form = RateForm(request.POST, matter=asked.matter)
    valid = form.is_valid()
    answers = _answers(form, asked.now) if valid else None
    if answers is not None and _same(answers, kept):
        return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    changed = _meanwhile(request, asked)
    if changed:
        form.add_error(None, changed)
    if changed or answers is None:
        return render(request, _rate_page(asked, form), status=409 if changed else 422)
    sort = places.rate_sort(asked.id, asked.frame)
    for other, one in asked.mine.items():
        # Answers to questions that read otherwise now would wait for nothing.
        if other.startswith(meetings.RATE) and other != sort and one.answer is not None:
            one.take_back()
    together.meet(request, sort).lay(encode(answers))
    return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))


def _answers(form: RateForm, now: tuple[int, ...]) -> Answers:
    return Answers(
        now=now,
        weights=form.weights(),
        ratings=form.ratings(),
        never=form.never(),
        secret=random_bytes(32),
    )


def _same(one: Answers, kept: Answers | None) -> bool:
    """The same form sent twice, or nothing changed: that is no new round."""
    return kept is not None and msgspec.structs.replace(one, secret=kept.secret) == kept


def _meanwhile(request: HttpRequest, asked: Asked) -> str:
    """What happened while somebody answered, in a sentence; "" for nothing."""
    if request.POST.get("frame") != asked.frame.hex():
        return _("The questions changed meanwhile. Look once more, then keep your answers.")
    if request.POST.get("round") != str(asked.round):
        return _(
            "Something came out of your earlier answers meanwhile. Kept now, these count for the next time."
        )
    return ""


def _initial(kept: Answers | None) -> dict[str, int]:
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
    )


def _rate_page(asked: Asked, form: RateForm) -> RatePage:
    questions = asked.matter.questions
    now = asked.now or ()
    rated = tuple(
        Rated(
            name=one.name,
            weight=form[f"weight{number}"],
            ratings=tuple(form[f"rating{number}_{place}"] for place in range(len(one.options))),
            never=form[f"never{number}"],
            today=one.options[now[number]].text,
        )
        for number, one in enumerate(questions)
    )
    rating = asked.rating
    return RatePage(
        form=form,
        hex=asked.hex,
        title=asked.matter.title,
        frame=asked.frame.hex(),
        rated=rated,
        kept=rating is not None and rating.answer is not None,
        round=asked.round,
    )
