"""Words for what changed while a plan ran."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CHANGES: Final[dict[str, Promise]] = {
    "up": gettext_lazy("Your answers about it were clearly higher at the end."),
    "down": gettext_lazy("Your answers about it were clearly lower at the end."),
    "steady": gettext_lazy("Your answers about it were steady."),
    "none": gettext_lazy("No clear change."),
}


def title_change(change: str) -> str:
    """The heading of looking back: a finding."""
    if change == "up":
        return _("Your answers are higher than six weeks ago.")
    if change == "down":
        return _("Your answers are lower than six weeks ago.")
    if change == "steady":
        return _("Your answers about it have been steady.")
    if change == "none":
        return _("No clear change in your answers.")
    return _("Too early to say what changed in your answers.")
