"""From the tables to what pages show of them, and what they ask of the other."""

from datetime import date, timedelta
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.asks import Ask, Asking
from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm
from bothand.rooms.talks.invitations.pages import AnswerPage
from bothand.rooms.talks.invitations.records import Answer, Invitation, Table
from bothand.rooms.talks.pages import InvitationLine, ReminderLine
from bothand.rooms.talks.rules import time_in_zone


def token_of_invitation(asked: Invitation) -> str:
    """Stands for an invitation at its time: what is said holds for this one alone."""
    return f"{asked.id.hex()}.{asked.when}"


def invitation_line(zone: str, invite: Invitation, answer: Answer | None, *, mine: bool) -> InvitationLine:
    """An invitation, with what the other said to it. An answer to another time is none."""
    holds = answer is not None and answer.invite == invite.id and answer.when == invite.when
    said = answer if holds else None
    return InvitationLine(
        text=invite.text,
        when=time_in_zone(zone, invite.when),
        need=invite.need,
        mine=mine,
        ready="" if said is None else "ready" if said.ready else "not",
        other=time_in_zone(zone, said.other) if said is not None and said.other else None,
        to=token_of_invitation(invite),
        begin=f"{reverse('talks_begin')}?about={invite.id.hex()}",
    )


Tables = tuple[Table, Table]


REMINDED = timedelta(days=14)
"""How long after its day a topic to look at again is offered."""


def list_invitations(zone: str, tables: Tables) -> tuple[InvitationLine, ...]:
    """The invitations there are: theirs, then mine, each with what was said to it."""
    mine, theirs = tables
    found = []
    if theirs.invite is not None:
        found.append(invitation_line(zone, theirs.invite, mine.answer, mine=False))
    if mine.invite is not None:
        found.append(invitation_line(zone, mine.invite, theirs.answer, mine=True))
    return tuple(found)


def list_reminders(mine: Table, day: date) -> tuple[ReminderLine, ...]:
    """Topics I wanted to look at again, from the day on and for two weeks."""
    return tuple(
        ReminderLine(text=one.text, day=one.day, ask=f"{reverse('talks_begin')}?about={one.talk.hex()}")
        for one in mine.later
        if one.day <= day <= one.day + REMINDED
    )


def answer_page(
    zone: str,
    form: AnswerForm,
    before: ChecklistForm,
    mine: Table,
    asked: Invitation,
    *,
    said: str = "",
    hidden: bool = False,
) -> AnswerPage:
    """One's own list, and then *ready* or *not now* to what was asked. `hidden`: a list is kept, and not shown."""
    answered: Literal["", "ready", "not"] = ""
    if mine.answer is not None and (mine.answer.invite, mine.answer.when) == (asked.id, asked.when):
        answered = "ready" if mine.answer.ready else "not"
    return AnswerPage(
        invite=invitation_line(zone, asked, None, mine=asked is mine.invite),
        form=form,
        before=before,
        to=token_of_invitation(asked),
        answered=answered,
        said=said,
        hidden=hidden,
    )


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """Somebody's invitation. Its *no* is this room's own, since another time can be named with it."""
    tables = [one for one in asking.lot.items if isinstance(one.record, Table)]
    met = {met for one in tables for met in one.record.met}
    said = {
        (answer.invite, answer.when)
        for one in tables
        if one.author != asking.by and (answer := one.record.answer) is not None
    }
    return tuple(
        Ask(
            id=one.id,
            words="\n".join(line for line in (invite.text, invite.need) if line),
            path=reverse("talks_answer"),
            there=_("Not now"),
        )
        for one in tables
        if one.author == asking.by
        and (invite := one.record.invite) is not None
        and invite.id not in met
        and (invite.id, invite.when) not in said
    )
