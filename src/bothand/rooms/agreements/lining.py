"""Own lines, dials and what one said before, put beside the questions: for nobody else's eyes.

A line takes a way away only where its owner takes part (kit.lines holds it to that), only when it was shown, and never how
it is now, which is there to fall back on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from django.http import HttpRequest
from django.utils.translation import gettext as _

from bothand.couples import access, together
from bothand.rooms.agreements import places
from bothand.rooms.agreements.payloads import Answers, Choice
from bothand.rooms.agreements.records import Matter, Voice
from bothand.rooms.agreements.two import Two
from bothand.rooms.kit import lines
from bothand.rooms.kit.dials import Dial, Dials
from bothand.rooms.kit.lines import Boundary, SharedBoundary
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.space import Lot

GOOD = 3
HARDLY = 1
FAR = 2
"""Steps of a dial between how it is and how I would like it, from which on it is no mere shade."""


@dataclass(frozen=True, slots=True)
class OwnLines:
    """My lines that were shown and stand, by id, and the ways of one matter that each takes away."""

    shown: Mapping[bytes, Opened[Boundary]]
    taken: Mapping[Choice, bytes]

    def said(self, line: bytes) -> str:
        """A line in its owner's words."""
        words = self.shown[line].record.words
        return f"{words.when}: {words.will}" if words.when else words.will


def own_lines(
    request: HttpRequest, both: Two, matter_id: bytes, matter: Matter, now: tuple[int, ...]
) -> OwnLines:
    """Two queries. Raises Locked."""
    mine = access.mine(request)
    known = {
        one.id: one
        for one in mine.standing(Boundary).items
        if one.record.words.is_line and one.record.ended is None
    }
    copies = {together.copy_id(request, one): one for one in known}
    there = both.ours.several(SharedBoundary, list(copies)).items
    shown = {
        copies[one.id]: known[copies[one.id]]
        for one in there
        if one.author == both.me and one.record.words.is_line and one.record.ended is None
    }
    taking = lines.own_lines(Lot(tuple(shown.values())), both.me)
    by_key = {option.key: choice for choice, option in options_of(both, matter_id, matter).items()}
    found = lines.taken_options(taking, options_of(both, matter_id, matter).values())
    taken = {by_key[key]: ids[0] for key, ids in found.items()}
    return OwnLines(shown, {one: line for one, line in taken.items() if now[one[0]] != one[1]})


def options_of(both: Two, matter_id: bytes, matter: Matter) -> dict[Choice, lines.Option]:
    """Each way as lines know it: its key, and who takes part in it."""
    return {
        (number, place): lines.Option(
            places.option_key(matter_id, question.name, option.text),
            frozenset(option.who or both.accounts),
        )
        for number, question in enumerate(matter.questions)
        for place, option in enumerate(question.options)
    }


def rule_out(request: HttpRequest, found: OwnLines, line: bytes, option: lines.Option) -> bool:
    """Say that a line of mine takes a way away; False where it has no say about it. Raises Conflict, Locked."""
    there = found.shown.get(line)
    if there is None or not any(
        lines.reaches(one, option.concerns) for one in lines.own_lines(Lot((there,)), there.author)
    ):
        return False
    fresh = lines.ruling_out(there.record, option.key)
    if fresh != there.record:
        access.mine(request).replace(there, fresh)
    return True


def let_be(request: HttpRequest, found: OwnLines, option: lines.Option) -> None:
    """Say that no line of mine takes a way away. Raises Conflict, Locked."""
    for one in found.shown.values():
        if option.key in one.record.options:
            left = tuple(key for key in one.record.options if key != option.key)
            access.mine(request).replace(one, msgspec.structs.replace(one.record, options=left))


def own_dial(request: HttpRequest, matter: Matter) -> Dial | None:
    """My dial for the area of life that a matter is about; None without one. One query at most. Raises Locked."""
    if not matter.area:
        return None
    try:
        there = access.mine(request).only(Dials)
    except (DidNotOpen, NewerVersion):
        return None
    return next((one for one in there.record.set if one.area == matter.area), None) if there else None


def beside_dial(answers: Answers, dial: Dial | None) -> str:
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


def said_earlier(
    answers: Answers, matter: Matter, voice: Voice | None, found: OwnLines, dial: Dial | None
) -> dict[int, tuple[str, ...]]:
    """Per question what I said before that does not fit what I answered now: in private, and no more than said."""
    told: dict[int, list[str]] = {}
    if turned := beside_dial(answers, dial):
        told.setdefault(0, []).append(turned)
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
    return {number: tuple(lines_told) for number, lines_told in told.items()}
