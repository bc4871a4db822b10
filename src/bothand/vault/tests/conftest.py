"""Kinds that exist for these tests only, and a space to keep them in."""

from datetime import UTC, date, datetime

import pytest

from bothand.vault import keyring
from bothand.vault.records import Dated, Record, Shelf, kind
from bothand.vault.space import Space


@kind(60_001, shelf=Shelf.STANDS)
class Standing(Record, frozen=True, kw_only=True):
    text: str


@kind(60_002, shelf=Shelf.ACCUMULATES, one_a_day=True)
class Daily(Dated, frozen=True, kw_only=True):
    text: str


@kind(60_003, shelf=Shelf.WRITTEN)
class Written(Dated, frozen=True, kw_only=True):
    text: str


@kind(60_004, shelf=Shelf.STANDS, one_in_all=True)
class Single(Record, frozen=True, kw_only=True):
    text: str


@kind(60_005, shelf=Shelf.DERIVED, one_in_all=True)
class Derived(Record, frozen=True, kw_only=True):
    total: int


@kind(60_006, shelf=Shelf.WRITTEN)
class AlsoWritten(Dated, frozen=True, kw_only=True):
    text: str


SINCE = date(2024, 11, 5)
NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
ACCOUNT = b"n" * 16


@pytest.fixture
def ring():
    return keyring.new_keyring(SINCE)


@pytest.fixture
def space(db, ring):
    return Space(ring.mine(), author=ACCOUNT, since=SINCE, clock=lambda: NOW)
