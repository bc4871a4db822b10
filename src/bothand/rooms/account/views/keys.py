"""Password, recovery code, PIN, devices."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, account_actions, passwords
from bothand.kit import password_check
from bothand.kit.password_check import OK, attempt_action, form_input, form_status
from bothand.rooms.account import forms, pages, present
from bothand.rooms.account.views.confirmation import confirm_first
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion


@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """The plain way, and *somebody knew it*."""
    access.open_mine(request)
    form = forms.ChangePassword(**form_input(request))
    form.own_names = (access.visitor_of_request(request).settings.name,)
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        known = given["way"] == forms.KNOWN
        change = account_actions.somebody_knew_it if known else account_actions.change_password
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: change(request, given["password"], given["chosen"]),
        )
        if status == OK:
            return HttpResponseRedirect(
                reverse("sign_up_code") if known else reverse("account_password") + "?kept=1"
            )
    page = pages.PasswordPage(
        form=form,
        offered=request.POST.get("offered_password") or passwords.offer_phrase(),
        kept=request.GET.get("kept") == "1",
    )
    return render(request, page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def renew_code(request: HttpRequest) -> HttpResponse:
    """A new recovery code, or once more the one that is not saved yet; the page after this one shows it."""
    waits = bool(account_actions.recovery_code(request))
    again = waits and request.POST.get("again") == "1"
    act = account_actions.show_code_again if again else account_actions.new_recovery_code
    return confirm_first(
        request,
        forms.Password,
        lambda _form, password: act(request, password),
        show=lambda form: pages.NewCodePage(form=form, waits=waits),
        done=lambda: HttpResponseRedirect(reverse("sign_up_code")),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def set_pin(request: HttpRequest) -> HttpResponse:
    """The PIN of this device."""
    kept = request.GET.get("kept") == "1"
    return confirm_first(
        request,
        forms.NewPin,
        lambda form, password: account_actions.set_pin(request, form.cleaned_data["pin"], password),
        show=lambda form: pages.PinPage(form=form, kept=kept),
        done=lambda: HttpResponseRedirect(reverse("account_pin") + "?kept=1"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove_pin(request: HttpRequest) -> HttpResponse:
    """No PIN here any more."""
    return confirm_first(
        request,
        forms.Again,
        lambda _form, password: account_actions.drop_pin(request, password),
        show=lambda form: pages.NoPinPage(form=form),
        done=lambda: HttpResponseRedirect(reverse("account_pin")),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def list_devices(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; end all others."""

    def show_devices(form: forms.Again) -> pages.DevicesPage:
        devices = tuple(account_actions.own_devices(request))
        return pages.DevicesPage(form=form, devices=devices, ended=request.GET.get("ended") == "1")

    return confirm_first(
        request,
        forms.Again,
        lambda _form, password: account_actions.end_other_sessions(request, password),
        show=show_devices,
        done=lambda: HttpResponseRedirect(reverse("account_devices") + "?ended=1"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def show_log(request: HttpRequest) -> HttpResponse:
    """What happened to the account; its owner says that they know of an alarm."""
    access.open_mine(request)
    if request.method == "POST":
        account_actions.settle_alarm(request)
        return HttpResponseRedirect(reverse("account_log"))
    try:
        log = account_actions.read_log(request)
    except (DidNotOpen, NewerVersion):
        return render(request, pages.LogPage(entries=(), alarm=False, unopened=1))
    return render(request, pages.LogPage(entries=present.list_entries(log), alarm=log.alarm, unopened=0))
