"""From what was opened to what a page shows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bothand.rooms.agreements import places
from bothand.rooms.agreements.forms import CHANGEABLE, SERIOUS, OptionForm
from bothand.rooms.agreements.parts import Asked, Pair, Row, Said, Way, Wording
from bothand.rooms.agreements.records import Agreement, Marked, Matter, Voice
from bothand.rooms.agreements.rules import Standing
from bothand.rooms.agreements.two import Two
from bothand.vault.body import Opened

About = Mapping[tuple[type, bytes], Opened[Any]]


def voices(about: About) -> dict[bytes, Voice]:
    """Each one's words, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Voice}


def marks(about: About) -> dict[bytes, Marked]:
    """Each one's marks of today, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Marked}


def pairs(voice: Voice | None, *, about_me: bool = False) -> tuple[Pair, ...]:
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


def said(both: Two, about: About) -> tuple[Said, ...]:
    """What each said, mine first. Who said nothing is not there."""
    found = voices(about)
    told = [
        Said(mine=True, pairs=pairs(found.get(both.me))),
        Said(mine=False, pairs=pairs(found.get(both.other), about_me=True)),
    ]
    return tuple(one for one in told if one.pairs)


def asked(
    both: Two, matter: Matter, marked: Mapping[bytes, Marked], *, forms: bool = False
) -> tuple[Asked, ...]:
    """The questions with their ways, and who marked which as how it is now."""
    of = places.questions_digest(matter)
    now = {who: marked[who].now for who in (both.me, both.other) if who in marked and marked[who].of == of}
    names = {both.me: _("you"), both.other: both.partner.name}
    found = []
    for number, question in enumerate(matter.questions):
        ways = tuple(
            Way(
                text=option.text,
                by_me=option.by == both.me,
                for_other=option.for_other,
                who=names[option.who[0]] if option.who and option.who[0] in names else "",
                today=_today([names[who] for who, places in now.items() if who in names and places[number : number + 1] == (place,)]),
            )
            for place, option in enumerate(question.options)
        )  # fmt: skip
        form = OptionForm(initial={"of": question.name}, auto_id=f"q{number}_%s") if forms else None
        found.append(Asked(name=question.name, ways=ways, form=form))
    return tuple(found)


def _today(names: Sequence[str]) -> str:
    return _(" and ").join(names)


def rows(agreements: Iterable[Opened[Agreement]]) -> tuple[Row, ...]:
    """Agreements as a list shows them."""
    return tuple(
        Row(path=reverse("agreements_one", args=[one.hex]), title=one.record.title, about=_review(one.record))
        for one in agreements
    )


def _review(one: Agreement) -> str:
    if one.review is None:
        return ""
    return _("look at it again from %(day)s") % {"day": one.review.strftime("%d.%m.%Y")}


def matter_rows(matters: Iterable[Opened[Matter]]) -> tuple[Row, ...]:
    """Matters as a list shows them."""
    return tuple(
        Row(path=reverse("agreements_matter", args=[one.hex]), title=one.record.title) for one in matters
    )


def wording(both: Two, one: Standing) -> Wording:
    """A version as a page shows it."""
    return Wording(
        hex=one.id.hex(),
        title=one.version.title,
        lines=one.version.lines,
        text=one.version.text,
        by_me=one.author == both.me,
        by=_by(both, one),
        day=one.version.day,
        since=None if one.since is None else localdate(one.since),
        taken_back=one.taken_back,
    )


def _by(both: Two, one: Standing) -> str:
    """Who worded it; nobody for a package, where it would tell who said yes last."""
    if one.version.lines:
        return ""
    return _("you") if one.author == both.me else both.partner.name


def as_text(one: Standing) -> str:
    """A wording as one text, to be changed by hand."""
    lines = [f"{question} {way}" for question, way in one.version.lines]
    return "\n".join([*lines, *([one.version.text] if one.version.text else [])])
