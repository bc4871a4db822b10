"""*I can't*, said to a wording that the other suggests: in one tap, seen by who asked, until it is taken back."""

import html
import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.kit import agreement_store
from bothand.kit.asks import find_noes
from bothand.vault.records import Shelf

ID = "cd" * 16
WHERE = "/agreements/" + ID + "/"


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


@pytest.fixture
def suggested(couple):
    """Noa suggests an agreement to Sam."""
    noa, _sam = couple
    data = {"title": "Sunday mornings", "text": "Tea until nine.", "id": ID}
    assert noa.client.post(reverse("agreements_write"), data).status_code == 302


def page(who, path=WHERE) -> str:
    answer = who.client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", html.unescape(answer.content.decode()))


def asked(who) -> str:
    return page(who, reverse("boundaries_asked"))


def waiting(who) -> bytes:
    (one,) = agreement_store.find_index(who.ours).waits
    return one[1]


def decline(who, *, on="1"):
    return who.client.post(reverse("boundaries_no", args=[waiting(who).hex()]), {"on": on})


def say_yes(who):
    return who.client.post(f"{WHERE}yes/", {"act": "yes", "version": waiting(who).hex()})


def test_a_wording_that_waits_is_asked_of_the_other_alone_and_not_answered_looks_as_nothing(
    couple, suggested
):
    noa, sam = couple
    assert "Tea until nine." in asked(sam)
    assert "Tea until nine." not in asked(noa)
    assert "can't" not in page(noa)


def test_a_no_is_seen_by_who_asked_with_what_can_be_done_without(couple, suggested):
    noa, sam = couple
    answer = decline(sam)
    assert (answer.status_code, answer.url) == (302, WHERE)
    assert "Sam can't say yes to this. That needs no reason." in page(noa)
    assert "you could suggest another wording" in page(noa)
    assert "You said: I can't." in page(sam)
    assert "I agree to this" not in page(sam)


def test_while_it_holds_no_yes_makes_an_agreement_of_it(couple, suggested):
    noa, sam = couple
    noa.client.post(f"{WHERE}yes/", {"act": "back", "version": waiting(noa).hex()})
    say_yes(sam)
    decline(sam)
    say_yes(noa)
    noa.client.post(f"{WHERE}change/", {"text": "Tea until nine."})
    for who in couple:
        assert "You both agreed" not in page(who)
    decline(sam, on="0")
    say_yes(noa)
    assert "You both agreed to this" in page(sam)


def test_a_yes_of_one_s_own_takes_one_s_no_back(couple, suggested):
    noa, sam = couple
    decline(sam)
    say_yes(sam)
    assert find_noes(noa.ours.query(shelf=Shelf.STANDS), sam.opened.id) == {}
    assert "You both agreed to this" in page(noa)
    assert agreement_store.find_index(noa.ours).waits == ()
    assert "Nothing is asked of you here." in asked(sam)


def test_another_wording_is_another_question_and_what_holds_is_not_touched(couple, suggested):
    noa, sam = couple
    say_yes(sam)
    noa.client.post(f"{WHERE}change/", {"text": "Tea until ten."})
    assert "Tea until ten." in asked(sam)
    decline(sam)
    assert "What you agreed before still holds" in page(noa)
    assert "You both agreed to this" in page(noa)
    noa.client.post(f"{WHERE}change/", {"text": "Tea until half past nine."})
    assert "half past nine" in asked(sam)
    assert "Sam can't" not in page(noa)
    noa.client.post(f"{WHERE}end/", {})
    assert "Nothing is asked of you here." in asked(sam)


def test_a_matter_asks_for_one_s_part_and_is_put_aside_by_either_alone(couple):
    noa, sam = couple
    data = {"title": "Where we spend the summer", "id": "ef" * 16, "starter": "", "area": ""}
    where = noa.client.post(reverse("agreements_new"), data)["Location"]
    assert "Where we spend the summer" in asked(sam)
    assert f'href="{where}?all=1#else">Set aside' in asked(sam)
    assert "Where we spend the summer" not in asked(noa)
    sam.client.post(f"{where}aside/", {"on": "1"})
    assert "Where we spend the summer" not in asked(sam)
    sam.client.post(f"{where}aside/", {"on": "0"})
    sam.client.post(f"{where}words/", {"gives": "The sea.", "revision": "0"})
    assert "Where we spend the summer" not in asked(sam)
    assert "Where we spend the summer" in asked(noa)
