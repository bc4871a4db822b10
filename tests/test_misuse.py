"""docs/decisions/misuse.md names tests as proof. Each of them is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "decisions" / "misuse.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_it_names_a_test_that_is_there(file, name):
    house = ROOT / "src" / "bothand"
    path = next(place / file for place in (ROOT, house, house / "rooms") if (place / file).is_file())
    assert re.search(rf"^\s*def {name}\(", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_every_row_has_a_proof_or_says_plainly_that_there_is_none():
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| where")]
    assert rows
    for row in rows:
        assert "::test_" in row or "nothing" in row or "not yet" in row.lower(), row
