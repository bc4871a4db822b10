"""The shape of the house: who may import whom, how long a file may be, what no committed file may hold."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "bothand"
MOST_LINES = 400
"""The rule is one noun a file (CONTRIBUTING.md); a file beyond this holds two."""
MOST_LINES_A_FUNCTION = 60
MOST_SIGNS_A_LINE = 160
# Nothing in an engine may tell the time, roll dice, or reach outside.
OUTSIDE = frozenset(
    {"random", "secrets", "time", "os", "pathlib", "socket", "urllib", "sqlite3", "subprocess"}
)
NOW = frozenset({"now", "today", "utcnow"})
PURE = ("engines", "relationship")


def modules(*, tests=False):
    """Every Python file of the package."""
    return sorted(path for path in SOURCES.rglob("*.py") if tests or "tests" not in path.parts)


def committed():
    """Every file that git knows here and that is text, with its text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in listed.split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.suffix not in {".png", ".ico", ".woff2", ".zip"}:
            yield name, path.read_text(encoding="utf-8", errors="replace")


def named(path):
    return path.relative_to(ROOT).as_posix()


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_each_part_imports_only_what_stands_below_it():
    said = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_no_file_is_longer_than_one_can_hold_in_mind():
    long = {
        named(path): lines for path in modules() if (lines := len(path.read_text().splitlines())) > MOST_LINES
    }
    assert long == {}


def test_no_line_of_a_template_is_too_long_to_review():
    long = [
        f"{path.relative_to(SOURCES)}:{number}"
        for path in SOURCES.rglob("*.html")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > MOST_SIGNS_A_LINE
    ]
    assert long == []


def test_no_function_is_longer_than_a_screen():
    long = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                # What it says about itself does not count.
                said = node.body[0] if ast.get_docstring(node) else None
                words = said.end_lineno - said.lineno + 1 if said else 0
                lines = node.end_lineno - node.lineno + 1 - words
                if lines > MOST_LINES_A_FUNCTION:
                    long[f"{named(path)}:{node.name}"] = lines
    assert long == {}


@pytest.mark.parametrize("part", PURE)
def test_engines_and_model_reach_nothing_outside(part):
    found = {
        f"{named(path)}: {name}"
        for path in modules()
        if part in path.parts
        for name in imports(ast.parse(path.read_text()))
        if name.split(".")[0] in OUTSIDE
    }
    assert found == set()


@pytest.mark.parametrize("part", PURE)
def test_engines_and_model_have_no_clock_and_no_dice(part):
    found = set()
    for path in modules():
        if part not in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute):
                dotted = ast.unparse(node)
                if (
                    node.attr in NOW and dotted.split(".")[0] in {"datetime", "date", "dt"}
                ) or ".random." in dotted:
                    found.add(f"{named(path)}: {dotted}")
    assert found == set()


def test_only_the_vault_uses_cryptography():
    users = {
        named(path)
        for path in modules()
        if any(name.split(".")[0] == "cryptography" for name in imports(ast.parse(path.read_text())))
    }
    assert users
    assert all(user.startswith("src/bothand/vault/") for user in users), users


def test_every_suppressed_complaint_says_why():
    bare = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[a-z, -]+\])?)\s*$")
    found = [
        f"{named(path)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []


def test_no_file_speaks_of_work_left_undone():
    # Split, so that this line is not found.
    sign = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\b")
    assert [
        name
        for name, text in committed()
        if name.endswith((".py", ".js", ".css", ".html")) and sign.search(text)
    ] == []


@pytest.mark.parametrize(
    "trace",
    [
        # Split, for the same reason.
        "/wo" + "rk/",
        "/ro" + "ot/",
        "/ho" + "me/",
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "--index" + "-url",
        "--find" + "-links",
        "--extra-index" + "-url",
        "PIP_FIND" + "_LINKS",
    ],
)
def test_no_committed_file_names_a_machine_or_an_index(trace):
    assert [name for name, text in committed() if trace in text] == []


@pytest.mark.parametrize("file", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_every_requirement_is_pinned_with_hashes(file):
    text = file.read_text(encoding="utf-8")
    logical = [
        line
        for line in text.replace("\\\n", " ").splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]
    assert logical
    assert [
        line.split()[0]
        for line in logical
        if not re.match(r"^[\w.\[\]-]+==\S+.* --hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_every_requirement_that_is_asked_for_is_pinned():
    for source in sorted((ROOT / "requirements").glob("*.in")):
        pinned = {
            re.split(r"[\[=]", line)[0].lower().replace("_", "-")
            for line in source.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
            if re.match(r"^[A-Za-z]", line)
        }
        asked = {
            re.split(r"[\[=<>! ;]", line.strip())[0].lower().replace("_", "-")
            for line in source.read_text(encoding="utf-8").splitlines()
            if re.match(r"^[A-Za-z]", line)
        }
        assert asked <= pinned, source.name


def test_what_the_app_needs_is_what_the_package_names():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert project["dependencies"] == ["numpy"]  # the engines alone
    assert sorted(project["dependencies"] + project["optional-dependencies"]["app"]) == sorted(
        line for line in lines if line and not line.startswith("#")
    )


def test_there_is_no_second_lock_file():
    assert not (ROOT / "uv.lock").exists()
