"""Fixtures for every test, beside the code or across folders."""

from hypothesis import settings
from tests.people import _clock_first, _quick, anyone, clock, couple, noa, robin, sam

__all__ = ["_clock_first", "_quick", "anyone", "clock", "couple", "noa", "robin", "sam"]

pytest_plugins = ["tests.proofs", "tests.workers"]
# Importing it starts the sweeper, which locks what is open: that belongs to the server alone.
collect_ignore = ["src/bothand/web/wsgi.py", "src/bothand/web/asgi.py"]

# No test is timed: a busy machine is not a wrong program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
