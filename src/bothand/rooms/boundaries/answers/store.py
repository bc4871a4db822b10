"""Answers to the other's boundaries, put into *ours* and taken out."""

from django.db import transaction
from django.http import HttpRequest

from bothand.accounts.access import Pair
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Answer
from bothand.rooms.boundaries.shared.store import save_over


def save_answer(request: HttpRequest, answer: Answer, revision: int) -> None:
    """Put one's answer into *ours*, over the one that was shown. Raises as `save_over`."""
    save_over(request, answer, of=rules.place_answer(answer.boundary), revision=revision)


def withdraw_answer(request: HttpRequest, boundary: bytes) -> None:
    """Take one's answer back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Answer, of=rules.place_answer(boundary))


def drop_answers(pair: Pair) -> None:
    """Take away one's own answers to what the other does not show any more. Raises ReadOnly, Conflict."""
    with transaction.atomic():
        lot = pair.ours.query(SharedBoundary, Answer)
        for answer in rules.list_left_behind(lot.items, pair.me, pair.other):
            pair.ours.remove(answer)
