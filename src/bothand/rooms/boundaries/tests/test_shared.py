"""What two show each other: exactly what was previewed, changed by nobody else, answered freely, taken back."""

import html
import re

from django.db import connection
from django.urls import reverse
from tests.people import pair

from bothand.accounts import departure, derivation, pairing, wall_clock
from bothand.accounts.accounts import somebody_knew_it
from bothand.domain.boundaries import Boundary, SharedBoundary, Times, Wording
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Note, SharedQuality, Version
from bothand.rooms.boundaries.tests.conftest import PATIENCE, TODAY, WORDS, shared
from bothand.vault.body import encode_record
from bothand.vault.randomness import new_id


def card_in(page):
    """The card of a page, tags left out."""
    found = re.search(r'<article class="card">(.*?)</article>', page)
    return " ".join(re.sub(r"<[^>]+>", " ", found.group(1)).split())


def test_a_draft_is_nowhere_on_the_other_s_pages(couple, do):
    noa, sam = couple
    do.write(noa)
    assert shared(sam) == []
    for name in ("boundaries_shared", "boundaries_asked", "today", "boundaries_list"):
        assert "half an hour" not in do.page(sam, name)


def test_the_preview_is_exactly_what_the_other_sees(couple, do):
    noa, sam = couple
    own = do.write(noa, protects=PATIENCE, days=["0", "6"], start="20:00", end="22:00", reach="joint")
    preview = card_in(do.page(noa, "boundaries_share", own))
    copy = do.show(noa, own)
    assert card_in(do.page(sam, "boundaries_shared_show", copy)) == preview
    assert card_in(do.page(noa, "boundaries_shared_show", copy)) == preview
    assert "Noa's boundary about time" in html.unescape(preview)


def test_nothing_in_ours_names_a_page_of_mine(shown, do):
    noa, sam, own, copy = shown
    do.answer(sam, copy, can="I cook.")
    do.no(sam, copy)
    mine = {one.id for who in (noa, sam) for one in who.mine.query().items}
    assert bytes.fromhex(own) in mine
    there = sam.ours.query().items
    written = b"".join(one.id + encode_record(one.record) for one in there)
    assert not [one for one in mine if one in written]


def test_looking_at_the_preview_shows_nothing(couple, do):
    noa, sam = couple
    do.page(noa, "boundaries_share", do.write(noa))
    assert shared(sam) == []


def test_what_changed_since_the_preview_is_previewed_again(couple, do):
    noa, sam = couple
    own = do.write(noa)
    do.change(noa, own, will="take an hour alone.")
    answer = noa.client.post(reverse("boundaries_share", args=[own]), {"revision": "1"})
    assert answer.status_code == 409
    assert "take an hour alone." in answer.content.decode()
    assert shared(sam) == []


def test_shown_twice_it_is_one_copy_in_one_wording(shown, do):
    noa, sam, own, copy = shown
    assert do.show(noa, own) == copy
    assert len(shared(sam)) == 1
    assert len(shared(sam, Version)) == 1


def test_a_change_is_shown_only_when_it_is_shown(shown, do):
    noa, sam, own, copy = shown
    do.change(noa, own, will="take an hour alone.")
    assert "half an hour" in do.page(sam, "boundaries_shared_show", copy)
    assert "the earlier wording" in do.page(noa, "boundaries_show", own)
    do.show(noa, own)
    assert "an hour alone" in card_in(do.page(sam, "boundaries_shared_show", copy))


def test_every_wording_that_was_shown_stays_readable_and_names_the_one_before(shown, do):
    noa, sam, own, copy = shown
    for hours in ("two", "three"):
        do.change(noa, own, will=f"take {hours} hours alone.")
        do.show(noa, own)
    for who in (noa, sam):
        page = do.page(who, "boundaries_shared_versions", copy)
        assert [page.find(words) > 0 for words in ("half an hour", "two hours", "three hours")] == [True] * 3
    versions = sorted(shared(sam, Version), key=lambda one: one.record.number)
    assert [one.record.before for one in versions] == [b"", versions[0].digest, versions[1].digest]


def test_a_wording_that_was_written_over_by_the_other_is_not_shown_as_hers(shown, do):
    noa, sam, _own, copy = shown
    (version,) = shared(sam, Version)
    forged = Version(number=1, words=version.record.words.__class__(will="obey."), since=TODAY)
    sam.ours.replace(version, forged)
    page = do.page(noa, "boundaries_shared_versions", copy)
    assert "obey" not in page
    assert "tampered with" in page


def test_a_copy_that_was_written_over_by_the_other_is_said_and_never_shown_as_one_s_own(shown, do):
    noa, sam, own, copy = shown
    there = sam.ours.get(SharedBoundary, bytes.fromhex(copy))
    forged = SharedBoundary(
        words=there.record.words.__class__(will="obey."), since=TODAY, versions=there.record.versions
    )
    sam.ours.replace(there, forged)
    page = do.page(noa, "boundaries_show", own)
    assert "obey" not in page
    assert "did not open" in page
    assert "take half an hour alone" in page
    assert noa.client.post(reverse("boundaries_delete", args=[own]), {"revision": "1"}).status_code == 302


