"""The first page and the introduction: what they say, to whom, and where they lead."""

import gzip
import re

import pytest
from django.urls import reverse
from tests.people import browser

from bothand.shell.static_files import packaged_files

HELLO, HOW = reverse("welcome_page"), reverse("welcome_mine")
SCREENS = [reverse(f"welcome_{name}") for name in ("mine", "ours", "week")]


def text(answer):
    bare = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return re.sub(r"\s+", " ", bare)


def test_in_an_empty_house_the_first_page_says_what_this_is_and_leads_in(anyone):
    assert anyone.get("/").url == HELLO
    page = text(anyone.get(HELLO))
    assert "Grow closer without losing yourself." in page
    assert f'href="{reverse("sign_up")}">Start' in page
    assert 'role="img"' in page


def test_where_somebody_lives_the_first_page_is_a_plain_one_also_after_quick_exit(noa):
    noa.client.post(reverse("exit"))
    assert noa.client.get("/").url == reverse("sign_in")
    page = text(browser().get(reverse("sign_in")))
    assert "interdependence" not in page


def test_where_starting_takes_an_invitation_it_offers_no_start(noa):
    page = text(browser().get(HELLO))
    assert reverse("sign_up") not in page
    assert "You need an invitation to start here." in page


def test_whoever_is_in_goes_to_today(noa):
    assert noa.client.get(HELLO).url == "/"


@pytest.mark.parametrize(("at", "path"), list(enumerate(SCREENS, 1)))
def test_each_screen_says_which_of_three_it_is_and_can_be_skipped(noa, at, path):
    page = text(noa.client.get(path))
    assert f"{at} of 3" in page
    assert 'href="/"' in page
    assert at == len(SCREENS) or f'href="{SCREENS[at]}">Next' in page


def test_it_leads_on_to_where_its_reader_was_going(noa, anyone):
    assert "Go to Today" in text(noa.client.get(SCREENS[-1]))
    assert f'href="{reverse("sign_in")}"' in text(anyone.get(SCREENS[-1]))


def test_it_is_found_again_under_more(noa):
    assert f'href="{HOW}"' in text(noa.client.get(reverse("place_more")))


def test_it_names_the_partner_and_never_says_more_of_them(couple):
    noa, sam = couple
    before = [text(noa.client.get(path)) for path in SCREENS]
    assert "Nothing on Sam’s pages even shows whether you have written anything." in before[0]
    sam.client.post(reverse("checkin_fear"), {"say_no": "3"})
    assert [text(noa.client.get(path)) for path in SCREENS] == before


def test_alone_it_speaks_of_nobody(noa):
    assert "If somebody joins you" in text(noa.client.get(HOW))


def test_the_first_visit_weighs_less_than_60_kb_and_a_third_of_it_packed(anyone):
    page = anyone.get(HELLO).content
    served = {f"/s/{file.served}": file.path for file in packaged_files().values()}
    linked = set(re.findall(r'(?:href|src)="(/s/[^"]+)"', page.decode()))
    files = [page, *(served[path].read_bytes() for path in linked)]
    assert sum(map(len, files)) < 60_000
    assert sum(len(gzip.compress(file)) for file in files) < 20_000
