"""Password, recovery code, PIN, devices."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bothand.accounts import access, account_actions, passwords
from bothand.kit import password_check
from bothand.kit.password_check import OK, attempt_action, form_input, form_status
from bothand.rooms.account import forms, pages
from bothand.shell.page import render


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
    """A new recovery code; the page after this one shows it."""
    access.open_mine(request)
    form = forms.Password(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["password"]
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: account_actions.new_recovery_code(request, given),
        )
        if status == OK:
            return HttpResponseRedirect(reverse("sign_up_code"))
    return render(request, pages.NewCodePage(form=form), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def set_pin(request: HttpRequest) -> HttpResponse:
    """The PIN of this device."""
    access.open_mine(request)
    form = forms.NewPin(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: account_actions.set_pin(request, given["pin"], given["password"]),
        )
        if status == OK:
            return HttpResponseRedirect(reverse("account_pin") + "?kept=1")
    return render(request, pages.PinPage(form=form, kept=request.GET.get("kept") == "1"), status=status)


@require_POST
def remove_pin(request: HttpRequest) -> HttpResponse:
    """No PIN here any more."""
    account_actions.drop_pin(request)
    return HttpResponseRedirect(reverse("account_pin"))


@require_http_methods(["GET", "HEAD", "POST"])
def list_devices(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; end all others."""
    access.open_mine(request)
    if request.method == "POST":
        account_actions.end_other_sessions(request)
        return HttpResponseRedirect(reverse("account_devices") + "?ended=1")
    page = pages.DevicesPage(
        devices=tuple(account_actions.own_devices(request)), ended=request.GET.get("ended") == "1"
    )
    return render(request, page)
