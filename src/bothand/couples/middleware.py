"""Reads the cookie on the way in and writes it on the way out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from bothand.couples import access


class VisitorMiddleware:
    """Sets `request.visitor`: one look at the session, or none without a cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        access.arrive(request)
        response = self.get_response(request)
        access.leave(request, response)
        return response
