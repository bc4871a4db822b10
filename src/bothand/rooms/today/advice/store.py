"""From what stands in somebody's own space to the facts that the guide is told. Nothing of the other's goes in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from bothand.accounts.access import Visit, open_mine
from bothand.domain import checkins, plan
from bothand.engines import guide
from bothand.kit import leads
from bothand.rooms.today.plan.store import find_past_plans
from bothand.vault.body import Opened
from bothand.vault.records import Shelf
from bothand.vault.space import Lot, Space


class GuideVisit(Visit):
    """A visit with what the guide is told of this person: loads are made once, when they are wanted."""

    def __init__(self, request: HttpRequest) -> None:
        """Asks the door before anything else: who is locked out learns nothing. Raises SignedOut, Locked."""
        super().__init__(request)
        open_mine(request)

    @cached_property
    def standing(self) -> Lot[Any]:
        """What stands in *mine*."""
        return self.mine.query(shelf=Shelf.STANDS)

    @cached_property
    def past(self) -> Lot[plan.PastPlan]:
        """The plans that are over."""
        return find_past_plans(self.mine)

    @property
    def plan(self) -> Opened[plan.Plan] | None:
        """The plan there is."""
        return plan.plan_in(self.standing)

    @cached_property
    def facts(self) -> guide.Facts:
        """The facts without the facets."""
        return gather_facts(
            self.standing,
            self.today,
            since=self.mine.since,
            partner=bool(self.partner_name),
            before=(past.record for past in self.past.items),
        )


def gather_facts(
    standing: Lot[Any], today: date, *, since: date, partner: bool, before: Iterable[plan.PastPlan] = ()
) -> guide.Facts:
    """The facts without the facets, from what is loaded anyway. `since` is the day this person came here."""
    rhythm = checkins.read_rhythm(standing.items)
    found = plan.plan_in(standing)
    off = rhythm.off
    return guide.Facts(
        today=today,
        ruling=_find_ruling(standing, today),
        since_check_in=checkins.days_since(rhythm, today),
        here=max(0, (today - since).days),
        observes=bool(leads.to_step("check_in")),
        put_off=off is not None and 0 <= (today - off).days < 7,
        rooms=leads.practice_leads(),
        partner=partner,
        plan=None if found is None else brief_plan(found),
        before=frozenset(one.practice_own for one in before) & frozenset(guide.PRACTICE_IDS),
    )


def add_facets(facts: guide.Facts, space: Space) -> guide.Facts:
    """The same, with what is known of the facets. Opens the state of the check-ins and needs numpy."""
    if facts.since_check_in is None:
        return facts
    from bothand.domain.reading import brief_guide, read_person
    from bothand.domain.standing import state_of

    known = state_of(space)
    if known.empty:
        return facts
    return replace(facts, facets=brief_guide(read_person(known, facts.today, alone=not facts.partner)))


def brief_plan(found: Opened[plan.Plan]) -> guide.PlanNow | None:
    """The plan as the guide sees it; None for one about a facet or a practice that it does not know."""
    one = found.record
    practices = {one.practice_own, one.practice_both} - {""}
    if one.facet not in guide.FACET_NAMES or not one.practice_own or practices - set(guide.PRACTICE_IDS):
        return None
    return guide.PlanNow(facet=one.facet, own=one.practice_own, both=one.practice_both, began=one.began)


def _find_ruling(standing: Lot[Any], today: date) -> guide.Ruling:
    """A row that did not open may be a fear answer: then nobody knows, and no joint step is advised."""
    found = checkins.ruling_answers(standing.items, today)
    return guide.rule_on(guide.Locked(), today) if found.joint and standing.unopened else found
