"""Fixtures for every test, beside the code or across folders."""

from hypothesis import settings
from tests.people import _quick, anyone, clock, noa, robin, sam

__all__ = ["_quick", "anyone", "clock", "noa", "robin", "sam"]

# No test is timed: a busy machine is not a wrong program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
