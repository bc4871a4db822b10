"""A mark beside the database that says that people are here.

Without it a database that lost its rows would look like a new house, and whoever came first would sign up in it. The mark
follows the rows: a crash between the two leaves people without a mark, and the next start puts it there.
"""

from contextlib import suppress

from django.conf import settings


def mark_people() -> None:
    """Somebody has signed up. Where no file can be made now, the next start makes it."""
    with suppress(OSError):
        settings.BOTHAND_PEOPLED.touch(mode=0o600)


def unmark_people() -> None:
    """The last one has deleted their account: from now on this is a new house again."""
    settings.BOTHAND_PEOPLED.unlink(missing_ok=True)


def is_marked() -> bool:
    """Whether people are here, as far as the mark knows."""
    return bool(settings.BOTHAND_PEOPLED.exists())
