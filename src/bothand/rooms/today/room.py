"""The manifest of *today*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.plan import PastPlan, Plan
from bothand.kit.manifest import Room
from bothand.rooms.today.export import export_past_plan, export_plan, pick_later
from bothand.rooms.today.today import build_parts

ROOM = Room(
    name="today",
    title=_("Today"),
    about=_("How today is, and one thing worth doing."),
    place="today",
    path="",
    urls="bothand.rooms.today.urls",
    kinds=(Plan, PastPlan),
    today=build_parts,
    readable={Plan: export_plan, PastPlan: export_past_plan},
    opens={
        Plan: lambda _one: reverse("today_plan"),
        PastPlan: lambda _one: reverse("today_past"),
    },
    merge={Plan: pick_later},
)
