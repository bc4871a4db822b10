"""What there is to read: starting gently, help from outside."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.rooms.talks.pages import GuidePage, HelpPage
from bothand.rooms.talks.present import find_openers
from bothand.shell.page import render


@require_safe
def show_guide(request: HttpRequest) -> HttpResponse:
    """Starting gently."""
    access.live_session(request)
    return render(request, GuidePage(openers=find_openers("raise", "feel", "need")))


@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    """When a counsellor helps, and how to find one."""
    access.live_session(request)
    return render(request, HelpPage())
