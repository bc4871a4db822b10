"""What came out, in the reader's own terms: sentences from their own answers and nobody else's.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.engines.negotiation import explain
from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.packages.records import OwnPart, Turn
from bothand.rooms.agreements.packages.rules import build_issues, build_side, find_gain
from bothand.rooms.agreements.ratings.labels import RATING_LABELS, WEIGHT_LABELS
from bothand.rooms.agreements.ratings.records import Answers

_MOST_REASONS = 6
NEARLY_ALL, MOST, HALF = 0.85, 0.6, 0.35
ENOUGH = 5
"""Agreements from which on anything is said of them together."""


def explain_package(matter: Matter, answers: Answers, package: Sequence[int]) -> tuple[str, ...]:
    """Why a package is good for me, what I give for it, and how it compares with today."""
    mine = build_side("me", answers)
    told = explain(build_issues(answers), mine, tuple(package))
    found = []
    for reason in told.reasons[:_MOST_REASONS]:
        question = matter.questions[reason.issue]
        named = {"question": question.name, "way": question.options[reason.option].text}
        if reason.id == "best":
            found.append(
                _("You get what is best for you here: “%(way)s”. %(matters)s")
                % (named | {"matters": _say_weight(answers.weights[reason.issue], question.name)})
            )
        elif reason.id == "given":
            better = "" if reason.better is None else question.options[reason.better].text
            found.append(
                _(
                    "You give way here: it is “%(way)s”, and “%(better)s” would have been better for you. %(matters)s"
                )
                % (
                    named
                    | {"better": better, "matters": _say_weight(answers.weights[reason.issue], question.name)}
                )
            )
        elif reason.id == "bonus" and reason.issue_too is not None and reason.option_too is not None:
            named["too"] = matter.questions[reason.issue_too].options[reason.option_too].text
            found.append(
                _(
                    "Here “%(way)s” comes together with “%(too)s”, which you said makes both worth more to you."
                )
                % named
                if reason.points > 0
                else _(
                    "Here “%(way)s” comes together with “%(too)s”, which you said makes both worth less to you."
                )
                % named
            )
        else:
            found.append(_("“%(way)s”: all options here are the same to you.") % named)
    found.append(_compare_with_now(*find_gain(answers, tuple(package))))
    return tuple(found)


def _say_weight(weight: int, question: str) -> str:
    said = {
        1: _("You said that “%(question)s” hardly matters to you."),
        2: _("You said that “%(question)s” matters somewhat to you."),
        3: _("You said that “%(question)s” matters a lot to you."),
        4: _("“%(question)s” was among the things that matter most to you."),
    }
    return said[weight] % {"question": question}


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


def explain_firmness(matter: Matter, own: OwnPart | None) -> tuple[str, ...]:
    """How little one own answer would have had to move."""
    if own is None:
        return ()
    if not own.steps:
        return (_("Changing any one of your answers by a step or two would not have led to anything else."),)
    return tuple(
        sentence for turn in own.turns if (sentence := _say_turn(matter, turn, own.steps))
    )  # fmt: skip


def _say_turn(matter: Matter, turn: Turn, steps: int) -> str:
    if not 0 <= turn.question < len(matter.questions):
        return ""
    question = matter.questions[turn.question]
    moved = ngettext("%(steps)d step", "%(steps)d steps", steps) % {"steps": steps}
    if turn.option < 0:
        words = dict(WEIGHT_LABELS)
        return _(
            "If “%(question)s” had mattered to you “%(then)s” instead of “%(now)s” (%(moved)s), something else would have come first."
        ) % {
            "question": question.name,
            "now": words.get(turn.now, ""),
            "then": words.get(turn.then, ""),
            "moved": moved,
        }
    if turn.option >= len(question.options):
        return ""
    words = dict(RATING_LABELS)
    return _(
        "If you had rated “%(way)s” “%(then)s” instead of “%(now)s” (%(moved)s), something else would have come first."
    ) % {
        "way": question.options[turn.option].text,
        "now": words.get(turn.now, ""),
        "then": words.get(turn.then, ""),
        "moved": moved,
    }


def explain_views(mine: tuple[int, int, int], theirs: tuple[int, int, int], name: str) -> tuple[str, ...]:
    """What each view gives away. Of ten pairs of options, how many each could put in the other's order."""
    return tuple(
        _(
            "From this result, %(name)s could guess about %(theirs)d in ten of your preferences between two options, and you %(mine)d in ten of theirs."
        )
        % {"name": name, "theirs": by_them, "mine": by_me}
        for by_me, by_them in zip(mine, theirs, strict=True)
    )
