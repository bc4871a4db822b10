"""What *Help and safety* says, to whom, and that nobody can tell it was read."""

import logging
import re
import sys

import pytest
from django.templatetags.static import static
from django.test import Client
from tests.people import ORIGIN, Secure
from tests.template_contract import names_outside

from bothand.accounts import access, activity, wall_clock
from bothand.accounts.models import Session
from bothand.content.safety import load_help
from bothand.kit import texts
from bothand.rooms.safety import present, views
from bothand.rooms.safety.pages import HelpPage

LEAF = "/leaf/"
opened: list[str] = []
listening: list[bool] = []


def _hear(event, arguments):
    if listening and event == "open":
        opened.append(str(arguments[0]))


sys.addaudithook(_hear)


def whole(response):
    return response.status_code, sorted(response.headers.items()), response.content, sorted(response.cookies)


def words(response):
    return re.sub(r"\s+", " ", response.content.decode())


class TestTheSameForEverybody:
    def test_it_is_byte_equal_signed_out_signed_in_locked_and_for_another(self, noa, sam, anyone):
        noa.client.post("/you/", {"name": "Noa", "hue": "plum", "zone": "Asia/Tokyo", "lock_after": "5"})
        unlocked = whole(noa.client.post(LEAF))
        noa.client.post("/lock/")
        assert whole(noa.client.post(LEAF)) == unlocked
        assert whole(sam.client.post(LEAF)) == unlocked
        assert whole(anyone.post(LEAF)) == unlocked
        assert unlocked[0] == 200

    def test_it_sets_no_cookie_and_asks_for_none(self, noa):
        response = noa.client.post(LEAF)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_it_takes_no_broken_cookie_away(self, anyone):
        anyone.cookies[access.COOKIE] = "broken"
        assert not anyone.post(LEAF).cookies

    def test_it_says_nothing_of_who_is_there(self, noa):
        page = noa.client.post(LEAF).content.decode()
        assert "Noa" not in page
        assert "data-mark" not in page
        assert "csrf" not in page


class TestNothingStays:
    def test_it_asks_the_database_nothing(self, noa, django_assert_num_queries):
        with django_assert_num_queries(0):
            noa.client.post(LEAF)

    @pytest.mark.parametrize(
        ("path", "method"), [(LEAF, "get"), (LEAF, "post"), ("/leaf", "get")], ids=["cover", "page", "odd"]
    )
    def test_no_session_is_touched(self, noa, clock, path, method):
        before = Session.objects.values().get()
        used = activity.seconds_left(noa.live.key)
        clock.minutes(3)
        clock.on(day=25)
        getattr(noa.client, method)(path)
        assert Session.objects.values().get() == before
        assert activity.seconds_left(noa.live.key) == used - 3 * 60

    def test_any_other_page_would_have_been_seen(self, noa, clock):
        clock.minutes(3)
        clock.on(day=25)
        noa.client.get("/you/")
        assert Session.objects.get().used_on == wall_clock.now().date()

    def test_nothing_is_logged(self, noa, caplog, capsys):
        caplog.set_level(logging.DEBUG)
        noa.client.post(LEAF)
        assert caplog.records == []
        assert capsys.readouterr() == ("", "")

    def test_no_file_is_read_whose_time_would_tell(self, noa):
        noa.client.get("/you/")
        opened.clear()
        listening.append(True)
        try:
            noa.client.post(LEAF)
        finally:
            listening.clear()
        assert opened == []

    def test_it_loads_nothing_that_other_pages_do_not_load(self, noa):
        def loaded(page):
            return set(re.findall(r'(?:src|href)="(/s/[^"]+)"', page.content.decode()))

        others = loaded(noa.client.get("/you/"))
        assert loaded(noa.client.get(LEAF)) == loaded(noa.client.post(LEAF)) <= others

    def test_it_does_not_ask_for_the_manifest_which_goes_with_the_cookie(self, anyone):
        assert "manifest" not in words(anyone.post(LEAF))


class TestNothingIsSent:
    def test_its_only_form_is_the_way_out(self, anyone):
        page = words(anyone.post(LEAF))
        assert re.findall(r'<form[^>]*action="([^"]+)"', page) == ["/exit/"]
        assert not re.search(r"<(input|select|textarea)\b", page)

    def test_its_links_lead_to_a_phone_or_back(self, anyone):
        links = set(re.findall(r'<a [^>]*href="([^"]+)"', words(anyone.post(LEAF))))
        assert {link for link in links if not link.startswith("tel:")} == {"#main", "/"}

    def test_it_takes_nothing(self, noa):
        for path in (f"{LEAF}?country=AT", f"{LEAF}?x=1"):
            assert noa.client.get(path).content == noa.client.get(LEAF).content
        assert noa.client.post(LEAF, {"country": "AT"}).content == noa.client.post(LEAF).content


