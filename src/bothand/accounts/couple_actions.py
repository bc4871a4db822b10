"""What two do: invite, open a link, leave, meet. For views; each takes the request."""

from typing import Any

from django.http import HttpRequest

from bothand.accounts import departure, meeting_place, pairing, sessions
from bothand.accounts.access import find_partner, live_session, open_ours, opened_account, take_session
from bothand.accounts.account_actions import confirm_password
from bothand.accounts.accounts import Opened
from bothand.accounts.departure import Kept
from bothand.accounts.errors import Alone
from bothand.accounts.meeting_place import Meeting
from bothand.vault.body import Opened as Document
from bothand.vault.invitation import Invited
from bothand.vault.keyring import Keyring
from bothand.vault.models import Shared
from bothand.vault.seal import digest
from bothand.vault.space import Lot

ID_BYTES = 16


def invite_partner(request: HttpRequest) -> bytes:
    """The secret of a fresh link; one that waited opens nothing any more. Raises as `access.mine`, PairedAlready."""
    return _go_on(request, pairing.make_invitation(opened_account(request))).keyring.invitation


def waiting_link(request: HttpRequest) -> bytes:
    """The secret of the link that waits, or b"". Raises as `access.mine`."""
    return opened_account(request).keyring.invitation


def take_back(request: HttpRequest) -> None:
    """The link opens nothing any more. Raises as `access.mine`."""
    _go_on(request, pairing.take_back(opened_account(request)))


def accept_link(request: HttpRequest, secret: bytes) -> None:
    """Open a link. Raises as `access.mine`, and LinkGone, WrongLink, PairedAlready."""
    _go_on(request, pairing.accept_invitation(opened_account(request), secret))


def look_at_link(secret: bytes) -> Invited:
    """What a link brings. Uses nothing up. Raises LinkGone."""
    return pairing.open_invitation(secret)


def look_who_came(request: HttpRequest) -> bool:
    """While a link waits: whether somebody has opened it meanwhile. Asks the database only then."""
    before = opened_account(request)
    if not before.keyring.invitation and not before.keyring.waits:
        return False
    after = pairing.catch_up(before)
    if after is before:
        return False
    _go_on(request, after)
    return True


def waits_for_link(request: HttpRequest) -> bool:
    """Whether *ours* can only be read until the other opens a fresh link. Raises as `access.mine`."""
    return opened_account(request).keyring.waits


def waits_for_either(request: HttpRequest) -> bool:
    """Whether *ours* can only be read until somebody's fresh link is opened, mine or the other's. Raises SignedOut."""
    keys = live_session(request).one.ours
    return bool(keys) and Shared.objects.filter(id=keys[-1].space, waits=True).exists()


def leave_partner(request: HttpRequest, password: str, *, note: str | None = None) -> None:
    """Leave *ours*, quietly or with a note; every other device of mine is signed out. Raises as `acts.confirm`."""
    found = confirm_password(request, password)
    if note is not None:
        # The note is written like any other page: under a new key, should the other have left already.
        found = pairing.catch_up(found)
    _go_on(
        request,
        departure.leave_space(found, find_partner(request), keep=live_session(request).key, note=note),
    )


def to_take_along(request: HttpRequest) -> tuple[Document[Kept], ...]:
    """What is ours, as copies for an export; nothing for one alone. Raises as `access.mine`."""
    opened_account(request)
    if find_partner(request) is None:
        return ()
    return departure.read_copies(open_ours(request), live_session(request).account_id, find_partner(request))


def find_farewell(request: HttpRequest) -> str | None:
    """The other's note, when they left and said so. Raises as `access.ours`."""
    return departure.read_farewell(open_ours(request), live_session(request).account_id)


def meet_partner(request: HttpRequest, sort: str) -> Meeting:
    """What stands about one question two people answer. Raises as `access.ours`, Locked."""
    return meeting_place.find_meeting(opened_account(request), open_ours(request), sort)


def copy_id(request: HttpRequest, record_id: bytes) -> bytes:
    """Where a copy of a page of *mine* lies in *ours*: the same page has one, and nobody else can tell of what.

    Raises as `access.mine`, Alone.
    """
    return copy_place(opened_account(request).keyring, record_id)


def copy_place(ring: Keyring, record_id: bytes) -> bytes:
    """The same from a keyring: HMAC under a key that only it has. Raises Alone."""
    if not ring.ours():
        raise Alone
    return digest(ring.link_key, b"copy", ring.ours()[-1].space, record_id)[:ID_BYTES]


def meet_all(request: HttpRequest, *families: str, standing: Lot[Any] | None = None) -> dict[str, Meeting]:
    """What stands about each question of some families that I answered, by its sort. Raises as `meet_partner`.

    `standing` is what stands in *mine*, where a page has read it already.
    """
    return meeting_place.all_meetings(
        opened_account(request), open_ours(request), *families, standing=standing
    )


def _go_on(request: HttpRequest, found: Opened) -> Opened:
    """Go on with a changed keyring: what the session holds of it is made anew."""
    take_session(request, sessions.open_again(live_session(request), found), found)
    return found
