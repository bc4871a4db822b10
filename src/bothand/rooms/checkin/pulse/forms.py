"""The three taps of a day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.content import feelings
from bothand.kit import texts
from bothand.kit.fields import Revision
from bothand.rooms.checkin.pulse.labels import BALANCE, BETWEEN, SELF, ask_between
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import find_day_meant
from bothand.shell.forms import Form
from bothand.shell.widgets import ManyChips, Scale

FAMILY = "feelings_"


class PulseForm(Form):
    """How a day was. Only the first question needs an answer; whatever is left out is left out.

    `partner` is the partner's name, "" when alone: then one question is asked otherwise and one not at all.
    """

    day = forms.DateField(required=False, widget=forms.HiddenInput)
    revision = Revision()
    self_feeling = forms.TypedChoiceField(
        label=_("How do you feel about yourself?"),
        choices=[(level, word) for level, word in SELF.items()],
        coerce=int,
        widget=Scale("self"),
        error_messages={"required": _("Tap one of the five pictures: how you feel about yourself.")},
    )
    between = forms.TypedChoiceField(
        choices=[(level, word) for level, word in BETWEEN.items()],
        coerce=int,
        empty_value=None,
        required=False,
        widget=Scale("between"),
    )
    balance = forms.TypedChoiceField(
        label=_("Today was …"),
        choices=list(BALANCE.items()),
        empty_value=None,
        required=False,
        widget=Scale("today"),
    )

    def __init__(self, data: Any = None, *, partner: str, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.partner = partner
        self.fields["between"].label = ask_between(partner)
        if not partner:
            del self.fields["balance"]
        for family in feelings.load_feelings(texts.text_language()):
            self.fields[FAMILY + family.id] = forms.MultipleChoiceField(
                label=family.text,
                choices=[(word.id, word.text) for word in family.words],
                required=False,
                widget=ManyChips(),
            )

    @classmethod
    def show_day(cls, day: date, kept: Pulse | None, revision: int, *, partner: str) -> "PulseForm":
        """The form for a day, with what was kept for it if anything was."""
        initial: dict[str, Any] = {"day": day.isoformat(), "revision": revision}
        if kept is not None:
            initial |= {"self_feeling": kept.self_feeling, "between": kept.between, "balance": kept.balance}
            chosen: dict[str, list[str]] = {}
            for family, word in cls.families_of(kept.feelings):
                chosen.setdefault(FAMILY + family, []).append(word)
            initial |= chosen
        return cls(partner=partner, initial=initial)

    @staticmethod
    def families_of(words: tuple[str, ...]) -> list[tuple[str, str]]:
        """Each word with the id of its family; a word that no list knows any more is left out."""
        listed = feelings.load_feelings(texts.text_language())
        return [(family.id, word.id) for family in listed for word in family.words if word.id in words]

    def list_questions(self) -> list[forms.BoundField]:
        """The questions with pictures."""
        return [self[name] for name in ("self_feeling", "between", "balance") if name in self.fields]

    def list_families(self) -> list[forms.BoundField]:
        """The words for feelings, in their families."""
        return [self[name] for name in self.fields if name.startswith(FAMILY)]

    def has_words(self) -> bool:
        """Whether a word is chosen already."""
        return any(family.value() for family in self.list_families())

    def build_pulse(self, today: date) -> Pulse:
        """What was answered; only after `is_valid`. Words are in the order of the list."""
        cleaned = self.cleaned_data
        words = [word for name in self.fields if name.startswith(FAMILY) for word in cleaned[name]]
        return Pulse(
            day=find_day_meant(cleaned["day"], today),
            self_feeling=cleaned["self_feeling"],
            between=cleaned["between"],
            balance=cleaned.get("balance"),
            feelings=tuple(words),
            alone=not self.partner,
        )
