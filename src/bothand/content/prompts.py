"""The guiding question of P1 and the prompts of the journal."""

from dataclasses import dataclass
from functools import cache

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml, require_distinct
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import practice


@dataclass(frozen=True, slots=True)
class GuidingQuestion:
    """The question P1 starts from, as it is put to one person: intro, two questions, and a closing line."""

    intro: str
    questions: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt for the journal. `practice`: P1 to P7; `alone`: the wording without a partner."""

    id: str
    practice: str
    text: str
    alone: str

    def wording(self, name: str | None) -> str:
        """What to show: with the partner's name, or the wording for one person alone (`name` None)."""
        return with_name(self.text, name) if name else self.alone


def guiding_question(name: str | None, language: str = DEFAULT_LANGUAGE) -> GuidingQuestion:
    """The guiding question for somebody with this partner, or alone (`name` None).

    >>> guiding_question(None).questions[0]
    'How do I see myself when nobody is looking?'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    together, alone = _read_guiding(language)
    if name is None:
        return alone
    return GuidingQuestion(
        with_name(together.intro, name),
        tuple(with_name(one, name) for one in together.questions),
        together.closing,
    )


@cache
def load_prompts(language: str = DEFAULT_LANGUAGE) -> tuple[Prompt, ...]:
    """All prompts for the journal, in the file's order.

    >>> load_prompts()[0].practice
    'P1'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "prompts.toml")
    listed = tuple(_read_prompt(row) for row in top.rows("prompt"))
    require_distinct(top.where, [one.id for one in listed])
    return listed


@cache
def _read_guiding(language: str) -> tuple[GuidingQuestion, GuidingQuestion]:
    row = read_toml(language, "prompts.toml").table("guiding")
    closing = row.text("closing")
    together = GuidingQuestion(row.text("intro"), row.texts("questions"), closing)
    alone = GuidingQuestion(row.text("alone_intro"), row.texts("alone_questions"), closing)
    row.done()
    if not (together.questions and len(together.questions) == len(alone.questions)):
        raise ContentError(f"{row.where}: each question needs its twin in alone_questions")
    return together, alone


def _read_prompt(row: Fields) -> Prompt:
    text = row.text("text")
    prompt = Prompt(row.text("id"), row.text("practice"), text, row.text("alone", text))
    row.done()
    check_name_places(row.where, text, prompt.alone)
    try:
        practice(prompt.practice)
    except KeyError as error:
        raise ContentError(f"{row.where}: there is no practice {prompt.practice}") from error
    return prompt
