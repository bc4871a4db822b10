"""guide: what is worth doing next, for one person, and why.

Pure rules over plain facts: observe, understand, respond; worth from within before the rest; the fear rule first of
all. Every suggestion carries its reasons as ids and numbers. Methods and sources: docs/methods/guide.md.

>>> from datetime import date
>>> known = tuple(Known(facet=name, value=3.5, low=3.1, high=3.9, asked=4) for name in FACET_NAMES)
>>> facts = Facts(today=date(2026, 11, 24), ruling=rule_on([], date(2026, 11, 24)), facets=known, since_check_in=0)
>>> step = next_step(facts)
>>> step.check(facts)
>>> step.stage, step.name, propose_plan(facts).own
('understand', 'make_plan', 'P1')
"""

from bothand.engines.guide.errors import BadFactsError, BrokenAdviceError
from bothand.engines.guide.facts import FACET_NAMES, PLAN_DAYS, PRACTICE_IDS, Facts, Known, PlanNow
from bothand.engines.guide.fear import Afraid, Answers, Locked, Ruling, Unasked, rule_on
from bothand.engines.guide.focus import WIDE, Focus, choose_focus
from bothand.engines.guide.proposal import (
    APART,
    BOTH,
    FOR_TWO,
    OWN,
    Proposal,
    list_joint_practices,
    list_own_practices,
    may_advise,
    plan_for,
    propose_plan,
)
from bothand.engines.guide.reasons import NUMBERS, Reason, ReasonId
from bothand.engines.guide.rounds import order_round, pick_for_day
from bothand.engines.guide.step import STANDS, Stage, Step, StepName, is_standing, needs_facets, next_step

__all__ = [
    "APART",
    "BOTH",
    "FACET_NAMES",
    "FOR_TWO",
    "NUMBERS",
    "OWN",
    "PLAN_DAYS",
    "PRACTICE_IDS",
    "STANDS",
    "WIDE",
    "Afraid",
    "Answers",
    "BadFactsError",
    "BrokenAdviceError",
    "Facts",
    "Focus",
    "Known",
    "Locked",
    "PlanNow",
    "Proposal",
    "Reason",
    "ReasonId",
    "Ruling",
    "Stage",
    "Step",
    "StepName",
    "Unasked",
    "choose_focus",
    "is_standing",
    "list_joint_practices",
    "list_own_practices",
    "may_advise",
    "needs_facets",
    "next_step",
    "order_round",
    "pick_for_day",
    "plan_for",
    "propose_plan",
    "rule_on",
]
