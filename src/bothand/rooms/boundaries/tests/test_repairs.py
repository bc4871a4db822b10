"""What is said to make something good again: seen first, shown by choice, readable for both."""

from datetime import timedelta

from django.urls import reverse

from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.tests.conftest import hidden, shared
from bothand.vault.models import Document


def test_a_repair_is_seen_first_and_shown_by_choice(shown, do):
    noa, sam, own, copy = shown
    path = reverse("boundaries_repair", args=[copy])
    words = {"words": "I knocked. I am sorry.", "next": "I will wait in the kitchen."}
    looked = sam.client.post(path, words).content.decode()
    assert "Nothing is shared yet." in looked
    assert shared(noa, Repair) == []
    sam.client.post(path, words | {"step": "show"})
    page = do.page(noa, "boundaries_show", own)
    assert "I knocked. I am sorry." in page
    assert "I will wait in the kitchen." in page


def test_its_owner_can_say_what_would_help(shown, do):
    noa, sam, own, copy = shown
    do.mark(noa, own)
    assert reverse("boundaries_repair", args=[copy]) in do.page(noa, "boundaries_show", own)
    noa.client.post(
        reverse("boundaries_repair", args=[copy]), {"words": "A quiet evening would help.", "step": "show"}
    )
    page = do.page(sam, "boundaries_shared_show", copy)
    assert "A quiet evening would help." in page
    assert "crossed" not in page.lower().replace("never counts as crossing", "")


def test_a_repair_is_one_a_day_and_can_be_taken_back(shown, do, clock):
    noa, sam, _own, copy = shown
    path = reverse("boundaries_repair", args=[copy])
    for revision, words in ((0, "First."), (1, "Second.")):
        sam.client.post(path, {"words": words, "revision": revision, "step": "show"})
    assert [one.record.words for one in shared(noa, Repair)] == ["Second."]
    sam.client.post(reverse("boundaries_repair_withdraw", args=[copy]))
    assert shared(noa, Repair) == []
    sam.client.post(path, {"words": "Third.", "revision": "2", "step": "show"})
    assert [one.record.words for one in shared(noa, Repair)] == ["Third."]


def test_what_was_said_to_make_it_good_stays_readable_month_by_month_for_both(shown, do, clock):
    noa, sam, own, copy = shown
    path, first = reverse("boundaries_repair", args=[copy]), f"{clock.time:%Y-%m}"
    sam.client.post(path, {"words": "I knocked. I am sorry.", "step": "show"})
    clock.time += timedelta(days=100)
    noa, sam = noa.another_device(), sam.another_device()
    noa.client.post(path, {"words": "A quiet evening would help.", "step": "show"})
    for who in (noa, sam):
        assert "I knocked." not in do.page(who, "boundaries_shared_show", copy)
        now = do.page(who, "boundaries_repairs", copy)
        assert "A quiet evening would help." in now
        older = reverse("boundaries_repairs_month", args=[copy, first])
        assert f'href="{older}"' in now
        assert reverse("boundaries_repairs", args=[copy]) in do.page(who, "boundaries_shared_show", copy)
        page = do.page(who, "boundaries_repairs_month", copy, first)
        assert "I knocked. I am sorry." in page
        assert "A quiet evening" not in page
    assert "I knocked." not in do.page(noa, "boundaries_show", own)
    noa.lock()
    assert "I knocked. I am sorry." in do.page(noa, "boundaries_repairs_month", copy, first)


def test_a_month_of_a_boundary_that_is_not_shown_any_more_is_nowhere(shown, do, robin):
    noa, sam, own, copy = shown
    paths = [reverse("boundaries_repairs", args=[copy])]
    paths.append(reverse("boundaries_repairs_month", args=[copy, "2026-10"]))
    for path in paths:
        assert robin.client.get(path).status_code == 404
    noa.client.post(reverse("boundaries_unshare", args=[own]))
    for path in paths:
        assert sam.client.get(path).status_code == 404
        assert noa.client.get(path).status_code == 404


def test_what_did_not_open_among_what_was_said_is_said(shown, do):
    noa, sam, own, copy = shown
    sam.client.post(reverse("boundaries_repair", args=[copy]), {"words": "I am sorry.", "step": "show"})
    (repair,) = (one for one in noa.ours.query().items if isinstance(one.record, Repair))
    Document.objects.filter(id=repair.id).update(sealed=b"x" * 1100)
    for who in (noa, sam):
        for name in ("boundaries_shared_show", "boundaries_repairs"):
            assert "One page did not open" in do.page(who, name, copy)
    assert "One page did not open" in do.page(noa, "boundaries_show", own)


def test_two_windows_on_one_repair_are_both_shown(shown, do):
    noa, sam, _own, copy = shown
    path = reverse("boundaries_repair", args=[copy])
    sam.client.post(path, {"words": "From the first window.", "revision": "0", "step": "show"})
    answer = sam.client.post(path, {"words": "From the second.", "revision": "0", "step": "show"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the first window." in page
    assert "From the second." in page
    sam.client.post(path, hidden(answer) | {"words": "Both of them."})
    assert [one.record.words for one in shared(noa, Repair)] == ["Both of them."]
