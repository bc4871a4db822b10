"""The yardstick for pages: a view of plain Django that gives a small template, behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from bothand.web.urls import handler400, handler403, handler404, handler500
from bothand.web.urls import urlpatterns as own

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PATH = "/bare/"
_TEMPLATE = Engine().from_string(
    "<!doctype html><html lang=en><title>{{ title }}</title><h1>{{ title }}</h1>"
    "<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul></html>"
)
_LINES = [f"line {number}" for number in range(20)]


def bare(_request: HttpRequest) -> HttpResponse:
    """Twenty lines in a list."""
    return HttpResponse(_TEMPLATE.render(Context({"title": "Bare", "lines": _LINES})))


urlpatterns = [*own, path(PATH.strip("/") + "/", bare, name="bare")]
