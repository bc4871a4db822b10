"""Paths of the house, for the shell's own tests: the names that its templates know."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


NAMES = {
    "today": "", "sign_in": "in/", "sign_up": "start/", "recover": "back/", "carry": "again/", "unlock": "open/",
    "lock": "lock/", "exit": "exit/", "exit_about": "exit/about/", "manifest": "app.webmanifest",
    "safety_page": "leaf/", "welcome_page": "hello/", "sign_out": "out/", "passkey_question": "touch/",
}  # fmt: skip
urlpatterns = [path(where, nothing, name=name) for name, where in NAMES.items()]
