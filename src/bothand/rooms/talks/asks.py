"""What of what lies on the table asks something of the other: an invitation that was not answered yet."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.asks import Ask, Asking
from bothand.rooms.talks.records import Table


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
            path=reverse("talks_ready"),
            there=_("Not now"),
        )
        for one in tables
        if one.author == asking.by
        and (invite := one.record.invite) is not None
        and invite.id not in met
        and (invite.id, invite.when) not in said
    )
