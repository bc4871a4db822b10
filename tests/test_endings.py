"""An act ends with what was kept, who can open it and one way on; said once, and kept in no address."""

import html
import re

from django.urls import reverse
from tests.harness import form_cases
from tests.people import Clock, Person

from bothand.kit import registry

SAID = "Nobody else knows about it until you share it."
WORDS = {"when": "I come home,", "will": "rest.", "firmness": "line", "area": "time", "id": "ab" * 16}


def text(answer) -> str:
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def write_boundary(who: Person) -> str:
    answer = who.client.post(reverse("boundaries_new"), WORDS)
    assert answer.status_code == 302
    return answer.url


def test_the_page_after_an_act_says_it_once(noa: Person) -> None:
    where = write_boundary(noa)
    assert "?" not in where
    first = text(noa.client.get(where))
    assert SAID in first
    assert "Only you" in first
    assert "All your boundaries" in first
    assert SAID not in text(noa.client.get(where))


def test_another_page_does_not_say_it_and_after_a_minute_none_does(noa: Person, clock: Clock) -> None:
    where = write_boundary(noa)
    assert SAID not in text(noa.client.get(reverse("goals_list")))
    clock.minutes(2)
    assert SAID not in text(noa.client.get(where))


def test_locked_nothing_is_said(noa: Person) -> None:
    where = write_boundary(noa)
    noa.lock()
    assert SAID not in text(noa.client.get(where))


def test_every_ending_is_that_of_an_act_and_leads_to_a_page_without_arguments() -> None:
    names = {case.url for case in form_cases()}
    endings = registry.all_endings()
    assert endings
    for act, ending in endings.items():
        assert act in names
        assert reverse(ending.url)
