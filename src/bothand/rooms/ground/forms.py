"""What is typed and turned in *ground*."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.content.ground import load_dials, load_reliance, value_cards
from bothand.domain.dials import AREAS, Dial, Dials
from bothand.kit.fields import Revision, Words
from bothand.kit.folding import fold_text
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.records import (
    ON,
    OTHERS,
    PARTNER,
    SELF,
    SORTS,
    WHOSE,
    Pursuit,
    Pursuits,
    Reliance,
    Reliances,
    Value,
    Values,
)
from bothand.shell.forms import Form
from bothand.shell.widgets import Dots, Lines, ManyChips, Tick

STEP_CHOICES = [(str(step), words) for step, words in labels.STEPS.items()]
OPEN = ""


class Deck(ManyChips):
    """Cards to tick, each with its line."""

    look = "picks two"

    def __init__(self, hints: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.hints = dict(hints or {})


class FourDots(Dots):
    """One of four in words, side by side, which are no scale."""

    look = "dots four"


class ValuesForm(Form):
    """Cards that count for me, and values in my own words, one a line."""

    cards = forms.MultipleChoiceField(label=gettext_lazy("The cards"), required=False, widget=Deck)
    own = Words(
        label=gettext_lazy("Values of your own, one a line"),
        longest=2_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    revision = Revision()

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:  # noqa: ARG002  as all sheets' forms do
        super().__init__(*args, **kwargs)
        deck = value_cards(text_language())
        field = self.fields["cards"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.id, one.name) for one in deck]
        assert isinstance(field.widget, Deck)
        field.widget.hints = {one.id: one.line for one in deck}

    @classmethod
    def fill_from(cls, there: Values, revision: int, partner: str) -> "ValuesForm":
        """The form as it was kept."""
        own = "\n".join(one.words for one in there.ranked if not one.card)
        cards = [one.card for one in there.ranked if one.card]
        return cls(initial={"cards": cards, "own": own, "revision": revision}, partner=partner)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        over = (
            len(set(data.get("cards", ()))) + len(rules.split_lines(data.get("own", ""))) - rules.MOST_VALUES
        )
        if over > 0:
            told = ngettext(
                "That is %(over)d more than ten, and there is room for ten. Which could wait? Everything you ticked is still here.",
                "That is %(over)d more than ten, and there is room for ten. Which could wait? Everything you ticked is still here.",
                over,
            )
            raise ValidationError(told % {"over": over}, code="many")
        return data

    def build_record(self, before: Values) -> Values:
        """What was picked, in the order of before. Own words that are a card's name are that card."""
        names = {fold_text(one.name): one.id for one in value_cards(text_language())}
        own = rules.split_lines(self.cleaned_data["own"])
        cards = [
            *self.cleaned_data["cards"],
            *(names[fold_text(one)] for one in own if fold_text(one) in names),
        ]
        rest = [one for one in own if fold_text(one) not in names]
        return Values(ranked=rules.pick_values(before.ranked, list(dict.fromkeys(cards)), rest))


class ShownOrder(forms.Field):
    """The order that was shown, by the values' keys: what moved is told from it."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else " ".join(map(rules.key_of, value or ()))

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(str(value or "").split())


class OrderForm(Form):
    """A place for each value. `shown` is the order in which they stood."""

    revision = Revision()
    shown = ShownOrder()

    def __init__(self, *args: Any, ranked: Sequence[Value] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, value in enumerate(ranked, start=1):
            self.fields[f"at_{rules.key_of(value)}"] = forms.IntegerField(
                label=labels.value_name(value),
                min_value=1,
                max_value=len(ranked),
                initial=number,
                required=False,
                widget=forms.NumberInput({"inputmode": "numeric"}),
            )

    @property
    def places(self) -> tuple[BoundField, ...]:
        """The fields in the order in which the values stand."""
        return tuple(self[name] for name in self.fields if name.startswith("at_"))

    @property
    def numbers(self) -> dict[str, int]:
        """The places that were given, by the value's key."""
        found = {one.name: self.cleaned_data.get(one.name) for one in self.places}
        return {name.removeprefix("at_"): number for name, number in found.items() if number}


def field_of(what: str, whose: str) -> str:
    """The name of the field for interests or goals under one heading."""
    return f"{what}_{whose}"


