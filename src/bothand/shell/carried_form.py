"""The one page that carries typed text through sign-in, PIN or an old form (docs/sealing.md, Sessions).

What a POST brought is put into hidden inputs named `carry.<name>`; they come back with the answer to /again/,
whose view asks `read_carried` for them, checks the mark against the account that opened, and lets the write go on.
Secrets and files are never carried; a form from another site is refused.
"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from bothand.accounts import access, account_actions
from bothand.accounts.visitor import Visitor
from bothand.shell import errors
from bothand.shell.doors import Ask, CarriedField, CarryPage, Reason
from bothand.shell.exit import exit_response
from bothand.shell.page import render
from bothand.shell.submission import FILES_FIELD, MARK_FIELD, NEVER, PATH_FIELD, is_secret

LIMIT = 1024 * 1024
"""Bytes of names and values, in UTF-8, that are carried at most."""

PREFIX = "carry."
DOORS = ("sign_in", "sign_up", "recover")
"""The names of those urls whose forms are for the signed-out."""


def same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that this request comes from one of our own pages.

    Where `Origin` is sent, it must be ours; where `Sec-Fetch-Site` is sent, it must be same-origin; one of
    them must be sent.
    """
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin is None and site is None:
        return False
    own = f"{request.scheme}://{request.get_host()}"
    return (origin is None or origin == own) and (site is None or site == "same-origin")


def safe_path(path: str) -> str:
    """The path when it is one of ours, else "/".

    >>> safe_path("/journal/?page=2"), safe_path("//elsewhere.example/"), safe_path("https://elsewhere.example/")
    ('/journal/?page=2', '/', '/')
    """
    if (
        not path.startswith("/")
        or not path.isprintable()
        or not url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    ):
        return "/"
    return path


def carried_page(request: HttpRequest, reason: Reason, *, wrong: str = "", name: str = "") -> HttpResponse:
    """Answer a POST that could not go on: ask for what is missing, and hold what was typed.

    Called for /again/ itself (a wrong password), it holds the same fields once more; `wrong` says what did
    not open. 503 where all was busy. 403 when the POST is not from one of our pages; 413 when there is more than can be carried.
    """
    if not same_origin(request):
        return errors.forbidden_page(request)
    try:
        path, mark, typed = _typed_fields(request)
        files = bool(request.FILES) or request.POST.get(FILES_FIELD) == "1"
    except errors.TOO_MUCH:
        return errors.too_large(request)
    ask = _ask_again(request)
    fields = tuple(_carried_fields(typed, "" if ask == "send" else PREFIX))
    if sum(len(each.name.encode()) + len(each.value.encode()) for each in fields) > LIMIT:
        return errors.too_large(request)
    shown = CarryPage(
        reason=reason,
        ask=ask,
        action=path if ask == "send" else reverse("carry"),
        path=path,
        mark=mark,
        fields=fields,
        files=files,
        wrong=wrong,
        name=name,
    )
    return render(request, shown, status=503 if reason == "busy" else 403)


def read_carried(post: QueryDict) -> tuple[str, str, QueryDict]:
    """What came back with /again/: the path to go on to, the form's mark, the fields as they were typed."""
    typed = QueryDict(mutable=True)
    for name, values in post.lists():
        bare = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and bare not in NEVER and not is_secret(bare):
            typed.setlist(bare, values)
    typed._mutable = False  # noqa: SLF001  # the only way to close one built by hand
    return safe_path(post.get(PATH_FIELD, "/")), post.get(MARK_FIELD, ""), typed


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's signature
    """The CSRF_FAILURE_VIEW: an old form is carried, a form from elsewhere refused.

    The ways out never wait for a fresh token: from an old page of ours, one leaves or locks at once.
    """
    if same_origin(request) and request.path == reverse("exit"):
        account_actions.sign_out(request)
        return exit_response()
    if (
        same_origin(request)
        and request.path == reverse("lock")
        and access.visitor_of_request(request).signed_in
    ):
        account_actions.lock_mine(request)
        return HttpResponseRedirect(reverse("today"))
    return carried_page(request, "csrf")


def _typed_fields(request: HttpRequest) -> tuple[str, str, QueryDict]:
    if request.path == reverse("carry"):
        return read_carried(request.POST)
    return request.get_full_path(), request.POST.get("mark", ""), request.POST


def _carried_fields(typed: QueryDict, prefix: str = PREFIX) -> Iterator[CarriedField]:
    for name, values in typed.lists():
        if name not in NEVER and not is_secret(name):
            for value in values:
                yield CarriedField(name=prefix + name, value=value)


def _ask_again(request: HttpRequest) -> Ask:
    visitor = getattr(request, "visitor", Visitor.nobody())
    if not visitor.signed_in:
        # Signing in, signing up and coming back need nobody signed in: such a form is just sent once more.
        return "send" if request.path in {reverse(name) for name in DOORS} else "password"
    return "nothing" if visitor.unlocked else "unlock"
