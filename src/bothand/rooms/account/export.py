"""How one's own settings read in an export."""

from django.utils.translation import gettext as _

from bothand.accounts.preferences import Settings
from bothand.kit.manifest import Readable


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
            (_("Colour"), record.hue),
            (_("Time zone"), record.zone),
            (_("Stays open for"), after),
        ),
    )
