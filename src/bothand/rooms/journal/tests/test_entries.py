"""Writing, changing and deleting pages: nothing typed is ever lost, and nothing is written over unseen."""

import html
import re
from datetime import date

import pytest
from django.db import connection

from bothand.kit import deletion
from bothand.rooms.journal.entries.records import GUIDING, Entry, Favourites, GuidingAnswers
from bothand.rooms.journal.entries.rules import LONGEST_ENTRY
from bothand.vault.randomness import new_id

NEW, QUESTION = "/journal/new/", "/journal/question/"
ODD = {
    "right to left": "مرحبا\nשלום \u202eabc\u202c",
    "emoji": "👩\u200d👩\u200d👧 🏳️\u200d🌈 👍🏽",
    "zero width": "a\u200bb\ufeffc\u00ad",
    "control characters": "a\x01b\x1fc\x7f",
    "html": "<script>alert(1)</script> & {{ page }} {% now %}",
    "leading line break": "\n\n  indented",
    "astral and combining": "𝒜e\u0301\u0323 ﷽",
}


def entries(person):
    return [one for one in person.mine.query().items if isinstance(one.record, Entry)]


def texts(person):
    return sorted(one.record.text for one in entries(person))


def typed_in(page):
    """What stands in the text field of a page."""
    found = re.search(r'<textarea[^>]*name="text"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    return html.unescape(found.group(1)) if found else None


def shown_in(page):
    return html.unescape(re.search(r'<p class="typed" dir="auto">(.*?)</p>', page, re.DOTALL).group(1))


def break_seals():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024)")


def test_a_page_is_kept_with_its_day_and_time_where_somebody_lives(noa, clock, write):
    clock.on(hour=23, minute=30)
    write("late words", prompt="J05")
    (kept,) = entries(noa)
    assert kept.record == Entry(day=date(2026, 11, 25), at="00:30", prompt_id="J05", text="late words")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_comes_back_as_it_was_typed(noa, clock, write, text):
    where = write(text)
    page = noa.client.get(where).content.decode()
    assert shown_in(page) == text
    assert "<script>alert" not in page
    assert typed_in(noa.client.get(where + "edit/").content.decode()) == text


def test_line_breaks_of_any_system_are_kept_as_one_sign(noa, write):
    write("one\r\ntwo\rthree\nfour")
    assert texts(noa) == ["one\ntwo\nthree\nfour"]


