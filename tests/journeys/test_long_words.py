"""A word as long as German makes them, everywhere somebody can write one: no page of a phone scrolls sideways."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from msgspec.structs import replace
from tests.harness import Canary
from tests.journeys.every_page import shown, window
from tests.journeys.walking import chromium, come_in, opened

from bothand.rooms import people
from bothand.rooms.people.records import Way
from bothand.rooms.people.store import change_people, find_people

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(1500),
]

CARDS = Path(people.__file__).parent / "tests" / "cards" / "odd"
LONG = "Rindfleischetikettierungsüberwachungsaufgaben"
NARROW = {"width": 320, "height": 640}
TOO_WIDE = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(autouse=True)
def _open_to_all(settings):
    settings.BOTHAND_OPEN = True


def test_no_page_scrolls_sideways_because_of_a_long_word(live_server):
    words = Canary()
    pages = shown(words=lambda field: ("" if field in ("login", "password") else LONG) + words(field))
    with chromium() as browser, window(browser, live_server.url, viewport=NARROW) as show:
        found = {one.name: over for one in pages if (over := show(one).evaluate(TOO_WIDE)) > 0}
    assert found == {}


def test_no_list_of_people_scrolls_sideways_because_of_a_long_name(two, live_server):
    noa, _sam = two
    content = (CARDS / "long-name.vcf").read_bytes()
    bring(noa, content)
    noa.client.post(reverse("people_choose"), {"do": "all", "group": "friend"})
    # Once more, to wait for a choice beside whom they look like.
    bring(noa, content)
    (one,) = find_people(noa.mine).people
    change_people(
        noa.mine,
        lambda there: replace(
            there, people=(one, replace(one, id=bytes(16), ways=(Way(sort="adr", value=one.name * 3),)))
        ),
    )
    addresses = [
        *(reverse(name) for name in ("people_around", "people_people", "people_choose", "people_twins")),
        *(reverse(name, args=["00" * 16]) for name in ("people_person", "people_edit", "people_delete")),
    ]
    with (
        chromium() as browser,
        opened(browser, live_server.url, viewport=NARROW) as narrow,
    ):
        page = come_in(narrow, noa, live_server.url)
        found = {}
        for address in addresses:
            assert page.goto(address).status == 200
            assert "Rindfleischetikettierungs" in page.content()
            if (over := page.evaluate(TOO_WIDE)) > 0:
                found[address] = over
        page.goto(reverse("people_find"))
        page.locator("input[name=term]").fill("rindfleisch")
        page.locator("main form button.btn").first.click()
        page.get_by_role("link", name="Rindfleisch").first.wait_for()
        if (over := page.evaluate(TOO_WIDE)) > 0:
            found["find"] = over
    assert found == {}


def bring(who, content):
    sent = who.client.post(reverse("people_bring"), {"file": SimpleUploadedFile("people.vcf", content)})
    assert sent.status_code == 302
