"""What one chose for oneself."""

import msgspec
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, account_actions
from bothand.accounts.account_log import Event
from bothand.accounts.preferences import Settings
from bothand.kit import password_check
from bothand.kit.password_check import attempt_action, form_input, form_status
from bothand.rooms.account import forms, pages
from bothand.shell.page import render
from bothand.vault.errors import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
def show_account(request: HttpRequest) -> HttpResponse:
    """Name, colour, zone, lock; and the ways to the rest."""
    mine = access.open_mine(request)
    standing = mine.only(Settings)
    chosen = Settings() if standing is None else standing.record
    form = forms.Own(
        **form_input(request), initial=msgspec.structs.asdict(chosen), lock_now=chosen.lock_after
    )
    status = form_status(form)
    if request.method == "POST" and form.is_valid() and form.opens_longer:
        password = form.cleaned_data["password"]
        status = attempt_action(
            form,
            "password",
            password_check.WRONG_PASSWORD,
            lambda: account_actions.confirm_again(request, password),
        )
    if request.method == "POST" and not form.errors:
        fresh = msgspec.structs.replace(chosen, **_read_choices(form))
        try:
            # What one is called stands in *mine*, in *ours* and in the session: all of them or none.
            with transaction.atomic():
                if standing is None:
                    mine.add(fresh)
                elif fresh != chosen:
                    mine.replace(standing, fresh)
                if form.opens_longer:
                    account_actions.note_change(request, Event.OPEN_LONGER)
                account_actions.settings_changed(request)
        except Conflict:
            # Two devices of one person: the later choice counts, and both are a choice of the same few fields.
            return show_account(request)
        return HttpResponseRedirect(reverse("account") + "?kept=1")
    page = pages.AccountPage(
        form=form, kept=request.GET.get("kept") == "1", revision=0 if standing is None else standing.revision
    )
    return render(request, page, status=status)


def _read_choices(form: forms.Own) -> dict[str, object]:
    return {name: value for name, value in form.cleaned_data.items() if name != "password"}
