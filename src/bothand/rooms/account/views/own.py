"""What one chose for oneself."""

import msgspec
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bothand.couples import access, acts
from bothand.couples.settings_record import Settings
from bothand.rooms.account import forms, pages
from bothand.shell.page import render
from bothand.vault.errors import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Name, colour, zone, lock; and the ways to the rest."""
    mine = access.mine(request)
    standing = mine.only(Settings)
    chosen = Settings() if standing is None else standing.record
    form = forms.Own(request.POST or None, initial=msgspec.structs.asdict(chosen))
    if request.method == "POST" and form.is_valid():
        fresh = msgspec.structs.replace(chosen, **form.cleaned_data)
        try:
            # What one is called stands in *mine*, in *ours* and in the session: all of them or none.
            with transaction.atomic():
                if standing is None:
                    mine.add(fresh)
                elif fresh != chosen:
                    mine.replace(standing, fresh)
                acts.settings_changed(request)
        except Conflict:
            # Two devices of one person: the later choice counts, and both are a choice of the same few fields.
            return account(request)
        return HttpResponseRedirect(reverse("account") + "?kept=1")
    page = pages.AccountPage(
        form=form, kept=request.GET.get("kept") == "1", revision=0 if standing is None else standing.revision
    )
    return render(request, page)
