"""Answers to the other's boundaries, put into *ours* and taken out."""

from django.db import transaction
from django.http import HttpRequest

from bothand.accounts.partner import Partner
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Answer
from bothand.rooms.boundaries.shared.store import save_over
from bothand.vault.ours import Ours


def save_answer(request: HttpRequest, said: Answer, revision: int) -> None:
    """Put one's answer into *ours*, over the one that was shown (`revision`, 0 for none).

    Raises Conflict when it changed or went meanwhile, and as `shared_copy.share_copy`.
    """
    save_over(request, said, rules.place_answer(said.boundary), revision)


def withdraw_answer(request: HttpRequest, boundary: bytes) -> None:
    """Take one's answer back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Answer, of=rules.place_answer(boundary))


def drop_answers(ours: Ours, mine: bytes, partner: Partner) -> None:
    """Take away one's own answers to what the other does not show any more. Raises ReadOnly, Conflict."""
    with transaction.atomic():
        lot = ours.standing(SharedBoundary, Answer)
        for one in rules.list_left_behind(lot.items, mine, partner.account):
            ours.remove(one)
