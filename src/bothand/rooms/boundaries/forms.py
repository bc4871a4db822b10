"""What is typed and chosen in *boundaries*."""

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
HOURS_A_WEEK: Final = 168


class FirmPicks(Picks):
    """As Picks, each with its line: whole, broken, or dotted."""

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        return f'<div class="picks">{"".join(field_html.write_pick(one, _firm(one.value)) for one in options)}</div>'


@cache
def _firm(firmness: str) -> str:
    """How a line is drawn. No words are in it."""
    return render_to_string("boundaries/firm.html", {"firmness": firmness})


class DraftForm(Form):
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
        label=_("It is honoured when"), required=False, longest=rules.LONGEST, widget=Lines(AUTO, short=True)
    )
    raising = Words(
        label=_("To talk about it with me, please"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    reach = forms.ChoiceField(
        label=_("What does it reach?"),
        required=False,
        initial=Reach.BOTH.value,
        choices=list(labels.REACH.items()),
        widget=Chips,
    )
    days = forms.MultipleChoiceField(
        label=_("Days it is about, if some"),
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

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if partner:
            self.fields["wish"].label = gettext("A wish to %(name)s, if you have one") % {"name": partner}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not (found.get("will") or found.get("wish")) and not {"will", "wish"} & set(self.errors):
            self.add_error("will", _("Write what you will do, or a wish. One of the two is enough."))
        if (found.get("start") or found.get("end")) and not found.get("days"):
            self.add_error("days", _("There are hours and no days. Pick the days they are for."))
        return found

    def wording(self) -> Wording:
        """What was typed, as it is kept. A wish alone is a wish, whatever else was chosen."""
        found = self.cleaned_data
        firm = found["firmness"] or Firmness.FLEXIBLE.value
        return Wording(
            kind=found["kind"],
            area=found["area"],
            reach=found["reach"] or Reach.BOTH.value,
            firmness=firm if found["will"] else Firmness.WISH.value,
            times=_times(found),
            **{name: found[name] for name in ("when", "will", "wish", "protects", "honour", "raising")},
        )


class ChangeForm(DraftForm):
    """A boundary, written anew. `id` is for a second one, should both be kept after a conflict."""

    revision = Revision()


class SayForm(Form):
    """How its owner means to say it."""

    said = Words(label=_("How you could say it"), required=False, longest=rules.LONGEST, widget=Lines(AUTO))
    revision = Revision()


class MarkForm(Form):
    """How it went."""

    how = forms.ChoiceField(label=_("How did it go?"), choices=list(labels.HOW.items()), widget=Chips)
    words = Words(
        label=_("A few words, if you like"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    id = FreshId()


class ReviewForm(Form):
    """When its owner looks at it again."""

    again = forms.ChoiceField(
        label=_("When do you want to look at it again?"), choices=list(labels.REVIEWS.items()), widget=Chips
    )


class AnswerForm(Form):
    """What one says to the other's boundary. `revision` is that of the answer that was shown, 0 for none."""

    gives = Words(
        label=_("What I understand it gives you"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    question = Words(
        label=_("What I would like to ask"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    can = Words(
        label=_("What I can do"), required=False, longest=rules.LONGEST, widget=Lines(AUTO, short=True)
    )
    revision = Revision()

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not self.errors and not any(found.get(name) for name in ("gives", "question", "can")):
            self.add_error(
                "gives", _("There are no words yet. Fill in one of the three, whichever you like.")
            )
        return found


class RepairForm(Form):
    """What is said to make something good again. `revision` is that of what was said today, 0 for nothing."""

    words = Words(
        label=_("What you want to say"),
        longest=rules.LONGEST,
        empty=_("There are no words yet. One sentence is enough."),
        widget=Lines(AUTO, short=True),
    )
    next = Words(
        label=_("What you will do from now on"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    revision = Revision()


class WeightForm(Form):
    """A few words about what limits oneself, for oneself."""

    words = Words(
        label=_("What it keeps you from, if you like"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    revision = Revision()


class QualityForm(Form):
    """Time together and time apart: enough, and how much is wished."""

    together = forms.ChoiceField(
        label=_("Time together"), required=False, choices=list(labels.ENOUGH_OF.items()), widget=Chips
    )
    together_hours = forms.IntegerField(
        label=_("Hours a week you wish for"), required=False, min_value=0, max_value=HOURS_A_WEEK
    )
    apart = forms.ChoiceField(
        label=_("Time for yourself"), required=False, choices=list(labels.ENOUGH_OF.items()), widget=Chips
    )
    apart_hours = forms.IntegerField(
        label=_("Hours a week you wish for yourself"), required=False, min_value=0, max_value=HOURS_A_WEEK
    )
    revision = Revision()


def initial_of(one: Wording) -> dict[str, Any]:
    """A wording as the form shows it."""
    times = one.times[0] if one.times else None
    whole = times is not None and (times.start, times.end) == (0, DAY)
    return {
        "kind": one.kind,
        "area": one.area,
        "reach": one.reach,
        "firmness": one.firmness,
        "when": one.when,
        "will": one.will,
        "wish": one.wish,
        "protects": one.protects,
        "honour": one.honour,
        "raising": one.raising,
        "days": [str(day) for day in times.days] if times else [],
        "start": _clock(times.start) if times and not whole else None,
        "end": _clock(times.end) if times and not whole else None,
    }


def review_choice(review: date | None) -> str:
    """What the review's form shows as chosen where a day is set: nothing, since the day has moved nearer."""
    return "never" if review is None else ""


def _times(found: dict[str, Any]) -> tuple[Times, ...]:
    if not found["days"]:
        return ()
    start, end = found["start"], found["end"]
    return (
        Times(
            days=tuple(sorted(int(day) for day in found["days"])),
            start=_minutes(start) if start else 0,
            # Until midnight is the end of the day, and no end at all.
            end=(_minutes(end) or DAY) if end else DAY,
        ),
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
