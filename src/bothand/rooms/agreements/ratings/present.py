"""What one said before that does not fit what one answers now: to oneself alone, and no more than was said."""

from typing import Final

from django.utils.translation import gettext as _

from bothand.domain.dials import Dial
from bothand.domain.needs import Need
from bothand.rooms.agreements.matters.records import Matter, Voice
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.ratings.store import Beside

GOOD: Final = 3
LOW: Final = 1
HARDLY: Final = 1
FAR: Final = 2
"""Steps of a dial between how it is and how I would like it, from which on it is no mere shade."""

NAMED: Final = 3
"""Needs that one sentence names; the others stand beside the questions anyway."""


def compare_dial(answers: Answers, dial: Dial | None) -> str:
    """What my dial says that my answers do not: a wish far from how it is now, while now is good enough, or nothing matters.

    "" for nothing. No single way can be held against a dial: which of them is more *mine* or *ours* nobody said.
    """
    if dial is None or not (dial.now and dial.wish) or abs(dial.wish - dial.now) < FAR:
        return ""
    wish = _("more of it as your own") if dial.wish < dial.now else _("more of it shared")
    if max(answers.weights) == HARDLY:
        return _(
            "You said earlier that this matters to you: on your dial for this part of life you wished for %(wish)s. Here you answered that it hardly matters."
        ) % {"wish": wish}
    if all(row[now] >= GOOD for row, now in zip(answers.ratings, answers.now, strict=True)):
        return _(
            "You said earlier that this matters to you: on your dial for this part of life you wished for %(wish)s. Here how it is now is good for you."
        ) % {"wish": wish}
    return ""


def compare_needs(answers: Answers, needs: tuple[Need, ...]) -> str:
    """What my needs of this part of life say that my answers do not: nothing here matters more than hardly. "" for nothing."""
    if not needs or max(answers.weights) > HARDLY:
        return ""
    return _(
        "You said earlier that this matters to you: you wrote that you need %(needs)s. Here you answered that it hardly matters."
    ) % {"needs": _quote_needs(needs)}


def _quote_needs(needs: tuple[Need, ...]) -> str:
    return ", ".join(f"“{one.words}”" for one in needs[:NAMED])


def find_earlier(
    answers: Answers, matter: Matter, voice: Voice | None, found: Beside
) -> dict[int, tuple[str, ...]]:
    """Per question what I said before that does not fit what I answered now: in private, and no more than said."""
    told: dict[int, list[str]] = {}
    if turned := compare_dial(answers, found.dial):
        told.setdefault(0, []).append(turned)
    if hardly := compare_needs(answers, found.needs):
        told.setdefault(0, []).append(hardly)
    if voice is not None and voice.serious == "much" and max(answers.weights) == HARDLY:
        told.setdefault(0, []).append(
            _(
                "You said earlier that this matters very much to you. Here you answered that it hardly matters."
            )
        )
    for (number, place), line in found.taken.items():
        if answers.ratings[number][place] >= GOOD:
            named = {"way": matter.questions[number].options[place].text, "line": found.said(line)}
            told.setdefault(number, []).append(
                _(
                    "You said earlier that this matters to you: “%(line)s”. Here “%(way)s”, which it takes away, is good for you."
                )
                % named
            )
    for (number, place), met in found.met.items():
        if answers.ratings[number][place] <= LOW or answers.never[number] == place:
            named = {
                "way": matter.questions[number].options[place].text,
                "needs": _quote_needs(met),
            }
            told.setdefault(number, []).append(
                _(
                    "You said earlier that this matters to you: you wrote that you need %(needs)s. Here “%(way)s”, which you marked as meeting it, is bad for you."
                )
                % named
            )
    return {number: tuple(lines_told) for number, lines_told in told.items()}
