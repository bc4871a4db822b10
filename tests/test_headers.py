"""Every page: what browsers are told to refuse, and markup that any reader, of whatever kind, can make sense of."""

import re

import pytest
from django.http import HttpResponse
from django.urls import reverse
from tests.harness import Canary, addresses, form_cases, named, one_for, page_cases, send, visit
from tests.markup import Markup
from tests.people import Person
from tests.residents import Lasting, fresh, lasting, resident
from tests.retired import retired_names

from bothand.accounts import access
from bothand.shell.policy import HEADERS

__all__ = ["lasting"]

TOKEN = "csrfmiddlewaretoken"
PAGES = page_cases()
ANSWERS = [case for case in form_cases() if case.shows]


SEEN: dict[str, HttpResponse] = {}
"""Answers by the name and place of their case: each is asked for once, and looked at by every test."""


@pytest.fixture(scope="module")
def residents(lasting: Lasting) -> dict[bool, Person]:
    """Somebody alone, and one of two, with something in every room."""
    with lasting():
        return {paired: resident(paired=paired) for paired in (False, True)}


@pytest.fixture
def page(request, residents, db, settings):
    """A page of a case, or the page that answers a form, as somebody sees it."""
    settings.BOTHAND_OPEN = True
    key = f"{named(request.param)} {id(request.param)}"
    if key not in SEEN:
        SEEN[key] = answered(request.param, residents)
    return SEEN[key]


def answered(case, residents) -> HttpResponse:
    words = Canary()
    if case in ANSWERS:
        return send(case, one_for(case, words), words).response
    return visit(case, one_for(case, words) if case.signed_out else fresh(residents[case.paired]))


every_page = pytest.mark.parametrize("page", [*PAGES, *ANSWERS], ids=named, indirect=True)


def policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response.headers["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in filter(None, parts)}


@every_page
def test_it_is_stored_nowhere_and_tells_no_other_site(page):
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["X-Frame-Options"] == "DENY"
    assert {name: page.headers[name] for name in HEADERS} == HEADERS
    assert "ETag" not in page.headers
    assert "Last-Modified" not in page.headers


@every_page
def test_its_policy_lets_nothing_in_from_elsewhere(page):
    told = policy(page)
    assert told["default-src"] == ["'none'"]
    assert (
        told["manifest-src"] == told["form-action"] == told["script-src"] == told["style-src"] == ["'self'"]
    )
    assert told["frame-ancestors"] == told["base-uri"] == ["'none'"]
    assert {source for sources in told.values() for source in sources} == {"'none'", "'self'"}
    assert "unsafe" not in page.headers["Content-Security-Policy"]


@every_page
def test_it_has_no_inline_style_or_script_and_fetches_nothing_from_elsewhere(page):
    markup = Markup(page.content.decode())
    assert markup.inline() == []
    fetched = [one.attributes.get(name, "") for one in markup.named("script", "link", "img", "use", "image") for name in ("src", "href")]  # fmt: skip
    assert [address for address in fetched if re.match(r"(\w+:)?//", address)] == []


@every_page
def test_its_markup_is_well_formed_and_every_part_of_it_has_a_name(page):
    markup = Markup(page.content.decode())
    assert markup.faults == []
    ids = markup.ids()
    assert [each for each in ids if ids.count(each) > 1] == []
    assert markup.broken_references() == []
    assert markup.unnamed_controls() == []
    # The sheet that comes down at lock time has a heading of its own; while it is down, the page is hidden.
    headings = [one.text for one in markup.named("h1") if one.inside("main")]
    assert len(headings) == len(markup.named("main")) == len(markup.named("title")) == 1
    assert markup.named("html")[0].attributes["lang"]


@every_page
def test_its_forms_are_sent_here_with_a_token_by_post(page):
    markup = Markup(page.content.decode())
    for form in markup.named("form"):
        assert form.attributes.get("method") == "post"
        assert form.attributes["action"].startswith("/")
        assert not form.attributes["action"].startswith("//")
        tokens = [
            one for one in markup.named("input") if form in one.above and one.attributes.get("name") == TOKEN
        ]
        # *Help and safety* is the same for everybody: its two forms have none, and exit takes any of ours.
        assert len(tokens) == 1 or form.attributes["action"] in {reverse("exit"), reverse("safety_page")}


@every_page
def test_its_cookies_are_for_this_site_over_tls_and_for_no_script(page):
    for name, cookie in page.cookies.items():
        assert name.startswith("__Host-")
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")


@every_page
def test_its_title_is_one_neutral_word(page):
    (title,) = Markup(page.content.decode()).named("title")
    assert len(title.text.split()) == 1
    assert not re.search(r"bothand|relation|couple|partner|safe", title.text, re.IGNORECASE)


@pytest.mark.parametrize("address", addresses(), ids=lambda one: one.name)
def test_every_answer_has_the_headers_refusals_and_redirects_too(address, noa):
    # What changes something comes last.
    for method in ("GET", "PUT", "POST"):
        answer = noa.client.generic(method, address.nowhere())
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, method
        assert "Content-Security-Policy" in answer.headers, method


def test_the_browser_is_told_to_forget_at_sign_out_and_at_quick_exit(noa, sam):
    assert noa.client.post(reverse("sign_out")).headers["Clear-Site-Data"] == '"cache", "storage"'
    assert sam.client.post(reverse("exit")).headers["Clear-Site-Data"] == '"*"'
    for who in (noa, sam):
        assert who.client.cookies[access.COOKIE].value == ""


def test_quick_exit_leads_elsewhere_by_refresh_and_not_by_a_redirect(noa):
    answer = noa.client.post(reverse("exit"))
    assert answer.status_code == 200
    assert answer.headers["Refresh"].startswith("0; url=https://")


@every_page
def test_what_is_typed_here_leaves_this_machine_for_no_spelling_or_translation_service(page):
    """Browsers send text away for both, where they may; a page of somebody signed in may not be sent at all."""
    markup = Markup(page.content.decode())
    (html,) = markup.named("html")
    assert html.attributes.get("data-in") != "yes" or html.attributes["translate"] == "no"
    for one in markup.named("input", "textarea"):
        if one.name == "textarea" or one.attributes.get("type", "text") in {"text", "search"}:
            checked = [
                each.attributes["spellcheck"] for each in (*one.above, one) if "spellcheck" in each.attributes
            ]
            assert checked[-1:] == ["false"], one.attributes


@every_page
def test_every_field_says_what_a_browser_may_fill_in(page):
    for one in Markup(page.content.decode()).named("input", "textarea", "select"):
        kind = one.attributes.get("type", "text") if one.name == "input" else one.name
        if kind in {"hidden", "radio", "checkbox", "file"}:
            continue
        said, secret = one.attributes.get("autocomplete"), kind == "password"
        allowed = (
            {"current-password", "new-password", "off"} if secret else {"off", "username", "one-time-code"}
        )
        assert said in allowed, one.attributes


@every_page
def test_no_mark_around_a_name_stands_inside_an_attribute(page):
    markup = Markup(page.content.decode())
    assert [
        one.name for one in markup.elements if any("bdi>" in value for value in one.attributes.values())
    ] == []


@every_page
def test_it_calls_nothing_by_a_retired_word(page):
    assert list(retired_names(page.content.decode())) == []
