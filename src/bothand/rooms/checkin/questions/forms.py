"""The form of check-ins: sentences or ideals, with five answers each."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from bothand.kit.fields import Revision
from bothand.rooms.checkin.labels import ANSWERS, find_wording
from bothand.shell.forms import Form
from bothand.shell.widgets import Dots


class _FiveAnswersField(forms.TypedChoiceField):
    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            choices=list(ANSWERS.items()),
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

    def list_questions(self) -> list[forms.BoundField]:
        """The questions in order."""
        return [self[key] for key, _ in self.asked]

    def read_answers(self) -> dict[str, int]:
        """What was answered; only after `is_valid`. Skipped is 0."""
        return {key: self.cleaned_data[key] or 0 for key, _ in self.asked}
