"""Codes as a second step: on, and off."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bothand.accounts import access, second_step_actions
from bothand.accounts.errors import StepGone
from bothand.accounts.second_step_actions import NewCodes
from bothand.kit.password_check import (
    OK,
    WRONG,
    attempt_action,
    attempt_with_password,
    form_input,
    form_status,
)
from bothand.kit.qr import draw_code
from bothand.rooms.account import labels
from bothand.rooms.account.forms import Password
from bothand.rooms.account.pages import Text
from bothand.rooms.account.second_step import pages
from bothand.rooms.account.second_step.forms import FirstCode
from bothand.shell.page import render


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """How it stands; after the password a fresh seed."""
    access.open_mine(request)
    form = Password(**form_input(request))
    status = form_status(form)
    if request.method == "POST":
        made: list[NewCodes] = []
        status = attempt_with_password(
            request,
            form,
            lambda request, password: made.append(second_step_actions.begin_codes(request, password)),
        )
        if status == OK:
            return _show_seed(request, made[0], FirstCode(), status=OK)
    return _show_state(request, form, status=status)


@require_POST
def take_up(request: HttpRequest) -> HttpResponse:
    """From now on a code is asked for, if the first one fits."""
    access.open_mine(request)
    form = FirstCode(request.POST)
    ticket = request.POST.get("setup_secret", "")
    try:
        again = second_step_actions.resume_codes(request, ticket)
        status = form_status(form)
        if form.is_valid():
            code = form.cleaned_data["code"]
            status = attempt_action(
                form,
                "code",
                labels.WRONG_CODE_OF_APP,
                lambda: second_step_actions.finish_codes(request, ticket, code),
            )
    except StepGone:
        return _show_state(request, Password(), labels.SETUP_GONE, status=WRONG)
    if status == OK:
        return HttpResponseRedirect(reverse("account_codes") + "?kept=1")
    return _show_seed(request, again, form, status=status)


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """No code is asked for any more, after the password."""
    access.open_mine(request)
    form = Password(request.POST)
    status = attempt_with_password(request, form, second_step_actions.drop_codes)
    if status == OK:
        return HttpResponseRedirect(reverse("account_codes"))
    return _show_state(request, form, status=status)


def _show_state(request: HttpRequest, form: Password, wrong: Text = "", *, status: int) -> HttpResponse:
    page = pages.CodesPage(
        form=form,
        asked=second_step_actions.asks_for_codes(request),
        kept=request.GET.get("kept") == "1",
        wrong=wrong,
    )
    return render(request, page, status=status)


def _show_seed(request: HttpRequest, made: NewCodes, form: FirstCode, *, status: int) -> HttpResponse:
    page = pages.NewCodesPage(
        form=form, picture=draw_code(made.address), spelled=made.spelled, ticket=made.ticket
    )
    return render(request, page, status=status)