def test_only_its_owner_can_change_end_or_take_back(shown, do):
    noa, sam, own, copy = shown
    for name in ("edit", "end", "unshare", "delete", "share", "review", "note_add", "rehearse"):
        for one in (own, copy):
            data = {**WORDS, "revision": "1", "end": "1", "again": "never", "how": "crossed", "said": "x"}
            answer = sam.client.post(reverse(f"boundaries_{name}", args=[one]), data)
            assert answer.status_code in {404, 409, 302}
    (there,) = shared(noa)
    assert (there.author, there.revision) == (noa.opened.id, 1)
    assert noa.mine.get(Boundary, bytes.fromhex(own)).revision == 1


def test_nobody_has_a_button_to_agree_or_vote(shown, do):
    _noa, sam, _own, copy = shown
    page = re.sub(r"<[^>]+>", " ", do.page(sam, "boundaries_shared_show", copy)).lower()
    assert not re.search(r"\b(accept|approve|reject|vote on it|i agree)\b", page)


def test_taken_back_it_leaves_ours_with_every_wording_and_can_be_shown_again(shown, do):
    noa, sam, own, copy = shown
    do.change(noa, own, will="take an hour alone.")
    do.show(noa, own)
    noa.client.post(reverse("boundaries_unshare", args=[own]))
    assert (shared(sam), shared(sam, Version)) == ([], [])
    assert sam.client.get(reverse("boundaries_shared_show", args=[copy])).status_code == 404
    assert "Only you know about it" in do.page(noa, "boundaries_show", own)
    assert do.show(noa, own) == copy
    assert len(shared(sam, Version)) == 1


def test_what_stays_after_taking_back_is_said_before(shown, do):
    noa, _sam, own, _copy = shown
    assert "What Sam has read, copied or backed up stays" in do.page(noa, "boundaries_unshare", own)


def test_ended_it_stays_and_reads_as_ended(shown, do):
    noa, sam, own, copy = shown
    noa.client.post(reverse("boundaries_end", args=[own]), {"revision": "1", "end": "1"})
    assert "It ended on 24 November 2026" in do.page(sam, "boundaries_shared_show", copy)
    assert "broken" not in do.page(sam, "boundaries_shared_show", copy)
    assert do.page(sam, "boundaries_asked").count("keep your news") == 0


def test_what_ended_asks_nothing_more(shown, do):
    noa, sam, own, copy = shown
    do.no(sam, copy)
    noa.client.post(reverse("boundaries_end", args=[own]), {"revision": "1", "end": "1"})
    page = do.page(sam, "boundaries_shared_show", copy)
    assert reverse("boundaries_no", args=[copy]) not in page
    assert "Noa has ended this." in page


def test_a_copy_of_a_program_that_is_none_of_ours_closes_no_page(couple, do):
    noa, sam = couple
    odd = Wording(kind="odd", area="odd", reach="odd", firmness="odd", will="x", times=(Times(days=(9,)),))
    copy = noa.ours.add(SharedBoundary(words=odd, since=TODAY, versions=()), new_id()).hex
    for name in ("shared_show", "shared_versions", "answer", "repair"):
        assert sam.client.get(reverse(f"boundaries_{name}", args=[copy])).status_code == 200
    assert do.answer(sam, copy, can="I can cook.").status_code == 302
    for name in ("boundaries_shared", "boundaries_asked", "today"):
        assert sam.client.get(reverse(name)).status_code == 200


def test_deleting_it_takes_the_copy_along(shown, do):
    noa, sam, own, _copy = shown
    noa.client.post(reverse("boundaries_delete", args=[own]), {"revision": "1"})
    assert (shared(sam), shared(sam, Version)) == ([], [])


def test_nobody_shows_more_than_thirty_at_a_time(couple, do):
    noa, sam = couple
    for number in range(rules.MOST_SHOWN):
        record = SharedBoundary(words=Wording(will=f"do thing {number}."), since=TODAY, versions=())
        noa.ours.add(record, new_id())
    own = do.write(noa)
    answer = noa.client.post(reverse("boundaries_share", args=[own]), {"revision": "1"})
    assert answer.status_code == 409
    assert "You already share thirty with" in answer.content.decode()
    assert len(shared(sam)) == rules.MOST_SHOWN


