"""Who walks the journeys of two, and the table of what was counted."""

import pytest
from tests.journeys.counting import COUNTS, Counts
from tests.people import PASSWORD, Person, pair, person

from bothand.accounts import meeting_place
from bothand.accounts.preferences import Settings


@pytest.fixture
def two(transactional_db) -> tuple[Person, Person]:
    """Noa and Sam, paired before any browser starts."""
    meeting_place.PLACE.clear()
    noa = person("noa", chosen=Settings(name="Noa", zone="Europe/Vienna"), password=PASSWORD)
    sam = person("sam", chosen=Settings(name="Sam", hue="clay", zone="Europe/Vienna"), password=PASSWORD)
    pair(noa, sam)
    return noa, sam


@pytest.fixture
def counts() -> Counts:
    """Where a journey notes what it took."""
    return COUNTS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What each process took, at the end of a run that counted."""
    for line in COUNTS.write_table():
        terminalreporter.write_line(line)
