"""*I can't*, to whatever is asked: one press, no reason, and one page for all of it."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bothand.kit.asks import Reply
from bothand.rooms.boundaries.tests.conftest import shared
from bothand.vault.randomness import new_id


def bare(page: str) -> str:
    return re.sub(r'value="[^"]*"', "", page)


def test_a_no_takes_one_press_and_no_reason_and_can_be_taken_back(shown, do):
    noa, sam, own, copy = shown
    page = html.unescape(do.page(sam, "boundaries_shared_show", copy))
    assert re.search(
        r"<form[^>]*/asked/[^>]*>(?:(?!</form>).)*<button[^>]*value=\"cant\">I can't</button>", page
    )
    assert do.no(sam, copy).status_code == 302
    (said,) = shared(noa, Reply)
    assert (said.author, said.record) == (sam.opened.id, Reply(asked=bytes.fromhex(copy)))
    assert "Sam can't do what it asks" in html.unescape(do.page(noa, "boundaries_show", own))
    do.no(sam, copy, on="0")
    assert shared(noa, Reply) == []


@pytest.mark.parametrize(
    ("how", "read"),
    [
        (
            "gladly",
            (
                "You said: gladly.",
                "Sam will gladly do what it asks.",
                "Sam will gladly do what your boundary asks.",
            ),
        ),
        (
            "part",
            (
                "I can do part of it.",
                "Sam can do part of what it asks.",
                "Sam can do part of what your boundary asks.",
            ),
        ),
        (
            "question",
            ("you have a question", "Sam would like to ask you", "Sam has a question about your boundary."),
        ),
        (
            "cant",
            ("You said: I can't.", "Sam can't do what it asks.", "Sam can’t do what your boundary asks."),
        ),
    ],
)
def test_every_answer_takes_one_tap_and_its_author_sees_how_it_was_received(shown, do, how, read):
    (noa, sam, own, copy), (own_words, their_words, line) = shown, read
    page = html.unescape(do.page(sam, "boundaries_shared_show", copy))
    assert "It asks something of you" in page
    assert f'name="how" value="{how}"' in page
    path = reverse("boundaries_no", args=[copy])
    assert sam.client.post(path, {"on": "1", "how": how}).status_code == 302
    after = html.unescape(do.page(sam, "boundaries_shared_show", copy))
    assert "It asks something of you" not in after
    assert own_words in after
    assert "Noa can see your answer." in after
    assert "Noa shared a boundary" not in do.page(sam, "today")
    assert line in html.unescape(do.page(noa, "today"))
    for name, where in (("boundaries_show", own), ("boundaries_shared_show", copy)):
        assert their_words in html.unescape(do.page(noa, name, where))


def test_an_answer_can_be_changed_and_an_odd_one_is_none(shown, do):
    noa, sam, _own, copy = shown
    path = reverse("boundaries_no", args=[copy])
    for how in ("cant", "gladly"):
        sam.client.post(path, {"on": "1", "how": how})
    (said,) = shared(noa, Reply)
    assert said.record.how == "gladly"
    assert sam.client.post(path, {"on": "1", "how": "never"}).status_code == 404


def test_words_are_an_answer_too(shown, do):
    _noa, sam, _own, copy = shown
    do.answer(sam, copy, can="I cook.")
    assert "It asks something of you" not in do.page(sam, "boundaries_shared_show", copy)


def test_repair_is_offered_only_after_something_went_wrong(shown, do):
    noa, _sam, own, _copy = shown
    do.mark(noa, own, how="honoured")
    assert "Is there something to repair?" not in do.page(noa, "boundaries_show", own)
    do.mark(noa, own, how="crossed")
    assert "Is there something to repair?" in do.page(noa, "boundaries_show", own)


def test_a_no_outlives_every_rewording_of_what_was_asked(shown, do):
    noa, sam, own, copy = shown
    do.no(sam, copy)
    do.change(noa, own, wish="Then at least whisper.")
    do.show(noa, own)
    assert "Sam can't do what it asks" in html.unescape(do.page(noa, "boundaries_show", own))
    assert "You said: I can't." in html.unescape(do.page(sam, "boundaries_shared_show", copy))


def test_what_was_declined_is_said_not_to_count_where_notes_are_made(shown, do):
    noa, sam, own, copy = shown
    do.no(sam, copy)
    assert "A no to a wish does not count here." in do.page(noa, "boundaries_show", own)


def test_a_boundary_that_asks_nothing_has_no_button_to_decline(couple, do):
    noa, sam = couple
    copy = do.show(noa, do.write(noa, wish=""))
    assert "It asks something of you" not in do.page(sam, "boundaries_shared_show", copy)
    assert do.no(sam, copy).status_code == 404


def test_everything_that_is_asked_stands_on_one_page_each_with_its_no(couple, do):
    noa, sam = couple
    first = do.show(noa, do.write(noa, wish="Please whisper."))
    second = do.show(noa, do.write(noa, will="", when="", wish="A Sunday without guests."))
    page = do.page(sam, "boundaries_asked")
    assert "Please whisper." in page
    assert "A Sunday without guests." in page
    for copy in (first, second):
        path = reverse("boundaries_no", args=[copy])
        assert path in page
        answer = sam.client.post(path, {"on": "1", "from": "asked"})
        assert answer.url == reverse("boundaries_asked")
    assert "Nothing is asked of you here." in do.page(sam, "boundaries_asked")
    assert "Please whisper." not in do.page(noa, "boundaries_asked")


def test_an_invitation_to_a_talk_stands_there_too_and_its_no_is_the_talk_s_own(couple, do, clock):
    noa, sam = couple
    before = do.page(sam, "boundaries_asked")
    day = clock.time + timedelta(days=1)
    words = {"text": "The summer", "need": "An hour.", "day": f"{day:%Y-%m-%d}", "at": "19:30"}
    assert noa.client.post(reverse("talks_invite"), words).status_code == 302
    page = do.page(sam, "boundaries_asked")
    assert "The summer" in page
    assert f'href="{reverse("talks_answer")}">Not now' in page
    assert "The summer" not in do.page(noa, "boundaries_asked")
    # The one-tap *no* of limits takes none to it: the talk has its own, with another time if one likes.
    for one in sam.ours.query().items:
        assert do.no(sam, one.hex).status_code == 404
    to = re.search(r'name="to" value="([^"]+)"', sam.client.get(reverse("talks_answer")).content.decode())[1]
    answer = sam.client.post(reverse("talks_answer"), {"to": to, "answer": "not", "day": "", "at": ""})
    assert answer.status_code == 302
    assert bare(do.page(sam, "boundaries_asked")) == bare(before)


def test_a_no_to_what_nobody_asked_is_nowhere(shown, do):
    noa, sam, own, copy = shown
    for odd in (own, "0" * 32, new_id().hex()):
        assert do.no(sam, odd).status_code == 404
    assert do.no(noa, copy).status_code == 404