def test_a_null_byte_is_taken_out_and_said_and_the_words_stay(noa, clock):
    answer = noa.client.post(NEW, {"id": new_id().hex(), "text": "be\0fore"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "taken out" in page
    assert typed_in(page) == "before"
    assert entries(noa) == []


def test_the_longest_page_is_kept_and_one_letter_more_is_said_and_not_cut(noa, clock, write):
    write("x" * LONGEST_ENTRY)
    answer = noa.client.post(NEW, {"id": new_id().hex(), "text": "y" * (LONGEST_ENTRY + 1)})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 letter too long" in page
    assert len(typed_in(page)) == LONGEST_ENTRY + 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t \r\n", "\0"])
def test_a_page_without_words_is_not_kept(noa, clock, text):
    answer = noa.client.post(NEW, {"id": new_id().hex(), "text": text})
    assert answer.status_code == 422
    assert entries(noa) == []


def test_the_same_form_sent_twice_makes_one_page_even_a_minute_later(noa, clock):
    form = {"id": new_id().hex(), "text": "once"}
    first = noa.client.post(NEW, form)
    clock.minutes(1)
    assert noa.client.post(NEW, form).url == first.url
    assert texts(noa) == ["once"]


@pytest.mark.parametrize("odd", ["", "x", "00", "g" * 32, "0" * 64, "\0"])
def test_a_form_without_a_proper_id_is_kept_all_the_same(noa, clock, odd):
    assert noa.client.post(NEW, {"id": odd, "text": "words"}).status_code == 302
    assert texts(noa) == ["words"]


def test_an_id_that_belongs_to_something_else_is_not_written_over(noa, clock):
    from bothand.accounts.preferences import Settings

    settings = noa.mine.only(Settings)
    noa.client.post(NEW, {"id": settings.hex, "text": "words"})
    assert noa.mine.only(Settings) == settings
    assert texts(noa) == ["words"]


def test_other_words_under_the_same_id_are_shown_beside_the_first(noa, clock):
    form = {"id": new_id().hex(), "text": "first"}
    noa.client.post(NEW, form)
    answer = noa.client.post(NEW, form | {"text": "second"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert typed_in(page) == "second"
    assert "first" in page
    assert texts(noa) == ["first"]


def test_an_unknown_prompt_is_no_prompt(noa, clock, write):
    write("words", prompt="X99\0")
    assert entries(noa)[0].record.prompt_id == ""
    assert noa.client.get(NEW, {"prompt": "X99"}).status_code == 200


def test_an_answer_to_the_guiding_question_is_found_again_as_one(noa, clock):
    noa.client.post(QUESTION, {"id": new_id().hex(), "text": "Curious, mostly.", "prompt": "J05"})
    (kept,) = entries(noa)
    assert kept.record.prompt_id == GUIDING
    assert noa.mine.only(GuidingAnswers).record.entries == (kept.id,)
    assert "Curious, mostly." in noa.client.get(QUESTION).content.decode()


def test_an_open_answer_to_the_guiding_question_is_said(noa, clock):
    answer = noa.client.post(QUESTION, {"id": new_id().hex(), "text": " "})
    assert answer.status_code == 422
    assert "A single line is enough" in answer.content.decode()


def test_a_page_is_changed_and_keeps_its_day(noa, clock, write):
    where = write("before")
    clock.on(day=26)
    noa.client.post(where + "edit/", {"revision": "1", "text": "after"})
    (kept,) = entries(noa)
    assert (kept.record.text, kept.record.day, kept.revision) == ("after", date(2026, 11, 24), 2)


def test_the_same_change_sent_twice_is_one(noa, write):
    where = write("before")
    for _ in range(2):
        assert noa.client.post(where + "edit/", {"revision": "1", "text": "after"}).status_code == 302
    assert entries(noa)[0].revision == 2


def conflict(noa, where):
    noa.client.post(where + "edit/", {"revision": "1", "text": "theirs"})
    answer = noa.client.post(where + "edit/", {"revision": "1", "text": "mine\nand more"})
    page = answer.content.decode()
    assert answer.status_code == 409
    return page, dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def test_two_windows_are_both_shown_and_nothing_is_written_over(noa, write):
    page, _ = conflict(noa, write("before"))
    assert typed_in(page) == "mine\nand more"
    assert "theirs" in page
    assert texts(noa) == ["theirs"]


def test_after_two_windows_the_new_words_can_be_kept(noa, write):
    where = write("before")
    _, hidden = conflict(noa, where)
    noa.client.post(where + "edit/", hidden | {"text": "mine", "keep": "mine"})
    assert texts(noa) == ["mine"]


def test_after_two_windows_both_can_be_kept_once(noa, write):
    where = write("before")
    _, hidden = conflict(noa, where)
    for _ in range(2):
        assert noa.client.post(where + "edit/", hidden | {"text": "mine", "keep": "both"}).status_code == 302
    assert texts(noa) == ["mine", "theirs"]


def test_a_third_window_after_the_second_is_shown_too(noa, write):
    where = write("before")
    _, hidden = conflict(noa, where)
    noa.client.post(where + "edit/", {"revision": "2", "text": "third"})
    answer = noa.client.post(where + "edit/", hidden | {"text": "mine", "keep": "mine"})
    assert answer.status_code == 409
    assert texts(noa) == ["third"]


def test_words_for_a_page_that_was_deleted_meanwhile_can_be_kept_as_a_new_one(noa, write):
    where = write("before")
    noa.client.post(where + "delete/", {"revision": "1"})
    answer = noa.client.post(where + "edit/", {"revision": "1", "text": "my new words"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert typed_in(page) == "my new words"
    assert "deleted while you were writing" in page
    assert entries(noa) == []


def test_words_for_a_page_that_does_not_open_are_kept_in_the_form(noa, write):
    where = write("before")
    break_seals()
    answer = noa.client.post(where + "edit/", {"revision": "1", "text": "my new words"})
    assert answer.status_code == 409
    assert typed_in(answer.content.decode()) == "my new words"


def test_words_for_an_id_that_does_not_open_get_another_one(noa, clock):
    form = {"id": new_id().hex(), "text": "words"}
    noa.client.post(NEW, form)
    break_seals()
    page = noa.client.post(NEW, form).content.decode()
    assert typed_in(page) == "words"
    assert form["id"] not in page


def test_a_guiding_answer_is_kept_though_the_list_of_them_does_not_open(noa, clock):
    noa.client.post(QUESTION, {"id": new_id().hex(), "text": "first"})
    break_seals()
    assert noa.client.post(QUESTION, {"id": new_id().hex(), "text": "second"}).status_code == 302
    assert texts(noa) == ["second"]
    assert "did not open" in noa.client.get(QUESTION).content.decode()


def test_a_page_is_deleted_after_asking_and_leaves_the_lists(noa, write):
    where = write("words", prompt=GUIDING)
    noa.client.post(where + "keep/", {"on": "1"})
    assert "words" in noa.client.get(where + "delete/").content.decode()
    assert len(entries(noa)) == 1
    after = noa.client.post(where + "delete/", {"revision": "1"})
    assert entries(noa) == []
    assert noa.mine.only(Favourites).record.entries == ()
    assert noa.mine.only(GuidingAnswers).record.entries == ()
    assert "It is deleted." in noa.client.get(after.url).content.decode()
    assert noa.client.post(where + "delete/", {"revision": "1"}).status_code == 302


def test_deleted_is_not_said_alone_while_the_log_still_holds_it(noa, write, monkeypatch):
    monkeypatch.setattr(deletion.erasure, "erase_traces", lambda: False)
    where = write("words")
    after = noa.client.post(where + "delete/", {"revision": "1"}).url
    assert "cut short soon" in noa.client.get(after).content.decode()


def test_a_page_that_changed_since_is_shown_again_before_it_is_deleted(noa, write):
    where = write("before")
    noa.client.post(where + "edit/", {"revision": "1", "text": "after"})
    answer = noa.client.post(where + "delete/", {"revision": "1"})
    assert answer.status_code == 409
    assert "after" in answer.content.decode()
    assert texts(noa) == ["after"]


def test_nobody_else_can_read_change_or_delete_a_page(noa, sam, write):
    where = write("words")
    assert sam.client.get(where).status_code == 404
    assert sam.client.post(where + "edit/", {"revision": "1", "text": "x"}).status_code == 409
    sam.client.post(where + "delete/", {"revision": "1"})
    sam.client.post(where + "keep/", {"on": "1"})
    assert texts(noa) == ["words"]
    assert entries(sam) == []
