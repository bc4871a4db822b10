"""Quick exit: what the server answers. What it does and does not do is said on the page at /exit/about/."""

from typing import ClassVar

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.page import Page, Place, Space, page

BLANK = '<!doctype html><html lang="en"><meta charset="utf-8"><title>.</title></html>'


@page("shell/exit_about.html")
class ExitHelp(Page):
    """What quick exit does, and what it does not."""

    tab: ClassVar[str | Promise] = _("Help")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"


def blank_response() -> HttpResponse:
    """An own blank page that goes on to a neutral one elsewhere.

    By `Refresh` and not by a redirect: `form-action 'self'` stops a form's redirect to another site. A
    refresh after 0 seconds also takes the blank page's own entry in the history.
    """
    response = HttpResponse(BLANK)
    response.headers["Refresh"] = f"0; url={settings.BOTHAND_EXIT_TO}"
    return response


def signed_out_response() -> HttpResponse:
    """On to signing in; the browser is told to forget what it cached."""
    response = HttpResponseRedirect(reverse("sign_in"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def exit_response() -> HttpResponse:
    """The same after the session was ended: the browser is told to forget all it holds of this site."""
    response = blank_response()
    response.headers["Clear-Site-Data"] = '"*"'
    return response
