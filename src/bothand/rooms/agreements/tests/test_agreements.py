import re
from datetime import timedelta

import msgspec
import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Ended, Version
from bothand.kit import agreement_store


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


@pytest.fixture
def suggested(couple):
    """Noa suggests; the agreement's address and id."""
    noa, _sam = couple
    data = {"title": "Sunday mornings", "text": "Tea until nine.", "id": "cd" * 16}
    where = noa.client.post(reverse("agreements_write"), data)["Location"]
    return where, bytes.fromhex("cd" * 16)


def page(who, where) -> str:
    answer = who.client.get(where)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def press(who, where, act, *, number=-1):
    version = re.findall(r'name="version" value="(\w+)"', page(who, where))[number]
    return who.client.post(f"{where}yes/", {"act": act, "version": version})


def test_it_holds_once_both_said_yes(couple, suggested):
    noa, sam = couple
    where, _ = suggested
    assert "Noa suggested" in page(sam, where)
    assert "You both agreed" not in page(noa, where)
    press(sam, where, "yes")
    for who in couple:
        assert "You both agreed to this" in page(who, where)
        assert "In force" in page(who, reverse("agreements_list"))


def test_a_yes_that_waits_can_be_taken_back_without_a_trace(couple, suggested):
    noa, sam = couple
    where, _ = suggested
    before = page(sam, where)
    press(noa, where, "back")
    assert re.sub(r"\w{32,}", "", page(sam, where)) == re.sub(r"\w{32,}", "", before)
    press(sam, where, "yes")
    assert "You both agreed" not in page(sam, where)


def test_a_yes_can_be_taken_back_for_a_day_and_said_again(couple, suggested, clock):
    noa, sam = couple
    where, _ = suggested
    press(sam, where, "yes")
    clock.minutes(23 * 60)
    assert "You both agreed to this" in page(sam, where), "also while locked"
    noa, sam = (one.another_device() for one in couple)
    press(noa, where, "back")
    for who in (*couple, noa, sam):
        assert "You both agreed" not in page(who, where)
        assert "Somebody took back their yes" in page(who, where)
    clock.minutes(5)
    press(noa, where, "yes")
    press(sam, where, "yes")
    assert "You both agreed to this" in page(sam, where)


def test_after_a_day_it_is_ended_and_not_taken_back(couple, suggested, clock):
    noa, sam = couple
    where, agreement_id = suggested
    press(sam, where, "yes")
    version = noa.ours.get(Agreement, agreement_id).record.versions[0]
    clock.time += timedelta(days=1, minutes=1)
    noa.client.post(f"{where}yes/", {"act": "back", "version": version.hex()})
    assert "You both agreed" in page(noa, where)
    assert "Take back my yes" not in page(noa, where)


@pytest.mark.parametrize("place", [0, 1], ids=["who suggested it", "the other"])
def test_either_ends_it_alone_and_it_reads_ended(place, couple, suggested):
    where, _ = suggested
    press(couple[1], where, "yes")
    couple[place].client.post(f"{where}end/", {})
    for who in couple:
        said = page(who, where)
        assert "Ended on" in said
        assert "broken" not in said
        assert "reason" not in said.split("<main")[1]
        assert "Sunday mornings" not in page(who, reverse("agreements_list"))
        assert "Sunday mornings" in page(who, reverse("agreements_past"))


def test_nobody_undoes_an_end(couple, suggested):
    noa, sam = couple
    where, agreement_id = suggested
    press(sam, where, "yes")
    noa.client.post(f"{where}end/", {})
    there = sam.ours.get(Ended, agreements.ended_id(agreement_id))
    sam.ours.replace(there, msgspec.structs.replace(there.record, agreement=b"x" * 16))
    agreement_store.list_record(sam.ours, "agreements", agreement_id)
    assert "Ended on" in page(noa, where)
    press_again = noa.client.post(f"{where}yes/", {"act": "yes", "version": "00" * 16})
    assert press_again.status_code == 302


def test_a_new_wording_waits_beside_the_one_that_holds_and_names_it(couple, suggested):
    noa, sam = couple
    where, agreement_id = suggested
    press(sam, where, "yes")
    sam.client.post(f"{where}change/", {"text": "Tea until ten."})
    said = page(noa, where)
    assert "Sam suggested another wording" in said
    assert "Tea until nine." in said
    press(noa, where, "yes")
    said = page(noa, where)
    assert "Tea until ten." in said.split("How it was before")[0]
    assert "Tea until nine." in said.split("How it was before")[1]
    first, second = (
        noa.ours.get(Version, one) for one in noa.ours.get(Agreement, agreement_id).record.versions
    )
    assert second.record.before == agreements.content_digest(first.record)
    assert (first.author, second.author) == (noa.opened.id, sam.opened.id)


def test_words_changed_behind_my_back_are_nothing_i_agreed_to(couple, suggested):
    noa, sam = couple
    where, agreement_id = suggested
    press(sam, where, "yes")
    version = sam.ours.get(Version, noa.ours.get(Agreement, agreement_id).record.versions[0])
    sam.ours.replace(version, msgspec.structs.replace(version.record, text="Noa cooks. Always."))
    said = page(noa, where)
    assert "You both agreed" not in said
    assert "Sam suggested" in said


def test_that_i_agreed_cannot_be_written_by_the_other(couple):
    noa, sam = couple
    version = Version(day=sam.mine.since, agreement=b"w" * 16, before=b"", title="Forged", text="Noa obeys.")
    agreement_store.put_version(sam.ours, version, version.day)
    agreement_store.agree_version(sam.ours, version, version.day)
    said = page(noa, reverse("agreements_one", args=[(b"w" * 16).hex()]))
    assert "You both agreed" not in said
    assert "In force" not in page(noa, reverse("agreements_list"))


def test_it_is_looked_at_again_from_its_day_on(couple, suggested, clock):
    noa, sam = couple
    where, _ = suggested
    for who in couple:
        who.answer_never(clock.time.date())
    press(sam, where, "yes")
    noa.client.post(f"{where}review/", {"when": "1"})
    assert "Is it still good?" not in page(sam, where)
    assert "is it still good?" not in page(sam, reverse("today"))
    clock.time += timedelta(days=31)
    fresh = [one.another_device() for one in couple]
    for who in fresh:
        assert "Is it still good?" in page(who, where)
        assert "is it still good?" in page(who, reverse("today"))
    fresh[1].client.post(f"{where}review/", {"when": "6"})
    assert "Is it still good?" not in page(fresh[0], where)


def test_the_same_form_sent_twice_makes_one(couple):
    noa, _ = couple
    data = {"title": "Sunday mornings", "text": "Tea until nine.", "id": "cd" * 16}
    for _again in range(2):
        noa.client.post(reverse("agreements_write"), data)
    assert len(noa.ours.get(Agreement, bytes.fromhex("cd" * 16)).record.versions) == 1
    assert agreement_store.find_index(noa.ours).agreements == (bytes.fromhex("cd" * 16),)
