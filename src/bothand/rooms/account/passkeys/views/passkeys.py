"""One's own passkeys."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access, passkey_actions, passkey_answers
from bothand.accounts.errors import PasskeyRefused, TooManyPasskeys
from bothand.kit.addresses import id_of
from bothand.kit.password_check import (
    OK,
    OPEN,
    WRONG,
    WRONG_PASSWORD,
    attempt_action,
    attempt_with_password,
    form_input,
    form_status,
)
from bothand.rooms.account import forms, labels
from bothand.rooms.account.pages import Text
from bothand.rooms.account.passkeys import pages
from bothand.rooms.account.passkeys.forms import Made, NewPasskey
from bothand.rooms.account.passkeys.present import list_passkeys
from bothand.shell.page import render
from bothand.vault.ceremony import credential_id
from bothand.vault.errors import Missing


@require_safe
def give_question(request: HttpRequest) -> HttpResponse:
    """A fresh question for a passkey, in hex: the same kind of answer for everybody, signed in or not."""
    return HttpResponse(passkey_answers.new_question(request), content_type="text/plain")


@require_safe
def list_own(request: HttpRequest) -> HttpResponse:
    """Those there are."""
    own = list_passkeys(passkey_actions.own_passkeys(request))
    made = request.GET.get("made", "")
    return render(
        request,
        pages.PasskeysPage(passkeys=own, made=cast("pages.Made", made if made in {"opens", "step"} else "")),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """A name and the password; then the page that asks the device."""
    own = passkey_actions.own_passkeys(request)
    form = NewPasskey(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        asked: list[tuple[str, str]] = []
        given = form.cleaned_data
        status = attempt_action(
            form,
            "password",
            WRONG_PASSWORD,
            lambda: asked.append(passkey_actions.begin_making(request, given["password"])),
        )
        if status == OK:
            question, handle = asked[0]
            others = " ".join(credential_id(one.credential).hex() for one in own)
            return render(
                request,
                pages.MakePasskeyPage(name=given["name"], question=question, handle=handle, others=others),
            )
    return _show_new(request, form, status=status)


@require_POST
def take_up(request: HttpRequest) -> HttpResponse:
    """Take up what the device made."""
    access.open_mine(request)
    form = Made(request.POST)
    again = NewPasskey(initial={"name": request.POST.get("name", "")})
    if not form.is_valid():
        return _show_new(request, again, labels.PASSKEY_NOT_MADE, status=OPEN)
    given = form.cleaned_data
    try:
        made = passkey_actions.finish_making(request, given["passkey"], given["name"])
    except PasskeyRefused:
        return _show_new(request, again, labels.PASSKEY_NOT_MADE, status=WRONG)
    except TooManyPasskeys:
        return _show_new(request, again, labels.TOO_MANY_PASSKEYS, status=WRONG)
    return HttpResponseRedirect(reverse("account_passkeys") + f"?made={'opens' if made.opens else 'step'}")


@require_http_methods(["GET", "HEAD", "POST"])
def remove_own(request: HttpRequest, hex_id: str) -> HttpResponse:
    """From now on it opens nothing. A passkey never confirms this: the password does."""
    key = id_of(hex_id)
    listed = list_passkeys(passkey_actions.own_passkeys(request))
    found = next((one for one in listed if one.hex_id == hex_id), None)
    if found is None:
        raise Missing
    form = forms.Password(**form_input(request))
    status = form_status(form)
    if request.method == "POST":
        status = attempt_with_password(
            request, form, lambda request, password: passkey_actions.remove_passkey(request, key, password)
        )
        if status == OK:
            return HttpResponseRedirect(reverse("account_passkeys"))
    return render(request, pages.RemovePasskeyPage(form=form, passkey=found), status=status)


def _show_new(request: HttpRequest, form: NewPasskey, wrong: Text = "", *, status: int) -> HttpResponse:
    page = pages.NewPasskeyPage(
        form=form, possible=passkey_answers.find_site(request) is not None, wrong=wrong
    )
    return render(request, page, status=status)
