"""What every page has in common that asks for the password before something weighty."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

from bothand.accounts import access
from bothand.kit.password_check import OK, attempt_with_password, form_input
from bothand.shell.forms import Form
from bothand.shell.page import Page, render

F = TypeVar("F", bound=Form)


def confirm_first(
    request: HttpRequest,
    form_type: type[F],
    act: Callable[[F, str], object],
    *,
    show: Callable[[F], Page],
    done: Callable[[], HttpResponse],
) -> HttpResponse:
    """Show the page; with the right password, do it and go on.

    `act` takes the whole form and the password, and raises as `account_actions.confirm_password`.
    """
    access.open_mine(request)
    form = form_type(**form_input(request))
    status = OK
    if request.method == "POST":
        status = attempt_with_password(request, form, lambda _request, password: act(form, password))
        if status == OK:
            return done()
    return render(request, show(form), status=status)
