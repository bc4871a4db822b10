"""The plans as they read in an export, and what follows when an import brings a second one."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain.plan import PastPlan, Plan
from bothand.kit.manifest import Readable
from bothand.kit.reading_words import name_facet
from bothand.rooms.today.labels import name_practice


def export_plan(plan: Plan) -> Readable:
    """The plan there is."""
    return Readable(
        heading=_("The plan from %(day)s") % {"day": date_format(plan.began, "j F Y")}, pairs=_pair_plan(plan)
    )


def export_past_plan(plan: PastPlan) -> Readable:
    """A plan that is over."""
    heading = _("A plan, %(first)s to %(last)s") % {
        "first": date_format(plan.began, "j F Y"),
        "last": date_format(plan.ended, "j F Y"),
    }
    helped = ((_("What helped"), plan.helped),) if plan.helped else ()
    changes = {
        "up": _("higher than before"),
        "down": _("lower than before"),
        "steady": _("steady"),
        "none": _("no clear change"),
    }
    change = ((_("Your answers about it"), changes[plan.change]),) if plan.change in changes else ()
    return Readable(heading=heading, pairs=(*_pair_plan(plan), *change, *helped), day=plan.ended)


def pick_later(present: Plan, incoming: Plan) -> Plan:
    """The plan that began later, when an import brings a second one."""
    return max(present, incoming, key=lambda plan: plan.began)


def _pair_plan(plan: Plan | PastPlan) -> tuple[tuple[str, str], ...]:
    both = ((_("With your partner"), name_practice(plan.practice_both)),) if plan.practice_both else ()
    words = ((_("What you meant to do"), plan.words),) if plan.words else ()
    return (
        (_("About"), name_facet(plan.facet)),
        (_("On your own"), name_practice(plan.practice_own)),
        *both,
        *words,
    )
