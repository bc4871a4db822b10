"""How much something matters and can change, and parts of life, in words."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bothand.kit import areas

SERIOUS: Final = (("little", _("a little")), ("somewhat", _("somewhat")), ("a lot", _("very much")))
CHANGEABLE: Final = (
    ("yes", _("yes")),
    ("partly", _("in part")),
    ("no", pgettext_lazy("can it change?", "no")),
)
AREAS: Final = (
    *((name, areas.NAMES[name]) for name in ("money", "home", "time", "plans")),
    ("", _("something else")),
)
"""Those in which a difference may become an agreement."""
