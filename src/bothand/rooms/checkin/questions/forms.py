"""The form of check-ins: sentences or ideals, with five answers each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from bothand.domain.checkins import DID_NOT_COME_UP, SKIPPED
from bothand.kit.fields import Revision
from bothand.rooms.checkin.labels import ABSENT, ANSWERS, can_be_absent, find_note, find_wording
from bothand.shell.field_html import Option
from bothand.shell.forms import Form
from bothand.shell.widgets import Dots


class DotsOrAbsent(Dots):
    """Five answers on a line, and below them the sixth, which is no place on that line."""

    def drawn(self, options: Sequence[Option]) -> str:
        """The options, ready for the page."""
        *five, absent = options
        return f'{super().drawn(five)}<label class="tick">{absent.control}<span>{absent.label}</span></label>'


class _AnswersField(forms.TypedChoiceField):
    """Five answers; six where the sentence asks about something that may not have happened."""

    def __init__(self, key: str, label: str) -> None:
        absent = can_be_absent(key)
        super().__init__(
            label=label,
            help_text=find_note(key),
            choices=[*ANSWERS.items(), *([(DID_NOT_COME_UP, ABSENT)] if absent else [])],
            coerce=int,
            empty_value=None,
            required=False,
            widget=DotsOrAbsent() if absent else Dots(),
        )


class QuestionsForm(Form):
    """Sentences or ideals with their answers; what is left open is skipped.

    `asked` are ids of items and names of facets (for ideals); `partner` is the partner's name, "" for the wordings of
    somebody alone. An id that the bank no longer holds is passed over.
    """

    revision = Revision()

    def __init__(
        self, data: Any = None, *, asked: Iterable[str], partner: str, said: Mapping[str, int] | None = None
    ) -> None:
        chosen = {key: answer for key, answer in (said or {}).items() if answer != SKIPPED}
        super().__init__(data, initial=chosen)
        self.asked = [(key, text) for key in asked if (text := find_wording(key, partner))]
        for key, text in self.asked:
            self.fields[key] = _AnswersField(key, text)

    def list_questions(self) -> list[forms.BoundField]:
        """The questions in order."""
        return [self[key] for key, _ in self.asked]

    def read_answers(self) -> dict[str, int]:
        """What was answered; only after `is_valid`."""
        return {key: self.cleaned_data[key] or SKIPPED for key, _ in self.asked}
