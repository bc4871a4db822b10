"""A contact file comes in, somebody is shown to the other, and taken back: two people, two windows, no script."""

import pytest
from playwright.sync_api import expect
from tests.harness import Canary, one_for
from tests.journeys.every_page import NAMES, Shown, window
from tests.journeys.walking import PHONE, chromium

from bothand.accounts import access
from bothand.rooms.people.tests.cases import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ines Müller\r\nTEL;TYPE=CELL:+43 660 1234567\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n"


def test_a_file_comes_in_and_a_copy_goes_to_the_other_and_back(live_server):
    words, names = Canary(), iter(NAMES)
    case = next(case for case in PAGES if case.paired)
    noa = one_for(case, lambda field: next(names) if field == "shown name" else words(field))
    people = [
        Shown("people_around", "/people/", who.client.cookies[access.COOKIE].value)
        for who in (noa, noa.partner)
    ]
    options = {"viewport": PHONE, "java_script_enabled": False}
    with chromium() as browser, window(browser, live_server.url, **options) as mine:
        hers = mine(people[0])
        hers.get_by_role("link", name="Import contacts from a file").click()
        hers.get_by_label("The file").set_input_files(
            {"name": "people.vcf", "mimeType": "text/vcard", "buffer": CARD.encode()}
        )
        hers.get_by_role("button", name="Look at it").click()
        expect(hers.get_by_text("pictures (1)")).to_be_visible()
        hers.get_by_label("Ines Müller").select_option("friend")
        hers.get_by_role("button", name="Do as marked").click()
        hers.get_by_role("link", name="Ines Müller").first.click()
        hers.get_by_role("link", name="Share a copy").click()
        hers.get_by_label("A line about them").fill("From the choir.")
        hers.get_by_role("button", name="Look at it first").click()
        expect(hers.get_by_text("1234567")).to_have_count(0)
        hers.get_by_role("button", name="Share").click()
        copy = hers.url
        with window(browser, live_server.url, **options) as theirs:
            his = theirs(people[1])
            expect(his.get_by_text("From the choir.")).to_be_visible()
            hers.goto(copy)
            hers.get_by_role("button", name="Unshare").click()
            his.reload()
            expect(his.get_by_text("From the choir.")).to_have_count(0)
