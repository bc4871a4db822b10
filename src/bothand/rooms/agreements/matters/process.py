"""Pure: the steps of looking for an agreement, and which comes next for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from bothand.domain.agreements import Marked
from bothand.rooms.agreements.matters.records import Matter, Voice, questions_digest
from bothand.rooms.agreements.matters.rules import (
    can_be_rated,
    find_shared_now,
    has_option_for_other,
    has_said,
    has_said_back,
)
from bothand.shell.process import Process, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a matter stands, as one of the two may know it.

    said, back    what I said it means to me, and said back; `their_said`, `their_back` the other
    rateable      whether there are questions with options to choose from
    idea          whether I have an option that is meant for the other; `their_idea` the other
    marked, same  whether I marked how it is now under these questions, and both the same
    answered      whether I answered alone; False while *mine* is locked
    found         whether something came of both answers; False while *mine* is locked
    settled       whether an agreement came of it
    """

    said: bool = False
    their_said: bool = False
    back: bool = False
    their_back: bool = False
    rateable: bool = False
    idea: bool = False
    their_idea: bool = False
    marked: bool = False
    same: bool = False
    answered: bool = False
    found: bool = False
    settled: bool = False

    @property
    def may_rate(self) -> bool:
        """Whether both have done all that comes before the numbers."""
        both_said = self.said and self.back and self.their_back
        return both_said and self.rateable and self.idea and self.their_idea and self.marked and self.same


NEGOTIATION: Final = Process[Standing](
    (
        Step(
            key="words",
            title=_("Why it matters"),
            about=_("Each of you says what this is about for you."),
            done=lambda one: one.said,
            shows=_("Your words are there to be read."),
        ),
        Step(
            key="back",
            title=_("Say it back"),
            about=_("Each of you says back what the other's words meant."),
            ready=lambda one: one.their_said,
            done=lambda one: one.back,
            shows=_("Your words are there to be read."),
        ),
        Step(
            key="options",
            title=_("Ideas"),
            about=_("Each of you adds an option that the other might like."),
            done=lambda one: one.rateable and one.idea,
            shows=_("Your options are there to be read."),
        ),
        Step(
            key="now",
            title=_("How it is now"),
            about=_("Each of you says how things are now: you keep that if you agree on nothing."),
            done=lambda one: one.marked,
            shows=_("How you marked it is there to be read. It counts once you have both marked the same."),
        ),
        Step(
            key="rate",
            title=_("What suits you"),
            about=_("On your own, you say how well each option would suit you."),
            ready=lambda one: one.may_rate,
            done=lambda one: one.answered or one.found,
            sealed=True,
        ),
        Step(
            key="found",
            title=_("Result"),
            about=_("Both of you see the option that suits you both best."),
            ready=lambda one: one.found,
            done=lambda one: one.settled,
            turn="both",
        ),
    )
)


def find_standing(
    matter: Matter,
    voices: Mapping[bytes, Voice],
    marks: Mapping[bytes, Marked],
    *,
    me: bytes,
    other: bytes,
    settled: bool = False,
) -> Standing:
    """How a matter stands for one of the two, as far as what is in *ours* tells. What is settled is over, whatever changes."""
    if settled:
        return Standing(**dict.fromkeys(Standing.__dataclass_fields__, True))
    mark, of = marks.get(me), questions_digest(matter)
    return Standing(
        said=has_said(voices.get(me)),
        their_said=has_said(voices.get(other)),
        back=has_said_back(voices.get(me)),
        their_back=has_said_back(voices.get(other)),
        rateable=can_be_rated(matter),
        idea=has_option_for_other(matter, me),
        their_idea=has_option_for_other(matter, other),
        marked=mark is not None and mark.of == of and all(place >= 0 for place in mark.now),
        same=find_shared_now(matter, (mark, marks.get(other))) is not None,
    )
