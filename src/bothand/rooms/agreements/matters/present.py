"""From what was said and marked about a matter to what a page shows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.domain.agreements import Marked
from bothand.rooms.agreements.matters.forms import OptionForm
from bothand.rooms.agreements.matters.labels import CHANGEABLE, SERIOUS
from bothand.rooms.agreements.matters.pages import OptionRow, QuestionRow, Statement
from bothand.rooms.agreements.matters.records import Matter, Voice, questions_digest
from bothand.rooms.agreements.pages import Labelled, Row
from bothand.vault.body import Opened

About = Mapping[tuple[type, bytes], Opened[Any]]


def pick_voices(about: About) -> dict[bytes, Voice]:
    """Each one's words, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Voice}


def pick_marks(about: About) -> dict[bytes, Marked]:
    """Each one's marks of today, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Marked}


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


def present_statements(both: Pair, about: About) -> tuple[Statement, ...]:
    """What each said, mine first. Who said nothing is not there."""
    found = pick_voices(about)
    told = [
        Statement(mine=True, pairs=pair_voice(found.get(both.me))),
        Statement(mine=False, pairs=pair_voice(found.get(both.other), about_me=True)),
    ]
    return tuple(one for one in told if one.pairs)


def present_questions(
    both: Pair, matter: Matter, marked: Mapping[bytes, Marked], *, forms: bool = False
) -> tuple[QuestionRow, ...]:
    """The questions with their ways, and who marked which as how it is now."""
    of = questions_digest(matter)
    now = {who: marked[who].now for who in (both.me, both.other) if who in marked and marked[who].of == of}
    names = {both.me: _("you"), both.other: both.partner.name}
    found = []
    for number, question in enumerate(matter.questions):
        ways = tuple(
            OptionRow(
                text=option.text,
                by_me=option.by == both.me,
                for_other=option.for_other,
                who=names[option.who[0]] if option.who and option.who[0] in names else "",
                today=_join_names([names[who] for who, places in now.items() if who in names and places[number : number + 1] == (place,)]),
            )
            for place, option in enumerate(question.options)
        )  # fmt: skip
        form = OptionForm(initial={"of": question.name}, auto_id=f"q{number}_%s") if forms else None
        found.append(QuestionRow(name=question.name, ways=ways, form=form))
    return tuple(found)


def _join_names(names: Sequence[str]) -> str:
    return _(" and ").join(names)


def present_matters(matters: Iterable[Opened[Matter]]) -> tuple[Row, ...]:
    """Matters as a list shows them."""
    return tuple(
        Row(path=reverse("agreements_matter", args=[one.hex]), title=one.record.title) for one in matters
    )
