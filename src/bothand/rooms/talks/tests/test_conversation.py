"""A talk as two people hold it: turns, pauses, closings, two devices at once, one handed over."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.accounts import activity
from bothand.domain.checkins import Answers
from bothand.rooms.talks.conversation import rules
from bothand.rooms.talks.conversation.records import Close, Impression, Turn
from bothand.rooms.talks.conversation.rules import Stage
from bothand.rooms.talks.topics.records import Mentions

POLL = {"HTTP_X_BOTHAND_POLL": "1"}


def said(one, talk):
    return [event.text for event in one.heap(talk).state.order if event.text]


def test_they_speak_say_it_back_and_swap(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.")
    sam.act(talk, "back", "You miss the suppers.")
    assert "Is that what you meant?" in noa.page("talks_talk", talk)
    noa.act(talk, "not", "The talking in them.")
    sam.act(talk, "back", "You miss talking at supper.")
    noa.act(talk, "yes")
    assert "You speak. One thing at a time." in sam.page("talks_talk", talk)
    sam.act(talk, "say", "I come home empty.")
    assert noa.heap(talk).state == sam.heap(talk).state
    assert noa.heap(talk).state.stage is Stage.BACK


def test_each_turn_is_a_record_of_its_author(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "One.")
    sam.act(talk, "back", "Two.")
    authors = {
        one.record.text: one.author for one in noa.who.ours.query().items if isinstance(one.record, Turn)
    }
    assert authors == {"One.": noa.who.opened.id, "Two.": sam.who.opened.id}


def test_both_press_send_at_once_and_both_are_kept(both):
    noa, sam = both
    talk = noa.begins(way="plain")
    # Both opened the page before either sent.
    pages = [one.page("talks_talk", talk) for one in both]
    assert all("Your words" in page for page in pages)
    for one, words in ((noa, "From me."), (sam, "And from me.")):
        one.post("talks_talk", talk, act="say:0", number="0", text=words)
    assert sorted(said(noa, talk)) == ["And from me.", "From me."]


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_write_at_the_same_time_lose_nothing(both):
    noa, sam = both
    talk = noa.begins(way="plain")
    start = threading.Barrier(2)
    failed = []

    def write(one, name):
        try:
            start.wait()
            for number in range(6):
                answer = one.post(
                    "talks_talk", talk, act="say:0", number=str(number), text=f"{name} {number}"
                )
                assert answer.status_code == 302, answer.status_code
        except BaseException as error:  # noqa: BLE001  told by the test below
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=pair) for pair in ((noa, "noa"), (sam, "sam"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    assert sorted(said(sam, talk)) == sorted(
        f"{name} {number}" for name in ("noa", "sam") for number in range(6)
    )
    assert noa.heap(talk).state == sam.heap(talk).state


def test_one_person_in_two_windows_keeps_both_texts(both):
    noa, _sam = both
    talk = noa.begins(way="plain")
    for words in ("First window.", "Second window."):
        noa.post("talks_talk", talk, act="say:0", number="0", text=words)
    assert said(noa, talk) == ["First window.", "Second window."]


def test_the_same_form_sent_twice_is_kept_once(both):
    noa, _sam = both
    talk = noa.begins()
    for _ in range(2):
        assert noa.post("talks_talk", talk, act="say:0", number="0", text="Once.").status_code == 302
    assert said(noa, talk) == ["Once."]


def test_a_phone_that_dies_goes_on_where_it_was(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.")
    other = sam.again()
    assert "You say back what you heard." in other.page("talks_talk", talk)
    other.act(talk, "back", "You miss them.")
    assert noa.heap(talk).state.stage is Stage.CHECK
    assert f"/talks/{talk}/" in other.page("talks_list")


def test_who_speaks_out_of_turn_waits_and_is_told(both):
    noa, sam = both
    talk = noa.begins()
    sam.act(talk, "say", "Me first.")
    assert "This waits for your turn." in sam.page("talks_talk", talk)
    noa.act(talk, "say", "I miss our suppers.")
    sam.act(talk, "back", "You miss them.")
    noa.act(talk, "yes")
    assert noa.heap(talk).state.said.text == "Me first."


def test_more_turns_than_one_look_holds_are_all_there(both):
    noa, sam = both
    talk = noa.begins(way="plain")
    for number in range(rules.SLOTS + 9):
        noa.act(talk, "say", f"Words {number}.")
    sam.act(talk, "say", "Mine.")
    assert len(said(sam, talk)) == rules.SLOTS + 10


def test_words_without_anything_in_them_are_asked_for(both):
    noa, _sam = both
    talk = noa.begins()
    answer = noa.act(talk, "say", "  ", need="Half an hour.")
    assert answer.status_code == 422
    assert "Nothing is written yet" in answer.content.decode()
    assert "Half an hour." in answer.content.decode()


def test_feelings_and_needs_go_along_with_what_is_said(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.", need="One evening.", feelings=["lonely", "hopeful"])
    page = sam.page("talks_talk", talk)
    assert "lonely, hopeful" in page
    assert "One evening." in page


def test_more_feelings_than_five_are_sent_back_with_the_words(both):
    noa, _sam = both
    talk = noa.begins()
    answer = noa.act(talk, "say", "Much.", feelings=["glad", "calm", "loved", "hopeful", "lonely", "rested"])
    assert answer.status_code == 422
    assert "Much." in answer.content.decode()


def test_a_turn_that_does_not_open_is_said_left_as_it_is_and_takes_no_words_with_it(both):
    noa, sam = both
    talk = noa.begins(way="plain")
    noa.act(talk, "say", "First.")
    place = rules.place_of_turn(bytes.fromhex(talk), noa.who.opened.id, 0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01" + bytes(1100), place])
    for number in range(2):
        assert (
            noa.post("talks_talk", talk, act="say:0", number="0", text=f"Words {number}.").status_code == 302
        )
    page = sam.page("talks_talk", talk)
    assert "One page did not open." in page
    assert said(sam, talk) == ["Words 0.", "Words 1."]


# Polling


def test_nothing_new_is_said_in_three_digits(both):
    noa, sam = both
    talk = noa.begins()
    first = noa.get("talks_talk", talk, **POLL)
    assert first.status_code == 200
    again = noa.get("talks_talk", talk, **POLL, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    sam.act(talk, "say", "Something new.")
    fresh = noa.get("talks_talk", talk, **POLL, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert fresh.status_code == 200
    assert "Something new." in fresh.content.decode()


def test_the_page_asks_with_what_it_shows(both):
    noa, _sam = both
    talk = noa.begins()
    etag = noa.get("talks_talk", talk, **POLL).headers["ETag"].strip('"')
    page = noa.page("talks_talk", talk)
    assert f'\\"{etag}\\"' in page
    assert 'hx-trigger="every 2s"' in page


def test_what_is_swapped_holds_no_field_to_type_in(both):
    noa, _sam = both
    piece = noa.get("talks_talk", noa.begins(), **POLL).content.decode()
    assert "<textarea" not in piece
    assert "<select" not in piece
    assert "<html" not in piece


def test_asking_again_and_again_keeps_no_session_open(both, clock):
    noa, _sam = both
    talk = noa.begins()
    before = activity.seconds_left(noa.who.live.key)
    clock.minutes(5)
    noa.get("talks_talk", talk, **POLL)
    assert activity.seconds_left(noa.who.live.key) == before - 300


def test_who_was_signed_out_keeps_the_page_they_have(both, anyone):
    noa, _sam = both
    talk = noa.begins()
    answer = anyone.get(reverse("talks_talk", args=[talk]), **POLL)
    assert (answer.status_code, answer.content) == (286, b"")
    assert answer.headers["HX-Reswap"] == "none"


def test_it_works_without_scripts_by_a_button_that_keeps_what_was_typed(both):
    noa, sam = both
    talk = noa.begins()
    sam.act(talk, "say", "News.")
    answer = noa.act(talk, "look", "Half a sentence", need="Time.")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert all(words in page for words in ("News.", "Half a sentence", "Time."))
    assert said(noa, talk) == ["News."]


def test_a_talk_is_read_while_mine_is_locked_and_words_are_carried(both):
    noa, _sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.")
    noa.who.lock()
    assert "I miss our suppers." in noa.page("talks_talk", talk)
    answer = noa.act(talk, "say", "And the music.")
    assert answer.status_code == 403
    assert "And the music." in answer.content.decode()


# Pauses


def test_a_pause_names_its_return_and_holds_for_both(both, clock):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "pause")
    page = sam.page("talks_talk", talk)
    assert "You have paused, and go on today at 20:00." in page
    assert 'value="on:0"' not in page
    assert 'value="on:0"' in noa.page("talks_talk", talk)
    clock.minutes(30)
    sam = sam.again()
    assert 'value="on:0"' in sam.page("talks_talk", talk)
    sam.act(talk, "on")
    assert sam.heap(talk).state.stage is Stage.SAY


def test_not_today_rests_until_the_next_day(both, clock):
    noa, sam = both
    talk = noa.begins()
    noa.post("talks_talk", talk, act="pause:0", back="not")
    assert "You have paused. Not today." in sam.page("talks_talk", talk)
    clock.on(hour=22, minute=30)
    sam = sam.again()
    sam.act(talk, "on")
    assert sam.heap(talk).state.stage is Stage.PAUSED
    clock.minutes(60)
    sam = sam.again()
    sam.act(talk, "on")
    assert sam.heap(talk).state.stage is Stage.SAY


def test_nothing_can_be_sent_into_a_pause_and_the_words_come_back(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "pause")
    answer = sam.post("talks_talk", talk, act="say:0", number="0", text="But listen")
    assert answer.status_code == 409
    assert "But listen" in answer.content.decode()
    assert said(sam, talk) == []


def test_who_pauses_while_typing_keeps_the_words_in_the_field(both):
    noa, _sam = both
    talk = noa.begins()
    answer = noa.act(talk, "pause", "Half a sentence")
    assert answer.status_code == 200
    assert "Half a sentence" in answer.content.decode()
    assert noa.heap(talk).state.stage is Stage.PAUSED


def test_unsent_words_can_be_parked_for_oneself(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "pause")
    answer = sam.act(talk, "aside", "But listen", need="To be heard.")
    page = sam.who.client.get(answer.headers["Location"]).content.decode()
    assert "But listen" in page
    assert "To be heard." in page
    assert "But listen" not in str([one.record for one in sam.who.ours.query().items])


# One device


def test_on_one_device_it_is_said_whose_words_are_sealed_as_whose(both):
    noa, sam = both
    talk = noa.begins(devices="one")
    noa.act(talk, "say", "I miss our suppers.")
    page = noa.page("talks_talk", talk)
    assert "Hand the device to Sam." in page
    assert "Everything typed is sealed as yours, Sam's words too." in page
    assert 'value="back:1"' in page
    about = noa.heap(talk).state.said.id.hex()
    noa.post("talks_talk", talk, act="back:1", about=about, number="1", text="You miss them.")
    assert "Sam, typed on your device" in noa.page("talks_talk", talk)
    assert "You, typed on Noa&#x27;s device" in sam.page("talks_talk", talk)
    assert noa.heap(talk).state.stage is Stage.CHECK


def test_on_one_device_nobody_types_from_elsewhere_but_either_can_pause(both):
    noa, sam = both
    talk = noa.begins(devices="one")
    answer = sam.post("talks_talk", talk, act="say:0", number="0", text="From afar")
    assert answer.status_code == 409
    assert "From afar" in answer.content.decode()
    sam.act(talk, "pause")
    assert noa.heap(talk).state.stage is Stage.PAUSED


def test_on_two_devices_nobody_speaks_in_the_others_voice(both):
    noa, sam = both
    talk = noa.begins()
    noa.post("talks_talk", talk, act="say:1", number="0", text="As if from Sam")
    event = sam.heap(talk).state.order[0]
    assert (event.voice, event.find_speaker(sam.heap(talk).setup)) == (0, noa.who.opened.id)


# Closing


def closed(one, talk, outcome="understood", **more):
    data = {"outcome": outcome, "text": "What I take.", "revision": "0"} | more
    return one.post("talks_close", talk, **data)


def test_either_closes_it_and_each_says_it_in_their_own_words(both):
    noa, sam = both
    talk = noa.begins()
    assert closed(noa, talk).status_code == 302
    assert sam.heap(talk).state.stage is Stage.CLOSED
    closed(sam, talk, "open", text="We see it in two ways.")
    page = noa.page("talks_talk", talk)
    assert "I understand more than before" in page
    assert "We see it in two ways." in page
    outcomes = {
        one.author: one.record.outcome for one in noa.who.ours.query().items if isinstance(one.record, Close)
    }
    assert outcomes == {noa.who.opened.id: "understood", sam.who.opened.id: "open"}


def test_words_typed_while_the_other_closed_it_come_back(both):
    noa, sam = both
    talk = noa.begins()
    closed(sam, talk)
    answer = noa.post("talks_talk", talk, act="say:0", number="0", text="One more thing")
    assert answer.status_code == 409
    assert "One more thing" in answer.content.decode()
    assert 'value="aside:0"' in answer.content.decode()


def test_closing_takes_along_what_stands_in_the_field(both):
    noa, _sam = both
    talk = noa.begins()
    answer = noa.act(talk, "close", "Half a sentence")
    assert "Half a sentence" in answer.content.decode()
    assert "Where do you leave it?" in answer.content.decode()


def test_again_on_a_day_needs_the_day_and_comes_back_on_it(both, clock):
    noa, sam = both
    talk = noa.begins()
    answer = closed(noa, talk, "again")
    assert answer.status_code == 422
    assert "Name the day" in answer.content.decode()
    day = clock.time.date() + timedelta(days=9)
    assert closed(noa, talk, "again", again=day.isoformat()).status_code == 302
    assert "wanted to look at it again" not in noa.page("today")
    clock.time += timedelta(days=9)
    assert "wanted to look at it again" in noa.page("talks_list")
    assert "wanted to look at it again" not in sam.page("talks_list")


def test_a_day_that_is_past_is_told_and_the_words_stay(both):
    noa, _sam = both
    answer = closed(noa, noa.begins(), "again", again="2020-01-01")
    assert answer.status_code == 422
    assert "That day is past" in answer.content.decode()
    assert "What I take." in answer.content.decode()


@pytest.mark.parametrize(("outcome", "name"), [("agreement", "agreement"), ("boundary", "boundary")])
def test_an_outcome_goes_on_in_its_room_where_there_is_one(both, outcome, name):
    from bothand.kit import drafts

    noa, _sam = both
    talk = noa.begins()
    closed(noa, talk, outcome)
    shown = "handed_text" in noa.page("talks_talk", talk)
    assert shown == (drafts.find_hand(name, "x") is not None)


def test_how_it_was_lies_in_mine_and_nowhere_else(both):
    noa, sam = both
    talk = noa.begins()
    closed(noa, talk)
    noa.post("talks_after", talk, heard="4", safe="2", text="I held back.", revision="0")
    assert [one.record.text for one in noa.who.mine.query().items if isinstance(one.record, Impression)] == [
        "I held back."
    ]
    kinds = {type(one.record) for one in noa.who.ours.query().items}
    assert Impression not in kinds
    assert Mentions not in kinds
    assert "I held back." not in sam.page("talks_talk", talk)
    assert "Help and safety" in noa.page("talks_after", talk)


def test_how_it_was_is_one_sitting_for_the_mirror_and_follows_what_is_said_later(both):
    noa, sam = both
    talk = noa.begins()
    closed(noa, talk)

    def given():
        everything = noa.who.mine.query().items
        return [one.record.given for one in everything if isinstance(one.record, Answers)]

    rating = {"heard": "4", "safe": "2", "text": "", "revision": "0"}
    for _ in range(2):
        noa.post("talks_after", talk, **rating)
    assert given() == [(("talk-heard", 4), ("talk-safe", 2))]
    noa.post("talks_after", talk, **rating | {"heard": "", "revision": "1"})
    assert given() == [(("talk-safe", 2),)]
    noa.post("talks_after", talk, **rating | {"heard": "", "safe": "", "revision": "2"})
    assert given() == []
    assert not [one for one in sam.who.mine.query().items if isinstance(one.record, Answers)]
    assert not [one for one in noa.who.ours.query().items if isinstance(one.record, Answers)]


def test_a_long_talk_shows_its_newest_turns_and_leads_to_the_earlier_with_what_is_typed(both):
    noa, sam = both
    talk = noa.begins(way="plain")
    for number in range(20):
        (noa, sam)[number % 2].act(talk, "say", f"Words {number:02}.")
    newest = noa.page("talks_talk", talk)
    assert "Words 19." in newest
    assert "Words 03." not in newest
    assert newest.index("Words 04.") < newest.index("Words 19.")
    assert 'value="page:2"' in newest
    turned = noa.post("talks_talk", talk, act="page:2", text="Half a sentence").content.decode()
    assert "Half a sentence" in turned
    assert "Words 03." in turned
    second = noa.page("talks_talk", talk, data={"page": "2"})
    assert "Words 03." in second
    assert "Words 04." not in second
    assert "hx-get" not in second
    assert "hx-get" in newest
    closed(noa, talk)
    assert "?page=2" in noa.page("talks_talk", talk)


def test_both_ratings_can_be_left_out(both):
    noa, _sam = both
    talk = noa.begins()
    assert noa.post("talks_after", talk, heard="", safe="", text="", revision="0").status_code == 302
    (felt,) = [one.record for one in noa.who.mine.query().items if isinstance(one.record, Impression)]
    assert (felt.heard, felt.safe) == (0, 0)


def test_ones_words_can_be_taken_out_and_the_others_stay(both):
    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.", need="One evening.")
    sam.act(talk, "back", "You miss them.")
    closed(noa, talk, text="I said much.")
    assert noa.post("talks_remove", talk).status_code == 302
    page = sam.page("talks_talk", talk)
    assert "I miss our suppers." not in page
    assert "One evening." not in page
    assert "I said much." not in page
    assert "You miss them." in page
    assert noa.post("talks_remove", talk).status_code == 302


def test_a_stranger_and_one_who_left_find_nothing(both, robin):
    from bothand.accounts import departure

    noa, sam = both
    talk = noa.begins()
    noa.act(talk, "say", "I miss our suppers.")
    assert robin.client.get(reverse("talks_talk", args=[talk])).status_code == 404
    departure.leave_space(noa.who.opened, None, keep=noa.who.live.key)
    noa.who.reread()
    assert noa.get("talks_talk", talk).status_code == 404
    assert sam.get("talks_talk", talk).status_code == 200
