"""Going on after sign-in, PIN or an old form, with what was typed."""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import resolve
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_POST

from bothand.accounts import access, account_actions
from bothand.accounts.errors import OneMoreStep, PasskeyRefused, Throttled, WrongSecret
from bothand.kit import password_check
from bothand.rooms.account import labels, pages
from bothand.rooms.account.forms import SignIn
from bothand.rooms.account.views.door import unlock_or_sign_in
from bothand.shell import carried_form
from bothand.shell.doors import Reason
from bothand.shell.frame import account_mark
from bothand.shell.page import render
from bothand.vault.errors import Busy


@require_POST
def carry_on(request: HttpRequest) -> HttpResponse:
    """Open what was closed, then let the write go on, to the account in which it was typed and to no other."""
    path, mark, typed = carried_form.read_carried(request.POST)
    reason, wrong = _open_door(request)
    if wrong:
        return carried_form.carried_page(request, reason, wrong=wrong, name=request.POST.get("name", ""))
    if mark and mark != account_mark(access.visitor_of_request(request).account):
        page = pages.SignInPage(form=SignIn(), next="/", may_sign_up=False, said=labels.TYPED_BY_ANOTHER)
        account_actions.sign_out(request)
        return render(request, page, status=403)
    return _go_on(request, path, typed)


def _open_door(request: HttpRequest) -> tuple[Reason, str]:
    visitor = access.visitor_of_request(request)
    if visitor.unlocked:
        return "csrf", ""
    if visitor.signed_in:
        return "locked", unlock_or_sign_in(request)[0]
    name, password = request.POST.get("name", ""), request.POST.get("password", "")
    passkey = request.POST.get("passkey", "")
    try:
        if passkey:
            account_actions.sign_in_by_passkey(request, passkey)
        else:
            account_actions.sign_in(request, name, password)
    except OneMoreStep:
        return "signed_out", str(labels.SIGN_IN_ELSEWHERE)
    except PasskeyRefused as error:
        return "signed_out", str(password_check.say_refused(error))
    except WrongSecret:
        return "signed_out", str(labels.WRONG_SIGN_IN)
    except Throttled as error:
        return "signed_out", password_check.too_many(error.seconds)
    except Busy:
        return "signed_out", str(password_check.BUSY)
    return "signed_out", ""


def _go_on(request: HttpRequest, path: str, typed: QueryDict) -> HttpResponse:
    """Hand the request to the view it was for, as if it had come there. CSRF was checked on the way in here."""
    parts = urlsplit(path)
    match = resolve(parts.path)
    if match.url_name == "carry":
        raise Http404
    request.path = request.path_info = parts.path
    request.META["QUERY_STRING"] = parts.query
    request.GET = QueryDict(parts.query)
    request.POST = typed  # type: ignore[assignment]  # as above
    request._files = MultiValueDict()  # type: ignore[attr-defined]  # noqa: SLF001  files are never carried
    request.resolver_match = match
    response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return response
