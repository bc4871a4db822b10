"""From what was opened to what pages show: a talk, piece by piece."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.content.feelings import find_feeling
from bothand.content.openers import Opener, load_openers
from bothand.kit import drafts, texts
from bothand.kit.drafts import Hand
from bothand.kit.manifest import DraftName
from bothand.rooms.talks import labels
from bothand.rooms.talks.pages import InvitationLine, PastLine
from bothand.rooms.talks.place import Pair, moment
from bothand.rooms.talks.records import Answer, Close, Invitation, Talk
from bothand.rooms.talks.talk_pages import CloseLine
from bothand.vault.body import Opened


def find_openers(*moments: str) -> tuple[Opener, ...]:
    """Starter sentences for these moments of a talk."""
    return tuple(one for one in load_openers(texts.text_language()) if one.moment in moments)


def feeling_words(ids: tuple[str, ...]) -> str:
    """Words for feelings in a row; an id that no list knows any more is passed over."""
    found = []
    for one in ids:
        try:
            found.append(find_feeling(one, texts.text_language()).text)
        except KeyError:
            continue
    return ", ".join(found)


def say_when(at: datetime, now: datetime) -> str:
    """A time in words: with its day, unless that is today."""
    clock = date_format(at, "H:i")
    if at.date() == now.date():
        return _("today at %(time)s") % {"time": clock}
    return _("%(day)s at %(time)s") % {"day": date_format(at, "l, j F"), "time": clock}


def find_hands(text: str, *names: DraftName) -> tuple[Hand, ...]:
    """Buttons that hand words over to other rooms."""
    return drafts.find_hands(*names, text=text)


def token_of_invitation(asked: Invitation) -> str:
    """Stands for an invitation at its time: what is said holds for this one alone."""
    return f"{asked.id.hex()}.{asked.when}"


def invitation_line(zone: str, invite: Invitation, answer: Answer | None, *, mine: bool) -> InvitationLine:
    """An invitation, with what the other said to it. An answer to another time is none."""
    holds = answer is not None and answer.invite == invite.id and answer.when == invite.when
    said = answer if holds else None
    return InvitationLine(
        text=invite.text,
        when=moment(zone, invite.when),
        need=invite.need,
        mine=mine,
        ready="" if said is None else "ready" if said.ready else "not",
        other=moment(zone, said.other) if said is not None and said.other else None,
        to=token_of_invitation(invite),
        begin=f"{reverse('talks_begin')}?about={invite.id.hex()}",
    )


def close_lines(
    closes: dict[bytes, Opened[Close]], pair: Pair, people: tuple[bytes, bytes]
) -> tuple[CloseLine, ...]:
    """How each left it, in an order that is the same for both."""
    return tuple(
        CloseLine(
            who=pair.name,
            mine=who == pair.me,
            outcome=labels.OUTCOMES[closes[who].record.outcome],
            text=closes[who].record.text,
            again=closes[who].record.again,
        )
        for who in people
        if who in closes
    )


def past_line(talk: Opened[Talk], closes: list[Opened[Close]]) -> PastLine:
    """A talk in a list, with how it was left."""
    return PastLine(
        path=reverse("talks_talk", args=[talk.hex]),
        text=talk.record.text,
        day=talk.record.day,
        outcomes=tuple(dict.fromkeys(labels.OUTCOMES[one.record.outcome] for one in closes)),
    )


def weeks_since(since: date, today: date) -> int:
    """Whole weeks that something has waited."""
    return max(0, (today - since).days // 7)


def say_age(weeks: int) -> str:
    """How long a topic has waited, kindly."""
    if weeks < 1:
        return _("You put it aside this week.")
    told = ngettext("It has waited a week.", "It has waited %(count)d weeks.", weeks)
    return told % {"count": weeks} if "%(count)d" in told else told
