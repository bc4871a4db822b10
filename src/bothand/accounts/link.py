"""The link somebody opened, carried in a cookie until they are signed in, so that no address holds its secret.

The cookie ends with the day, and as soon as the link was used or put aside. Opening a link uses nothing up:
messengers fetch links for their previews.
"""

import base64
import binascii

from django.http import HttpRequest

from bothand.accounts.access import LINK_COOKIE, door_of
from bothand.vault.invitation import SECRET_BYTES


def write_link(secret: bytes) -> str:
    """A link's secret as it stands in its address."""
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def read_link(text: str) -> bytes:
    """The secret in an address or a cookie, or b"" where none can be read."""
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
    return found if len(found) == SECRET_BYTES else b""


def held_link(request: HttpRequest) -> bytes:
    """The secret this browser carries, or b""."""
    return read_link(request.COOKIES.get(LINK_COOKIE, ""))


def hold_link(request: HttpRequest, secret: bytes) -> None:
    """Carry a secret from now on."""
    door_of(request).set_link = write_link(secret)


def put_aside(request: HttpRequest) -> None:
    """Carry none any more."""
    if LINK_COOKIE in request.COOKIES:
        door_of(request).set_link = ""
