from django.urls import reverse
from tests.people import pair, person

from bothand.accounts import wall_clock
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.pairing.records import Thanks


def text(answer) -> str:
    return answer.content.decode()


def left(who, **data):
    return who.client.post(reverse("pairing_leave"), {"how": "quiet", "password": who.password} | data)


def thanked(who, words, sign="ab"):
    return who.client.post(reverse("pairing_thanks"), {"text": words, "id": sign * 16})


def test_who_leaves_quietly_is_alone_and_keeps_a_copy(couple):
    noa, sam = couple
    thanked(sam, "For the long letter")
    thanked(noa, "For reading it", "cd")
    assert left(noa).headers["Location"] == reverse("pairing_kept") + "?left=1"
    page = text(noa.client.get(reverse("pairing_kept") + "?left=1"))
    assert "You have left." in page
    assert "For the long letter" in page
    assert "from Sam" in page
    assert "from you" in page
    assert "A place for two, when there are two" in text(noa.client.get(reverse("pairing_ours")))


def test_who_stays_sees_nothing_of_it_and_goes_on_writing(couple):
    noa, sam = couple
    thanked(noa, "For the long letter")
    pages = [reverse("pairing_ours"), reverse("pairing_thanks"), "/ours/open/days/"]
    before = [bare(sam.client.get(one)) for one in pages]
    left(noa)
    assert [bare(sam.client.get(one)) for one in pages] == before
    assert thanked(sam, "Still here", "ef").status_code == 302
    assert "Still here" in text(sam.client.get(reverse("pairing_thanks")))


def bare(answer):
    import re

    return re.sub(r'(csrfmiddlewaretoken|name="id")[^>]*>', "", text(answer))


def test_nothing_written_after_reaches_who_left(couple):
    noa, sam = couple
    left(noa)
    thanked(sam, "Written after the day")
    assert "Written after" not in text(noa.client.get(reverse("pairing_kept")))
    assert thanked(noa, "Too late for this one").status_code == 409


def test_who_leaves_with_a_note_is_read(couple):
    noa, sam = couple
    assert left(noa, how="telling", note="I wish you well, and I need to go.").status_code == 302
    page = text(sam.client.get(reverse("pairing_ours")))
    assert "Noa has left, and wrote this" in page
    assert "I wish you well" in page


def test_the_note_and_the_way_must_fit(couple):
    noa, _sam = couple
    answer = left(noa, note="For you")
    assert answer.status_code == 422
    assert "You wrote a note" in text(answer)
    assert "For you" in text(answer)
    answer = left(noa, how="telling")
    assert answer.status_code == 422
    assert "leave quietly" in text(answer)


def test_a_wrong_password_leaves_nothing(couple):
    noa, sam = couple
    answer = left(noa, how="telling", note="A note with care", password="not that one")
    assert answer.status_code == 403
    assert "A note with care" in text(answer)
    assert "has left" not in text(sam.client.get(reverse("pairing_ours")))
    assert "What you and Sam share" in text(noa.client.get(reverse("pairing_ours")))


def test_other_devices_are_signed_out(couple):
    noa, _sam = couple
    other = noa.another_device()
    left(noa)
    assert other.client.get(reverse("pairing_ours")).status_code == 302
    assert noa.client.get(reverse("pairing_kept")).status_code == 200


def test_what_is_mine_stays(couple):
    noa, _sam = couple
    noa.mine.add(Entry(day=wall_clock.today_in("UTC"), text="only mine"))
    left(noa)
    assert "only mine" in text(noa.client.get(reverse("journal_list")))


def test_one_pairs_with_somebody_else_and_later_again_with_the_same(couple, robin):
    noa, sam = couple
    thanked(sam, "For the first time")
    left(noa)
    noa.reread()
    pair(noa, robin)
    assert "For the first time" not in text(noa.client.get(reverse("pairing_thanks")))
    left(noa)
    noa.reread()
    left(sam)
    sam.reread()
    pair(sam, noa)
    thanked(sam, "For the second time", "cd")
    page = text(noa.client.get(reverse("pairing_thanks")))
    assert "For the second time" in page
    assert "For the first time" not in page
    assert "For the first time" in text(noa.client.get(reverse("pairing_kept")))
    assert [one.record.text for one in noa.ours.query().items if isinstance(one.record, Thanks)] == [
        "For the second time"
    ]


def test_deleting_while_two_leaves_ours_with_the_other(couple):
    noa, sam = couple
    thanked(noa, "For the long letter")
    before = bare(sam.client.get(reverse("pairing_thanks")))
    assert noa.client.post(reverse("account_close"), {"password": noa.password}).status_code == 200
    assert bare(sam.client.get(reverse("pairing_thanks"))) == before
    assert thanked(sam, "Still here", "ef").status_code == 302


def test_when_both_have_left_nothing_of_ours_is_there(couple):
    from bothand.vault.models import Document, Shared

    noa, sam = couple
    thanked(noa, "For the long letter")
    space = noa.ours.id
    left(noa)
    left(sam)
    assert Document.objects.filter(space=space).count() == 0
    assert Shared.objects.count() == 0
    assert "For the long letter" in text(sam.client.get(reverse("pairing_kept")))


def test_who_came_by_a_link_keeps_what_was_there_before_them(db, clock):
    noa = person("noa", since=clock.time)
    noa.client.post(reverse("pairing_invite"))
    noa.reread()
    sam = person("sam", since=clock.time)
    pair(noa, sam)
    left(sam)
    assert sam.client.get(reverse("pairing_kept")).status_code == 200


def test_alone_there_is_nothing_to_leave(noa):
    assert noa.client.get(reverse("pairing_leave")).headers["Location"] == reverse("pairing_ours")
    assert "Nothing was shared before" in text(noa.client.get(reverse("pairing_kept")))
