"""In and out, open and closed."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bothand.couples import access, acts, passwords
from bothand.couples.errors import PinErased, Throttled, WrongSecret
from bothand.rooms.account import forms, pages, words
from bothand.rooms.kit import asking
from bothand.rooms.kit.asking import LATER, OK, WRONG, asked, attempt, typed
from bothand.shell import doors
from bothand.shell import exit as way_out
from bothand.shell.carry import safe_path
from bothand.shell.page import render
from bothand.vault.errors import Busy


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first page of all for somebody who has been here."""
    onward = safe_path(request.POST.get("next") or request.GET.get("next") or "/")
    if access.visitor(request).signed_in and request.method != "POST":
        return HttpResponseRedirect(onward)
    form = forms.SignIn(**typed(request))
    status = asked(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        status = attempt(
            form,
            "password",
            words.WRONG_SIGN_IN,
            lambda: acts.sign_in(request, given["name"], given["password"]),
        )
        if status == OK:
            return HttpResponseRedirect(onward)
    page = pages.SignInPage(form=form, next=onward, may_sign_up=acts.may_sign_up(request))
    return render(request, page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Back in by the recovery code, with a new password and then a new code."""
    form = forms.Recover(**typed(request))
    status = asked(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        status = attempt(
            form,
            "recovery_code",
            words.WRONG_CODE,
            lambda: acts.recover(request, given["name"], given["recovery_code"], given["chosen"]),
        )
        if status == OK:
            return HttpResponseRedirect(reverse("sign_up_code"))
    page = pages.RecoverPage(form=form, offered=request.POST.get("offered_password") or passwords.offer())
    return render(request, page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """By PIN or password; then on to where one was going."""
    onward = safe_path(request.POST.get("next") or request.GET.get("next") or "/")
    access.live(request)
    if request.method != "POST":
        if access.visitor(request).unlocked:
            return HttpResponseRedirect(onward)
        return render(request, doors.UnlockPage(next=onward), status=WRONG)
    wrong, status = open_again(request)
    if wrong:
        return render(request, doors.UnlockPage(next=onward, wrong=wrong), status=status)
    return HttpResponseRedirect(onward)


def open_again(request: HttpRequest) -> tuple[str, int]:
    """Try the PIN or password that was typed: a sentence when it did not open, and the status for it."""
    pin, password = request.POST.get("pin", ""), request.POST.get("password", "")
    try:
        acts.unlock(request, pin="" if password else pin, password=password)
    except PinErased:
        return str(asking.PIN_GONE), WRONG
    except WrongSecret:
        return str(asking.WRONG_PASSWORD if password or not pin else words.WRONG_PIN), WRONG
    except Throttled as error:
        return asking.too_many(error.seconds), LATER
    except Busy:
        return str(asking.BUSY), LATER
    return "", OK


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Close *mine* on this device, now."""
    acts.lock(request)
    return HttpResponseRedirect("/")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session; the browser is told to forget what it cached."""
    acts.sign_out(request)
    response = HttpResponseRedirect(reverse("sign_in"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: the session ends, a blank page goes on elsewhere."""
    if request.method != "POST":
        return way_out.blank_response()
    acts.sign_out(request)
    return way_out.exit_response()


@require_http_methods(["GET", "HEAD"])
def exit_about(request: HttpRequest) -> HttpResponse:
    """What quick exit does and does not do."""
    return render(request, way_out.ExitHelp())
