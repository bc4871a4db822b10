"""What somebody sees after the other acted, and after nobody did: two runs from one state have to be equal, byte for byte.

The clock and the dice are the same in both, so that nothing but what was done can make a difference.
"""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import TypeVar

import pytest
from django.db import connection, transaction
from django.http import response
from django.middleware import csrf
from django.test.utils import CaptureQueriesContext
from tests.crashing import Dice
from tests.people import Clock, Person

from bothand.accounts import activity, meeting_place
from bothand.vault import randomness

S = TypeVar("S")
Seen = list[tuple[str, int, str, bytes, tuple[str, ...]]]
"""Of each page: where, status, headers and cookies, body, and the statements the database was sent."""


def looked_at(who: Person, paths: Iterable[str]) -> Seen:
    """These pages as somebody sees them, open and then locked."""
    paths, seen = tuple(paths), []
    for locked in (False, True):
        if locked:
            who.lock()
        for path in paths:
            with CaptureQueriesContext(connection) as asked:
                answer = who.client.get(path)
            statements = tuple(query["sql"] for query in asked.captured_queries)
            headers = repr(sorted(answer.headers.items())) + repr(sorted(answer.cookies.items()))
            seen.append((f"{path} {locked}", answer.status_code, headers, answer.content, statements))
    return seen


def same_each_time(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take out of an answer what chance and the machine's own clock put in."""
    monkeypatch.setattr(csrf, "_get_new_csrf_string", lambda: "c" * csrf.CSRF_SECRET_LENGTH)
    # Cookies name the second in which they expire, by the machine's clock.
    monkeypatch.setattr(response, "time", SimpleNamespace(time=clock.time.timestamp))


def seen_after(
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[], S],
    act: Callable[[S], object] | None,
    look: Callable[[S], Seen],
) -> Seen:
    """Make a state, let somebody act on it, and give what the other sees; nothing of it stays."""
    activity.clear_activity()
    meeting_place.PLACE.clear()
    with transaction.atomic():
        monkeypatch.setattr(randomness, "SOURCE", Dice("state"))
        state = make()
        monkeypatch.setattr(randomness, "SOURCE", Dice("acting"))
        if act is not None:
            act(state)
        monkeypatch.setattr(randomness, "SOURCE", Dice("looking"))
        seen = look(state)
        transaction.set_rollback(True)
    meeting_place.PLACE.clear()
    return seen
