"""A field for hours, as they are typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bothand.rooms.mytime.rules import format_hours
from bothand.shell.widgets import Line

MINUTES_A_WEEK = 7 * 24 * 60


class HoursField(forms.Field):
    """Hours a week, as minutes; None where nothing was typed. 2, 2.5 and 2,5 are read, and 2:30."""

    widget = Line({"inputmode": "decimal"})

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip().replace(",", ".")
        if not text:
            return None
        whole, _colon, rest = text.partition(":")
        try:
            minutes = round(float(whole) * 60) + (int(rest) if rest else 0)
        except (ValueError, OverflowError):
            minutes = -1
        if not 0 <= minutes <= MINUTES_A_WEEK:
            raise ValidationError(_("These hours could not be read. Write them like 2 or 2.5, up to 168."))
        return minutes

    def prepare_value(self, value: Any) -> Any:
        return format_hours(value) if isinstance(value, int) else value
