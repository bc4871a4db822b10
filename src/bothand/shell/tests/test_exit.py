"""Leaving at once, with and without JavaScript."""

from bothand.shell.exit import ExitHelp, blank_response, exit_response
from bothand.shell.page import render


def test_it_goes_on_to_a_page_elsewhere_without_a_redirect():
    response = exit_response()
    assert response.status_code == 200
    assert response.headers["Refresh"] == "0; url=https://elsewhere.example/"


def test_it_tells_the_browser_to_forget_this_site():
    assert exit_response().headers["Clear-Site-Data"] == '"*"'


def test_it_shows_nothing_and_names_nothing():
    text = exit_response().content.decode()
    assert "Bothand" not in text
    assert "<body" not in text


def test_it_signs_nobody_out_by_a_mere_link():
    assert "Clear-Site-Data" not in blank_response().headers


def test_it_needs_no_script(ask):
    text = render(ask(), ExitHelp()).content.decode()
    form = text[text.index('<form class="ways"') : text.index("</form>")]
    assert 'method="post" action="/exit/"' in form
    assert 'name="csrfmiddlewaretoken"' in form


def test_it_says_what_it_does_not_do(ask):
    text = render(ask(), ExitHelp()).content.decode()
    assert "What it does not do" in text
    assert "https://elsewhere.example/" in text
