"""The manifest of *today*."""

from django.utils.translation import gettext_lazy as _

from bothand.domain.plan import PastPlan, Plan, plan_in
from bothand.engines import guide
from bothand.kit.manifest import Asked, Part, Room
from bothand.rooms.today import gathering, present, readable, rules


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """The one thing worth doing next. The state of the check-ins is opened only when the step depends on it."""
    standing, since = asked.standing(), asked.mine.since
    facts = gathering.gather_facts(standing, asked.today, since=since, partner=bool(asked.partner))
    if guide.needs_facets(facts):
        facts = gathering.add_facets(facts, asked.mine)
    found = plan_in(standing)
    plan = None if found is None else found.record
    things = present.list_things(joint=facts.ruling.joint)
    thing = rules.pick_thing(asked.today, things, since=since, plan=plan)
    return (present.build_next_part(guide.next_step(facts), plan, thing, asked.partner, asked.today),)


ROOM = Room(
    name="today",
    title=_("Today"),
    about=_("How today is, and one thing worth doing."),
    place="today",
    path="",
    urls="bothand.rooms.today.urls",
    kinds=(Plan, PastPlan),
    today=build_parts,
    readable={Plan: readable.export_plan, PastPlan: readable.export_past_plan},
    merge={Plan: readable.pick_later},
)
