"""The first page of a house where nobody lives yet, and of whoever is shown what this is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts import access, account_actions
from bothand.rooms.welcome.pages import WelcomePage
from bothand.shell.page import render


@require_safe
def show_welcome(request: HttpRequest) -> HttpResponse:
    """What this is, and the two ways in. Whoever is in already goes to *Today*."""
    if access.visitor_of_request(request).signed_in:
        return HttpResponseRedirect(reverse("today"))
    return render(request, WelcomePage(may_sign_up=account_actions.may_sign_up(request)))
