"""The second step of signing in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bothand.accounts import account_actions
from bothand.accounts.errors import PasskeyRefused, StepGone
from bothand.kit import password_check
from bothand.kit.password_check import OK, WRONG, attempt_action, form_status
from bothand.rooms.account import labels
from bothand.rooms.account.pages import Text
from bothand.rooms.account.second_step import pages
from bothand.rooms.account.second_step.forms import Step
from bothand.shell.carried_form import safe_path
from bothand.shell.page import render


def ask_for_step(request: HttpRequest, step: str, onward: str) -> HttpResponse:
    """The password was right; now the page that asks for the rest."""
    return _show_step(request, Step(), step, onward, status=OK)


@require_http_methods(["GET", "HEAD", "POST"])
def finish_sign_in(request: HttpRequest) -> HttpResponse:
    """A code of the app, or a passkey. Whoever comes without the first step begins there."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("sign_in"))
    onward, step = safe_path(request.POST.get("next") or "/"), request.POST.get("step_secret", "")
    passkey = request.POST.get("passkey", "")
    form = Step(request.POST)
    if not passkey and not form.is_valid():
        return _show_step(request, form, step, onward, status=form_status(form))
    try:
        if passkey:
            account_actions.finish_sign_in(request, step, passkey=passkey)
            return HttpResponseRedirect(onward)
        code = form.cleaned_data["code"]
        status = attempt_action(
            form,
            "code",
            labels.WRONG_CODE_OF_APP,
            lambda: account_actions.finish_sign_in(request, step, code=code),
        )
    except StepGone:
        return HttpResponseRedirect(reverse("sign_in"))
    except PasskeyRefused as error:
        return _show_step(request, Step(), step, onward, password_check.say_refused(error), status=WRONG)
    if status == OK:
        return HttpResponseRedirect(onward)
    return _show_step(request, form, step, onward, status=status)


def _show_step(
    request: HttpRequest, form: Step, step: str, onward: str, wrong: Text = "", *, status: int
) -> HttpResponse:
    return render(request, pages.StepPage(form=form, step=step, next=onward, wrong=wrong), status=status)
