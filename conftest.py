"""Fixtures for every test, beside the code or across folders."""

from tests.people import _quick, anyone, clock, noa, robin, sam

__all__ = ["_quick", "anyone", "clock", "noa", "robin", "sam"]
