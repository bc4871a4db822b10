"""A first look at what changed, in less than a minute: lint, the import law, types, and the tests beside it.

What changed is what differs from HEAD, or from the commit that is named, files that git does not know yet included. The
suites of the whole house and the browser are left to `make test`, which stays what decides.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
HOUSE_RULES = ("tests/test_architecture.py", "tests/test_docs.py")
"""Suites of the whole house that take no more than a few seconds."""
MANY = 4
"""From so many files of tests on, two workers are quicker than one."""


def changed(base: str) -> list[Path]:
    """The files that differ from a commit and are there, by their paths from the root."""
    differing = _git("diff", "--name-only", "-z", "--diff-filter=d", base)
    unknown = _git("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({Path(name) for name in [*differing, *unknown] if (ROOT / name).is_file()})


def _git(*words: str) -> list[str]:
    said = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in said.split("\0") if name]


def find_tests(files: Iterable[Path], root: Path = ROOT) -> list[Path]:
    """The tests of each file: itself, if it is one, and those in the nearest `tests` that speak of it.

    Where none there speaks of it, all of them. A file of the product that has doctests is one of its tests.
    """
    found: set[Path] = set()
    for file in files:
        if "tests" in file.parts:
            found |= _touched(file, root)
        elif file.is_relative_to("src") and file.suffix in {".py", ".html", ".toml"}:
            found |= _beside(file, root)
            if file.suffix == ".py" and ">>> " in (root / file).read_text(encoding="utf-8"):
                found.add(file)
    return sorted(path for path in found if path.parts[0] != "tests")


def _touched(file: Path, root: Path) -> set[Path]:
    """A file of tests, or all beside a helper of theirs."""
    if file.name.startswith("test_"):
        return {file}
    return {path.relative_to(root) for path in (root / file).parent.glob("test_*.py")}


def _beside(file: Path, root: Path) -> set[Path]:
    folder = next((above / "tests" for above in file.parents if (root / above / "tests").is_dir()), None)
    if folder is None or folder == Path("tests"):
        return set()
    there = {path.relative_to(root) for path in (root / folder).rglob("test_*.py")}
    word = re.compile(rf"\b(?:{re.escape(file.stem)}|test_{re.escape(file.stem)})\b")
    speaking = {
        path for path in there if path.stem == f"test_{file.stem}" or word.search((root / path).read_text())
    }
    return speaking or there


@dataclass(frozen=True, slots=True)
class Step:
    """One check that runs beside the others."""

    name: str
    process: subprocess.Popen[str]

    def ends_well(self) -> bool:
        """Wait for it, and show what it said where it did not end well."""
        said, _ = self.process.communicate()
        if self.process.returncode:
            sys.stdout.write(f"--- {self.name}\n{said}\n")
        return self.process.returncode == 0


def start(name: str, *command: object, data: str) -> Step:
    # mypy and the tests read Django's settings, which make their secrets where the data lies: not in anybody's data.
    environment = {**os.environ, "BOTHAND_DATA": data, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    return Step(name, process)


def main() -> int:
    """Run all checks side by side. 0 where each ends well."""
    began = time.monotonic()
    base = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    files = changed(base)
    tests = [*find_tests(files), *HOUSE_RULES]
    workers = ("-n", "2", "--dist", "loadfile") if len(tests) >= MANY else ()
    with tempfile.TemporaryDirectory() as data:
        steps = [
            start("tests", sys.executable, "-m", "pytest", *workers, "-m", "not browser", *tests, data=data),
            start("types", BIN / "mypy", data=data),
            start("style", BIN / "ruff", "check", ".", data=data),
            start("format", BIN / "ruff", "format", "--check", "--output-format", "concise", ".", data=data),
            start("import law", BIN / "lint-imports", "--no-cache", data=data),
        ]
        failed = [step.name for step in steps if not step.ends_well()]
    sys.stdout.write(
        f"{len(files)} files changed since {base}, {len(tests)} files of tests, {time.monotonic() - began:.0f} s: "
        f"{'not well: ' + ', '.join(failed) if failed else 'all well'}\n"
    )
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