class TestTheCover:
    """What the address itself shows, and so what the Back button brings."""

    def test_it_is_the_same_for_everybody_and_sets_no_cookie(self, noa, sam, anyone):
        assert whole(noa.client.get(LEAF)) == whole(sam.client.get(LEAF)) == whole(anyone.get(LEAF))
        assert not anyone.get(LEAF).cookies

    def test_it_says_nothing_of_what_is_behind_it(self, anyone):
        page = words(anyone.get(LEAF))
        assert "<title>Reading</title>" in page
        for said in ("safe", "help", "afraid", "tel:", "<details", "call"):
            assert said not in re.sub(r"<(script|link|svg|use|symbol)[^>]*>", "", page).lower(), said

    def test_its_button_opens_the_page_without_a_token(self, db):
        client = Secure(enforce_csrf_checks=True, **ORIGIN)
        cover = words(client.get(LEAF))
        assert re.findall(r'<form[^>]*action="([^"]+)"', cover) == ["/exit/", LEAF]
        assert "Help and safety" in words(client.post(LEAF))


class TestTheLanguage:
    @pytest.fixture
    def german(self, monkeypatch, settings):
        """As if there were a second language: the same texts, under its name."""
        settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
        for module in (present, texts):
            monkeypatch.setattr(module, "find_languages", lambda: ("de", "en"))
        monkeypatch.setattr(views, "load_help", lambda _language: load_help("en"))
        monkeypatch.setattr(
            views, "list_helplines", lambda file, _language: present.list_helplines(file, "en")
        )

    def test_where_there_is_one_there_is_nothing_to_choose(self, anyone):
        for page in (words(anyone.get(LEAF)), words(anyone.post(LEAF))):
            assert 'name="language"' not in page

    @pytest.mark.usefixtures("german")
    def test_each_is_a_button_in_its_own_name_on_the_cover_and_on_the_page(self, anyone):
        for page in (words(anyone.get(LEAF)), words(anyone.post(LEAF))):
            assert re.findall(r'name="language" value="(\w+)" lang="\w+">(\w+)<', page) == [
                ("en", "English"),
                ("de", "Deutsch"),
            ]

    @pytest.mark.usefixtures("german")
    def test_what_is_chosen_holds_for_that_one_page_and_is_kept_nowhere(self, noa, anyone):
        chosen = anyone.post(LEAF, {"language": "de"})
        assert '<html lang="de"' in words(chosen)
        assert not chosen.cookies
        assert whole(noa.client.post(LEAF, {"language": "de"})) == whole(chosen)
        assert '<html lang="en"' in words(anyone.post(LEAF))
        assert anyone.get(f"{LEAF}?language=de").content == anyone.get(LEAF).content

    @pytest.mark.usefixtures("german")
    @pytest.mark.parametrize("odd", ["fr", "", "de\n", "x" * 5000])
    def test_any_other_word_opens_it_as_ever(self, anyone, odd):
        assert anyone.post(LEAF, {"language": odd}).content == anyone.post(LEAF).content


class TestTheWayOut:
    @pytest.fixture
    def strict(self, noa):
        """A browser whose forms are checked; the page gives it no token to send."""
        client = Secure(enforce_csrf_checks=True, **ORIGIN)
        client.cookies[access.COOKIE] = noa.client.cookies[access.COOKIE].value
        return client

    def test_it_is_there_and_ends_the_session_of_who_is_signed_in(self, strict):
        page = words(strict.post(LEAF))
        assert "Quick exit" in page
        assert static("shell/exit.js") in page
        response = strict.post("/exit/")
        assert response.status_code == 200
        assert "Refresh" in response.headers
        assert response.headers["Clear-Site-Data"] == '"*"'
        assert not Session.objects.exists()

    def test_it_works_for_the_signed_out(self, db):
        client = Secure(enforce_csrf_checks=True, **ORIGIN)
        assert "Refresh" in client.post("/exit/").headers

    def test_no_other_site_can_press_it(self, noa):
        other = Client(
            enforce_csrf_checks=True,
            HTTP_ORIGIN="https://elsewhere.example",
            HTTP_SEC_FETCH_SITE="cross-site",
        )
        other.cookies[access.COOKIE] = noa.client.cookies[access.COOKIE].value
        assert other.post("/exit/", secure=True).status_code == 403
        assert Session.objects.exists()


