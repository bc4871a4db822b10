"""Reads of many pulses at once."""

from datetime import date, timedelta

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import list_days, list_month
from bothand.vault.space import Lot, Space


def find_month(space: Space, first: date) -> Lot[Pulse]:
    """The pulses of the month that begins on `first`, by day. One query, which opens nothing else.

    Days after today are among them: where somebody was when they tapped, it may have been tomorrow.
    """
    return _sort_days(space.on_days(Pulse, list_month(first)))


def find_pulses(space: Space, first: date, today: date) -> Lot[Pulse]:
    """The pulses from a day up to today, by day. One query, which opens nothing else."""
    # One day more: somebody travels.
    return _sort_days(space.on_days(Pulse, list_days(first, today + timedelta(days=1))))


def _sort_days(lot: Lot[Pulse]) -> Lot[Pulse]:
    return Lot(tuple(sorted(lot.items, key=lambda one: one.record.day)), lot.unopened)
