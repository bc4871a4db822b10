"""What a plan of six weeks could be: one facet, one practice by oneself, one for both where that may be advised.

P1 comes first: it is the practice of one's own in the first plan, and in later ones while worth from within does
not surely reach *some*. After it come the practices that the model ties to the facet. A practice for both needs a
partner and the leave of the fear rule, and helps where each can hold their own: relatedness does good mainly
where autonomy is high (Kluwer et al. 2019, Personality and Social Psychology Bulletin 46: 603-616), and support
that leaves the other free helps where directing does not (Koestner et al. 2012, same journal 38: 1609-1620).

Where the fear rule speaks against joint steps, or nobody knows, one's own practices are narrowed too, to those
that never lead to the other: worth from within, time of one's own, own people. A limit to be said or a topic to
be raised is no step alone.
"""

from dataclasses import dataclass
from typing import Final

from bothand.engines.guide.errors import BadFactsError, BrokenAdviceError
from bothand.engines.guide.facts import FACET_NAMES, PRACTICE_IDS, Facts, take_facet
from bothand.engines.guide.focus import WORTH, choose_focus
from bothand.engines.guide.reasons import Reason
from bothand.engines.validation import take_member

SOME: Final = 3.0
FIRST: Final = "P1"

OWN: Final[dict[str, tuple[str, ...]]] = {
    "open": ("P7", "P1", "P3"),
    "worth": ("P1", "P2", "P6"),
    "lean": ("P3", "P7", "P1"),
    "apart": ("P2", "P3", "P1"),
    "heard": ("P7", "P1", "P4"),
    "limits": ("P4", "P1", "P2"),
    "solve": ("P4", "P7", "P5"),
    "own": ("P2", "P3", "P6"),
    "self": ("P2", "P1", "P6"),
    "shared": ("P6", "P5", "P1"),
}
"""By facet: practices for one's own part, the nearest first."""

BOTH: Final[dict[str, tuple[str, ...]]] = {
    "open": ("P7", "P6"),
    "worth": ("P6", "P4"),
    "lean": ("P6", "P7"),
    "apart": ("P4", "P3"),
    "heard": ("P7", "P6"),
    "limits": ("P4", "P7"),
    "solve": ("P5", "P7"),
    "own": ("P3", "P6"),
    "self": ("P6", "P4"),
    "shared": ("P5", "P3"),
}
"""By facet: practices for two, the nearest first. P1 and P2 are each one's own and never here."""

FOR_TWO: Final = ("P3", "P4", "P5", "P6", "P7")
APART: Final = ("P1", "P2", "P3")
"""Practices of one's own that never lead to the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A plan that is suggested. `both` is "" for none; `why_both` is None then."""

    facet: str
    own: str
    both: str
    why: Reason
    why_own: Reason
    why_both: Reason | None

    def check(self, facts: Facts) -> None:
        """Prove what the rules promise. Raises BrokenAdviceError saying which does not hold."""
        if self.facet not in FACET_NAMES or self.own not in PRACTICE_IDS:
            raise BrokenAdviceError("a plan is about one of the ten facets, with one of the seven practices")
        if self.both and not facts.joint:
            raise BrokenAdviceError("a joint step is advised where none may be")
        if self.both and (self.both not in FOR_TWO or self.both not in facts.rooms):
            raise BrokenAdviceError("this practice is not for two, or has no room")
        if not may_advise(facts, self.own):
            raise BrokenAdviceError("this practice leads to the other where none may be advised")
        if not facts.before and self.own != FIRST:
            raise BrokenAdviceError("P1 comes before the rest")
        if bool(self.both) != (self.why_both is not None):
            raise BrokenAdviceError("each part of a plan has its reason")


def propose_plan(facts: Facts) -> Proposal:
    """The plan that is suggested. Before anything is known it is about `worth`.

    >>> from datetime import date
    >>> from bothand.engines.guide.fear import Locked, Ruling
    >>> plan = propose_plan(Facts(today=date(2026, 11, 24), ruling=Ruling(why=Locked()), partner=True))
    >>> plan.facet, plan.own, plan.both
    ('worth', 'P1', '')
    """
    found = choose_focus(facts)
    facet = WORTH if found is None else found.facet
    return plan_for(facts, facet, Reason("nothing_known") if found is None else found.reason)


def plan_for(facts: Facts, facet: str, why: Reason) -> Proposal:
    """The plan for a facet that was chosen, by the guide or by hand. Raises `BadFactsError` for one that is none."""
    own, why_own = _own(facts, take_facet(facet))
    both = next(iter(list_joint_practices(facts, facet)), "")
    return Proposal(
        facet=facet,
        own=own,
        both=both,
        why=why,
        why_own=why_own,
        why_both=Reason("for_both") if both else None,
    )


def list_own_practices(facts: Facts, facet: str) -> tuple[str, ...]:
    """Practices of one's own to choose from: those of the facet first, then the rest whose room is there, and P1."""
    nearest = dict.fromkeys((*OWN[take_facet(facet)], *PRACTICE_IDS))
    return tuple(one for one in nearest if one == FIRST or (one in facts.rooms and may_advise(facts, one)))


def may_advise(facts: Facts, own: str) -> bool:
    """Whether a practice of one's own may be advised. Raises `BadFactsError` for one that is none."""
    take_member(own, PRACTICE_IDS, "the practice of one's own", BadFactsError)
    return facts.ruling.joint or own in APART


def list_joint_practices(facts: Facts, facet: str) -> tuple[str, ...]:
    """Practices for two to choose from, those of the facet first; none where no joint step may be advised."""
    take_facet(facet)
    if not facts.joint:
        return ()
    return tuple(dict.fromkeys(one for one in (*BOTH[facet], *FOR_TWO) if one in facts.rooms))


def _own(facts: Facts, facet: str) -> tuple[str, Reason]:
    if not facts.before:
        return FIRST, Reason("worth_first")
    worth = facts.known(WORTH)
    if worth is not None and worth.low < SOME:
        return FIRST, Reason("worth_unsure", (worth.value, worth.low, worth.high))
    own = list_own_practices(facts, facet)[0]
    return own, Reason("of_the_facet")
