"""Error pages that say what is so and what can be done. Django's handlers, and those of the closed doors."""

from typing import ClassVar, cast

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.template.backends.django import Template as BackendTemplate
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.accounts.errors import Alone
from bothand.shell.doors import DoorPage
from bothand.shell.page import page, render
from bothand.shell.submission import words_of
from bothand.vault.errors import Missing

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@page("shell/error.html")
class ErrorPage(DoorPage):
    """One sentence for what is so, some for what can be done; `typed`: words of a form that did not come to its end."""

    tab: ClassVar[str | Promise] = _("Page")
    aura: ClassVar[bool] = False

    title: str | Promise
    lines: tuple[str | Promise, ...]
    typed: tuple[str, ...] = ()


def _error_page(
    request: HttpRequest,
    status: int,
    title: str | Promise,
    *lines: str | Promise,
    typed: tuple[str, ...] = (),
) -> HttpResponse:
    return render(request, ErrorPage(title=title, lines=lines, typed=typed), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 when it was too much."""
    if isinstance(exception, TOO_MUCH):
        return too_large(request)
    return _error_page(
        request,
        400,
        _("This request could not be read."),
        _("Something in it was not what our pages send. Nothing was changed."),
        _("Go back, load the page again, and try once more."),
    )


def forbidden_page(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """403: a form that no page of ours sent."""
    return _error_page(
        request,
        403,
        _("This did not come from one of these pages."),
        _("So nothing was done, and nothing was changed."),
        _(
            "Open the page here and send it from there. If your browser hides where forms come from, allow it for this site."
        ),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: unknown and not for you look the same. A form of ours about something that is gone gives its words back.

    An address that there never was gives nothing back: there nobody has asked yet whether one of our pages sent it.
    """
    return _error_page(
        request,
        404,
        _("There is nothing here."),
        _(
            "The page may have moved, or what was here was deleted. "
            "Check the address, or start from the first page."
        ),
        typed=words_of(request) if isinstance(exception, Missing | Alone) else (),
    )


def not_written(request: HttpRequest, title: str | Promise, *lines: str | Promise) -> HttpResponse:
    """409: a form that could not be kept as it was meant. Every word of it is in the answer."""
    return _error_page(request, 409, title, *lines, typed=words_of(request))


def alone(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page for two, asked for by one alone: nowhere. A form of it from before is not kept, and says so."""
    if not any(" " in words for words in words_of(request)):
        return not_found(request, exception)
    return not_written(
        request,
        _("You are on your own here now."),
        _("So there is nobody to send this to, and it was not saved."),
    )


def read_only(request: HttpRequest) -> HttpResponse:
    """*Ours* waits for a fresh link, or the page belongs to the other."""
    return not_written(
        request,
        _("This can only be read for now."),
        _("After new keys, what you two share waits for a fresh link. Until it is opened, nothing is added."),
        _("It was not saved."),
    )


def changed_page(request: HttpRequest) -> HttpResponse:
    """It was changed in the very moment of writing, and no page of its own shows both."""
    return not_written(
        request,
        _("Somebody changed this at the same moment."),
        _("So yours was not saved. What is there now is whole. Load its page, then send yours once more."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    return _error_page(
        request,
        413,
        _("That is more than fits in one form."),
        _("Nothing of it was saved. It may still be on the page before this one: go back and look."),
        _("You could save it in two parts."),
    )


def over_budget(request: HttpRequest, sentence: str | Promise) -> HttpResponse:
    """413: work that was ended, since it took more than it may; where no page of its own says so beside its form."""
    return _error_page(
        request, 413, _("This was more than can be done at once."), sentence, typed=words_of(request)
    )


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429, with the seconds after which another try is taken."""
    response = _error_page(
        request,
        429,
        _("There were too many tries in a short time."),
        _("This slows down anybody who is guessing. Nothing is locked, and nothing is lost."),
        _("Wait a little, then try again."),
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def busy_page(request: HttpRequest) -> HttpResponse:
    """503: others write, or open doors, just now."""
    return _error_page(
        request,
        503,
        _("This machine is busy just now."),
        _("Nothing is lost. Wait a few seconds, then load the page again."),
    )


def did_not_open(request: HttpRequest) -> HttpResponse:
    """A record is there and its seal does not open."""
    return _error_page(
        request,
        500,
        _("Something saved here did not open."),
        _(
            "It was changed outside of this program, or the disk is damaged. "
            "It is not shown, and nothing was written over it."
        ),
        _(
            "Whoever looks after this machine can run the check and restore an earlier backup. Your other pages work."
        ),
        typed=words_of(request),
    )


def would_not_open(request: HttpRequest) -> HttpResponse:
    """What was sent was sealed, and did not open when it was looked at once more: it was not written."""
    return not_written(
        request,
        _("This could not be kept."),
        _(
            "It was sealed and opened once more before it was written, as everything is, and it did not open. "
            "So nothing was written."
        ),
        _("Try once more. If it happens again, whoever looks after this machine can run the check."),
    )


def foreign_schema(request: HttpRequest) -> HttpResponse:
    """503: somebody changed how the database works while it is served, so nothing of anybody's is opened with it."""
    return _error_page(
        request,
        503,
        _("Somebody changed the database from outside."),
        _(
            "A change like this can copy or take away what is written. So your own pages stay closed, "
            "and nothing was saved. What was kept before is still sealed."
        ),
        _(
            "Whoever looks after this machine can run the check, which says what was changed, and restore a backup."
        ),
        typed=words_of(request),
    )


def disk_takes_nothing(request: HttpRequest) -> HttpResponse:
    """507: the disk is full, or takes no writes any more."""
    return _error_page(
        request,
        507,
        _("The disk of this machine takes nothing more just now."),
        _(
            "It may be full. So this was not kept. What was kept before is still there, and pages can be read."
        ),
        _("Whoever looks after this machine can make room. Then this can be sent again."),
        typed=words_of(request),
    )


def newer_page(request: HttpRequest) -> HttpResponse:
    """A record of a later version of the program."""
    return _error_page(
        request,
        500,
        _("This was saved by a newer version of the program."),
        _("This version can't read it, and leaves it as it is. Nothing is lost."),
        _("Whoever looks after this machine can install the newer version again."),
        typed=words_of(request),
    )


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """500. Needs nothing that could have broken: no visitor, no paths, no language."""
    try:
        found = cast("BackendTemplate", get_template("shell/500.html"))
        text = found.template.render(Context())
    except Exception:  # noqa: BLE001  # the last page must always come
        return HttpResponse("Something broke on this machine.", status=500, content_type="text/plain")
    return HttpResponse(text, status=500)
