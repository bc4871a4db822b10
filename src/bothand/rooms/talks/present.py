"""What the pages of talks have in common: sentences to start from, buttons to other rooms, and what is alive between two."""

from datetime import datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.accounts import wall_clock
from bothand.content.openers import Opener, load_openers
from bothand.kit import drafts, texts
from bothand.kit.alive import Alive, Looking
from bothand.kit.drafts import Hand
from bothand.kit.manifest import DraftName
from bothand.rooms.talks.conversation.present import open_talk_line
from bothand.rooms.talks.conversation.store import find_open_talks
from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.present import list_invitations
from bothand.rooms.talks.invitations.records import Table
from bothand.rooms.talks.pages import InvitationLine, OpenTalkLine

SHOWN: Final = timedelta(days=1)
"""How long after its time an invitation is still alive."""


def find_openers(*moments: str) -> tuple[Opener, ...]:
    """Starter sentences for these moments of a talk."""
    return tuple(one for one in load_openers(texts.text_language()) if one.moment in moments)


def find_hands(text: str, *names: DraftName) -> tuple[Hand, ...]:
    """Buttons that hand words over to other rooms."""
    return drafts.find_hands(*names, text=text)


def list_alive(looking: Looking) -> tuple[Alive, ...]:
    """The talks that are open, and those that one of the two asked for."""
    standing = [one for one in looking.lot.items if isinstance(one.record, Table)]
    tables = store.sort_tables(standing, looking.ours.id, looking.me, looking.other)
    opened = find_open_talks(looking.ours, looking.me, *tables)
    since = wall_clock.now() - SHOWN
    return (
        *(_present_open(open_talk_line(looking.zone, one)) for one in opened),
        *(
            _present_invitation(one, looking.partner)
            for one in list_invitations(looking.zone, tables)
            if one.when >= since
        ),
    )


def _present_open(line: OpenTalkLine) -> Alive:
    return Alive(
        picture="talk",
        of="ours",
        mark=_("Open talk"),
        title=line.text,
        own=True,
        about=_("A talk is open.") if line.back is None else _say_time(line.back),
        path=line.path,
        soon=line.back or wall_clock.now(),
    )


def _present_invitation(line: InvitationLine, partner: str) -> Alive:
    asked = _("You asked for it.") if line.mine else _("%(name)s asked for it.") % {"name": partner}
    return Alive(
        picture="talk",
        of="ours",
        mark=_("%(day)s talk") % {"day": date_format(line.when, "l")},
        title=line.text,
        own=True,
        about=f"{_say_time(line.when)} {asked}",
        path=reverse("talks_list") if line.mine else reverse("talks_answer"),
        soon=line.when,
    )


def _say_time(when: datetime) -> str:
    return date_format(when, "l, j F, H:i.")
