"""Answering alone."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.meetings import encode_payload, find_kept_answer
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.forms import RateForm
from bothand.rooms.agreements.ratings.pages import RatedQuestion, RatePage
from bothand.rooms.agreements.ratings.present import find_earlier
from bothand.rooms.agreements.ratings.records import RATE, Answers, rate_sort
from bothand.rooms.agreements.ratings.store import (
    Beside,
    RatedMatter,
    allow_option,
    find_beside,
    list_options,
    mark_need,
    open_matter,
    rule_out,
)
from bothand.shell.page import render
from bothand.vault.randomness import random_bytes

MARKS = {"line", "unline", "meets", "unmeets"}
"""Buttons that put something of *mine* beside a way; what was typed stays, and is not kept yet."""


@READ_OR_WRITE
@for_pair(present_alone)
def rate_options(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Answer alone. Nobody else sees the answers, nor whether there are any."""
    asked = open_matter(request, hex_id)
    if asked.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    kept = find_kept_answer(asked.rating, Answers)
    found = find_beside(request, asked, asked.standing)
    if request.method != "POST":
        form = RateForm(matter=asked.matter, now=asked.now, initial=_fill_form(kept))
        return render(request, _show_form(asked, form, found, kept))
    if request.POST.get("act") in MARKS:
        _mark_beside(request, asked, found)
        found = find_beside(request, asked, Visit(request).mine.standing())
        form = RateForm(matter=asked.matter, now=asked.now, initial=dict(request.POST.items()))
        return render(request, _show_form(asked, form, found, kept))
    if request.POST.get("act") == "back":
        if asked.rating is not None:
            asked.rating.take_back()
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    form = RateForm(request.POST, matter=asked.matter, now=asked.now)
    valid = form.is_valid()
    answers = _read_answers(form, asked.now, found) if valid else None
    if answers is not None and _is_same(answers, kept):
        return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    changed = _find_change(request, asked)
    if changed:
        form.add_error(None, changed)
    if changed or answers is None:
        return render(request, _show_form(asked, form, found, kept), status=409 if changed else 422)
    sort = rate_sort(asked.id, asked.frame)
    for other, one in asked.mine.items():
        # Answers to questions that read otherwise now would wait for nothing.
        if other.startswith(RATE) and other != sort and one.answer is not None:
            one.take_back()
    couple_actions.meet_partner(request, sort).lay(encode_payload(answers))
    return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))


def _read_answers(form: RateForm, now: tuple[int, ...], found: Beside) -> Answers:
    return Answers(
        now=now,
        weights=form.weights(),
        ratings=form.ratings(),
        never=form.never(),
        lines=tuple(sorted(found.taken)),
        secret=random_bytes(32),
        only_if=form.only_if(),
    )


def _is_same(one: Answers, kept: Answers | None) -> bool:
    """The same form sent twice, or nothing changed: that is no new round."""
    return kept is not None and msgspec.structs.replace(one, secret=kept.secret) == kept


def _find_change(request: HttpRequest, asked: RatedMatter) -> str:
    """What happened while somebody answered, in a sentence; "" for nothing."""
    if request.POST.get("frame") != asked.frame.hex():
        return _("The questions changed meanwhile. Look once more, then keep your answers.")
    if request.POST.get("round") != str(asked.round):
        return _(
            "Something came out of your earlier answers meanwhile. Kept now, these count for the next time."
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


def _mark_beside(request: HttpRequest, asked: RatedMatter, found: Beside) -> None:
    """A line of mine takes a way away, or a way meets a need of mine; or no longer."""
    names = {f"{number}_{place}": one for (number, place), one in list_options(asked).items()}
    act = request.POST.get("act")
    if act in {"meets", "unmeets"}:
        ids = {one.id.hex(): one.id for one in found.needs}
        way, need = names.get(request.POST.get("meeting", "")), ids.get(request.POST.get("need", ""))
        if way is not None and need is not None:
            mark_need(request, found, need, way, it_does=act == "meets")
        return
    option = names.get(request.POST.get("way", ""))
    if option is None:
        return
    if act == "unline":
        allow_option(request, found, option)
        return
    named = {one.hex(): one for one in found.shown}
    line = named.get(request.POST.get("line", ""))
    if line is not None:
        rule_out(request, found, line, option)


def _show_form(asked: RatedMatter, form: RateForm, found: Beside, kept: Answers | None) -> RatePage:
    questions = asked.matter.questions
    now = asked.now or ()
    before = find_earlier(kept, asked.matter, asked.voice, found) if kept else {}
    rated = tuple(
        RatedQuestion(
            name=one.name,
            weight=form[f"weight{number}"],
            ratings=tuple(form[f"rating{number}_{place}"] for place in range(len(one.options))),
            never=form[f"never{number}"],
            today=one.options[now[number]].text,
            earlier=before.get(number, ()),
            taken=tuple(
                (one.options[place].text, found.said(line), f"{number}_{place}")
                for (at, place), line in found.taken.items()
                if at == number
            ),
            met=tuple(
                (one.options[place].text, need.words)
                for (at, place), needs in found.met.items()
                if at == number
                for need in needs
            ),
            open_ways=tuple(
                (f"{number}_{place}", option.text)
                for place, option in enumerate(one.options)
                if (number, place) not in found.taken
                and place != now[number]
                and (not option.who or asked.both.me in option.who)
            ),
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
        together=tuple((form[f"one{at}"], form[f"other{at}"], form[f"step{at}"]) for at in form.pairs),
        open_together=bool(form.is_bound and form.errors) or bool(kept and kept.only_if),
        lines=tuple((one.hex(), found.said(one)) for one in found.shown),
        needs=tuple((one.id.hex(), one.words) for one in found.needs),
        ways=tuple(
            (f"{number}_{place}", f"{one.name} {option.text}")
            for number, one in enumerate(questions)
            for place, option in enumerate(one.options)
        )
        if found.needs
        else (),
        kept=rating is not None and rating.answer is not None,
        round=asked.round,
    )
