"""In and out, open and closed."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bothand.accounts import access, account_actions, passwords
from bothand.accounts.errors import OneMoreStep, PasskeyRefused, PinErased, Throttled, WrongSecret
from bothand.kit import password_check
from bothand.kit.password_check import LATER, OK, WRONG, attempt_action, form_input, form_status
from bothand.rooms.account import forms, labels, pages
from bothand.rooms.account.second_step.views.step import ask_for_step
from bothand.shell import doors
from bothand.shell import exit as way_out
from bothand.shell.carried_form import safe_path
from bothand.shell.page import render
from bothand.vault.errors import Busy


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first page of all for somebody who has been here."""
    onward = safe_path(request.POST.get("next") or request.GET.get("next") or "/")
    if access.visitor_of_request(request).signed_in and request.method != "POST":
        return HttpResponseRedirect(onward)
    if request.POST.get("passkey"):
        return _sign_in_by_passkey(request, onward)
    form = forms.SignIn(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            status = attempt_action(
                form,
                "password",
                labels.WRONG_SIGN_IN,
                lambda: account_actions.sign_in(request, given["name"], given["password"]),
            )
        except OneMoreStep as more:
            return ask_for_step(request, more.step, onward)
        if status == OK:
            return HttpResponseRedirect(onward)
    page = pages.SignInPage(form=form, next=onward, may_sign_up=account_actions.may_sign_up(request))
    return render(request, page, status=status)


def _sign_in_by_passkey(request: HttpRequest, onward: str) -> HttpResponse:
    try:
        account_actions.sign_in_by_passkey(request, request.POST["passkey"])
    except PasskeyRefused as error:
        page = pages.SignInPage(
            form=forms.SignIn(),
            next=onward,
            may_sign_up=account_actions.may_sign_up(request),
            wrong=password_check.say_refused(error),
        )
        return render(request, page, status=WRONG)
    return HttpResponseRedirect(onward)


@require_http_methods(["GET", "HEAD", "POST"])
def recover_account(request: HttpRequest) -> HttpResponse:
    """Back in by the recovery code, with a new password and then a new code."""
    form = forms.Recover(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        status = attempt_action(
            form,
            "recovery_code",
            labels.WRONG_CODE,
            lambda: account_actions.recover_with_code(
                request, given["name"], given["recovery_code"], given["chosen"]
            ),
        )
        if status == OK:
            return HttpResponseRedirect(reverse("sign_up_code"))
    page = pages.RecoverPage(
        form=form, offered=request.POST.get("offered_password") or passwords.offer_phrase()
    )
    return render(request, page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def unlock_mine(request: HttpRequest) -> HttpResponse:
    """By PIN or password; then on to where one was going."""
    onward = safe_path(request.POST.get("next") or request.GET.get("next") or "/")
    access.live_session(request)
    if request.method != "POST":
        if access.visitor_of_request(request).unlocked:
            return HttpResponseRedirect(onward)
        return render(request, doors.UnlockPage(next=onward), status=WRONG)
    wrong, status = unlock_or_sign_in(request)
    if wrong:
        return render(request, doors.UnlockPage(next=onward, wrong=wrong), status=status)
    return HttpResponseRedirect(onward)


def unlock_or_sign_in(request: HttpRequest) -> tuple[str, int]:
    """Try the passkey, PIN or password that came: a sentence when it did not open, and the status for it."""
    pin, password = request.POST.get("pin", ""), request.POST.get("password", "")
    passkey = request.POST.get("passkey", "")
    try:
        account_actions.unlock_mine(request, pin="" if password else pin, password=password, passkey=passkey)
    except PasskeyRefused as error:
        return str(password_check.say_refused(error)), WRONG
    except PinErased:
        return str(password_check.PIN_GONE), WRONG
    except WrongSecret:
        return str(password_check.WRONG_PASSWORD if password or not pin else labels.WRONG_PIN), WRONG
    except Throttled as error:
        return password_check.too_many(error.seconds), LATER
    except Busy:
        return str(password_check.BUSY), LATER
    return "", OK


@require_POST
def lock_mine(request: HttpRequest) -> HttpResponse:
    """Close *mine* on this device, now."""
    account_actions.lock_mine(request)
    return HttpResponseRedirect("/")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session; the browser is told to forget what it cached."""
    account_actions.sign_out(request)
    return way_out.signed_out_response()


@require_http_methods(["GET", "HEAD", "POST"])
def exit_quickly(request: HttpRequest) -> HttpResponse:
    """Quick exit: the session ends, a blank page goes on elsewhere."""
    if request.method != "POST":
        return way_out.blank_response()
    account_actions.sign_out(request)
    return way_out.exit_response()


@require_http_methods(["GET", "HEAD"])
def explain_exit(request: HttpRequest) -> HttpResponse:
    """What quick exit does and does not do."""
    return render(request, way_out.ExitHelp())
