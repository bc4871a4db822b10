"""A form that is sent in chunks, without saying how long it is, loses no word: tried at the real server."""

import re
import urllib.parse
import urllib.request
from collections.abc import Iterator

from tests.serving import serving
from tests.soak import Browser, Form, sign_up

WORDS = "rain on a tin roof, می\u200cخواهم, 👩🏽\u200d🌾, and nobody has to be anywhere. " * 400


def in_chunks(body: bytes, size: int = 1000) -> Iterator[bytes]:
    """Parts that end in the midst of letters, as they come."""
    for start in range(0, len(body), size):
        yield body[start : start + size]


def test_a_form_sent_in_chunks_loses_no_word(tmp_path):
    with serving(tmp_path) as served:
        browser = Browser(served)
        browser.post("/in/", name="soaking", password=sign_up(served))
        fields = Form(browser.get("/journal/new/"), "/journal/new/").fields | {"text": WORDS}
        body = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(
            served.url + "/journal/new/",
            in_chunks(body),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": served.url,
                "Sec-Fetch-Site": "same-origin",
            },
        )
        page = browser.send(request)
        link = re.search(r'href="(/journal/[0-9a-f]{32}/edit/)"', page)
        assert link is not None
        assert WORDS.strip() in browser.get(link[1])
