"""The three screens of the introduction: the same for everybody, but for where they lead and the partner's name."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, account_actions, link
from bothand.rooms.welcome.pages import IntroPage, MineScreen, OursScreen, WeekScreen
from bothand.shell.page import render


@require_safe
def show_mine(request: HttpRequest) -> HttpResponse:
    """What is one's own."""
    return _render_screen(request, MineScreen)


@require_safe
def show_ours(request: HttpRequest) -> HttpResponse:
    """What two share."""
    return _render_screen(request, OursScreen)


@require_safe
def show_week(request: HttpRequest) -> HttpResponse:
    """How a week can go."""
    return _render_screen(request, WeekScreen)


def _render_screen(request: HttpRequest, screen: type[IntroPage]) -> HttpResponse:
    path, words = _find_way_on(request)
    return render(request, screen(onward=path, onward_words=words))


def _find_way_on(request: HttpRequest) -> tuple[str, str]:
    """Back to the invitation that brought somebody, else to *Today*, or to where one begins or signs in."""
    if link.held_link(request):
        return reverse("pairing_join"), _("To the invitation")
    if access.visitor_of_request(request).signed_in:
        return reverse("today"), _("Go to Today")
    if account_actions.may_sign_up(request):
        return reverse("sign_up"), _("Start")
    return reverse("sign_in"), _("Sign in")
