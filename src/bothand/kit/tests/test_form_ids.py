"""Who comes back to a form and saves again makes no second document."""

import re

import pytest
from django.urls import reverse

from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.people.records import People

NAVIGATES = {"HTTP_SEC_FETCH_MODE": "navigate"}
MINE = (
    "journal_new",
    "goals_new",
    "people_new",
    "mytime_new",
    "mytime_wish_new",
    "mytime_take",
    "boundaries_new",
    "talks_new",
    "today_begin",
)


def open_form(who, name, **query):
    """The address to which a browser is led, and the id in its form."""
    answer = who.client.get(reverse(name), query, **NAVIGATES)
    assert answer.status_code == 302
    where = answer.headers["Location"]
    page = who.client.get(where, **NAVIGATES)
    assert page.status_code == 200
    (form_id,) = set(re.findall(r'name="id" value="([0-9a-f]{32})"', page.content.decode()))
    return where, form_id


def written(space, kind):
    return [one.record for one in space.query().items if isinstance(one.record, kind)]


@pytest.mark.parametrize("name", MINE)
def test_a_browser_reads_a_new_form_at_an_address_that_names_its_id(noa, name):
    where, form_id = open_form(noa, name)
    assert where.endswith(f"form={form_id}")
    assert open_form(noa, name)[1] != form_id


def test_what_else_the_address_says_is_kept(noa):
    where, _form_id = open_form(noa, "journal_new", prompt="p1")
    assert "prompt=p1" in where


def test_a_program_without_a_back_button_gets_the_page_at_once(noa):
    assert noa.client.get(reverse("journal_new")).status_code == 200


@pytest.mark.parametrize("odd", ["", "x", "0" * 31, "G" * 32])
def test_an_odd_id_in_the_address_is_none(noa, odd):
    answer = noa.client.get(reverse("journal_new"), {"form": odd}, **NAVIGATES)
    assert re.search(r"form=[0-9a-f]{32}$", answer.headers["Location"])


def test_back_then_save_makes_no_second_note(noa):
    where, form_id = open_form(noa, "journal_new")
    noa.client.post(reverse("journal_new"), {"id": form_id, "text": "The lake."})
    back = noa.client.get(where, **NAVIGATES)
    assert back.headers["Location"] == reverse("journal_edit", args=[form_id])
    page = noa.client.get(back.headers["Location"]).content.decode()
    assert "The lake." in page
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    noa.client.post(back.headers["Location"], {"text": "The lake, in rain.", "revision": revision})
    assert [one.text for one in written(noa.mine, Entry)] == ["The lake, in rain."]


def test_a_page_that_a_browser_kept_sent_again_makes_no_second_note(noa):
    _where, form_id = open_form(noa, "journal_new")
    for _ in range(2):
        noa.client.post(reverse("journal_new"), {"id": form_id, "text": "The lake."})
    changed = noa.client.post(reverse("journal_new"), {"id": form_id, "text": "The sea."})
    assert changed.status_code == 409
    assert len(written(noa.mine, Entry)) == 1


def test_back_then_save_makes_no_second_person(noa):
    where, form_id = open_form(noa, "people_new")
    typed = {"id": form_id, "name": "Ines", "group": "friend"}
    assert noa.client.post(reverse("people_new"), typed).status_code == 302
    assert form_id in noa.client.get(where, **NAVIGATES).content.decode()
    assert noa.client.post(reverse("people_new"), typed).status_code == 302
    assert len(written(noa.mine, People)[0].people) == 1
