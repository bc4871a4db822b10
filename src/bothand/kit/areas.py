"""What the areas of life (G4) are called, for rooms that ask which one something is about."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

NAMES: Final[dict[str, Promise]] = {
    "money": pgettext_lazy("area of life", "money"),
    "home": pgettext_lazy("area of life", "home"),
    "time": pgettext_lazy("area of life", "time"),
    "friends": pgettext_lazy("area of life", "friends"),
    "family": pgettext_lazy("area of life", "family"),
    "feelings": pgettext_lazy("area of life", "feelings"),
    "plans": pgettext_lazy("area of life", "plans"),
    "intimacy": pgettext_lazy("area of life", "intimacy"),
    "digital life": pgettext_lazy("area of life", "digital life"),
    "beliefs": pgettext_lazy("area of life", "beliefs"),
}
"""By the name of the area in `relationship.SHARED_AREAS`, in its order."""
