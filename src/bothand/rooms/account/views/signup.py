"""Somebody new: a name and a password, the recovery code, a PIN."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, account_actions, account_log, passwords
from bothand.accounts.account_log import Event
from bothand.accounts.errors import HereAlready, SignUpClosed, Throttled
from bothand.accounts.preferences import Settings
from bothand.kit import password_check
from bothand.kit.password_check import LATER, OK, WRONG, attempt_action, form_input, form_status
from bothand.rooms.account import forms, labels, pages
from bothand.shell.page import render
from bothand.vault.errors import Busy


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """A place of one's own, made in one step."""
    if not account_actions.may_sign_up(request):
        return render(request, pages.SignUpPage(form=None, offered=""), status=WRONG)
    form = forms.SignUp(**form_input(request), initial={"zone": "UTC"})
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        chosen = Settings(name=given["name"], zone=given["zone"] or "UTC")
        try:
            account_actions.sign_up(request, given["name"], given["chosen"], chosen)
        except Throttled:
            form.add_error("name", labels.MANY_NEW)
            status = LATER
        except Busy:
            form.add_error("name", password_check.BUSY)
            status = LATER
        except HereAlready:
            # The form came twice, or they have forgotten that they were here. The other way in asks for all it needs.
            return HttpResponseRedirect(reverse("sign_in"))
        except SignUpClosed:
            return render(request, pages.SignUpPage(form=None, offered=""), status=WRONG)
        if not form.errors:
            return HttpResponseRedirect(reverse("sign_up_code"))
    offered = request.POST.get("offered_password") or passwords.offer_phrase()
    return render(request, pages.SignUpPage(form=form, offered=offered), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def show_code(request: HttpRequest) -> HttpResponse:
    """The recovery code, until its owner says that it is saved; after a quarter of an hour the password comes first."""
    found = account_actions.recovery_code(request)
    if found and not account_actions.may_see_code(request):
        return HttpResponseRedirect(reverse("account_code"))
    if request.method == "POST":
        account_actions.code_is_written_down(request)
        has_pin = access.visitor_of_request(request).has_pin
        return HttpResponseRedirect(reverse("account" if has_pin else "sign_up_pin"))
    if not found:
        return HttpResponseRedirect(reverse("account_code"))
    if request.GET.get("file") == "1":
        return _code_file(found)
    return render(request, pages.CodePage(code=found, groups=tuple(found.split("-"))))


def _code_file(code: str) -> HttpResponse:
    """The code in a file whose name does not say what it is for."""
    words = _("This opens what you wrote if you forget your password. Keep it where only you look.")
    response = HttpResponse(f"{code}\n\n{words}\n", content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="paper.txt"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def choose_pin(request: HttpRequest) -> HttpResponse:
    """Six digits for this device, or not now. Whose password was typed just before is not asked for it again."""
    access.open_mine(request)
    if request.method == "POST" and request.POST.get("skip"):
        account_actions.no_first_pin(request)
        return HttpResponseRedirect(_next_step(request))
    form = (forms.Pin if account_actions.may_set_pin(request) else forms.NewPin)(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        at, password = ("password", given["password"]) if "password" in given else ("pin", "")
        status = attempt_action(
            form,
            at,
            password_check.WRONG_PASSWORD,
            lambda: account_actions.set_pin(request, given["pin"], password),
        )
        if status == OK:
            return HttpResponseRedirect(_next_step(request))
    return render(request, pages.FirstPinPage(form=form), status=status)


def _next_step(request: HttpRequest) -> str:
    """Where one goes on: somebody new to the introduction, who came back by the recovery code to the first page."""
    entries = account_log.read_log(access.open_mine(request)).entries
    return reverse("today" if any(one.event is Event.RECOVERED for one in entries) else "welcome_mine")
