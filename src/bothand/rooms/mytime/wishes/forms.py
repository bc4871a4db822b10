"""What is typed of a wish for the week."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.domain import wishes
from bothand.domain.wishes import Wish
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.mytime.forms import HoursField
from bothand.rooms.mytime.rules import format_hours
from bothand.rooms.mytime.wishes.labels import PARTS, TIMES, WISHES
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Picks


class InterestField(forms.Field):
    """The id of the interest a wish came from, as bytes. Anything odd is none."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> bytes:
        text = str(value or "")
        return bytes.fromhex(text) if re.fullmatch(r"[0-9a-f]{32}", text) else b""


class WishForm(Form):
    """A wish for the week, new or changed. `of` is the interest it came from."""

    words = Words(
        label=_("What do you wish for?"),
        longest=500,
        empty=_("A word for it is enough."),
        widget=Line({"dir": "auto"}),
    )
    sort = forms.ChoiceField(
        label=_("With whom, or what for"),
        choices=list(WISHES.items()),
        initial="interest",
        widget=Picks,
    )
    hours = HoursField(label=_("How many hours each time"), help_text=_("Like 1.5."), initial=120)
    times = forms.ChoiceField(
        label=_("How often a week"), choices=list(TIMES.items()), initial="1", widget=Chips
    )
    part = forms.ChoiceField(
        label=_("When it suits best"),
        choices=list(PARTS.items()),
        initial="",
        required=False,
        widget=Chips,
    )
    of = InterestField()
    id = FreshId()
    revision = Revision()

    def clean(self) -> dict[str, Any]:
        """A length that fits a day."""
        found: dict[str, Any] = super().clean() or {}
        minutes = found.get("hours")
        if "hours" not in self.errors and not (minutes and wishes.LEAST <= minutes <= wishes.MOST):
            self.add_error("hours", _("Pick a length from five minutes (0:05) to a day (24)."))
        return found

    def wish(self) -> Wish:
        """What was typed."""
        data = self.cleaned_data
        return Wish(
            words=data["words"],
            sort=data["sort"],
            minutes=data["hours"],
            times=int(data["times"]),
            part=data["part"],
            interest=data["of"],
        )


def fill_form(wish: Wish) -> dict[str, Any]:
    """What the form shows of a wish."""
    return {
        "words": wish.words,
        "sort": wish.sort,
        "hours": wish.minutes,
        "times": str(wish.times),
        "part": wish.part,
        "of": wish.interest.hex(),
    }


def fill_fields(wish: Wish) -> dict[str, str]:
    """A wish as its form would send it."""
    return fill_form(wish) | {"hours": format_hours(wish.minutes)}
