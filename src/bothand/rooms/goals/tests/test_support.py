"""Support between two: only what is wanted, ended in one tap, and how it was told to nobody but its receiver."""

import re

import pytest

from bothand.accounts import departure
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal
from bothand.vault.randomness import new_id

from .conftest import hidden, text


def shared(person):
    return [one.record for one in person.ours.query().items if isinstance(one.record, SharedGoal | Offer)]


def say(person, offer_hex, felt, words=""):
    return person.client.post(
        f"/goals/how/{offer_hex}/", {"felt": felt, "words": words, "id": new_id().hex()}
    )


def offer_in(page):
    return re.search(r'name="offer" value="(\w+)"', page.content.decode())[1]


@pytest.fixture
def supported(couple, goal, share, offer):
    """Noa's goal, which Sam sees and supports: its address for Noa, and for Sam."""
    noa, sam = couple
    where = goal(noa, "Sing again", "Nobody asked me to", wanted=["listen", "remind"], unwanted=["cheer"])
    theirs = share(noa, where)
    assert offer(sam, theirs, "remind", "On Wednesdays").status_code == 302
    return where, theirs


def test_nothing_is_shared_until_its_owner_looked_at_exactly_that(couple, goal, share):
    noa, sam = couple
    where = goal(noa, "Sing again", "Nobody asked me to", wanted=["listen"])
    assert shared(sam) == []
    answer = noa.client.post(f"{where}copy/", {"do": "share", "trace": "0" * 16})
    assert answer.status_code == 200
    assert "This has changed since you looked." in text(answer)
    assert shared(sam) == []
    share(noa, where)
    assert shared(sam)[0].text == "Sing again"


def test_why_is_shared_only_by_choice(couple, goal, share):
    noa, sam = couple
    where = goal(noa, "Sing again", "Nobody asked me to")
    theirs = share(noa, where)
    assert "Nobody asked me to" not in text(sam.client.get(theirs))
    share(noa, where, with_why="on")
    assert "Nobody asked me to" in text(sam.client.get(theirs))
    assert len(shared(sam)) == 1


def test_ticking_why_and_sharing_at_once_shows_it_before_it_goes_out(couple, goal):
    noa, sam = couple
    where = goal(noa, "Sing again", "Nobody asked me to")
    trace = hidden(noa.client.get(f"{where}copy/"))["trace"]
    answer = noa.client.post(f"{where}copy/", {"do": "share", "trace": trace, "with_why": "on"})
    assert "Nobody asked me to" in text(answer)
    assert shared(sam) == []


def test_the_other_sees_the_goal_the_lists_and_their_own_offer_and_nothing_else(supported, couple):
    (where, theirs), (noa, sam) = supported, couple
    noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "A secret step"})
    noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": "A secret entry"})
    say(noa, offer_in(noa.client.get(where)), "took_over", "A secret word")
    page = text(sam.client.get(theirs)) + text(sam.client.get("/goals/"))
    for words in ("Sing again", "Listen", "Remind me", "Cheer me on", "On Wednesdays", "since"):
        assert words in page
    for words in ("secret", "Nobody asked me to", "took over", "fitted", "Archive"):
        assert words not in page


def test_the_page_of_the_other_is_the_same_before_and_after_all_that_stays_in_mine(supported, couple):
    (where, theirs), (noa, sam) = supported, couple

    def bare() -> str:
        return re.sub(r"[0-9a-zA-Z]{32,}", "", sam.client.get(theirs).content.decode())

    bare()  # it ends the offer that was just made, once
    before = bare()
    noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "A step"})
    noa.client.post(f"{where}edit/", hidden(noa.client.get(f"{where}edit/")) | {"text": "Changed", "why": ""})
    noa.client.post(f"{where}support/", hidden(noa.client.get(f"{where}support/")) | {"wanted": ["room"]})
    for _ in range(6):
        say(noa, offer_in(noa.client.get(where)), "took_over")
    assert bare() == before
    assert "Shared with Sam on 24 November 2026" in text(noa.client.get(where))
    assert "It has changed since. Sam still sees it as it was." in text(noa.client.get(where))


def test_only_what_is_wanted_can_be_offered(supported, couple, offer):
    (_where, theirs), (_noa, sam) = supported, couple
    page = text(sam.client.get(theirs))
    assert 'value="listen"' in page
    for support in ("cheer", "remind", "do_with", "room", "hands_off"):
        assert f'value="{support}"' not in page
        answer = offer(sam, theirs, support, "all the same")
        assert answer.status_code == 422
        assert "all the same" in text(answer)
    assert len([one for one in shared(sam) if isinstance(one, Offer)]) == 1


