"""How one's own settings and the account's log read in an export."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.accounts.account_log import AccountLog
from bothand.accounts.preferences import Settings
from bothand.kit.manifest import Readable
from bothand.rooms.account.labels import HUE_NAMES
from bothand.rooms.account.pages import LogLine
from bothand.rooms.account.present import list_entries


def read_settings(record: Settings) -> Readable:
    """Name, colour, zone and lock time, as the account's page has them."""
    after = (
        _("until I lock it")
        if record.lock_after == 0
        else _("%(minutes)s minutes") % {"minutes": record.lock_after}
    )
    return Readable(
        _("What you chose"),
        (
            (_("Name"), record.name),
            (_("Colour"), str(HUE_NAMES.get(record.hue, ""))),
            (_("Time zone"), record.zone),
            (_("Stays open for"), after),
        ),
    )


def read_log(record: AccountLog) -> Readable:
    """Day by day, as the log's own page has it."""
    return Readable(
        _("What happened to your account"),
        tuple(
            (date_format(one.day, "j F Y"), "\n".join(_read_line(line) for line in one.lines))
            for one in list_entries(record)
        ),
    )


def _read_line(line: LogLine) -> str:
    return " · ".join(filter(None, (str(line.words), line.about, str(line.count) if line.count > 1 else "")))