def _lines_field(what: str, whose: str) -> Words:
    return Words(
        label=labels.HEADINGS[what, whose],
        longest=5_000,
        required=False,
        widget=Lines({"dir": "auto", "rows": 2}, short=True),
    )


class PursuitsForm(Form):
    """Interests and goals, one a line: shared, mine, to try."""

    interest_shared = _lines_field("interest", "shared")
    interest_mine = _lines_field("interest", "mine")
    interest_try = _lines_field("interest", "try")
    goal_shared = _lines_field("goal", "shared")
    goal_mine = _lines_field("goal", "mine")
    goal_try = _lines_field("goal", "try")
    revision = Revision()

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not partner:
            for (what, whose), label in labels.HEADINGS_ALONE.items():
                self.fields[field_of(what, whose)].label = str(label)

    @classmethod
    def fill_from(cls, there: Pursuits, revision: int, partner: str) -> "PursuitsForm":
        """The form as it was kept."""
        kept = {
            field_of(what, whose): "\n".join(rules.find_words(there.listed, what, whose))
            for what in SORTS
            for whose in WHOSE
        }
        return cls(initial={**kept, "revision": revision}, partner=partner)

    def build_record(self, _before: Pursuits) -> Pursuits:
        """What was typed."""
        return Pursuits(
            listed=tuple(
                Pursuit(what, whose, words)
                for what in SORTS
                for whose in WHOSE
                for words in rules.split_lines(self.cleaned_data[field_of(what, whose)])
            )
        )


class DialsForm(Form):
    """Ten dials: as it is, and as I would like it. What was said can be left open again."""

    revision = Revision()

    def __init__(self, *args: Any, there: Dials | None = None, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {one.area: one for one in there.set} if there else {}
        for at, one in enumerate(load_dials(text_language()).dials):
            old = kept.get(one.area, Dial(one.area))
            now = _("As it is") if partner else _("As it is, if you share a life now")
            self.fields[f"now_{at}"] = _step_field(now, old.now)
            self.fields[f"wish_{at}"] = _step_field(_("As you would like it"), old.wish)
            self.fields[f"open_{at}"] = forms.BooleanField(
                label=_("Skip this one"), required=False, widget=Tick
            )

    @classmethod
    def fill_from(cls, there: Dials, revision: int, partner: str) -> "DialsForm":
        """The form as it was kept."""
        return cls(initial={"revision": revision}, there=there, partner=partner)

    def build_record(self, _before: Dials) -> Dials:
        """What was turned; an area ticked as open has nothing, whatever else is marked."""
        data = self.cleaned_data
        turned = (
            Dial(area, int(data[f"now_{at}"] or 0), int(data[f"wish_{at}"] or 0))
            for at, area in enumerate(AREAS)
            if not data[f"open_{at}"]
        )
        return Dials(set=tuple(one for one in turned if one.now or one.wish))


def _step_field(label: str, step: int) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=STEP_CHOICES, required=False, initial=str(step) if step else "", widget=Dots
    )


class ReliancesForm(Form):
    """On whom I lean for what."""

    revision = Revision()

    def __init__(self, *args: Any, there: Reliances | None = None, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {one.card: one.on for one in there.sorted} if there else {}
        choices = [
            (PARTNER, partner or _("a partner")),
            (OTHERS, _("others")),
            (SELF, _("myself")),
            (OPEN, _("open")),
        ]
        for one in load_reliance(text_language()).cards:
            self.fields[f"on_{one.id}"] = forms.ChoiceField(
                label=one.text,
                choices=choices,
                required=False,
                initial=kept.get(one.id, OPEN),
                widget=FourDots,
            )

    @classmethod
    def fill_from(cls, there: Reliances, revision: int, partner: str) -> "ReliancesForm":
        """The form as it was kept."""
        return cls(initial={"revision": revision}, there=there, partner=partner)

    def build_record(self, before: Reliances) -> Reliances:
        """What was sorted; what this program has no card for stays as it was."""
        said = {one.id: self.cleaned_data[f"on_{one.id}"] for one in load_reliance(text_language()).cards}
        kept = tuple(one for one in before.sorted if one.card not in said)
        return Reliances(sorted=(*(Reliance(card, on) for card, on in said.items() if on in ON), *kept))