class TestWhatItSays:
    def test_its_template_uses_what_its_type_offers(self):
        assert names_outside(HelpPage.template, HelpPage) == set()

    def test_its_address_and_its_name_say_nothing(self, anyone):
        assert "<title>Reading</title>" in words(anyone.post(LEAF))

    def test_every_country_and_every_question_is_there(self, anyone):
        page = words(anyone.post(LEAF))
        for shown in (
            "Austria",
            "United States",
            "My country is not here",
            "Are you afraid to say no",
            "What a boundary is",
        ):
            assert shown in page

    def test_emergency_numbers_come_first(self, anyone):
        page = words(anyone.post(LEAF))
        own = page[page.index("<summary>United States") :]
        assert own.index("911") < own.index("1-800-799-7233")
        assert 'href="tel:18007997233"' in own

    def test_what_nobody_checked_says_so(self, anyone):
        page = words(anyone.post(LEAF))
        assert page.count("not checked by us") == page.count("found at")
        assert "checked on" not in page

    def test_it_has_all_it_says_in_details_that_open_by_themselves(self, anyone):
        page = words(anyone.post(LEAF))
        assert "<details open" not in page
        assert page.count("<details>") == page.count("<summary>") > 30


class TestTheHostsOwnLines:
    @pytest.fixture
    def host(self, tmp_path, settings):
        def write(text):
            settings.BOTHAND_HELPLINES = tmp_path / "lines.toml"
            settings.BOTHAND_HELPLINES.write_text(text, encoding="utf-8")

        return write

    def test_they_are_shown_and_marked_as_the_hosts(self, anyone, host):
        host(
            '[names]\nCH = "Switzerland"\n[[line]]\ncountry = "CH"\nname = "Local <line>"\nnumber = "143"\nsource = "host"\nchecked = "2026-11-01"\n'
        )
        page = words(anyone.post(LEAF))
        own = page[page.index("<summary>Switzerland") :].partition("</details>")[0]
        assert "Local &lt;line&gt;" in own
        assert "checked on 1 November 2026" in own
        assert "Named by whoever runs this site." in own
        assert page.count("Named by whoever runs this site.") == 1

    def test_a_number_put_in_the_place_of_ours_is_marked_too(self, anyone, host):
        host('[[emergency]]\ncountries = ["AT"]\nnumber = "000"\n')
        own = words(anyone.post(LEAF)).partition("<summary>Austria")[2].partition("</details>")[0]
        assert "Named by whoever runs this site." in own

    def test_a_country_without_a_helpline_says_so(self, anyone, host):
        host('[names]\nCH = "Switzerland"\n[[emergency]]\ncountries = ["CH"]\nnumber = "117"\n')
        own = words(anyone.post(LEAF)).partition("<summary>Switzerland")[2].partition("</details>")[0]
        assert "We found no helpline for this country" in own
        assert "search for: domestic abuse helpline" in own
        assert "no emergency number" not in own

    @pytest.mark.parametrize(
        ("country", "said", "unsaid"),
        [
            ("Canada", "no helpline", "no emergency number"),
            ("Brazil", "no emergency number", "no helpline"),
        ],
    )
    def test_what_we_do_not_list_for_a_country_it_says_and_how_to_find_it(
        self, anyone, country, said, unsaid
    ):
        own = words(anyone.post(LEAF)).partition(f"<summary>{country}")[2].partition("</details>")[0]
        assert f"We found {said} for this country" in own
        assert "can" in own.partition("That does not mean that there is none.")[2]
        assert unsaid not in own

    def test_an_edited_file_is_read_again(self, anyone, host):
        host('[[emergency]]\ncountries = ["AT"]\nnumber = "111"\n')
        assert ">111</a>" in words(anyone.post(LEAF))
        host('[[emergency]]\ncountries = ["AT"]\nnumber = "2222"\n')
        assert ">2222</a>" in words(anyone.post(LEAF))

    @pytest.mark.parametrize("text", ["[[line", '[[line]]\ncountry = "AT"\n', None])
    def test_a_file_that_cannot_be_read_takes_ours_from_nobody(self, anyone, host, settings, text):
        host(text or "")
        if text is None:
            settings.BOTHAND_HELPLINES.unlink()
        page = words(anyone.post(LEAF))
        assert "could not be read" in page
        assert "Frauenhelpline" in page
