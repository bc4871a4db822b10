"""Private answers as their page shows them, and what one said before that does not fit them: to oneself alone."""

from typing import Final

from django.utils.translation import gettext as _

from bothand.domain.dials import Dial
from bothand.domain.needs import Need
from bothand.rooms.agreements.matters.records import Matter, Voice
from bothand.rooms.agreements.pages import Labelled
from bothand.rooms.agreements.ratings.forms import RateForm
from bothand.rooms.agreements.ratings.pages import RatedQuestion, RatePage
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.ratings.store import Beside, OpenMatter, present_own_course

GOOD: Final = 3
LOW: Final = 1
HARDLY: Final = 1
FAR: Final = 2
"""Steps of a dial between how it is and how I would like it, from which on it is no mere shade."""

NAMED: Final = 3
"""Needs that one sentence names; the others stand beside the questions anyway."""


def compare_dial(answers: Answers, dial: Dial | None) -> str:
    """What my dial says that my answers do not: a wish far from how it is now, while now is good enough, or nothing matters.

    "" for nothing. No single option can be held against a dial: which of them is more *mine* or *ours* nobody said.
    """
    if dial is None or not (dial.now and dial.wish) or abs(dial.wish - dial.now) < FAR:
        return ""
    wish = _("more of it as your own") if dial.wish < dial.now else _("more of it shared")
    if max(answers.weights) == HARDLY:
        return _(
            "On your dial for this part of life you wished for %(wish)s. Here you answered that this hardly matters."
        ) % {"wish": wish}
    if all(row[now] >= GOOD for row, now in zip(answers.ratings, answers.now, strict=True)):
        return _(
            "On your dial for this part of life you wished for %(wish)s. Here you answered that how things are now is good for you."
        ) % {"wish": wish}
    return ""


def compare_needs(answers: Answers, needs: tuple[Need, ...]) -> str:
    """What my needs of this part of life say that my answers do not: nothing here matters more than hardly. "" for nothing."""
    if not needs or max(answers.weights) > HARDLY:
        return ""
    return _("Earlier you wrote that you need %(needs)s. Here you answered that this hardly matters.") % {
        "needs": _quote_needs(needs)
    }


def _quote_needs(needs: tuple[Need, ...]) -> str:
    return ", ".join(f"“{one.words}”" for one in needs[:NAMED])


def find_earlier(
    answers: Answers, matter: Matter, voice: Voice | None, beside: Beside
) -> dict[int, tuple[str, ...]]:
    """Per question what I said before that does not fit what I answered now: in private, and no more than said."""
    told: dict[int, list[str]] = {}
    if turned := compare_dial(answers, beside.dial):
        told.setdefault(0, []).append(turned)
    if hardly := compare_needs(answers, beside.needs):
        told.setdefault(0, []).append(hardly)
    if voice is not None and voice.serious == "a lot" and max(answers.weights) == HARDLY:
        told.setdefault(0, []).append(
            _(
                "Earlier you said that this matters very much to you. Here you answered that it hardly matters."
            )
        )
    for (number, place), line in beside.taken.items():
        if answers.ratings[number][place] >= GOOD:
            named = {"way": matter.questions[number].options[place].text, "line": beside.say_line(line)}
            told.setdefault(number, []).append(
                _(
                    "Your boundary says: “%(line)s”. It rules out “%(way)s”, and here you answered that “%(way)s” is good for you."
                )
                % named
            )
    for (number, place), met in beside.met.items():
        if answers.ratings[number][place] <= LOW or answers.never[number] == place:
            named = {
                "way": matter.questions[number].options[place].text,
                "needs": _quote_needs(met),
            }
            told.setdefault(number, []).append(
                _(
                    "Earlier you wrote that you need %(needs)s. You marked “%(way)s” as meeting that, and here you answered that it is bad for you."
                )
                % named
            )
    return {number: tuple(lines_told) for number, lines_told in told.items()}


def present_form(matter: OpenMatter, form: RateForm, beside: Beside, kept: Answers | None) -> RatePage:
    """The page of private answers. `kept` is what I answered before."""
    before = find_earlier(kept, matter.record, matter.voice, beside) if kept else {}
    return RatePage(
        course=present_own_course(matter, "rate"),
        form=form,
        hex=matter.hex,
        frame=matter.frame.hex(),
        rated=tuple(
            _present_question(matter, form, beside, number, before.get(number, ()))
            for number in range(len(matter.record.questions))
        ),
        together=tuple((form[f"one{at}"], form[f"other{at}"], form[f"step{at}"]) for at in form.pairs),
        open_together=bool(form.is_bound and form.errors) or bool(kept and kept.only_if),
        lines=tuple((line.hex(), beside.say_line(line)) for line in beside.shown),
        needs=tuple((need.id.hex(), need.words) for need in beside.needs),
        options=_list_options(matter.record) if beside.needs else (),
        kept=matter.rating is not None and matter.rating.answer is not None,
        fate="" if matter.rating is None else matter.rating.fate,
        round=matter.round,
    )


def _list_options(matter: Matter) -> tuple[Labelled, ...]:
    """Every option of every question, by what names it in the form."""
    return tuple(
        (f"{number}_{place}", f"{question.name} {option.text}")
        for number, question in enumerate(matter.questions)
        for place, option in enumerate(question.options)
    )


def _present_question(
    matter: OpenMatter, form: RateForm, beside: Beside, number: int, earlier: tuple[str, ...]
) -> RatedQuestion:
    question, now = matter.record.questions[number], (matter.now or ())[number]
    return RatedQuestion(
        name=question.name,
        weight=form[f"weight{number}"],
        ratings=tuple(form[f"rating{number}_{place}"] for place in range(len(question.options))),
        never=form[f"never{number}"],
        today=question.options[now].text,
        earlier=earlier,
        taken=tuple(
            (question.options[place].text, beside.say_line(line), f"{number}_{place}")
            for (at, place), line in beside.taken.items()
            if at == number
        ),
        met=tuple(
            (question.options[place].text, need.words)
            for (at, place), needs in beside.met.items()
            if at == number
            for need in needs
        ),
        open_options=tuple(
            (f"{number}_{place}", option.text)
            for place, option in enumerate(question.options)
            if (number, place) not in beside.taken
            and place != now
            and (not option.who or matter.pair.me in option.who)
        ),
    )
