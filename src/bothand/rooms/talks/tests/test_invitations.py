"""Asking for a talk, what is said to it, and the private list before it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.records import Answer, Checklist, Invitation
from bothand.rooms.talks.invitations.rules import place_of_table
from bothand.rooms.talks.tests.acts import answers, asks, bare, of_kind, tomorrow


def test_the_other_sees_when_and_what_is_needed_and_reading_it_shows_nowhere(both, clock):
    noa, sam = both
    asks(noa, clock)
    noa.page("talks_list")  # it ends her act, once
    before = bare(noa.page("talks_list")), bare(noa.page("today"))
    page = sam.page("talks_list")
    assert "Phones" in page
    assert "An hour." in page
    sam.page("talks_answer")
    sam.page("today")
    assert (bare(noa.page("talks_list")), bare(noa.page("today"))) == before


def test_today_shows_an_invitation_and_never_that_nothing_was_said_to_it(both, clock):
    noa, sam = both
    asks(noa, clock)
    assert "Noa would like to talk" in sam.page("today")
    assert "Phones" not in noa.page("today")


def test_one_invitation_of_mine_stands_at_a_time(both, clock):
    noa, sam = both
    asks(noa, clock)
    standing = store.read_tables(noa.pair)[0].invite.id.hex()
    asks(noa, clock, text="Money", was=standing)
    page = sam.page("talks_list")
    assert "Money" in page
    assert "Phones" not in page


def test_ready_and_not_now_are_all_that_is_shown(both, clock):
    noa, sam = both
    asks(noa, clock)
    sam.post("talks_checklist", ticks=["rested"], afraid="That it ends.")
    answers(sam, "ready")
    page = noa.page("talks_list")
    assert "Sam is ready." in page
    assert "That it ends." not in page
    answers(sam, "not")
    page = noa.page("talks_list")
    assert "Not now." in page
    assert "Sam is ready." not in page


def test_nothing_of_the_private_list_is_kept_unless_one_keeps_it_and_then_in_mine(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not")
    assert of_kind(sam.who.mine, Checklist) == []
    sam.post("talks_checklist", ticks=["rested"], afraid="That it ends.")
    assert [one.afraid for one in of_kind(sam.who.mine, Checklist)] == ["That it ends."]
    assert of_kind(sam.who.ours, Checklist) == []
    assert "That it ends." not in sam.page("talks_answer")
    assert "That it ends." in sam.get("talks_answer", data={"list": "1"}).content.decode()
    sam.post("talks_checklist", ticks=[], afraid="", revision="1")
    assert of_kind(sam.who.mine, Checklist) == []


def test_a_list_kept_in_two_windows_shows_both(both, clock):
    noa, sam = both
    asks(noa, clock)
    sam.post("talks_checklist", ticks=["rested"], afraid="First.", revision="0")
    answer = sam.post("talks_checklist", ticks=[], afraid="Second.", revision="0")
    assert answer.status_code == 409
    assert "First." in answer.content.decode()
    assert "Second." in answer.content.decode()


def test_what_is_said_holds_only_for_the_invitation_that_was_looked_at(both, clock):
    noa, sam = both
    asks(noa, clock)
    to = re.search(r'name="to" value="([^"]*)"', sam.page("talks_answer"))[1]
    standing = store.read_tables(noa.pair)[0].invite
    asks(noa, clock, text="Something else", at="22:00", was=standing.id.hex())
    answer = answers(sam, "ready", to=to)
    assert answer.status_code == 422
    assert "The invitation changed while you were looking at it." in answer.content.decode()
    assert "Something else" in answer.content.decode()
    assert store.read_tables(sam.pair)[0].answer is None


def test_who_asks_has_a_list_too_and_nothing_to_answer(both, clock):
    noa, _sam = both
    asks(noa, clock)
    page = noa.page("talks_answer")
    assert "First, for yourself" in page
    assert 'value="ready"' not in page


def test_the_private_list_leads_to_the_load_help(both, clock):
    noa, sam = both
    asks(noa, clock)
    assert reverse("safety_page") in sam.page("talks_answer")


def test_after_not_now_there_is_no_asking_again_on_the_same_day(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not")
    standing = store.read_tables(noa.pair)[0].invite.id.hex()
    for _ in range(2):
        answer = asks(noa, clock, text="Now, please", was=standing)
        assert answer.status_code == 422
        assert "from tomorrow" in answer.content.decode()
        assert "Now, please" in answer.content.decode()
        noa.post("talks_withdraw")
    clock.time += timedelta(days=1)
    assert asks(noa, clock).status_code == 302


def test_not_now_holds_against_beginning_a_talk_too_unless_its_sayer_begins(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not")
    data = {"way": "turns", "devices": "one", "first": "mine", "minutes": "0", "text": "Now, then"}
    answer = noa.post("talks_begin", **data)
    assert answer.status_code == 422
    assert "Sam said “Not now”." in answer.content.decode()
    assert "Now, then" in answer.content.decode()
    assert "Begin the talk" not in noa.page("talks_list")
    assert sam.post("talks_begin", **data).status_code == 302


def test_a_pause_holds_against_a_new_talk_too(both, clock):
    noa, sam = both
    talk = noa.begins()
    sam.act(talk, "pause")
    data = {"way": "plain", "devices": "two", "first": "mine", "minutes": "0", "text": "Another one"}
    answer = noa.post("talks_begin", **data)
    assert answer.status_code == 422
    assert "That goes for a new talk too." in answer.content.decode()
    assert sam.post("talks_begin", **data).status_code == 302


def test_a_time_the_other_named_can_be_taken_at_once(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not", day=(clock.time.date() + timedelta(days=3)).isoformat(), at="20:00")
    page = noa.page("talks_list")
    assert "Agree to that time" in page
    form = noa.who.client.get(reverse("talks_invite") + "?take=1").content.decode()
    day = (clock.time.date() + timedelta(days=3)).isoformat()
    assert f'value="{day}"' in form
    standing = store.read_tables(noa.pair)[0].invite.id.hex()
    assert asks(noa, clock, day=day, at="20:00", was=standing).status_code == 302


def test_an_answer_counts_only_for_the_time_it_was_given_to(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "ready")
    standing = store.read_tables(noa.pair)[0].invite
    asks(noa, clock, at="22:00", was=standing.id.hex(), id=standing.id.hex())
    assert "Sam is ready." not in noa.page("talks_list")


def test_a_time_that_is_past_is_told_and_the_words_stay(both, clock):
    noa, _sam = both
    answer = asks(noa, clock, day="2026-11-24", at="10:00")
    assert answer.status_code == 422
    assert "That time is past" in answer.content.decode()
    assert "An hour." in answer.content.decode()


def test_not_now_takes_one_tap_and_no_reason(both, clock):
    noa, sam = both
    asks(noa, clock)
    page = sam.page("talks_list")
    to = re.search(r'name="to" value="([^"]*)"', page)[1]
    assert 'name="answer" value="not"' in page
    assert sam.post("talks_answer", answer="not", to=to).status_code == 302
    assert "Not now." in noa.page("talks_list")


@pytest.mark.parametrize("name", ["talks_invite", "talks_begin"])
def test_a_table_that_does_not_open_is_left_as_it_is_and_the_words_come_back(both, clock, name):
    noa, _sam = both
    asks(noa, clock)
    place = place_of_table(noa.who.ours.id, noa.who.opened.id)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01" + bytes(1100), place])
    data = {
        "way": "plain",
        "devices": "two",
        "first": "mine",
        "minutes": "0",
        "text": "Words",
        **tomorrow(clock),
    }
    answer = noa.post(name, **data)
    assert answer.status_code == 409
    assert "Words" in answer.content.decode()
    assert "did not open" in answer.content.decode()


def test_half_a_time_is_asked_about(both, clock):
    noa, sam = both
    asks(noa, clock)
    answer = answers(sam, "not", at="20:00")
    assert answer.status_code == 422
    assert "go together" in answer.content.decode()


def test_each_writes_their_own_table_alone(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not")
    mine, theirs = store.read_tables(noa.pair)
    assert isinstance(mine.invite, Invitation)
    assert mine.answer is None
    assert isinstance(theirs.answer, Answer)
    assert theirs.invite is None


def test_an_invitation_that_became_a_talk_is_none_any_more(both, clock):
    noa, sam = both
    asks(noa, clock)
    asked = store.read_tables(sam.pair)[1].invite.id.hex()
    form = sam.who.client.get(reverse("talks_begin") + f"?about={asked}").content.decode()
    assert "Phones" in form
    sam.begins(text="Phones", thread=asked)
    for one in both:
        assert "would like to talk" not in one.page("talks_list")
        assert "You asked" not in one.page("talks_list")
    asks(noa, clock, text="Money")
    assert "Money" in sam.page("talks_list")


def test_an_invitation_leaves_today_a_day_after_its_time_and_stays_in_the_room(both, clock):
    noa, sam = both
    asks(noa, clock)
    assert "would like to talk" in sam.page("today")
    clock.time += timedelta(days=3)
    sam = sam.again()
    assert "would like to talk" not in sam.page("today")
    assert "would like to talk" in sam.page("talks_list")
