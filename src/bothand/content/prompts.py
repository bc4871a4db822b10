"""The guiding question of P1 and the prompts of the journal."""

from dataclasses import dataclass
from functools import cache

from bothand.content.loader import (
    DEFAULT_LANGUAGE,
    Entry,
    Text,
    read_toml,
    require,
    require_distinct,
    require_one_of,
)
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import PRACTICES


@dataclass(frozen=True, slots=True)
class GuidingQuestion:
    """The question P1 starts from, as it is put to one person: intro, two questions, and a closing line."""

    intro: str
    questions: tuple[str, ...]
    closing: str


class Prompt(Entry, frozen=True):
    """A prompt for the journal. `practice`: P1 to P7; `alone`: the wording without a partner, where it is another."""

    id: Text
    practice: Text
    text: Text
    alone: Text | None = None

    def __post_init__(self) -> None:
        check_name_places(self.text, self.wording(None))
        require_one_of("practice", self.practice, (each.id for each in PRACTICES))

    def wording(self, name: str | None) -> str:
        """What to show: with the partner's name, or the wording for one person alone (`name` None)."""
        return with_name(self.text, name) if name else self.alone or self.text


class _Guiding(Entry, frozen=True):
    intro: Text
    questions: tuple[Text, ...]
    alone_intro: Text
    alone_questions: tuple[Text, ...]
    closing: Text

    def __post_init__(self) -> None:
        require(
            0 < len(self.questions) == len(self.alone_questions),
            "each question needs its twin in alone_questions",
        )


class _File(Entry, frozen=True):
    guiding: _Guiding
    prompt: tuple[Prompt, ...]


def guiding_question(name: str | None, language: str = DEFAULT_LANGUAGE) -> GuidingQuestion:
    """The guiding question for somebody with this partner, or alone (`name` None).

    >>> guiding_question(None).questions[0]
    'How do I see myself when nobody is looking?'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    text = _read_file(language).guiding
    if name is None:
        return GuidingQuestion(text.alone_intro, text.alone_questions, text.closing)
    questions = tuple(with_name(each, name) for each in text.questions)
    return GuidingQuestion(with_name(text.intro, name), questions, text.closing)


@cache
def load_prompts(language: str = DEFAULT_LANGUAGE) -> tuple[Prompt, ...]:
    """All prompts for the journal, in the file's order.

    >>> load_prompts()[0].practice
    'P1'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed = _read_file(language).prompt
    require_distinct(f"{language}/prompts.toml", (each.id for each in listed))
    return listed


@cache
def _read_file(language: str) -> _File:
    return read_toml(language, "prompts.toml", _File)
