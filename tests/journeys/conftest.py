"""Who walks the journeys of two."""

import pytest
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
