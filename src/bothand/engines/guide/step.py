"""The one thing worth doing next: observe, understand, respond.

The order is that of the best-tested online programme for couples (OurRelationship: Doss et al. 2016, J. Consulting
and Clinical Psychology 84: 285-296; without a coach Le et al. 2023). Little contact is enough to matter (Marriage
Checkup: Cordova et al. 2014, same journal 82: 592-604), so nothing here asks for a day.

1. The fear rule, before all else: where it rules, no joint step is chosen.
2. Observe: a check-in, when there was none or the last is a week old, unless it was put off for this week.
3. Understand: look back at a plan that is over; make one when there is none.
4. Respond: what the plan says; without a plan, something worth doing on any day.

What is not taken up is not said every day: an invitation stands for three days and rests for four.
"""

from dataclasses import dataclass
from typing import Final, Literal

from bothand.engines.guide.errors import BrokenAdviceError
from bothand.engines.guide.facts import PLAN_DAYS, PRACTICE_IDS, Facts, PlanNow
from bothand.engines.guide.fear import Afraid
from bothand.engines.guide.focus import choose_focus
from bothand.engines.guide.proposal import FIRST, may_advise
from bothand.engines.guide.reasons import Reason

WEEK: Final = 7
STANDS: Final = 3
"""Of seven days, for how many an invitation stands."""

Stage = Literal["observe", "understand", "respond"]
StepName = Literal["check_in", "look_back", "make_plan", "practise", "something"]
STAGES: Final[dict[StepName, Stage]] = {
    "check_in": "observe",
    "look_back": "understand",
    "make_plan": "understand",
    "practise": "respond",
    "something": "respond",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is suggested today, and why.

    practice  P1 to P7 for *practise*, "" otherwise
    facet     what it is about, "" where it is about none
    joint     whether it is something for two
    afraid    why nothing for two is suggested and the way to the page on safety is shown, told to this person only
    """

    name: StepName
    reasons: tuple[Reason, ...]
    practice: str = ""
    facet: str = ""
    joint: bool = False
    afraid: Afraid | None = None

    @property
    def stage(self) -> Stage:
        """Observe, understand or respond."""
        return STAGES[self.name]

    def check(self, facts: Facts) -> None:
        """Prove what the rules promise. Raises BrokenAdviceError saying which does not hold."""
        if self.joint and not facts.joint:
            raise BrokenAdviceError("a joint step is advised where none may be")
        if self.practice and not self.joint and not may_advise(facts, self.practice):
            raise BrokenAdviceError("a practice leads to the other where none may be advised")
        if not self.reasons:
            raise BrokenAdviceError("a step has a reason")
        if (self.afraid is not None) is not facts.ruling.shows_safety:
            raise BrokenAdviceError("the way to safety is shown where the fear rule says so, and only there")
        if self.name == "check_in" and not facts.observes:
            raise BrokenAdviceError("there is no check-in to lead to")
        if (self.name == "practise") is not (self.practice in PRACTICE_IDS):
            raise BrokenAdviceError("practising has a practice, and nothing else has")
        if self.name in {"look_back", "practise"} and facts.plan is None:
            raise BrokenAdviceError("there is no plan")


def next_step(facts: Facts) -> Step:
    """The one thing worth doing next. There always is one.

    >>> from datetime import date
    >>> from bothand.engines.guide.fear import Ruling
    >>> step = next_step(Facts(today=date(2026, 11, 24), ruling=Ruling(why=None)))
    >>> step.stage, step.name, step.reasons
    ('observe', 'check_in', (Reason(id='nothing_known', numbers=()),))
    """
    afraid = facts.ruling.why if isinstance(facts.ruling.why, Afraid) else None
    name, reasons = _observe(facts) or _understand(facts) or ("something", (Reason("each_day"),))
    if name == "something" and facts.plan is not None:
        return _practise(facts, facts.plan, afraid)
    found = choose_focus(facts) if name == "make_plan" else None
    return Step(name=name, reasons=reasons, facet=found.facet if found else "", afraid=afraid)


_Found = tuple[StepName, tuple[Reason, ...]]


def _observe(facts: Facts) -> _Found | None:
    if not facts.observes or facts.put_off:
        return None
    since = facts.since_check_in
    if since is None:
        return ("check_in", (Reason("nothing_known"),)) if is_standing(facts.here) else None
    if since >= WEEK and is_standing(since):
        return "check_in", (Reason("time_again", (float(since),)),)
    return None


def _understand(facts: Facts) -> _Found | None:
    plan = facts.plan
    if plan is not None:
        over = (facts.today - plan.due).days
        return (
            ("look_back", (Reason("plan_over", (float(over),)),)) if over >= 0 and is_standing(over) else None
        )
    found = choose_focus(facts)
    if found is None or not is_standing(facts.since_check_in or 0):
        return None
    return "make_plan", (found.reason,)


def _practise(facts: Facts, plan: PlanNow, afraid: Afraid | None) -> Step:
    """Own and joint on alternate days. What may not be advised today is passed over in silence: the joint one for
    one's own, and that for worth from within where it leads to the other.
    """
    day = max(0, (facts.today - plan.began).days)
    joint = plan.both in facts.rooms and facts.joint and day % 2 == 1
    practice = plan.both if joint else plan.own if may_advise(facts, plan.own) else FIRST
    week = min(day // WEEK, PLAN_DAYS // WEEK - 1) + 1
    return Step(
        name="practise",
        practice=practice,
        facet=plan.facet,
        joint=joint,
        reasons=(Reason("plan_runs", (float(day + 1), float(week))),),
        afraid=afraid,
    )


def needs_facets(facts: Facts) -> bool:
    """Whether `next_step` would look at `facts.facets`, so that a caller need not compute them for nothing."""
    return facts.plan is None and _observe(facts) is None and is_standing(facts.since_check_in or 0)


def is_standing(days: int) -> bool:
    """Whether an invitation stands, that many days after it was first due.

    >>> [is_standing(day) for day in range(8)]
    [True, True, True, False, False, False, False, True]
    """
    return days % WEEK < STANDS
