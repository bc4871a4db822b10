"""From where a request came, for counting tries. Known in memory while it is answered, and written nowhere."""

from typing import Final

from django.http import HttpRequest

ADDRESS: Final = "bothand.peer"
"""Where the front puts it. A header cannot: its name would begin with HTTP_."""


def address_of(request: HttpRequest) -> bytes:
    """The address, as the front says it (`web.front.peers`); nowhere where there is no front."""
    return str(request.META.get(ADDRESS, "")).encode()
