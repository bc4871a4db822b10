"""Everything that is one's own: take it along, bring it in, delete it."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, account_actions, couple_actions, wall_clock
from bothand.accounts.account_log import Event
from bothand.kit import password_check
from bothand.kit.password_check import OK, attempt_action, form_input, form_status
from bothand.rooms.account import forms, labels, pages
from bothand.rooms.account.takeout import archive, export, store
from bothand.shell.page import render
from bothand.shell.worker import OverBudget


@require_http_methods(["GET", "HEAD", "POST"])
def export_data(request: HttpRequest) -> HttpResponse:
    """One zip, built in memory."""
    access.open_mine(request)
    form = forms.Password(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: account_actions.confirm_password(request, password),
        )
        if status == OK:
            chosen = access.visitor_of_request(request).settings
            content = export.write_archive(
                access.open_mine(request), chosen, wall_clock.now(), couple_actions.to_take_along(request)
            )
            account_actions.note_change(request, Event.COPY_TAKEN)
            response = HttpResponse(content, content_type="application/zip")
            response.headers["Content-Disposition"] = 'attachment; filename="copy.zip"'
            return response
    return render(request, pages.ExportPage(form=form), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_data(request: HttpRequest) -> HttpResponse:
    """Take in a copy that was made here or elsewhere."""
    access.open_mine(request)
    form = forms.Bring(**form_input(request))
    brought, status = None, form_status(form)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: account_actions.confirm_password(request, password),
        )
        if status == OK:
            brought = _bring_in(request, form)
            status = form_status(form)
    return render(request, pages.BringPage(form=form, brought=brought), status=status)


def _bring_in(request: HttpRequest, form: forms.Bring) -> pages.Brought | None:
    """All of it or nothing; where nothing, the form says why."""
    try:
        copy = store.unpack_archive(form.cleaned_data["file"].read())
        with transaction.atomic():
            account_actions.reach_back(request, copy.first)
            brought = store.bring_in(access.open_mine(request), copy)
            account_actions.note_change(request, Event.COPY_BROUGHT)
            account_actions.settings_changed(request)
    except archive.NotACopy:
        form.add_error("file", labels.NOT_A_COPY)
    except archive.NewerCopy:
        form.add_error("file", labels.NEWER_COPY)
    except archive.TooLarge:
        form.add_error("file", labels.COPY_TOO_LARGE)
    except OverBudget as error:
        form.add_error("file", str(error.sentence))
    else:
        return brought
    return None


@require_http_methods(["GET", "HEAD", "POST"])
def delete_account(request: HttpRequest) -> HttpResponse:
    """Delete the account and all that is one's own, at once."""
    access.open_mine(request)
    form = forms.Password(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        outcome: list[bool] = []
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: outcome.append(account_actions.delete_account(request, password)),
        )
        if status == OK:
            response = render(request, pages.ClosedPage(clean=outcome[0]))
            response.headers["Clear-Site-Data"] = '"*"'
            return response
    return render(request, pages.ClosePage(form=form), status=status)
