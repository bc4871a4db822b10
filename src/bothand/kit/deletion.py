"""What is said after something was deleted, and when."""

from django.utils.translation import gettext as _

from bothand.vault import erasure

GONE, GOING = "1", "2"


def deletion_flag() -> str:
    """After a deletion: cut the log short, and give the sign for `deletion_sentence` that fits what came of it."""
    return GONE if erasure.erase_traces() else GOING


def deletion_sentence(sign: str) -> str:
    """The sentence for the page one comes back to; nothing for any other sign."""
    if sign == GONE:
        return _("It is deleted.")
    if sign == GOING:
        return _("It is deleted. The database's log still holds it, sealed, and will be cut short soon.")
    return ""
