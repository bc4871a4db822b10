"""What came out, in the reader's own terms: sentences from their own answers and nobody else's.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.packages.pages import Bar, GivenRow, TurnRow
from bothand.rooms.agreements.packages.records import OwnPart
from bothand.rooms.agreements.packages.rules import find_gain
from bothand.rooms.agreements.ratings.labels import SUIT_LABELS, WEIGHT_LABELS
from bothand.rooms.agreements.ratings.records import Answers

STEP_WIDE: Final = 40
SUITS: Final = dict(SUIT_LABELS)
FIRST: Final = gettext_lazy("what you like best here")
MATTERS: Final = {
    1: gettext_lazy("hardly matters to you"),
    2: gettext_lazy("matters somewhat to you"),
    3: gettext_lazy("matters a lot to you"),
    4: gettext_lazy("matters most of all to you"),
}
NEARLY_ALL, MOST, HALF = 0.85, 0.6, 0.35
ENOUGH = 5
"""Agreements from which on anything is said of them together."""


def present_given(matter: Matter, answers: Answers, package: Sequence[int]) -> tuple[GivenRow, ...]:
    """Each question with its option, how well that suits me, and how much it matters to me: by my own answers alone."""
    return tuple(
        GivenRow(
            question=question.name,
            option=question.options[place].text,
            picture=str(row[place] + 1),
            suits=str(FIRST if row[place] == _find_best(answers, number) else SUITS[row[place]]),
            matters=str(MATTERS[answers.weights[number]]),
        )
        for number, (question, row, place) in enumerate(
            zip(matter.questions, answers.ratings, package, strict=True)
        )
    )


def _find_best(answers: Answers, number: int) -> int:
    """The rating of the best option of a question that I did not rule out."""
    row = answers.ratings[number]
    return max(rating for place, rating in enumerate(row) if place != answers.never[number])


def explain_package(answers: Answers, package: Sequence[int]) -> tuple[str, ...]:
    """What a package gives me, where I give way, and how it compares with today."""
    first = [row[place] == _find_best(answers, number) for number, (row, place) in _pair(answers, package)]
    most = max(answers.weights)
    matters = [one for one, weight in zip(first, answers.weights, strict=True) if weight == most]
    if all(first):
        told = _("You get what you like best in every question.")
    elif all(matters):
        told = _(
            "You get what you like best where it matters most to you. You give way where it matters less."
        )
    elif any(first):
        told = _("You get what you like best in part, and you give way in part.")
    else:
        told = _("You give way a little in every question.")
    return told, *_explain_together(answers, package), _compare_with_now(*find_gain(answers, tuple(package)))


def _pair(answers: Answers, package: Sequence[int]) -> Iterable[tuple[int, tuple[tuple[int, ...], int]]]:
    return enumerate(zip(answers.ratings, package, strict=True))


def _explain_together(answers: Answers, package: Sequence[int]) -> tuple[str, ...]:
    """Two options that come together, where I said that this counts."""
    steps = [
        step
        for one, other, step in answers.only_if
        if all(package[number] == place for number, place in (one, other))
    ]
    return tuple(
        _("Two of these come together, which makes both worth more to you.")
        if step > 0
        else _("Two of these come together, which makes both worth less to you.")
        for step in steps
    )


def measure_suit(answers: Answers, package: Sequence[int]) -> int:
    """How well a package suits me by my own answers, in five steps from 0: what its ratings come to by their weights."""
    got = sum(
        weight * row[place]
        for weight, row, place in zip(answers.weights, answers.ratings, package, strict=True)
    )
    return round(got / sum(answers.weights))


def draw_bar(name: str, suits: int, now: int, *, mine: bool) -> Bar:
    """A bar of five steps, with a line at how it is now."""
    return Bar(
        name=name,
        width=(suits + 1) * STEP_WIDE,
        now=(now + 1) * STEP_WIDE,
        suits=str(SUITS[suits]),
        suited=str(SUITS[now]),
        mine=mine,
    )


def _compare_with_now(gained: int, most: int) -> str:
    if gained <= 0:
        return _("By your answers, this is about as good for you as how things are now.")
    if most > 0 and 3 * gained >= 2 * most:
        return _("By your answers, this is much better for you than how things are now.")
    return _("By your answers, this is better for you than how things are now.")


def find_share(answers: Answers, package: Sequence[int]) -> float:
    """What a package gave me, as a part of the most that I could have gained over today; 1 where that was nothing."""
    got, most = find_gain(answers, tuple(package))
    return got / most if most > 0 else 1.0


def say_gain(answers: Answers, package: Sequence[int]) -> str:
    """How much of what I could have gained an agreement gave me, in words."""
    if find_gain(answers, tuple(package))[1] <= 0:
        return _("how things were was already best for you")
    got = find_share(answers, package)
    if got >= NEARLY_ALL:
        return _("nearly all you could have gained")
    if got >= MOST:
        return _("more than half of what you could have gained")
    if got >= HALF:
        return _("about half of what you could have gained")
    if got > 0:
        return _("less than half of what you could have gained")
    return _("nothing beyond how things were")


def explain_firmness(own: OwnPart | None) -> str:
    """How far one answer of mine would have had to move, in a sentence."""
    if own is None:
        return ""
    if not own.steps:
        return _(
            "Not easily. Moving any one of your answers by a step or two would not have led to anything else."
        )
    return ngettext(
        "Quite easily. One answer of yours, moved by %(steps)d step, would have led to something else.",
        "Not easily. One answer of yours would have had to move by %(steps)d steps.",
        own.steps,
    ) % {"steps": own.steps}


def present_turns(matter: Matter, own: OwnPart | None) -> tuple[TurnRow, ...]:
    """The answers of mine that would have changed what came out: what I said, and what would have changed it."""
    rows = []
    for turn in own.turns if own is not None else ():
        if not 0 <= turn.question < len(matter.questions):
            continue
        question = matter.questions[turn.question]
        if turn.option >= len(question.options):
            continue
        words = dict(WEIGHT_LABELS if turn.option < 0 else SUIT_LABELS)
        rows.append(
            TurnRow(
                about=question.name if turn.option < 0 else question.options[turn.option].text,
                now=str(words.get(turn.now, "")),
                then=str(words.get(turn.then, "")),
            )
        )
    return tuple(rows)


def explain_views(mine: tuple[int, int, int], theirs: tuple[int, int, int], name: str) -> tuple[str, ...]:
    """What each view gives away. Of ten pairs of options, how many each could put in the other's order."""
    return tuple(
        _(
            "From this result, %(name)s could guess about %(theirs)d in ten of your preferences between two options, and you %(mine)d in ten of theirs."
        )
        % {"name": name, "theirs": by_them, "mine": by_me}
        for by_me, by_them in zip(mine, theirs, strict=True)
    )
