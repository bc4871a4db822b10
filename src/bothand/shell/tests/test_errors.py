"""Error pages come whatever broke, and help."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import RequestFactory

from bothand.shell import errors

PAGES = {
    400: errors.bad_request,
    403: errors.forbidden_page,
    404: errors.not_found,
    413: errors.too_large,
    429: lambda request: errors.too_many(request, 5),
    500: errors.server_error,
}


@pytest.mark.parametrize(("status", "page"), PAGES.items())
def test_it_answers_before_anything_is_known_of_the_visitor(status, page):
    response = page(RequestFactory().get("/x/"))
    assert response.status_code == status
    assert "To the first page" in response.content.decode()


@pytest.mark.parametrize("page", [errors.bad_request, errors.forbidden_page, errors.not_found])
def test_it_never_shows_what_the_error_said(page):
    assert "hush" not in page(RequestFactory().get("/x/"), ValueError("hush")).content.decode()


def test_it_tells_too_much_from_unreadable():
    assert errors.bad_request(RequestFactory().get("/x/"), RequestDataTooBig("x")).status_code == 413


def test_it_answers_even_when_the_last_page_cannot_be_made(monkeypatch):
    monkeypatch.setattr(errors, "get_template", lambda name: 1 / 0)
    response = errors.server_error(RequestFactory().get("/x/"))
    assert (response.status_code, response.content) == (500, b"Something broke on this machine.")


def test_the_last_page_has_a_way_out_that_needs_no_token():
    text = errors.server_error(RequestFactory().get("/x/")).content.decode()
    assert '<form class="ways" method="post" action="/exit/">' in text
