"""A passkey's answer at the door: which account it opens, or that it is the second step of one.

Each question is a signed ticket for one account (or for nobody yet, at the door), answered once within minutes, at the
one address we are known by.
"""

from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from bothand.accounts import passkeys, tickets
from bothand.accounts.access import visitor_of_request
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import PasskeyRefused
from bothand.accounts.tickets import TicketRefused
from bothand.vault import ceremony
from bothand.vault.ceremony import Refused, Shown, Site

SHOW: Final = "show a passkey"
LOOPBACK_NAME: Final = "localhost"


def find_site(request: HttpRequest) -> Site | None:
    """Where passkeys belong: the name in BOTHAND_URL, or localhost. None for a bare number, which browsers give none."""
    host = request.get_host()
    name = urlsplit(f"//{host}").hostname or ""
    if name == LOOPBACK_NAME:
        return Site(name, f"{request.scheme}://{host}")
    origin = f"https://{host}"
    is_number = ":" in name or name.replace(".", "").isdigit()
    return Site(name, origin) if origin in settings.CSRF_TRUSTED_ORIGINS and not is_number else None


def new_question(request: HttpRequest) -> str:
    """A question for a passkey at the door, or of who is signed in; in hex."""
    return tickets.sign_ticket(SHOW, visitor_of_request(request).account).hex()


def open_account(request: HttpRequest, answer: str) -> Opened:
    """The account that a passkey opens; that of the session, where there is one. Raises PasskeyRefused, PasskeyCopied."""
    site, question, shown = _read_answer(request, answer)
    found = passkeys.open_by_passkey(site, question, shown)
    if visitor_of_request(request).account not in {b"", found.id}:
        raise PasskeyRefused
    spend_question(question)
    return found


def check_second_step(request: HttpRequest, begun: Opened, answer: str) -> Opened:
    """A passkey of the account whose password was right. Raises PasskeyRefused, PasskeyCopied."""
    site, question, shown = _read_answer(request, answer)
    found = passkeys.check_second_step(begun, site, question, shown)
    spend_question(question)
    return found


def _read_answer(request: HttpRequest, answer: str) -> tuple[Site, bytes, Shown]:
    site = find_site(request)
    if site is None:
        raise PasskeyRefused
    try:
        shown = ceremony.read_shown(answer)
        question = ceremony.challenge_in(shown.client)
        tickets.check_ticket(SHOW, visitor_of_request(request).account, question)
    except (Refused, TicketRefused):
        raise PasskeyRefused from None
    return site, question, shown


def spend_question(question: bytes) -> None:
    """A question that was answered; it is no good any more. Raises PasskeyRefused when another was quicker."""
    try:
        tickets.spend_ticket(question)
    except TicketRefused:
        raise PasskeyRefused from None
