"""docs/asvs.md goes through OWASP ASVS 5.0.0, levels 1 and 2. Every number is there once, every named test is run."""

import json
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from tests import collected as collected_tests
from tests import proofs
from tests.proofs import ROOT

PAGE = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
# The level of each requirement of a section, in order (5.0.0's own list, as CSV).
LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22",
    "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23", "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
ASKED = {
    f"{section}.{number}": level
    for section, levels in LEVELS.items()
    for number, level in enumerate(levels, start=1)
    if level in "12"
}
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in PAGE.splitlines()
    if re.match(r"\| \d", line)
]
NAMED = proofs.named_tests("docs/asvs.md")


def test_the_list_is_as_long_as_the_standards():
    assert len(ASKED) == 253
    assert sum(level == "1" for level in ASKED.values()) == 70
    assert sum(map(len, LEVELS.values())) == 345


def covered(number: str) -> list[str]:
    """The requirements a row answers: one, or all of a section or chapter."""
    return [each for each in ASKED if each == number or each.startswith(f"{number}.")]


def test_every_requirement_is_there_once_under_its_level():
    answered = [each for number, *_ in ROWS for each in covered(number)]
    assert sorted(answered) == sorted(ASKED)
    assert {number: level for number, level, *_ in ROWS if level != "-"} == {
        number: ASKED[number] for number, level, *_ in ROWS if level != "-"
    }


@pytest.mark.parametrize("row", ROWS, ids=[number for number, *_ in ROWS])
def test_it_has_its_proof_or_its_reason(row):
    _number, _level, asks, stands, by = row
    assert len(asks) > 3
    if stands == "yes":
        assert "::test_" in by or re.search(r"\[\w+\]\([\w./-]+\)", by), "a test, or a page of the docs"
    else:
        assert stands in {"in part", "no", "not here"}
        assert len(by) > 10, "a reason"
    if stands == "in part":
        assert "::test_" in by, "the part that is met has its test"


@pytest.fixture(scope="module")
def collected() -> dict[str, set[str]]:
    """What pytest itself finds in the named files, with the reasons for which it would be left out."""
    files = sorted({name.partition("::")[0] for name in NAMED})
    # Beside the suite's own folder: what is collected there runs nothing.
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--collect-only",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "tests.collected",
            *files,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    (line,) = [line for line in done.stdout.splitlines() if line.startswith(collected_tests.MARK)]
    return {name: set(why) for name, why in json.loads(line.removeprefix(collected_tests.MARK)).items()}


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_is_a_test_that_pytest_runs(name, collected):
    assert name in collected
    lacked = proofs.MAY_LACK.get(name.partition("::")[0])
    assert not collected[name] or lacked, "skipped"


def test_a_whole_run_without_one_of_them_fails():
    """The run itself looks at its end: `make test` passes only if each of them came through."""
    every = {name for page in proofs.PAGES for name in proofs.named_tests(page)}
    assert proofs.find_unproven(every, set()) == []
    assert proofs.find_unproven(every - {NAMED[0]}, set()) == [NAMED[0]]


def test_the_run_itself_looks(pytestconfig):
    assert pytestconfig.pluginmanager.has_plugin("tests.proofs")


def ended(monkeypatch, passed: set[str], **chosen: object) -> int:
    """How a whole run ends in which these passed, and nothing failed."""
    option = {"keyword": "", "markexpr": "", "deselect": None, "collectonly": False} | chosen
    config = SimpleNamespace(
        option=SimpleNamespace(**option),
        args_source=pytest.Config.ArgsSource.TESTPATHS,
        pluginmanager=SimpleNamespace(get_plugin=lambda _name: None),
    )
    session = SimpleNamespace(config=config, exitstatus=pytest.ExitCode.OK)
    monkeypatch.setattr(proofs, "_passed", passed)
    proofs.pytest_sessionfinish(session, pytest.ExitCode.OK)
    return session.exitstatus


def test_a_whole_run_ends_by_what_came_through(monkeypatch):
    every = {name for page in proofs.PAGES for name in proofs.named_tests(page)}
    assert ended(monkeypatch, every) == pytest.ExitCode.OK
    assert ended(monkeypatch, every - {NAMED[0]}) == pytest.ExitCode.TESTS_FAILED
    # Who runs a part of the tests has not said that all is proven.
    assert ended(monkeypatch, {NAMED[0]}, keyword="siege") == pytest.ExitCode.OK
