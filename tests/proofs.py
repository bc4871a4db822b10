"""What docs/asvs.md and docs/decisions/misuse.md name as proof is run: a whole run that leaves one of them out fails.

They need not be run twice for that. At the end of a whole run it is looked at which tests came through.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "src" / "bothand"
PAGES: Final = ("docs/asvs.md", "docs/decisions/misuse.md")
MAY_LACK: Final = {"tests/test_proxy.py": "Caddy"}
"""Files whose tests are skipped where a program is missing that nobody needs in order to run Bothand. It is said."""
_passed: set[str] = set()


@cache
def named_tests(page: str) -> tuple[str, ...]:
    """The tests that a page names, as pytest does, without parameters. Raises FileNotFoundError for a file that is not there."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", text)))
    return tuple(f"{_find_file(file)}::{name}" for file, name in found)


def _find_file(file: str) -> str:
    for place in (ROOT, HOUSE, HOUSE / "rooms"):
        if (place / file).is_file():
            return (place / file).relative_to(ROOT).as_posix()
    raise FileNotFoundError(file)


def find_unproven(passed: set[str], can_lack: set[str]) -> list[str]:
    """The named tests of which nothing passed. Those in `can_lack` need not."""
    named = sorted({name for page in PAGES for name in named_tests(page)})
    return [name for name in named if name not in passed and name.partition("::")[0] not in can_lack]


def bare_name(nodeid: str) -> str:
    """A test's name without parameters and classes.

    >>> bare_name("tests/test_x.py::TestIt::test_a[1::2]")
    'tests/test_x.py::test_a'
    """
    path, _, rest = nodeid.partition("[")[0].partition("::")
    return f"{path}::{rest.rpartition('::')[2]}"


def is_whole(config: pytest.Config) -> bool:
    """Whether everything is run: no paths, words or marks choose among the tests."""
    chosen = (
        config.option.keyword or config.option.markexpr or config.option.deselect or config.option.collectonly
    )
    return not chosen and config.args_source is pytest.Config.ArgsSource.TESTPATHS


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what came through. In a run of several workers all reports come to who started them."""
    if report.when == "call" and report.passed:
        _passed.add(bare_name(report.nodeid))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: Any, exitstatus: int) -> None:
    """Let a whole run fail that would have passed without one of the proofs."""
    config = session.config
    if hasattr(config, "workerinput") or not is_whole(config) or exitstatus != pytest.ExitCode.OK:
        return
    lacking = {file for file in MAY_LACK if not any(name.startswith(f"{file}::") for name in _passed)}
    for file in sorted(lacking):
        _say(config, f"Not proven here: {file}, for want of {MAY_LACK[file]}.")
    if unproven := find_unproven(_passed, lacking):
        _say(config, f"FAILED: named as proof, and not run: {', '.join(unproven)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _say(config: pytest.Config, sentence: str) -> None:
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None:
        terminal.write_line(sentence)
