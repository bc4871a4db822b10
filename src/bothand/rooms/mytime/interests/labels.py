"""What interests are called, in words."""

from django.utils.translation import gettext_lazy

from bothand.rooms.mytime.labels import Words

SORTS: dict[str, Words] = {
    "love": gettext_lazy("I love it"),
    "before": gettext_lazy("I loved it before we met"),
    "try": gettext_lazy("I want to try it"),
}
HEADS: dict[str, Words] = {
    "love": gettext_lazy("What you love"),
    "before": gettext_lazy("What you loved before"),
    "try": gettext_lazy("What you want to try"),
}
