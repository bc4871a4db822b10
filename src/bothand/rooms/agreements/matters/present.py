"""From what was said and marked about a matter to what a page shows."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.domain.agreements import Marked
from bothand.rooms.agreements.matters.forms import OptionForm
from bothand.rooms.agreements.matters.labels import CHANGEABLE, SERIOUS
from bothand.rooms.agreements.matters.pages import OptionRow, QuestionRow, Statement
from bothand.rooms.agreements.matters.process import NEGOTIATION
from bothand.rooms.agreements.matters.records import FEWEST_OPTIONS, Matter, Option, Voice, questions_digest
from bothand.rooms.agreements.matters.store import About, KnownMatter, pick_voices
from bothand.rooms.agreements.pages import Labelled, Row
from bothand.shell.process_page import Course, present_course
from bothand.vault.body import Opened


def present_matter_course(matter: KnownMatter, key: str = "") -> Course:
    """The steps of a matter for a page. `key` is the step that the page is about, where it is one to look back at."""
    reached = matter.reached
    return present_course(
        NEGOTIATION,
        reached,
        title=matter.record.title,
        partner=matter.pair.partner.name,
        shown=NEGOTIATION.look_back(key, reached),
    )


def pair_voice(voice: Voice | None, *, about_me: bool = False) -> tuple[Labelled, ...]:
    """What somebody said, as pairs of question and answer; what was left out is left out."""
    if voice is None:
        return ()
    asked = (
        (_("It matters"), str(dict(SERIOUS).get(voice.serious, ""))),
        (_("Can it change?"), str(dict(CHANGEABLE).get(voice.changeable, ""))),
        (_("What it would give"), voice.gives),
        (_("What is feared"), voice.fears),
        (_("Understood of you") if about_me else _("Understood of the other"), voice.heard),
    )
    return tuple((label, text) for label, text in asked if text)


def present_statements(pair: Pair, about: About) -> tuple[Statement, ...]:
    """What each said, mine first. Who said nothing is not there."""
    found = pick_voices(about)
    told = [
        Statement(mine=True, pairs=pair_voice(found.get(pair.me))),
        Statement(mine=False, pairs=pair_voice(found.get(pair.other), about_me=True)),
    ]
    return tuple(one for one in told if one.pairs)


def present_questions(
    pair: Pair, matter: Matter, marks: Mapping[bytes, Marked], *, forms: bool = False
) -> tuple[QuestionRow, ...]:
    """The questions with their options, and who marked which as how it is now."""
    of = questions_digest(matter)
    now = {who: marks[who].now for who in (pair.me, pair.other) if who in marks and marks[who].of == of}
    names = {pair.me: _("you"), pair.other: pair.partner.name}

    def present_option(option: Option, number: int, place: int) -> OptionRow:
        today = [str(names[who]) for who, places in now.items() if places[number : number + 1] == (place,)]
        return OptionRow(
            text=option.text,
            by_me=option.by == pair.me,
            for_other=option.for_other,
            free=not any(option.by),
            who=names.get(option.who[0], "") if option.who else "",
            today=_(" and ").join(today),
        )

    return tuple(
        QuestionRow(
            name=question.name,
            options=tuple(
                present_option(option, number, place) for place, option in enumerate(question.options)
            ),
            form=OptionForm(initial={"of": question.name}, auto_id=f"q{number}_%s") if forms else None,
            open=len(question.options) < FEWEST_OPTIONS,
        )
        for number, question in enumerate(matter.questions)
    )


def present_matters(matters: Iterable[Opened[Matter]]) -> tuple[Row, ...]:
    """Matters as a list shows them."""
    return tuple(
        Row(path=reverse("agreements_matter", args=[one.hex]), title=one.record.title) for one in matters
    )
