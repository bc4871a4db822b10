"""From where a request came, for counting tries. Known in memory while it is answered, and written nowhere."""

from ipaddress import ip_address
from typing import Final

from django.http import HttpRequest

ADDRESS: Final = "bothand.peer"
"""Where the front puts it. A header cannot: its name would begin with HTTP_."""


def address_of(request: HttpRequest) -> bytes:
    """The address, as the front says it (`web.front.peers`); nowhere where there is no front."""
    return str(request.META.get(ADDRESS, "")).encode()


def is_here(address: bytes) -> bool:
    """Whether a request came from this machine itself, by no proxy that says from where: whoever sits at it can do more."""
    try:
        return ip_address(address.decode()).is_loopback
    except ValueError:
        return False
