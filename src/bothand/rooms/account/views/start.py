"""Somebody new: a name and a password, the recovery code, a PIN."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bothand.couples import access, acts, passwords
from bothand.couples.errors import NameTaken, SignUpClosed
from bothand.couples.settings_record import Settings
from bothand.rooms.account import forms, pages, words
from bothand.rooms.account.views.answers import OK, WRONG, attempt
from bothand.shell.page import render


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """A place of one's own, made in one step."""
    if not acts.may_sign_up():
        return render(request, pages.SignUpPage(form=None, offered=""), status=WRONG)
    form = forms.SignUp(request.POST or None, initial={"zone": "UTC"})
    status = OK
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        chosen = Settings(name=typed["name"], zone=typed["zone"] or "UTC")
        try:
            status = attempt(
                form,
                "name",
                words.BUSY,
                lambda: acts.sign_up(request, typed["name"], typed["chosen"], chosen),
            )
        except NameTaken:
            form.add_error("name", words.NAME_TAKEN)
        except SignUpClosed:
            return render(request, pages.SignUpPage(form=None, offered=""), status=WRONG)
        if not form.errors:
            return HttpResponseRedirect(reverse("sign_up_code"))
    offered = request.POST.get("offered_password") or passwords.offer()
    return render(request, pages.SignUpPage(form=form, offered=offered), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The recovery code, until its owner says that it is written down."""
    if request.method == "POST":
        acts.code_is_written_down(request)
        has_pin = access.visitor(request).has_pin
        return HttpResponseRedirect(reverse("account" if has_pin else "sign_up_pin"))
    found = acts.recovery_code(request)
    if not found:
        return HttpResponseRedirect(reverse("account_code"))
    return render(request, pages.CodePage(code=found, groups=tuple(found.split("-"))))


@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: HttpRequest) -> HttpResponse:
    """Six digits for this device, or not now."""
    access.mine(request)
    form = forms.Pin(request.POST or None)
    if request.method == "POST":
        if request.POST.get("skip"):
            return HttpResponseRedirect("/")
        if (
            form.is_valid()
            and attempt(form, "pin", words.BUSY, lambda: acts.set_pin(request, form.cleaned_data["pin"]))
            == OK
        ):
            return HttpResponseRedirect("/")
    return render(request, pages.FirstPinPage(form=form))
