"""Words for what changed while a plan ran."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CHANGES: Final[dict[str, Promise]] = {
    "up": gettext_lazy("Your answers about it were higher at the end, beyond noise."),
    "down": gettext_lazy("Your answers about it were lower at the end, beyond noise."),
    "none": gettext_lazy("No change beyond noise."),
}


def title_change(change: str) -> str:
    """The heading of looking back: a finding."""
    if change == "up":
        return _("Your answers are higher than six weeks ago.")
    if change == "down":
        return _("Your answers are lower than six weeks ago.")
    if change == "none":
        return _("Your answers are about where they were.")
    return _("Too early to say what changed in your answers.")
