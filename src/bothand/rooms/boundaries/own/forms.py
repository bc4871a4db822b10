"""What is typed of a boundary of one's own."""

from collections.abc import Sequence
from datetime import date, time
from functools import cache
from typing import Any, Final

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.domain.boundaries import DAY, Reach, Times, Wording
from bothand.kit.fields import FreshId, Revision, Words
from bothand.relationship import Firmness
from bothand.rooms.boundaries import labels, rules
from bothand.shell import field_html
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, ManyChips, Picks, TwoPicks

AUTO: Final = {"dir": "auto"}
NO_TIME: Final = {"invalid": _("This time could not be read. Write it like 18:30.")}


class FirmPicks(Picks):
    """As Picks, each with its line: whole, broken, or dotted."""

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        picks = "".join(field_html.write_pick(option, _draw_firmness(option.value)) for option in options)
        return f'<div class="picks">{picks}</div>'


@cache
def _draw_firmness(firmness: str) -> str:
    """How a line is drawn. No words are in it."""
    return render_to_string("boundaries/firmness.html", {"firmness": firmness})


class BoundaryForm(Form):
    """A boundary, with a wish kept apart from it. `id` makes a second submit harmless."""

    kind = forms.ChoiceField(
        label=_("What kind is it?"),
        required=False,
        choices=list(labels.KINDS.items()),
        widget=TwoPicks(hints=labels.KIND_HINTS),
    )
    area = forms.ChoiceField(
        label=_("What is it about?"), required=False, choices=list(labels.AREAS.items()), widget=Chips
    )
    when = Words(label=_("When …"), required=False, longest=rules.LONGEST_LINE, widget=Line(AUTO))
    will = Words(label=_("I will …"), required=False, longest=rules.LONGEST, widget=Lines(AUTO, short=True))
    firmness = forms.ChoiceField(
        label=_("How firm is it?"),
        required=False,
        initial=Firmness.FLEXIBLE.value,
        choices=list(labels.FIRM.items()),
        widget=FirmPicks(hints=labels.FIRM_HINTS),
    )
    protects = Words(label=_("It protects"), required=False, longest=rules.LONGEST, widget=Line(AUTO))
    honour = Words(
        label=_("You honour it when"), required=False, longest=rules.LONGEST, widget=Lines(AUTO, short=True)
    )
    raising = Words(
        label=_("If you want to talk about it with me"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    reach = forms.ChoiceField(
        label=_("What does it cover?"),
        required=False,
        initial=Reach.BOTH.value,
        choices=list(labels.REACH.items()),
        widget=Chips,
    )
    days = forms.MultipleChoiceField(
        label=_("Which days, if it is about some"),
        required=False,
        choices=list(labels.DAYS.items()),
        widget=ManyChips,
    )
    start = forms.TimeField(
        label=_("From"),
        required=False,
        error_messages=NO_TIME,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    end = forms.TimeField(
        label=_("Until"),
        required=False,
        error_messages=NO_TIME,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    wish = Words(
        label=_("A wish, if you have one"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    id = FreshId()
    revision = Revision()

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if partner:
            self.fields["wish"].label = gettext("A wish to %(name)s, if you have one") % {"name": partner}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not (found.get("will") or found.get("wish")) and not {"will", "wish"} & set(self.errors):
            self.add_error("will", _("Write what you will do, or a wish. One of the two is enough."))
        if (found.get("start") or found.get("end")) and not found.get("days"):
            self.add_error("days", _("You gave hours but no days. Pick the days they are for."))
        return found

    def shows_details(self) -> bool:
        """Whether anything stands, or is wrong, among what can be added: then it is not folded away."""
        details = (self[name] for name in ("protects", "honour", "raising", "days", "start", "end"))
        return any(
            field.errors or (field.name not in {"start", "end"} and field.value()) for field in details
        )

    def wording(self) -> Wording:
        """What was typed, as it is kept. A wish alone is a wish, whatever else was chosen."""
        found = self.cleaned_data
        firm = found["firmness"] or Firmness.FLEXIBLE.value
        return Wording(
            kind=found["kind"],
            area=found["area"],
            reach=found["reach"] or Reach.BOTH.value,
            firmness=firm if found["will"] else Firmness.WISH.value,
            times=_read_times(found),
            **{name: found[name] for name in ("when", "will", "wish", "protects", "honour", "raising")},
        )


class RehearsalForm(Form):
    """How its owner means to say it."""

    said = Words(label=_("How you could say it"), required=False, longest=rules.LONGEST, widget=Lines(AUTO))
    revision = Revision()


class ReviewForm(Form):
    """When its owner looks at it again."""

    again = forms.ChoiceField(
        label=_("When do you want to look at it again?"), choices=list(labels.REVIEWS.items()), widget=Chips
    )


def fill_draft(words: Wording) -> dict[str, Any]:
    """A wording as the form shows it."""
    times = words.times[0] if words.times else None
    whole = times is not None and (times.start, times.end) == (0, DAY)
    return {
        "kind": words.kind,
        "area": words.area,
        "reach": words.reach,
        "firmness": words.firmness,
        "when": words.when,
        "will": words.will,
        "wish": words.wish,
        "protects": words.protects,
        "honour": words.honour,
        "raising": words.raising,
        "days": [str(day) for day in times.days] if times else [],
        "start": _read_clock(times.start) if times and not whole else None,
        "end": _read_clock(times.end) if times and not whole else None,
    }


def choose_review(review: date | None) -> str:
    """What the review's form shows as chosen where a day is set: nothing, since the day has moved nearer."""
    return "never" if review is None else ""


def _read_times(found: dict[str, Any]) -> tuple[Times, ...]:
    if not found["days"]:
        return ()
    start, end = found["start"], found["end"]
    return (
        Times(
            days=tuple(sorted(int(day) for day in found["days"])),
            start=_count_minutes(start) if start else 0,
            # Until midnight is the end of the day, and no end at all.
            end=(_count_minutes(end) or DAY) if end else DAY,
        ),
    )


def _count_minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _read_clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
