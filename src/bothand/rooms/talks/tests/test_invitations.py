"""Topics that wait, invitations, the private list, and what goes round and round: as people use them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.domain.checkins import FearAnswers
from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.records import Answer, Checklist, Invitation
from bothand.rooms.talks.invitations.rules import place_of_table
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.records import Mention, Mentions, Preparation, Topic


def tomorrow(clock, at="19:30"):
    return {"day": (clock.time.date() + timedelta(days=1)).isoformat(), "at": at}


def asks(one, clock, **more):
    return one.post("talks_invite", **({"text": "Phones", "need": "An hour.", **tomorrow(clock)} | more))


def answers(one, how, **more):
    page = one.page("talks_answer")
    to = re.search(r'name="to" value="([^"]*)"', page)[1]
    return one.post("talks_answer", **({"answer": how, "to": to} | more))


def sets_aside(one, **more):
    answer = one.post("talks_new", **({"text": "Phones in the evening", "hard": "2", "where": "mine"} | more))
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"].split("/")[-2]


def of_kind(space, kind):
    return [one.record for one in space.query().items if isinstance(one.record, kind)]


# Topics


def test_a_topic_is_ones_own_unless_one_chooses_otherwise(both):
    noa, sam = both
    sets_aside(noa)
    sets_aside(noa, text="Holidays", where="ours")
    assert "Phones in the evening" not in sam.page("talks_list")
    assert "Holidays" in sam.page("talks_list")


def test_each_page_says_who_can_open_the_topic(both):
    noa, _sam = both
    own, joint = sets_aside(noa), sets_aside(noa, where="ours")
    for name in ("talks_topic", "talks_edit"):
        assert "You and Sam can open this" not in noa.page(name, own)
        assert "You and Sam can open this" in noa.page(name, joint)


def test_a_topic_s_age_is_seen_by_its_author_alone(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    clock.time += timedelta(days=23)
    assert "It has waited 3 weeks." in noa.page("talks_topic", topic)
    assert "waited" not in sam.page("talks_topic", topic)
    assert "Hard" not in sam.page("talks_topic", topic)


def test_only_its_author_changes_or_ends_a_topic(both):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    assert sam.get("talks_edit", topic).status_code == 404
    sam.post("talks_delete", topic, revision="1")
    sam.post("talks_edit", topic, text="Mine now", revision="1")
    assert [one.text for one in of_kind(noa.who.ours, Topic)] == ["Phones in the evening"]
    noa.post("talks_delete", topic, revision="1")
    assert of_kind(noa.who.ours, Topic) == []


def test_words_found_for_the_others_topic_lie_in_mine(both):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    sam.post("talks_prepare", topic, saw="On Monday.", feel="Tired.", need="", ask="", rest="", revision="0")
    assert [one.saw for one in of_kind(sam.who.mine, Preparation)] == ["On Monday."]
    assert "On Monday." in sam.page("talks_topic", topic)
    assert "On Monday." not in noa.page("talks_topic", topic)


def test_the_words_go_with_the_topic(alone):
    topic = sets_aside(alone)
    alone.post("talks_prepare", topic, saw="On Monday.", feel="", need="", ask="", rest="", revision="0")
    alone.post("talks_delete", topic, revision="1")
    assert of_kind(alone.who.mine, Preparation) == of_kind(alone.who.mine, Topic) == []


def test_all_or_nothing_words_are_named_and_kept_as_they_are(alone):
    topic = sets_aside(alone)
    alone.post("talks_prepare", topic, saw="You never call.", feel="", need="", ask="", rest="", revision="0")
    page = alone.page("talks_prepare", topic)
    assert "<b>never</b>" in page
    assert "You never call." in page


def test_a_topic_handed_over_stands_in_the_form_and_nothing_is_kept(alone):
    answer = alone.post("talks_new", handed_text="What we do on Sundays")
    assert answer.status_code == 200
    assert "What we do on Sundays" in answer.content.decode()
    assert of_kind(alone.who.mine, Topic) == []


# Invitations


def bare(page):
    """A page without what differs each time: tokens, marks, ids."""
    return re.sub(r"[0-9a-zA-Z]{32,}", "", page)


def test_the_other_sees_when_and_what_is_needed_and_reading_it_shows_nowhere(both, clock):
    noa, sam = both
    asks(noa, clock)
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
    assert "changed while you looked" in answer.content.decode()
    assert "Something else" in answer.content.decode()
    assert store.read_tables(sam.pair)[0].answer is None


def test_who_asks_has_a_list_too_and_nothing_to_answer(both, clock):
    noa, _sam = both
    asks(noa, clock)
    page = noa.page("talks_answer")
    assert "First, for yourself" in page
    assert 'value="ready"' not in page


def test_the_private_list_leads_to_the_quiet_page(both, clock):
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
        assert "from tomorrow on" in answer.content.decode()
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
    assert "Sam said not now." in answer.content.decode()
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
    assert "It holds for a new talk too." in answer.content.decode()
    assert sam.post("talks_begin", **data).status_code == 302


def test_a_time_the_other_named_can_be_taken_at_once(both, clock):
    noa, sam = both
    asks(noa, clock)
    answers(sam, "not", day=(clock.time.date() + timedelta(days=3)).isoformat(), at="20:00")
    page = noa.page("talks_list")
    assert "Take that time" in page
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


@pytest.mark.parametrize("where", ["today", "talks_list"])
def test_not_now_takes_one_tap_and_no_reason(both, clock, where):
    noa, sam = both
    asks(noa, clock)
    page = sam.page(where)
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
    assert "belong together" in answer.content.decode()


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


# Round and round


def test_a_tap_notes_the_day_for_oneself_once(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    for _ in range(2):
        noa.post("talks_mention", topic)
    assert [len(one.lines) for one in of_kind(noa.who.mine, Mentions)] == [1]
    assert of_kind(sam.who.mine, Mentions) == []
    assert of_kind(noa.who.ours, Mentions) == []


def test_it_is_told_from_three_days_on_and_never_from_fewer(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    for times in (1, 2, 3):
        noa.post("talks_mention", topic)
        assert ("Something keeps coming back." in noa.page("talks_list")) == (times >= 3)
        clock.time += timedelta(days=8)
    assert "It came up on 3 days within a year" in noa.page("talks_recurring")
    assert "Something keeps coming back." not in sam.page("talks_list")
    assert "It came up on" not in sam.page("talks_recurring")


def test_talks_about_the_same_thing_count_and_so_do_days_elsewhere(both, clock):
    noa, _sam = both
    topic = sets_aside(noa)
    noa.post("talks_mention", topic)
    for _ in range(2):
        clock.time += timedelta(days=8)
        talk = noa.begins(thread=topic)
        noa.post("talks_close", talk, outcome="open", text="", revision="0")
    assert "It came up on 3 days within a year" in noa.page("talks_recurring")


def test_lines_are_one_topic_by_thread_or_by_the_same_words(clock):
    today = clock.time.date()
    lines = (
        Mention(b"a" * 16, "Phones", today - timedelta(days=9)),
        Mention(b"b" * 16, "phones!", today - timedelta(days=5)),
        Mention(b"b" * 16, "The screen", today - timedelta(days=1)),
        Mention(b"c" * 16, "Money", today),
    )
    (found,) = rules.find_recurring(Mentions(lines=lines), today)
    assert (found.text, len(found.days)) == ("The screen", 3)


def test_what_is_over_a_year_old_says_nothing(clock):
    today = clock.time.date()
    lines = tuple(Mention(b"a" * 16, "Phones", today - timedelta(days=days)) for days in (400, 390, 1))
    assert rules.find_recurring(Mentions(lines=lines), today) == ()


def test_the_list_is_bounded_and_two_become_one(clock):
    today = clock.time.date()
    lines = tuple(Mention(b"a" * 16, f"{n}", today - timedelta(days=n)) for n in range(150))
    other = tuple(Mention(b"b" * 16, f"{n}", today - timedelta(days=n)) for n in range(150))
    found = rules.merge_mentions(Mentions(lines=lines), Mentions(lines=other))
    assert len(found.lines) == rules.MOST_MENTIONS
    assert rules.merge_mentions(found, found) == found


def test_who_is_afraid_is_told_why_nothing_for_two_is_suggested_and_the_other_sees_nothing(both, clock):
    noa, sam = both
    topic = sets_aside(noa)
    for _ in range(3):
        noa.post("talks_mention", topic)
        clock.time += timedelta(days=1)
    talk = noa.begins()
    day = clock.time.date()
    noa.post("talks_close", talk, outcome="again", again=day.isoformat(), text="", revision="0")
    assert "A talk with turns" in noa.page("talks_recurring")
    assert "Begin a talk about it" in noa.page("today")
    before = bare(sam.page("talks_list"))
    noa.who.mine.add(FearAnswers(day=day, say_no=1))
    page = noa.page("talks_recurring")
    assert "nothing for two is suggested to you" in page
    assert "A talk with turns" not in page
    assert "Begin a talk about it" not in noa.page("today")
    assert "nothing for two is suggested to you" in noa.page("talks_list")
    assert bare(sam.page("talks_list")) == before
    assert noa.get("talks_begin").status_code == 200


# Alone, and on paper


@pytest.mark.parametrize("name", ["talks_invite", "talks_begin", "talks_answer", "talks_past"])
def test_one_alone_is_told_kindly_what_can_be_done(alone, name):
    page = alone.page(name)
    assert "This part takes two." in page
    assert "put a topic aside" in page


def test_what_one_alone_typed_comes_back_and_can_be_parked(alone, clock):
    answer = asks(alone, clock)
    assert answer.status_code == 409
    assert "An hour." in answer.content.decode()
    assert 'name="handed_text"' in answer.content.decode()


def test_practice_keeps_nothing(alone):
    before = len(alone.who.mine.query().items)
    answer = alone.post("talks_practice", back="You were tired.", which="O07")
    assert "You were tired." in answer.content.decode()
    assert len(alone.who.mine.query().items) == before


def test_the_page_for_a_counsellor_holds_what_was_chosen_and_is_kept_nowhere(both):
    noa, _sam = both
    first, second = sets_aside(noa), sets_aside(noa, text="Money")
    before = len(noa.who.mine.query().items)
    page = noa.post(
        "talks_paper", text="We stopped talking.", hope="To listen.", topics=[first]
    ).content.decode()
    assert "We stopped talking." in page
    assert "Phones in the evening" in page
    assert "Money" not in page
    assert second
    assert len(noa.who.mine.query().items) == before


def test_help_from_outside_names_its_sources_and_the_quiet_page_first(alone):
    page = alone.page("talks_help")
    assert page.index(reverse("safety_page")) < page.index("When it may help")
    assert "Roddy" in page
    assert "Carrère and Gottman, 1999" in alone.page("talks_guide")
