"""Error pages that say what is so and what can be done. Django's handlers, and those of the closed doors."""

from dataclasses import dataclass
from typing import ClassVar, cast

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.template.backends.django import Template as BackendTemplate
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.doors import DoorPage
from bothand.shell.page import render

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(DoorPage):
    """One sentence for what is so, some for what can be done."""

    template: ClassVar[str] = "shell/error.html"
    tab: ClassVar[str | Promise] = _("Page")
    aura: ClassVar[bool] = False

    title: str | Promise
    lines: tuple[str | Promise, ...]


def _answer(request: HttpRequest, status: int, title: Promise, *lines: Promise) -> HttpResponse:
    return render(request, ErrorPage(title=title, lines=lines), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 when it was too much."""
    if isinstance(exception, TOO_MUCH):
        return too_large(request)
    return _answer(
        request,
        400,
        _("This request could not be read."),
        _("Something in it was not as a page of ours sends it. Nothing was changed."),
        _("Go back, load the page again, and try once more."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """403: a form that no page of ours sent."""
    return _answer(
        request,
        403,
        _("This did not come from one of these pages."),
        _("So it was not done, and nothing was changed."),
        _(
            "Open the page here and send it from there. "
            "If your browser hides where forms come from, let it tell this site."
        ),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """404: unknown and not for you look the same."""
    return _answer(
        request,
        404,
        _("There is nothing here."),
        _(
            "The page may have moved, or what was here was deleted. "
            "Check the address, or start from the first page."
        ),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    return _answer(
        request,
        413,
        _("That is more than fits into one form."),
        _("Nothing of it was kept here. It may still stand in the page before this one: go back and look."),
        _("You could keep it in two parts."),
    )


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429, with the seconds after which another try is taken."""
    response = _answer(
        request,
        429,
        _("There were many tries in a short time."),
        _("This slows down whoever guesses. Nothing is locked, and nothing is lost."),
        _("Wait a little, then try again."),
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def did_not_open(request: HttpRequest) -> HttpResponse:
    """A record is there and its seal does not open."""
    return _answer(
        request,
        500,
        _("Something kept here did not open."),
        _(
            "It was changed outside of this program, or the disk is damaged. "
            "It is not shown, and nothing was written over it."
        ),
        _(
            "Whoever looks after this machine can run the check and bring back a backup from before. "
            "Your other pages work."
        ),
    )


def newer(request: HttpRequest) -> HttpResponse:
    """A record of a later version of the program."""
    return _answer(
        request,
        500,
        _("This was kept by a newer version of the program."),
        _("This version cannot read it, and it leaves it as it is. Nothing is lost."),
        _("Whoever looks after this machine can put the newer version in again."),
    )


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """500. Needs nothing that could have broken: no visitor, no paths, no language."""
    try:
        found = cast("BackendTemplate", get_template("shell/500.html"))
        text = found.template.render(Context())
    except Exception:  # noqa: BLE001  # the last page must always come
        return HttpResponse("Something broke on this machine.", status=500, content_type="text/plain")
    return HttpResponse(text, status=500)
