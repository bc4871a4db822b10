"""Signs that join letters are text: in Persian they part what is one word, in emoji they make one picture of several.

They go through every form that takes words, come back from search and export, and stand in pages as they were typed.
"""

import html
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.harness import Canary, fill, newcomer
from tests.people import PASSWORD

from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.people.records import People, Person
from bothand.rooms.people.store import change_people, find_people

PERSIAN = "می\u200cخواهم"
FARMER = "👩🏽\u200d🌾"
BOTH = f"{PERSIAN} {FARMER}"


def text(answer):
    return html.unescape(answer.content.decode())


def test_every_word_of_every_form_keeps_its_joiners(db, clock):
    words = Canary()

    def joined(field):
        return words(field) if field in ("login", "password") else f"{words(field)} {BOTH}"

    who = newcomer(joined)
    fill(who, joined)
    kept = "\n".join(repr(one.record) for one in who.mine.query().items).replace("\\u200c", "\u200c")
    kept = kept.replace("\\u200d", "\u200d")
    # Wherever the words came to, their joiners came along.
    assert kept.count("می") == kept.count(PERSIAN) > 0
    assert kept.count("👩🏽") == kept.count(FARMER) > 0


@pytest.mark.parametrize("term", [PERSIAN, "میخواهم", FARMER, "👩🏽🌾"])
def test_what_was_written_with_joiners_is_found_with_them_and_without(noa, term):
    noa.client.post(reverse("journal_new"), {"text": BOTH})
    change_people(noa.mine, lambda there: People(people=(Person(id=bytes(16), name=BOTH),)))
    assert BOTH in text(noa.client.post(reverse("people_find"), {"term": term}))
    found = text(noa.client.post(reverse("journal_search"), {"term": term}))
    # What was found is marked within the words.
    assert BOTH in found.replace("<mark>", "").replace("</mark>", "")


def test_an_export_has_them_and_brings_them_back(noa, robin):
    noa.client.post(reverse("journal_new"), {"text": BOTH})
    packed = noa.client.post("/you/copy/", {"password": PASSWORD}).content
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert any(PERSIAN in archive.read(name).decode() for name in archive.namelist())
    robin.client.post("/you/bring/", {"file": SimpleUploadedFile("copy.zip", packed), "password": PASSWORD})
    assert [one.record.text for one in robin.mine.all_of(Entry).items] == [BOTH]


def test_a_contact_file_takes_them_out_and_in(noa):
    change_people(noa.mine, lambda there: People(people=(Person(id=bytes(16), name=BOTH),)))
    sent = noa.client.post(
        reverse("people_out"), {"whom": "all", "version": "3.0", "password": PASSWORD}
    ).content
    noa.client.post(reverse("people_bring"), {"file": SimpleUploadedFile("people.vcf", sent)})
    noa.client.post(reverse("people_choose"), {"do": "all", "group": "friend"})
    assert {one.name for one in find_people(noa.mine).people} == {BOTH}