def test_a_crossing_is_noted_in_mine_and_nowhere_else(shown, do):
    noa, sam, own, copy = shown
    before = sorted((one.id, one.revision) for one in sam.ours.query().items)
    do.mark(noa, own, "crossed", "She knocked three times.")
    assert sorted((one.id, one.revision) for one in sam.ours.query().items) == before
    assert [one for one in sam.mine.query().items if isinstance(one.record, Note)] == []
    for name, *args in (
        ("boundaries_shared_show", copy),
        ("boundaries_shared",),
        ("today",),
        ("boundaries_notes",),
    ):
        assert "knocked" not in do.page(sam, name, *args)


def test_time_is_shown_by_choice_and_taken_back(couple, do):
    noa, sam = couple
    noa.client.post(
        reverse("boundaries_quality"), {"revision": "0", "together": "little", "apart_hours": "6"}
    )
    assert "How it is for Noa" not in do.page(sam, "boundaries_quality")
    assert shared(sam, SharedQuality) == []
    noa.client.post(reverse("boundaries_quality_share"), {"on": "1"})
    assert "How it is for Noa" in do.page(sam, "boundaries_quality")
    noa.client.post(reverse("boundaries_quality_share"), {"on": "0"})
    assert shared(sam, SharedQuality) == []
    assert "How it is for Noa" not in do.page(sam, "boundaries_quality")


def test_locked_it_can_be_read_and_nothing_of_mine_is_there(shown, do):
    noa, _sam, own, copy = shown
    do.mark(noa, own, "crossed", "She knocked.")
    noa.lock()
    page = do.page(noa, "boundaries_shared_show", copy)
    assert "half an hour" in page
    assert "knocked" not in page
    assert noa.client.get(reverse("boundaries_show", args=[own])).status_code == 403


def test_what_was_typed_while_locked_is_carried_on(shown, do):
    _noa, sam, _own, copy = shown
    sam.lock()
    answer = do.answer(sam, copy, can="I can cook.")
    assert answer.status_code == 403
    assert "I can cook." in answer.content.decode()


def test_a_stranger_and_one_who_left_find_nothing(shown, do, robin):
    _noa, sam, own, copy = shown
    for name in ("shared_show", "shared_versions", "answer", "repair", "show", "share"):
        for one in (own, copy):
            assert robin.client.get(reverse(f"boundaries_{name}", args=[one])).status_code == 404
    departure.leave_space(sam.opened, None, keep=sam.live.key)
    sam.reread()
    for name in ("shared_show", "shared_versions", "answer", "repair"):
        assert sam.client.get(reverse(f"boundaries_{name}", args=[copy])).status_code == 404
    assert "This part takes two." in do.page(sam, "boundaries_shared")


def test_while_a_fresh_link_waits_nothing_is_put_in_and_no_word_is_lost(shown, do):
    _noa, sam, _own, copy = shown
    sam.opened = somebody_knew_it(
        sam.opened,
        "a quite new password",
        derivation.KDF,
        now=wall_clock.now(),
        before_change=pairing.close_epoch,
    )
    sam = sam.another_device()
    answer = do.answer(sam, copy, can="I can cook.")
    assert answer.status_code == 409
    assert "I can cook." in answer.content.decode()
    assert "fresh link" in answer.content.decode()
    mended = sam.client.post(
        reverse("boundaries_repair", args=[copy]), {"words": "I am sorry.", "step": "show"}
    )
    assert mended.status_code == 409
    assert "I am sorry." in mended.content.decode()
    assert do.no(sam, copy).status_code == 409
    mine = do.write(sam)
    assert sam.client.post(reverse("boundaries_share", args=[mine]), {"revision": "1"}).status_code == 409
    assert "fresh link" in do.page(sam, "boundaries_share", mine)


def test_a_row_that_does_not_open_is_said(shown, do):
    noa, sam, own, copy = shown
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [bytes.fromhex(copy)]
        )
    assert "did not open" in do.page(sam, "boundaries_shared")
    assert "did not open" in do.page(noa, "boundaries_show", own)
    assert noa.client.get(reverse("boundaries_list")).status_code == 200


def test_today_says_what_came_and_nothing_of_who_read_it(shown, do, clock):
    noa, sam, _own, copy = shown
    assert "Noa shared a boundary about time." in do.page(sam, "today")
    before = do.page(noa, "today")
    do.page(sam, "boundaries_shared_show", copy)
    assert re.sub(r'value="[^"]*"', "", do.page(noa, "today")) == re.sub(r'value="[^"]*"', "", before)
    assert "Noa shared a boundary about time." in do.page(sam, "today")
    do.answer(sam, copy, can="I cook.")
    # What was answered has been here long enough.
    assert "Noa shared a boundary about time." not in do.page(sam, "today")
    assert "Sam wrote to your boundary." in do.page(noa, "today")


def test_on_the_day_after_it_was_looked_at_today_is_silent_about_it(noa, sam, do, clock):
    pair(noa, sam)
    do.show(noa, do.write(noa, wish=""))
    assert "shared a boundary" in do.page(sam, "today")
    clock.minutes(24 * 60)
    assert "shared a boundary" not in do.page(sam.comes_again(), "today")
