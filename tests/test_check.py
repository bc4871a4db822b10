"""`make check` finds the tests of what changed."""

from pathlib import Path

import pytest
from scripts.check import find_tests

FILES = {
    "src/bothand/rooms/x/store.py": "def archive_goal(): ...",
    "src/bothand/rooms/x/rules.py": '"""\n>>> 1 + 1\n2\n"""',
    "src/bothand/rooms/x/views/goals.py": "",
    "src/bothand/rooms/x/templates/x/list.html": "",
    "src/bothand/rooms/x/tests/test_store.py": "",
    "src/bothand/rooms/x/tests/test_flow.py": "from bothand.rooms.x import rules",
    "src/bothand/rooms/x/tests/people.py": "",
    "src/bothand/alone.py": "",
    "tests/test_actors.py": "",
    "docs/page.md": "",
}
BOTH = ["src/bothand/rooms/x/tests/test_flow.py", "src/bothand/rooms/x/tests/test_store.py"]


@pytest.fixture
def tree(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "tests"),
    {
        "src/bothand/rooms/x/store.py": [BOTH[1]],
        "src/bothand/rooms/x/rules.py": ["src/bothand/rooms/x/rules.py", BOTH[0]],
        "src/bothand/rooms/x/views/goals.py": BOTH,
        "src/bothand/rooms/x/templates/x/list.html": BOTH,
        "src/bothand/rooms/x/tests/test_flow.py": [BOTH[0]],
        "src/bothand/rooms/x/tests/people.py": BOTH,
        "src/bothand/alone.py": [],
        "tests/test_actors.py": [],
        "docs/page.md": [],
    }.items(),
)
def test_it_takes_the_tests_that_speak_of_a_file_or_all_beside_it(file, tests, tree):
    assert [path.as_posix() for path in find_tests([Path(file)], tree)] == tests
