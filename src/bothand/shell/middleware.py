"""Headers on every answer, the visitor's language and zone, and what to do at a closed door."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import DatabaseError, Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from bothand.accounts import access, accounts, couple_actions
from bothand.accounts.errors import Alone, Locked, SignedOut, Throttled
from bothand.shell import carried_form, doors, errors
from bothand.shell import exit as way_out
from bothand.shell.page import render
from bothand.shell.policy import HEADERS
from bothand.shell.worker import OverBudget
from bothand.vault import full_disk, timeout
from bothand.vault.errors import (
    Busy,
    Conflict,
    DidNotOpen,
    EpochClosed,
    ForeignSchema,
    Missing,
    NewerVersion,
    ReadOnly,
    WouldNotOpen,
)

BUSY_SECONDS = 2
EXIT_MILLISECONDS = 500
"""How long quick exit waits for others who write in the database."""
FAILED = 500
OURS = "__Host-"
"""How the names of all our cookies begin."""
Answer = Callable[[HttpRequest], HttpResponse]


class HeadersMiddleware:
    """Puts the house's headers on every answer, error pages included; a view's own header stands."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class WayOutMiddleware:
    """Quick exit, *Lock now* and signing out answer whatever is broken: who is in a hurry must not meet an error page.

    It waits for a busy database for a moment only. Where the session's row could not be taken out, its cookie is, and
    *mine* is locked in memory. A form from another site gets no such answer: it could sign somebody out.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ways = {
            reverse("exit"): _gone_page,
            reverse("lock"): _locked_page,
            reverse("sign_out"): _signed_out_page,
        }
        answer = ways.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        try:
            with timeout.at_most(EXIT_MILLISECONDS):
                response = self.get_response(request)
        except Error:
            response = errors.server_error(request)
        if response.status_code < FAILED:
            return response
        if request.method != "POST":
            return way_out.blank_response() if request.path_info == reverse("exit") else response
        if not carried_form.same_origin(request):
            return response
        access.lock_in_memory(request)
        return answer(request)


def _gone_page(request: HttpRequest) -> HttpResponse:
    return _without_cookies(request, way_out.exit_response())


def _signed_out_page(request: HttpRequest) -> HttpResponse:
    return _without_cookies(request, way_out.signed_out_response())


def _locked_page(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  as the other two
    return HttpResponseRedirect(reverse("today"))


def _without_cookies(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    for name in request.COOKIES:
        if name.startswith(OURS):
            response.set_cookie(name, max_age=0, path="/", secure=True, httponly=True, samesite="Lax")
    return response


class LanguageMiddleware:
    """Answers in the visitor's language and time zone, as set; nothing is guessed from the browser."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        mine = access.visitor_of_request(request).settings
        known = {code for code, _ in settings.LANGUAGES}
        language = mine.language if mine.language in known else settings.LANGUAGE_CODE
        with translation.override(language), timezone.override(zone_of(mine.zone)):
            return self.get_response(request)


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name; UTC when this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


class DoorMiddleware:
    """Turns a closed door into the page that opens it, with what was typed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        match error:
            case SignedOut():
                return self._signed_out(request)
            case Locked():
                return self._locked(request)
            case Throttled():
                return errors.too_many(request, error.seconds)
            case Busy():
                return self._busy(request)
            case Error() if timeout.is_busy(error):
                return self._busy(request)
            case OverBudget():
                return errors.over_budget(request, error.sentence)
            case Missing():
                return errors.not_found(request, error)
            case Alone():
                return errors.alone(request, error)
            case ReadOnly():
                return errors.read_only(request)
            case EpochClosed():
                if couple_actions.waits_for_either(request):
                    return errors.read_only(request)
                # The other left in this very moment: sent once more, it is written under the new key.
                return carried_form.carried_page(request, "csrf")
            case Conflict():
                return errors.changed_page(request)
            case NewerVersion():
                return errors.newer_page(request)
            case ForeignSchema():
                return errors.foreign_schema(request)
            case WouldNotOpen():
                return errors.would_not_open(request)
            case DatabaseError() if full_disk.takes_nothing(error):
                return errors.disk_takes_nothing(request)
            case DidNotOpen():
                return errors.did_not_open(request)
        return None

    @staticmethod
    def _busy(request: HttpRequest) -> HttpResponse:
        """What was typed waits in the page that says so."""
        if request.method == "POST":
            response = carried_form.carried_page(request, "busy")
        else:
            response = errors.busy_page(request)
        response.headers["Retry-After"] = str(BUSY_SECONDS)
        return response

    @staticmethod
    def _signed_out(request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            return carried_form.carried_page(request, "signed_out")
        path = request.get_full_path()
        if path == "/":
            # In a house where nobody lives yet, what this is comes first. Later the plain page to sign in does, also for
            # whoever goes back after quick exit: it tells the least to somebody who looks on.
            return HttpResponseRedirect(reverse("sign_in" if accounts.is_inhabited() else "welcome_page"))
        return HttpResponseRedirect(f"{reverse('sign_in')}?{urlencode({'next': path})}")

    @staticmethod
    def _locked(request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            return carried_form.carried_page(request, "locked")
        return render(request, doors.UnlockPage(next=request.get_full_path()), status=403)
