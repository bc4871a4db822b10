"""One's own boundaries: written, changed, rehearsed, noted, looked at again; by one alone as by one of two."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from tests.people import pair

from bothand.content.boundaries import boundary_examples
from bothand.domain.boundaries import Boundary
from bothand.relationship import SHARED_AREAS
from bothand.rooms.boundaries.records import Burden, Note, Quality, Version
from bothand.rooms.boundaries.tests.conftest import WORDS, hidden
from bothand.vault.randomness import new_id

TODAY = date(2026, 11, 24)


def kept(who, kind=Boundary):
    return [one for one in who.mine.query().items if isinstance(one.record, kind)]


def test_boundary_and_wish_are_kept_apart(noa, do):
    own = do.write(noa)
    words = noa.mine.get(Boundary, bytes.fromhex(own)).record.words
    assert (words.when, words.will, words.firmness) == (WORDS["when"], WORDS["will"], "line")
    assert words.wish == WORDS["wish"]


def test_a_wish_alone_is_a_wish_whatever_firmness_was_chosen(noa, do):
    own = do.write(noa, when="", will="", firmness="line")
    words = noa.mine.get(Boundary, bytes.fromhex(own)).record.words
    assert words.firmness == "wish"
    assert not words.is_line


def test_neither_boundary_nor_wish_is_said_and_what_was_typed_stays(noa, clock):
    answer = noa.client.post(reverse("boundaries_new"), {"when": "I come home", "protects": "my rest"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "One of the two is enough" in page
    assert 'value="I come home"' in page
    assert 'value="my rest"' in page
    assert kept(noa) == []


def test_hours_without_days_are_said(noa, clock):
    answer = noa.client.post(reverse("boundaries_new"), {"will": "rest", "start": "20:00"})
    assert answer.status_code == 422
    assert "Pick the days" in answer.content.decode()


@pytest.mark.parametrize("odd", ["25:00", "soon", "٢٠:٠٠x"])
def test_an_hour_that_is_none_is_said(noa, clock, odd):
    answer = noa.client.post(reverse("boundaries_new"), {"will": "rest", "days": ["0"], "start": odd})
    assert answer.status_code == 422
    assert "Write it like 18:30" in html.unescape(answer.content.decode())


def test_the_same_form_sent_twice_makes_one(noa, clock):
    form = {"id": new_id().hex(), **WORDS}
    first, second = (noa.client.post(reverse("boundaries_new"), form) for _ in range(2))
    assert first.url == second.url
    assert len(kept(noa)) == 1


def test_an_example_fills_the_form(noa, do):
    page = do.page(noa, "boundaries_examples")
    assert "?from=B01" in page
    form = noa.client.get(reverse("boundaries_new") + "?from=B01").content.decode()
    assert 'value="voices get loud"' in form
    assert "leave the room" in form
    assert noa.client.get(reverse("boundaries_new") + "?from=nothing").status_code == 200


def test_examples_are_chosen_by_kind_and_part_of_life_and_come_a_few_at_a_time(noa):
    def shown(**chosen):
        page = html.unescape(noa.client.get(reverse("boundaries_examples"), chosen).content.decode())
        return {each.id for each in boundary_examples() if each.text in page}

    assert len(shown()) == 4
    areas = [area.name for area in SHARED_AREAS]
    about_money = {each.id for each in boundary_examples() if each.area == "money"}
    assert shown(about=areas.index("money") + 1, at="odd") <= about_money
    assert shown(about=areas.index("money") + 1, kind=3) < about_money
    assert shown(about="odd", kind="99") == shown()


def test_every_example_is_reached_by_going_on(noa):
    seen, where = set(), reverse("boundaries_examples")
    for _ in boundary_examples():
        page = html.unescape(noa.client.get(where).content.decode())
        seen |= set(re.findall(r"from=(B\d+)", page))
        where = re.search(r'href="([^"]+)">Show others', page).group(1)
    assert seen == {each.id for each in boundary_examples()}


def test_words_from_another_room_stand_in_the_form_and_nowhere_else(noa, clock):
    sent = {"handed_text": "I need the mornings.", "handed_area": "time"}
    answer = noa.client.post(reverse("boundaries_new"), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "I need the mornings." in page
    assert 'value="time" id="id_area_2" checked' in page
    assert kept(noa) == []


def test_changing_it_keeps_how_it_read_before(noa, do):
    own = do.write(noa)
    do.change(noa, own, will="take an hour alone.")
    there = noa.mine.get(Boundary, bytes.fromhex(own)).record
    (before,) = kept(noa, Version)
    assert (there.number, there.words.will) == (2, "take an hour alone.")
    assert (before.record.number, before.record.words.will) == (1, WORDS["will"])
    page = do.page(noa, "boundaries_versions", own)
    assert "take half an hour alone" in page
    assert "take an hour alone" not in page


def test_keeping_the_same_words_is_no_new_wording(noa, do):
    own = do.write(noa)
    do.change(noa, own)
    assert noa.mine.get(Boundary, bytes.fromhex(own)).revision == 1
    assert kept(noa, Version) == []


def test_two_windows_are_both_shown_and_both_can_be_kept(noa, do):
    own = do.write(noa)
    do.change(noa, own, will="from the first window.")
    path = reverse("boundaries_edit", args=[own])
    answer = noa.client.post(path, {**WORDS, "revision": "1", "will": "from the second.", "days": ["1", "3"]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "from the first window." in page
    assert "from the second." in page
    assert noa.client.post(path, hidden(answer) | {"keep": "both"}).status_code == 302
    found = sorted(one.record.words.will for one in kept(noa))
    assert found == ["from the first window.", "from the second."]
    fresh = next(one for one in kept(noa) if one.record.words.will == "from the second.")
    assert fresh.record.words.times[0].days == (1, 3)


def test_the_newer_of_two_windows_can_be_kept_in_the_place_of_the_other(noa, do):
    own = do.write(noa)
    do.change(noa, own, will="from the first window.")
    path = reverse("boundaries_edit", args=[own])
    answer = noa.client.post(path, {**WORDS, "revision": "1", "will": "from the second."})
    assert noa.client.post(path, hidden(answer) | {"keep": "mine"}).status_code == 302
    assert [one.record.words.will for one in kept(noa)] == ["from the second."]
    assert len(kept(noa, Version)) == 2


def test_words_for_one_that_was_deleted_come_back_as_a_new_one(noa, do):
    own = do.write(noa)
    noa.client.post(reverse("boundaries_delete", args=[own]), {"revision": "1"})
    answer = noa.client.post(
        reverse("boundaries_edit", args=[own]), {**WORDS, "revision": "1", "will": "stay at home."}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "stay at home." in page
    assert f'action="{reverse("boundaries_new")}"' in page


def test_words_for_one_that_does_not_open_come_back_and_it_is_not_written_over(noa, do):
    own = do.write(noa)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [bytes.fromhex(own)]
        )
    answer = noa.client.post(
        reverse("boundaries_edit", args=[own]), {**WORDS, "revision": "1", "will": "stay at home."}
    )
    assert answer.status_code == 409
    assert "stay at home." in answer.content.decode()
    assert "did not open" in do.page(noa, "boundaries_list")


def test_rehearsed_words_are_kept_and_two_windows_are_shown(noa, do):
    own = do.write(noa)
    path = reverse("boundaries_rehearse", args=[own])
    assert "twenty minutes" in do.page(noa, "boundaries_rehearse", own)
    noa.client.post(path, {"revision": "1", "said": "I need half an hour."})
    assert "I need half an hour." in do.page(noa, "boundaries_show", own)
    answer = noa.client.post(path, {"revision": "1", "said": "Later, please."})
    assert answer.status_code == 409
    assert "I need half an hour." in answer.content.decode()
    noa.client.post(path, hidden(answer) | {"said": "Later, please."})
    assert "Later, please." in do.page(noa, "boundaries_show", own)


def test_a_note_is_kept_with_its_day_and_its_words(noa, do):
    own = do.write(noa)
    assert do.mark(noa, own, "crossed", "Twice this evening.").status_code == 302
    (mark,) = kept(noa, Note)
    assert (mark.record.day, mark.record.how, mark.record.words) == (TODAY, "crossed", "Twice this evening.")
    assert "Twice this evening." in do.page(noa, "boundaries_show", own)
    assert "Twice this evening." in do.page(noa, "boundaries_notes")
    assert "Twice this evening." in do.page(noa, "boundaries_notes_month", "2026-11")


def test_a_note_without_an_answer_is_said_and_its_words_stay(noa, do):
    own = do.write(noa)
    answer = do.mark(noa, own, "", "It was loud.")
    assert answer.status_code == 422
    assert "It was loud." in answer.content.decode()
    assert kept(noa, Note) == []


def test_two_notes_of_one_day_are_both_kept(noa, do):
    own = do.write(noa)
    same = {"id": new_id().hex(), "how": "honoured"}
    path = reverse("boundaries_note_add", args=[own])
    noa.client.post(path, same)
    noa.client.post(path, same)
    noa.client.post(path, {"id": new_id().hex(), "how": "unsure"})
    assert sorted(one.record.how for one in kept(noa, Note)) == ["honoured", "unsure"]


def test_a_wish_takes_no_note(noa, do):
    own = do.write(noa, when="", will="")
    assert do.mark(noa, own).status_code == 404
    assert kept(noa, Note) == []
    assert "nothing in it to cross" in do.page(noa, "boundaries_show", own)


def test_a_note_can_be_deleted(noa, do):
    own = do.write(noa)
    do.mark(noa, own)
    (mark,) = kept(noa, Note)
    path = reverse("boundaries_note_delete", args=[mark.hex])
    for _ in range(2):
        assert noa.client.post(path, {"revision": "1"}).status_code == 302
    assert kept(noa, Note) == []


def test_notes_of_other_months_are_a_page_away(noa, do, clock):
    own = do.write(noa)
    clock.on(month=8)
    do.mark(noa, own, "unsure", "In August.")
    clock.on(month=11)
    page = do.page(noa, "boundaries_notes")
    assert "In August." not in page
    assert reverse("boundaries_notes_month", args=["2026-08"]) in page


def test_no_page_counts_notes(noa, do):
    own = do.write(noa)
    for _ in range(7):
        do.mark(noa, own)
    for page in (do.page(noa, "boundaries_show", own), do.page(noa, "boundaries_notes")):
        text = re.sub(r"<[^>]+>", " ", page)
        assert not re.search(r"\b7\b|seven|times", text)


@pytest.mark.parametrize("paired", [False, True])
def test_a_review_is_set_comes_up_and_can_be_left_out(noa, sam, do, clock, paired):
    if paired:
        pair(noa, sam)
    own = do.write(noa)
    path = reverse("boundaries_review", args=[own])
    noa.client.post(path, {"again": "month"})
    assert noa.mine.get(Boundary, bytes.fromhex(own)).record.review == TODAY + timedelta(days=30)
    assert "look at" not in do.page(noa, "today")
    clock.minutes(31 * 24 * 60)
    noa = noa.another_device()
    assert "You wanted to look at this again" in do.page(noa, "today")
    assert "You wanted to look at these again" in do.page(noa, "boundaries_list")
    noa.client.post(path, {"again": "never"})
    assert "You wanted to look at" not in do.page(noa, "today")


def test_it_ends_and_stands_again(noa, do):
    own = do.write(noa)
    path = reverse("boundaries_end", args=[own])
    assert "You can end it at any time, without a reason." in do.page(noa, "boundaries_end", own)
    noa.client.post(path, {"revision": "1", "end": "1"})
    assert noa.mine.get(Boundary, bytes.fromhex(own)).record.ended == TODAY
    assert "Ended on" in do.page(noa, "boundaries_list")
    noa.client.post(path, {"revision": "2", "end": "0"})
    assert noa.mine.get(Boundary, bytes.fromhex(own)).record.ended is None


def test_deleting_takes_earlier_wordings_along_and_leaves_notes(noa, do):
    own = do.write(noa)
    do.change(noa, own, will="take an hour alone.")
    do.mark(noa, own, "honoured", "A quiet evening.")
    assert noa.client.post(reverse("boundaries_delete", args=[own]), {"revision": "2"}).status_code == 302
    assert (kept(noa), kept(noa, Version)) == ([], [])
    assert "A quiet evening." in do.page(noa, "boundaries_notes")


def test_what_changed_in_another_window_is_not_deleted_unseen(noa, do):
    own = do.write(noa)
    do.change(noa, own, will="take an hour alone.")
    answer = noa.client.post(reverse("boundaries_delete", args=[own]), {"revision": "1"})
    assert answer.status_code == 409
    assert "take an hour alone." in answer.content.decode()
    assert len(kept(noa)) == 1


def test_a_long_list_comes_in_pages(noa, do):
    for number in range(23):
        do.write(noa, will=f"number {number} of many.")
    page = do.page(noa, "boundaries_list")
    assert page.count("of many.") == 20
    assert "?page=2" in page


def test_time_is_kept_and_two_windows_are_shown(noa, clock):
    path = reverse("boundaries_quality")
    noa.client.post(path, {"revision": "0", "together": "little", "together_hours": "12"})
    assert noa.mine.only(Quality).record.together_hours == 12
    answer = noa.client.post(path, {"revision": "0", "together": "much"})
    assert answer.status_code == 409
    assert "too little" in answer.content.decode()
    noa.client.post(path, hidden(answer))
    assert noa.mine.only(Quality).record.together == "much"


@pytest.mark.parametrize("odd", ["-1", "169", "many", "1.5"])
def test_hours_that_no_week_has_are_said_and_the_rest_stays(noa, clock, odd):
    answer = noa.client.post(reverse("boundaries_quality"), {"together": "little", "together_hours": odd})
    assert answer.status_code == 422
    assert noa.mine.only(Quality) is None
    assert re.search(r'value="little"[^>]* checked', answer.content.decode())


def test_one_alone_is_told_kindly_what_takes_two_and_what_does_not(noa, do):
    own = do.write(noa)
    for page in (do.page(noa, "boundaries_shared"), do.page(noa, "boundaries_asked"),
                 do.page(noa, "boundaries_share", own)):  # fmt: skip
        assert "This part takes two." in page
        assert "by yourself" in page
    assert noa.client.post(reverse("boundaries_share", args=[own]), {"revision": "1"}).status_code == 200
    assert noa.client.post(reverse("boundaries_quality_share"), {"on": "1"}).status_code == 404
    page = do.page(noa, "boundaries_show", own)
    assert "Only you know about it" in page
    assert "wish to Sam" not in page


def test_the_page_on_control_leads_to_the_load_help(noa, do):
    page = do.page(noa, "boundaries_burdens")
    assert reverse("safety_page") in page
    assert kept(noa, Burden) == []
