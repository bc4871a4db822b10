from django.urls import reverse
from tests.people import pair

from bothand.accounts import departure, wall_clock
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.pairing.records import SharedPage, Thanks
from bothand.rooms.talks.conversation.records import Close, Turn
from bothand.vault.errors import DidNotOpen
from bothand.vault.randomness import new_id


def text(answer) -> str:
    return answer.content.decode()


def written(who, words="The sea, at last.") -> str:
    return who.mine.add(Entry(day=wall_clock.today_in("UTC"), text=words)).hex


def shared(who, hex_id) -> str:
    answer = who.client.post(reverse("pairing_share", args=[hex_id]))
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_the_preview_is_what_the_other_sees(couple):
    noa, sam = couple
    hex_id = written(noa)
    preview = text(noa.client.get(reverse("pairing_share", args=[hex_id])))
    assert "This is all that Sam would see" in preview
    assert "The sea, at last." in preview
    where = shared(noa, hex_id)
    # How far the two templates indent what they share says nothing.
    seen, preview = (" ".join(page.split()) for page in (text(sam.client.get(where)), preview))
    words = preview[preview.index('<p class="small quiet">Your words</p>') :].partition("</article>")[0]
    assert "The sea" in words
    assert words in seen
    assert "From Noa, a copy for you" in seen


def test_looking_at_the_preview_shares_nothing(couple):
    noa, sam = couple
    noa.client.get(reverse("pairing_share", args=[written(noa)]))
    assert "No page is shared yet" in text(sam.client.get(reverse("pairing_pages")))


def test_sharing_twice_makes_one_copy(couple):
    noa, _sam = couple
    hex_id = written(noa)
    assert shared(noa, hex_id) == shared(noa, hex_id)
    assert len([one for one in noa.ours.query().items if isinstance(one.record, SharedPage)]) == 1


def test_a_changed_page_changes_no_copy_until_it_is_shared_anew(couple):
    noa, sam = couple
    hex_id = written(noa)
    where = shared(noa, hex_id)
    old = noa.mine.get(Entry, bytes.fromhex(hex_id))
    noa.mine.replace(old, Entry(day=old.record.day, text="The sea, and rain."))
    assert "and rain" not in text(sam.client.get(where))
    assert "The copy is still the older one" in text(noa.client.get(reverse("pairing_share", args=[hex_id])))
    assert shared(noa, hex_id) == where
    assert "and rain" in text(sam.client.get(where))


def test_taken_back_it_leaves_ours_and_can_be_shared_again(couple):
    noa, sam = couple
    hex_id = written(noa)
    where = shared(noa, hex_id)
    back = reverse("pairing_back", args=[where.strip("/").split("/")[-1]])
    assert "What has been read stays known" in text(noa.client.get(back))
    noa.client.post(back)
    assert sam.client.get(where).status_code == 404
    assert "The sea" in text(noa.client.get(reverse("journal_entry", args=[hex_id])))
    assert shared(noa, hex_id) == where
    assert "The sea" in text(sam.client.get(where))


def test_only_its_author_takes_a_page_back(couple):
    noa, sam = couple
    where = shared(noa, written(noa))
    back = reverse("pairing_back", args=[where.strip("/").split("/")[-1]])
    assert sam.client.get(back).status_code == 404
    assert sam.client.post(back).status_code == 404
    assert noa.client.get(where).status_code == 200


def test_what_no_room_shares_cannot_be_shared(couple):
    noa, sam = couple
    pulse = noa.mine.add(Pulse(day=wall_clock.today_in("UTC"), self_feeling=2))
    where = reverse("pairing_share", args=[pulse.hex])
    assert noa.client.get(where).status_code == 404
    assert noa.client.post(where).status_code == 404
    # Nor what is somebody else's.
    assert sam.client.post(reverse("pairing_share", args=[written(noa)])).status_code == 404


def test_alone_there_is_nobody_to_share_with(noa):
    where = reverse("pairing_share", args=[written(noa)])
    assert "There is nobody here to share this with yet" in text(noa.client.get(where))
    assert noa.client.post(where).status_code == 404
    assert "Share a copy" not in text(noa.client.get(reverse("journal_list")))


def test_a_copy_the_other_wrote_over_is_not_taken_for_ones_own(couple):
    noa, sam = couple
    hex_id = written(noa)
    there = bytes.fromhex(shared(noa, hex_id).strip("/").split("/")[-1])
    page = sam.ours.get(SharedPage, there)
    sam.ours.replace(page, SharedPage(day=page.record.day, heading="forged", pairs=(), room="journal"))
    answer = noa.client.get(reverse("pairing_share", args=[hex_id]))
    assert answer.status_code == 500
    assert "forged" not in text(answer)
    # On its own page it is told whose it is.
    assert "From Sam, a copy for you" in text(noa.client.get(reverse("pairing_page", args=[there.hex()])))


