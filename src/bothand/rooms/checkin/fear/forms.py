"""The three questions of the fear rule."""

from datetime import date
from typing import Any

from django import forms

from bothand.content import items
from bothand.domain.checkins import FearAnswers
from bothand.kit import texts
from bothand.shell.forms import Form
from bothand.shell.widgets import TwoPicks

FEAR_FIELDS = ("say_no", "disagree", "at_home")


class FearForm(Form):
    """The three questions; each can be left open."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        asked = items.load_bank(texts.text_language()).fear
        for name, question in zip(FEAR_FIELDS, asked.questions, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=question.text,
                choices=[(number, word) for number, word in enumerate(asked.answers)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=TwoPicks(),
            )

    def list_questions(self) -> list[forms.BoundField]:
        """The questions in order."""
        return [self[name] for name in FEAR_FIELDS]

    def build_answers(self, day: date) -> FearAnswers:
        """What was answered; only after `is_valid`."""
        return FearAnswers(day=day, **{name: self.cleaned_data[name] for name in FEAR_FIELDS})
