"""What is answered alone about a matter: coarse, private, and with one place for a *never* a question."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.kit import choices
from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.ratings.labels import RATING_LABELS, SUIT_LABELS, TOGETHER_LABELS, WEIGHT_LABELS
from bothand.rooms.agreements.ratings.records import MOST_TOGETHER, Choice, Together
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Dots, Picks, Tick


class OptionSelect(forms.Select):
    """One of all options of all questions, written in one go: there can be 64 of them, four times a page."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """As the parent's, without a template for each option."""
        del renderer
        there = choices.write_options(
            ((str(key), str(label)) for key, label in self.choices), str(value or "")
        )
        return format_html(
            "<select{}>{}</select>", flatatt({**self.attrs, **(attrs or {}), "name": name}), there
        )


class RateForm(Form):
    """Coarse private answers. Each question has one place for a *never*."""

    def __init__(
        self, *args: Any, matter: Matter | None = None, now: Sequence[int] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.now = matter.questions if matter else (), tuple(now)
        self.together: tuple[Together, ...] = ()
        # Translated once a page, and not once an option.
        weights, ratings = (
            [(step, str(label)) for step, label in scale] for scale in (WEIGHT_LABELS, RATING_LABELS)
        )
        for number, one in enumerate(self.questions):
            self.fields[f"weight{number}"] = _make_choice(
                _("How much does this matter to me?"), weights, Chips()
            )
            for place, option in enumerate(one.options):
                self.fields[f"rating{number}_{place}"] = _make_choice(option.text, ratings, Dots())
            options = [(place, option.text) for place, option in enumerate(one.options)]
            never = _make_choice(
                _("Is one of them a never for you?"), [(-1, _("none of them")), *options], Picks()
            )
            never.initial = -1
            self.fields[f"never{number}"] = never
        self.pairs = range(MOST_TOGETHER if len(self.questions) > 1 else 0)
        ways_of_all = [
            (f"{number}-{place}", f"{one.name} {option.text}")
            for number, one in enumerate(self.questions)
            for place, option in enumerate(one.options)
        ]
        for at in self.pairs:
            for name, label in (("one", _("One option")), ("other", _("and another"))):
                self.fields[f"{name}{at}"] = forms.ChoiceField(
                    label=label,
                    choices=[("", _("none")), *ways_of_all],
                    required=False,
                    widget=OptionSelect({"autocomplete": "off"}),
                )
            self.fields[f"step{at}"] = forms.TypedChoiceField(
                label=_("Together they are worth"),
                choices=TOGETHER_LABELS,
                coerce=int,
                empty_value=None,
                required=False,
                widget=Chips,
            )

    def clean(self) -> dict[str, Any]:
        """What counts together needs two options of different questions, not both as it is now, and how much."""
        typed = super().clean() or {}
        found: dict[tuple[Choice, Choice], int] = {}
        for at in self.pairs:
            one, other, step = (typed.get(f"{name}{at}") for name in ("one", "other", "step"))
            if not (one or other or step):
                continue
            if not (one and other and step):
                self.add_error(
                    f"one{at}",
                    _("Pick two options and what they are worth together, or leave all three empty."),
                )
                continue
            first, second = sorted((_read_choice(one), _read_choice(other)))
            if first[0] == second[0]:
                self.add_error(
                    f"one{at}", _("These two answer the same question. Pick options from two questions.")
                )
            elif all(self.now[number : number + 1] == (place,) for number, place in (first, second)):
                self.add_error(
                    f"one{at}",
                    _(
                        "Both of these are how things are now. Your answers above already say what that is worth."
                    ),
                )
            elif (first, second) in found:
                self.add_error(f"one{at}", _("These two are here twice. Once is enough."))
            else:
                found[first, second] = step
        self.together = tuple((*pair, step) for pair, step in sorted(found.items()))
        return typed

    def read_weights(self) -> tuple[int, ...]:
        return tuple(self.cleaned_data[f"weight{number}"] for number in range(len(self.questions)))

    def read_ratings(self) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(self.cleaned_data[f"rating{number}_{place}"] for place in range(len(one.options)))
            for number, one in enumerate(self.questions)
        )

    def read_nevers(self) -> tuple[int, ...]:
        return tuple(self.cleaned_data[f"never{number}"] for number in range(len(self.questions)))


class TapForm(Form):
    """One tap: a step of the screen that is asked. `never` says that one could not live with the option at all."""

    step = forms.TypedChoiceField(
        label=_("How well would that suit you?"), coerce=int, required=False, widget=Dots
    )
    never = forms.BooleanField(label=_("I could never live with this"), required=False, widget=Tick)

    def __init__(self, *args: Any, weight: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = list(WEIGHT_LABELS if weight else SUIT_LABELS)  # type: ignore[attr-defined]  # the field is the one above

    def clean(self) -> dict[str, Any]:
        """A *never* is an answer too: the lowest."""
        typed = super().clean() or {}
        if typed.get("never"):
            typed["step"] = 0
        elif "step" not in self.errors and not isinstance(typed.get("step"), int):
            self.add_error("step", _("Nothing is chosen yet. Pick one."))
        return typed


def _read_choice(value: str) -> Choice:
    number, place = value.split("-")
    return int(number), int(place)


def _make_choice(
    label: Any, choices: Sequence[tuple[Any, Any]], widget: forms.Widget
) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, widget=widget)
