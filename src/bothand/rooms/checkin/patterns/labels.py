"""The words of the marks."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

MARKS: Final[dict[str, Promise]] = {
    "C0": gettext_lazy("your own wishes or feelings came second"),
    "C1": gettext_lazy("there was little room or support for things of your own"),
    "C2": gettext_lazy("answering for a part in it, or listening, was missing"),
    "C3": gettext_lazy("things stayed unsaid, unclear or untrue"),
    "C4": gettext_lazy("an argument came round again, or came to no end"),
    "C5": gettext_lazy("looking after somebody took the place of the rest"),
    "C6": gettext_lazy("a limit that you had set was pushed aside"),
    "C7": gettext_lazy("money, home or decisions lay more with one than with both"),
    "I1": gettext_lazy("you decided by yourself"),
    "I2": gettext_lazy("you relied on yourself alone"),
    "I3": gettext_lazy("little was shared"),
}
