"""A length of time, in words."""

from django.utils.functional import Promise
from django.utils.translation import ngettext

Words = str | Promise


def say_hours(minutes: float | None) -> str:
    """A length of time in hours."""
    if minutes is None:
        return ""
    text = f"{minutes / 60:.1f}".removesuffix(".0")
    return ngettext("%(n)s hour", "%(n)s hours", 1 if text == "1" else 2) % {"n": text}
