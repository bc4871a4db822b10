"""Who comes back to a form and saves again makes no second document."""

import re
from datetime import date
from functools import partial

import pytest
from django.urls import reverse
from tests.harness import form_cases, made, plain_words, stage

from bothand.domain.boundaries import Boundary
from bothand.rooms.boundaries.records import Note
from bothand.rooms.boundaries.tests.scenes import HOME as WORDING
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.pairing.records import Thanks
from bothand.rooms.people.records import People
from bothand.vault.randomness import new_id

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
    assert noa.client.get(where, **NAVIGATES).headers["Location"] == reverse("people_edit", args=[form_id])
    assert noa.client.post(reverse("people_new"), typed).status_code == 302
    assert len(written(noa.mine, People)[0].people) == 1


def send_form(who, name, form_id):
    """Fill the form of a page with something new, as its case does, and send it."""
    case = next(case for case in form_cases() if case.url == name and not case.shows)
    path, data = made(case, stage(who), plain_words())
    return who.client.post(path, {**data, "id": form_id})


@pytest.mark.parametrize("name", [name for name in MINE if name != "today_begin"])
def test_back_from_what_was_made_leads_to_it(noa, name):
    where, form_id = open_form(noa, name)
    assert send_form(noa, name, form_id).status_code == 302
    back = noa.client.get(where, **NAVIGATES)
    assert back.status_code == 302
    assert form_id in back.headers["Location"]
    assert noa.client.get(back.headers["Location"]).status_code == 200


@pytest.mark.parametrize("name", ["agreements_new", "agreements_write", "talks_begin"])
def test_back_from_what_two_have_leads_to_it(couple, name):
    noa, _sam = couple
    where, form_id = open_form(noa, name)
    assert send_form(noa, name, form_id).status_code == 302
    back = noa.client.get(where, **NAVIGATES)
    assert form_id in back.headers["Location"]
    assert noa.client.get(back.headers["Location"], follow=True).status_code == 200


def thank(who, text, **also):
    return who.client.post(reverse("pairing_thanks"), {"text": text, **also})


def choice_in(answer):
    """The fields that a page with both wordings sends."""
    page = answer.content.decode()
    assert answer.status_code == 409
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def thanked(who):
    return sorted(one.text for one in written(who.ours, Thanks))


def test_back_from_thanks_gives_an_empty_form_with_an_id_of_its_own(couple):
    noa, _sam = couple
    where, form_id = open_form(noa, "pairing_thanks")
    thank(noa, "The soup.", id=form_id)
    back = noa.client.get(where, **NAVIGATES)
    assert back.headers["Location"] == reverse("pairing_thanks")
    assert open_form(noa, "pairing_thanks")[1] != form_id


@pytest.mark.parametrize(
    ("keep", "kept"), [("mine", ["The rice."]), ("both", ["The rice.", "The soup."]), (None, ["The soup."])]
)
def test_thanks_sent_again_with_other_words_are_both_shown_and_kept_as_chosen(couple, keep, kept):
    noa, _sam = couple
    form_id = new_id().hex()
    for _ in range(2):
        assert thank(noa, "The soup.", id=form_id).status_code == 302
    again = thank(noa, "The rice.", id=form_id)
    page = again.content.decode()
    assert "The soup." in page
    assert "The rice." in page
    chosen = choice_in(again)
    assert thanked(noa) == ["The soup."]
    if keep is not None:
        for _ in range(2):
            assert noa.client.post(reverse("pairing_thanks"), {**chosen, "keep": keep}).status_code == 302
    assert thanked(noa) == kept


def test_thanks_that_were_unshared_while_one_chose_are_kept_as_new(couple):
    noa, _sam = couple
    form_id = new_id().hex()
    thank(noa, "The soup.", id=form_id)
    chosen = choice_in(thank(noa, "The rice.", id=form_id))
    noa.client.post(reverse("pairing_thanks_back", args=[form_id]))
    noa.client.post(reverse("pairing_thanks"), {**chosen, "keep": "mine"})
    assert thanked(noa) == ["The rice."]


@pytest.mark.parametrize(
    ("keep", "kept"), [("mine", ["Twice."]), ("both", ["Once.", "Twice."]), (None, ["Once."])]
)
def test_a_note_sent_again_with_other_words_is_shown_beside_the_first_and_kept_as_chosen(noa, keep, kept):
    about = noa.mine.add(Boundary(words=WORDING, since=date(2026, 11, 24)))
    where, form_id = f"{reverse('boundaries_show', args=[about.hex])}?form=", new_id().hex()
    post = partial(noa.client.post, reverse("boundaries_note_add", args=[about.hex]))
    for _ in range(2):
        assert post({"id": form_id, "how": "honoured", "words": "Once."}).status_code == 302
    assert noa.client.get(where + form_id, **NAVIGATES).status_code == 302
    again = post({"id": form_id, "how": "crossed", "words": "Twice."})
    assert "Once." in again.content.decode()
    chosen = choice_in(again)
    if keep is not None:
        assert post({**chosen, "keep": keep}).status_code == 302
    assert sorted(one.words for one in written(noa.mine, Note)) == kept
