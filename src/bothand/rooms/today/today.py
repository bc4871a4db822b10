"""What the guide puts on *Today*."""

from bothand.domain.plan import plan_in
from bothand.engines import guide
from bothand.kit.manifest import Asked, Part
from bothand.rooms.today.advice.present import build_next_parts
from bothand.rooms.today.advice.store import add_facets, gather_facts
from bothand.rooms.today.things.present import find_things
from bothand.rooms.today.things.rules import pick_thing


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """The one thing worth doing next, and what stands around it. The state of the check-ins is opened only when the step depends on it."""
    standing, since = asked.standing(), asked.mine.since
    facts = gather_facts(standing, asked.today, since=since, partner=bool(asked.partner))
    if guide.needs_facets(facts):
        facts = add_facets(facts, asked.mine)
    found = plan_in(standing)
    plan = None if found is None else found.record
    things = find_things(joint=facts.ruling.joint)
    thing = pick_thing(asked.today, things, since=since, plan=plan)
    return build_next_parts(guide.next_step(facts), plan, thing, asked.partner, asked.today)
