"""A new room is a new folder: what `scripts/new-room` writes is adopted by every test that walks over rooms."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ADOPTING = (
    "tests/test_rooms_shape.py",
    "tests/test_contracts.py",
    "tests/test_actors.py",
    "tests/test_canary.py",
    "tests/test_bad_input.py",
)


@pytest.fixture
def house(tmp_path):
    """A copy of the tree, without what git does not know."""
    for name in ("src", "tests", "scripts", "docs", "conftest.py", "pyproject.toml", "README.md"):
        source, target = ROOT / name, tmp_path / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "journeys"))
        else:
            shutil.copy(source, target)
    return tmp_path


def run(house, *command):
    path = os.pathsep.join([str(house / "src"), str(house)])
    environment = {**os.environ, "PYTHONPATH": path, "BOTHAND_DATA": str(house / "data")}
    environment.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, *command], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


def test_a_room_made_by_the_script_is_adopted_by_the_house_s_tests(house):
    made = run(house, "scripts/new-room", "gratitude")
    assert made.returncode == 0, made.stderr
    room = house / "src/bothand/rooms/gratitude"
    files = list(room.rglob("*.py"))
    assert len(files) == 5
    assert sum(len(path.read_text().splitlines()) for path in files) <= 90
    assert "gratitude" in (house / "src/bothand/web/settings.py").read_text()
    tried = run(
        house,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        *ADOPTING,
        "-k",
        "gratitude",
    )
    assert tried.returncode == 0, tried.stdout[-3000:]
    assert " passed" in tried.stdout or "100%" in tried.stdout


def test_it_refuses_a_name_that_is_none_and_a_room_there_is(house):
    for name in ("Growth!", "ab", "journal"):
        assert run(house, "scripts/new-room", name).returncode != 0