def test_locked_what_is_ours_is_read_and_not_written(couple):
    noa, sam = couple
    where = shared(noa, written(noa))
    sam.lock()
    assert "The sea" in text(sam.client.get(where))
    assert (
        sam.client.post(reverse("pairing_thanks"), {"text": "For the sea", "id": "ab" * 16}).status_code
        == 403
    )
    assert "Share a copy" not in text(sam.client.get(reverse("pairing_pages")))


def test_thanks_are_seen_by_the_other_on_today_and_counted_nowhere(couple):
    noa, sam = couple
    answer = noa.client.post(
        reverse("pairing_thanks"), {"text": "For the tea, and for not asking", "id": "ab" * 16}
    )
    assert answer.status_code == 302
    page = text(sam.client.get("/"))
    assert "Noa thanked you: For the tea, and for not asking" in page
    assert "thanked you" not in text(noa.client.get("/"))


def test_who_left_and_locked_is_asked_for_the_key_first_and_the_line_is_carried(couple):
    noa, _sam = couple
    departure.leave_space(noa.opened, None, keep=noa.live.key)
    noa.lock()
    answer = noa.client.post(
        reverse("pairing_thanks"), {"text": "For the tea, and for not asking", "id": "ab" * 16}
    )
    assert answer.status_code == 403
    assert "For the tea, and for not asking" in text(answer)
    assert "by yourself" not in text(answer)


def test_the_same_line_sent_twice_is_one(couple):
    noa, _sam = couple
    for _ in range(2):
        noa.client.post(reverse("pairing_thanks"), {"text": "For the tea", "id": "ab" * 16})
    assert len([one for one in noa.ours.query().items if isinstance(one.record, Thanks)]) == 1


def test_a_line_is_taken_back_by_its_author_alone(couple):
    noa, sam = couple
    noa.client.post(reverse("pairing_thanks"), {"text": "For the tea", "id": "ab" * 16})
    back = reverse("pairing_thanks_back", args=["ab" * 16])
    assert sam.client.post(back).status_code == 404
    noa.client.post(back)
    assert "For the tea" not in text(sam.client.get(reverse("pairing_thanks")))


def test_for_one_alone_today_has_no_line_of_thanks(noa):
    assert "Send thanks" not in text(noa.client.get("/"))


def test_a_form_of_ours_from_before_gives_its_words_back(couple):
    noa, _sam = couple
    other = noa.another_device()
    data = {"how": "quiet", "password": noa.password}
    assert noa.client.post(reverse("pairing_leave"), data).status_code == 302
    # The other device was signed out by it; here the words are typed in a page that was open before.
    assert other.client.get("/").status_code == 302
    answer = noa.client.post(reverse("pairing_thanks"), {"text": "For the long walk home", "id": "ab" * 16})
    assert answer.status_code == 409
    assert "For the long walk home" in text(answer)


def test_it_is_refused_when_a_page_in_ours_does_not_open(couple, monkeypatch):
    noa, sam = couple
    where = shared(noa, written(noa))

    def broken(*_args):
        raise DidNotOpen("tag")

    monkeypatch.setattr("bothand.vault.ours.Ours._read", broken)
    assert sam.client.get(where).status_code == 500
    assert "did not open" in text(sam.client.get(reverse("pairing_pages")))


def test_pages_of_another_couple_are_nowhere(couple, robin):
    from tests.people import person

    noa, _sam = couple
    kim = person("kim")
    pair(robin, kim)
    where = shared(noa, written(noa))
    assert robin.client.get(where).status_code == 404
    assert kim.client.post(reverse("pairing_back", args=[where.strip("/").split("/")[-1]])).status_code == 302
    assert noa.client.get(where).status_code == 200


def test_a_month_with_nothing_of_the_kind_is_headed_as_such(couple, clock):
    noa, _sam = couple
    # Something else of both lies in this month, on the same shelves.
    today = wall_clock.today_in("UTC")
    noa.ours.add(Turn(day=today, talk=new_id(), act="say", step=1, text="Well."))
    noa.ours.add(Close(day=today, talk=new_id(), outcome="open"))
    page = text(noa.client.get(reverse("pairing_pages")))
    assert "No page was shared in November 2026" in page
    assert "Pages shared in" not in page
    assert "What you thanked each other for" not in text(noa.client.get(reverse("pairing_thanks")))
