"""The forms of check-ins: sentences with five answers, ideals, and the three questions of the fear rule."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from bothand.content import items
from bothand.domain.checkins import FearAnswers
from bothand.kit import texts
from bothand.kit.fields import Revision
from bothand.relationship import facet
from bothand.rooms.checkin import told
from bothand.shell.forms import Form
from bothand.shell.widgets import Dots, TwoPicks

FEAR_FIELDS = ("say_no", "disagree", "at_home")


class _FiveAnswersField(forms.TypedChoiceField):
    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            choices=list(told.ANSWERS.items()),
            coerce=int,
            empty_value=None,
            required=False,
            widget=Dots(),
        )


class QuestionsForm(Form):
    """Sentences or ideals with five answers each; what is left open is skipped.

    `asked` are ids of items and names of facets (for ideals); `partner` is the partner's name, "" for the wordings of
    somebody alone. An id that the bank no longer holds is passed over.
    """

    revision = Revision()

    def __init__(
        self, data: Any = None, *, asked: Iterable[str], partner: str, said: Mapping[str, int] | None = None
    ) -> None:
        chosen = {key: answer for key, answer in (said or {}).items() if answer}
        super().__init__(data, initial=chosen)
        self.asked = [(key, text) for key in asked if (text := find_wording(key, partner))]
        for key, text in self.asked:
            self.fields[key] = _FiveAnswersField(text)

    def questions(self) -> list[forms.BoundField]:
        """The questions in order."""
        return [self[key] for key, _ in self.asked]

    def said(self) -> dict[str, int]:
        """What was answered; only after `is_valid`. Skipped is 0."""
        return {key: self.cleaned_data[key] or 0 for key, _ in self.asked}


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

    def questions(self) -> list[forms.BoundField]:
        """The questions in order."""
        return [self[name] for name in FEAR_FIELDS]

    def answers(self, day: date) -> FearAnswers:
        """What was answered; only after `is_valid`."""
        return FearAnswers(day=day, **{name: self.cleaned_data[name] for name in FEAR_FIELDS})


def find_wording(key: str, partner: str) -> str:
    """The sentence of an item, or of a facet's ideal; "" for one that is not asked like this any more."""
    language = texts.text_language()
    if "-" not in key:
        return next(
            (
                one.wording(partner or None)
                for one in items.load_bank(language).ideals
                if facet(one.facet).name == key
            ),
            "",
        )
    try:
        found = items.find_item(key, language)
    except KeyError:
        return ""
    # A check-in that was begun with a partner can be ended without: then the sentence keeps its shape.
    return found.wording(partner or None) or found.wording(str(told.THE_OTHER)) or ""
