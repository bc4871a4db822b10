"""Reads of many pulses at once."""

from datetime import date, timedelta

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import list_days
from bothand.vault.space import Lot, Space


def find_pulses(space: Space, first: date, today: date) -> Lot[Pulse]:
    # The days are asked for, not the months: nothing else of these months is opened. One day more: somebody travels.
    lot = space.on_days(Pulse, list_days(first, today + timedelta(days=1)))
    return Lot(tuple(sorted(lot.items, key=lambda one: one.record.day)), lot.unopened)