def test_any_support_is_ended_in_one_tap_and_reads_ended_without_a_reason(supported, couple, offer):
    (where, theirs), (noa, sam) = supported, couple
    answer = noa.client.post(f"{where}end/", {"offer": offer_in(noa.client.get(where))})
    assert answer.status_code == 302
    assert "What Sam offers" not in text(noa.client.get(where))
    page = text(sam.client.get(theirs))
    assert "ended" in page
    assert "since" not in page
    assert offer(sam, theirs, "remind").status_code == 422


def test_ending_twice_or_what_was_taken_back_meanwhile_is_harmless(supported, couple):
    (where, theirs), (noa, sam) = supported, couple
    data = {"offer": offer_in(noa.client.get(where))}
    assert [noa.client.post(f"{where}end/", data).status_code for _ in range(2)] == [302, 302]
    sam.client.post(f"/goals/with/{data['offer']}/back/")
    assert noa.client.post(f"{where}end/", data).status_code == 302
    assert "What you offered" not in text(sam.client.get(theirs))


def test_what_was_ended_can_be_offered_again_only_after_its_receiver_asks_for_it_anew(
    supported, couple, share, offer
):
    (where, theirs), (noa, sam) = supported, couple
    noa.client.post(f"{where}end/", {"offer": offer_in(noa.client.get(where))})
    form = hidden(noa.client.get(f"{where}support/"))
    noa.client.post(f"{where}support/", form | {"wanted": ["listen", "remind"]})
    assert offer(sam, theirs, "remind").status_code == 422
    share(noa, where)
    assert offer(sam, theirs, "remind", "once more").status_code == 302
    page = text(noa.client.get(where))
    assert "once more" in page
    assert "On Wednesdays" not in page


def test_saying_that_something_does_not_help_ends_it_too(supported, couple, share):
    (where, theirs), (noa, sam) = supported, couple
    form = hidden(noa.client.get(f"{where}support/"))
    noa.client.post(f"{where}support/", form | {"wanted": ["listen"], "unwanted": ["remind"]})
    share(noa, where)
    assert "On Wednesdays" not in text(noa.client.get(where))
    assert "since" not in text(sam.client.get(theirs))


def test_a_goal_taken_back_is_gone_and_support_with_it_does_not_come_to_life_again(supported, couple, share):
    (where, theirs), (noa, sam) = supported, couple
    asked = noa.client.get(f"{where}off/")
    assert "no longer sees it here, and the support offered with it ends." in text(asked)
    assert noa.client.post(f"{where}off/", hidden(asked)).status_code == 302
    assert sam.client.get(theirs).status_code == 404
    assert "The goals they were for are no longer shared." in text(sam.client.get("/goals/"))
    assert share(noa, where) == theirs
    assert "On Wednesdays" not in text(noa.client.get(where))
    assert "since" not in text(sam.client.get(theirs))


def test_putting_a_goal_away_or_deleting_it_takes_it_back(supported, couple, share):
    (where, theirs), (noa, sam) = supported, couple
    noa.client.post(f"{where}archive/", {"on": "1"})
    assert sam.client.get(theirs).status_code == 404
    noa.client.post(f"{where}archive/", {"on": "0"})
    assert sam.client.get(theirs).status_code == 404
    share(noa, where)
    noa.client.post(f"{where}delete/", hidden(noa.client.get(f"{where}delete/")))
    assert sam.client.get(theirs).status_code == 404


def test_what_i_said_about_support_is_in_mine_and_nowhere_else(supported, couple):
    (where, _theirs), (noa, sam) = supported, couple
    before = len(sam.ours.query().items)
    assert (
        say(noa, offer_in(noa.client.get(where)), "took_over", "Three times before breakfast").status_code
        == 302
    )
    assert "Three times before breakfast" in text(noa.client.get("/goals/how/"))
    assert len(sam.ours.query().items) == before
    assert not [one for one in sam.mine.query().items if isinstance(one.record, Fit | Fits)]
    assert "breakfast" not in text(sam.client.get("/goals/how/"))


def test_only_its_receiver_can_say_how_support_was(supported, couple):
    (where, _theirs), (noa, sam) = supported, couple
    hex_id = offer_in(noa.client.get(where))
    assert sam.client.get(f"/goals/how/{hex_id}/").status_code == 404
    assert say(sam, hex_id, "fitted").status_code == 404


def test_taking_over_is_told_from_five_answers_on_to_its_receiver_with_its_evidence(supported, couple, clock):
    (where, theirs), (noa, sam) = supported, couple
    hex_id = offer_in(noa.client.get(where))
    for number, felt in enumerate(("took_over", "took_over", "fitted", "took_over", "took_over")):
        assert "it took over" not in text(noa.client.get(where))
        say(noa, hex_id, felt)
        clock.minutes(24 * 60 * (number + 1))
        noa.live = None
        noa.client = noa.another_device().client
    told = "you said 5 times how support was for you. 4 times it took over."
    assert told in text(noa.client.get(where))
    page = text(noa.client.get("/goals/how/"))
    assert told in page
    assert "A few answers can mislead" in page
    assert "/leaf/" in page
    assert "took over" not in text(sam.another_device().client.get(theirs))


