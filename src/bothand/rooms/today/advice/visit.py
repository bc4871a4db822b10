"""What every view of the plan asks first: the space, the day, the partner's name, the facts."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts import access, wall_clock
from bothand.domain.plan import PastPlan, Plan, plan_in
from bothand.engines import guide
from bothand.rooms.today.advice.store import gather_facts
from bothand.rooms.today.plan.store import find_past_plans
from bothand.shell.frame import frame_of
from bothand.vault.body import Opened
from bothand.vault.space import Lot, Space


@dataclass(frozen=True)
class Visit:
    """One request: loads are made once, when they are wanted."""

    space: Space
    today: date
    partner: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Visit":
        """Raises as `access.open_mine`."""
        space = access.open_mine(request)
        today = wall_clock.today_in(access.visitor_of_request(request).settings.zone)
        return cls(space, today, frame_of(request, "today").partner)

    @cached_property
    def standing(self) -> Lot[Any]:
        """What stands in *mine*."""
        return self.space.standing()

    @cached_property
    def past(self) -> Lot[PastPlan]:
        """The plans that are over."""
        return find_past_plans(self.space)

    @property
    def has_past(self) -> bool:
        """Whether there are plans that are over."""
        return bool(self.past.items)

    @property
    def plan(self) -> Opened[Plan] | None:
        """The plan there is."""
        return plan_in(self.standing)

    def without_a_plan(self) -> HttpResponse:
        """For a page about the plan, where there is none. Raises DidNotOpen where one lies there and does not open."""
        self.space.only(Plan)
        return HttpResponseRedirect(reverse("today_plan"))

    @cached_property
    def facts(self) -> guide.Facts:
        """The facts without the facets."""
        return gather_facts(
            self.standing,
            self.today,
            since=self.space.since,
            partner=bool(self.partner),
            before=(one.record for one in self.past.items),
        )
