"""An answer to the other's boundary: free, one's own, changed and taken back."""

from django.urls import reverse

from bothand.rooms.boundaries.records import Answer
from bothand.rooms.boundaries.tests.conftest import hidden, shared
from bothand.vault.randomness import new_id


def test_an_answer_says_what_it_gives_asks_and_offers(shown, do):
    noa, sam, own, copy = shown
    answer = do.answer(sam, copy, gives="You come out rested.", question="On Fridays too?", can="I cook.")
    assert answer.status_code == 302
    for page in (do.page(noa, "boundaries_show", own), do.page(noa, "boundaries_shared_show", copy)):
        assert all(words in page for words in ("You come out rested.", "On Fridays too?", "I cook."))
    (kept,) = shared(noa, Answer)
    (there,) = shared(noa)
    assert (kept.record.boundary, kept.record.digest) == (there.id, there.record.digest)
    assert kept.author == sam.opened.id


def test_an_answer_to_an_earlier_wording_says_so(shown, do):
    noa, sam, own, copy = shown
    do.answer(sam, copy, can="I cook.")
    assert "about an earlier wording" not in do.page(noa, "boundaries_show", own)
    do.change(noa, own, will="take an hour alone.")
    do.show(noa, own)
    assert "about an earlier wording" in do.page(noa, "boundaries_show", own)


def test_an_answer_without_words_is_not_kept(shown, do):
    noa, sam, _own, copy = shown
    assert do.answer(sam, copy).status_code == 422
    assert shared(noa, Answer) == []


def test_an_answer_can_be_changed_and_taken_back(shown, do):
    noa, sam, own, copy = shown
    do.answer(sam, copy, can="I cook.")
    assert do.answer(sam, copy, revision=1, can="I cook on Mondays.").status_code == 302
    assert "on Mondays" in do.page(noa, "boundaries_show", own)
    assert sam.client.post(reverse("boundaries_answer", args=[copy]), {"back": "1"}).status_code == 302
    assert shared(noa, Answer) == []
    assert do.answer(sam, copy, can="Once more.").status_code == 302


def test_two_windows_on_one_answer_are_both_shown(shown, do):
    noa, sam, own, copy = shown
    do.answer(sam, copy, can="From the first window.")
    answer = do.answer(sam, copy, can="From the second.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the first window." in page
    assert "From the second." in page
    sam.client.post(reverse("boundaries_answer", args=[copy]), hidden(answer) | {"can": "From the second."})
    assert "From the second." in do.page(noa, "boundaries_show", own)


def test_words_for_one_that_was_taken_back_meanwhile_are_shown_again(shown, do):
    noa, sam, own, copy = shown
    noa.client.post(reverse("boundaries_unshare", args=[own]))
    for answer in (
        do.answer(sam, copy, can="I can cook."),
        sam.client.post(reverse("boundaries_repair", args=[copy]), {"words": "I can cook."}),
    ):
        assert answer.status_code == 409
        assert "I can cook." in answer.content.decode()
        assert "no longer there" in answer.content.decode()


def test_words_to_one_that_is_not_shown_any_more_can_be_taken_away(shown, do):
    noa, sam, own, copy = shown
    do.answer(sam, copy, can="I can cook.")
    noa.client.post(reverse("boundaries_unshare", args=[own]))
    assert "I can cook." in do.page(sam, "boundaries_shared")
    assert "I can cook." not in do.page(noa, "boundaries_shared")
    assert sam.client.post(reverse("boundaries_answers_clear")).status_code == 302
    assert shared(sam, Answer) == []
    assert "not shown any more" not in do.page(sam, "boundaries_shared")


def test_its_owner_cannot_answer_it_in_the_other_s_name(shown, do):
    noa, sam, own, copy = shown
    assert do.answer(noa, copy, can="All of it.").status_code == 409
    forged = Answer(boundary=bytes.fromhex(copy), digest=b"", can="All of it.")
    noa.ours.add(forged, new_id())
    assert "All of it." not in do.page(noa, "boundaries_show", own)
    assert "All of it." not in do.page(sam, "boundaries_shared_show", copy)