def test_what_was_said_can_be_deleted(supported, couple):
    (where, _theirs), (noa, _sam) = supported, couple
    say(noa, offer_in(noa.client.get(where)), "fitted", "as I like it")
    (path,) = re.findall(r'href="(/goals/how/\w+/delete/)"', noa.client.get("/goals/how/").content.decode())
    answer = noa.client.post(path, hidden(noa.client.get(path)))
    assert "It is deleted." in text(noa.client.get(answer.url))
    assert noa.mine.only(Fits).record.entries == ()


def test_an_offer_can_be_taken_back_by_who_made_it_and_nobody_else(supported, couple, robin):
    (where, theirs), (noa, sam) = supported, couple
    back = f"/goals/with/{offer_in(noa.client.get(where))}/back/"
    for other in (noa, robin):
        assert other.client.post(back).status_code == 404
    assert sam.client.post(back).url == theirs
    assert "What Sam offers" not in text(noa.client.get(where))


def test_a_copy_that_the_other_wrote_over_is_not_taken_for_one_s_own(supported, couple):
    (where, theirs), (noa, sam) = supported, couple
    ours = sam.ours
    there = ours.get(SharedGoal, bytes.fromhex(theirs.split("/")[3]))
    forged = SharedGoal(text="Do as Sam says", wanted=("remind",), since=there.record.since)
    ours.replace(there, forged)
    page = text(noa.client.get(where))
    assert "Do as Sam says" not in page
    assert "Sing again" in page
    assert "Shared with Sam" not in page


def test_one_s_own_goal_cannot_be_supported_by_oneself(supported, couple, offer):
    (_where, theirs), (noa, _sam) = supported, couple
    assert noa.client.get(theirs).status_code == 404
    assert offer(noa, theirs, "listen").status_code == 404


def test_while_locked_their_goal_can_be_read_and_nothing_offered(supported, couple, offer):
    (_where, theirs), (_noa, sam) = supported, couple
    device = sam.another_device()
    device.lock()
    page = device.client.get(theirs)
    assert "Sing again" in text(page)
    assert "Offer it" not in text(page)
    assert offer(device, theirs, "listen").status_code == 403
    assert device.client.get("/goals/").status_code == 403


def test_after_one_left_the_goal_stays_with_its_owner_whole(supported, couple):
    (where, _theirs), (noa, sam) = supported, couple
    departure.leave_space(noa.opened, None, keep=noa.live.key)
    noa.reread()
    page = text(noa.client.get(where))
    assert "Sing again" in page
    assert "Sharing a goal here takes two." in page
    assert "What Sam offers" not in page
    assert sam.client.get("/goals/").status_code == 200


def test_today_says_what_came_until_it_was_looked_at_and_nothing_of_who_read_it(supported, couple, clock):
    (_where, theirs), (noa, sam) = supported, couple

    def bare(who) -> str:
        return re.sub(r"[0-9a-zA-Z]{32,}", "", text(who.client.get("/")))

    assert "Sam offers you support with a goal: Reminding" in bare(noa)
    before = bare(sam)
    assert "Noa shared a goal" not in before, "it was answered by an offer"
    sam.client.get(theirs)
    assert bare(sam) == before
    clock.on(day=27)
    noa, sam = noa.comes_again(), sam.comes_again()
    assert "offers you support" not in bare(noa)
    assert "shared a goal" not in bare(sam)


def test_today_says_nothing_of_support_that_was_ended(supported, couple):
    (where, _theirs), (noa, _sam) = supported, couple
    noa.client.post(f"{where}end/", {"offer": offer_in(noa.client.get(where))})
    assert "offers you support" not in text(noa.client.get("/"))


def test_what_i_said_and_an_entry_go_to_the_other_only_as_a_copy_by_hand(supported, couple):
    (where, _theirs), (noa, sam) = supported, couple
    say(noa, offer_in(noa.client.get(where)), "took_over", "Three times before breakfast")
    noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": "To the first buoy."})
    entry = re.search(r"/goals/at/(\w+)/", noa.client.get(where).content.decode())[1]
    paths = [
        f"/ours/copy/{entry}/",
        *re.findall(r"/ours/copy/\w+/", noa.client.get("/goals/how/").content.decode()),
    ]
    shown = [text(noa.client.get(path)) for path in paths]
    assert "To the first buoy." in shown[0]
    assert "It took over" in shown[1]
    for path in paths:
        copy = noa.client.post(path).url
        assert any(words in text(sam.client.get(copy)) for words in ("To the first buoy.", "It took over"))
