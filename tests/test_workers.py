"""A run of the suite always ends: a worker that dies ends it with its test's name, a test that hangs fails."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.workers import running_test, turn

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
"""Seconds that the tests below wait if nobody stops them; a run that ends at once takes a few."""

DIES = "import os, signal\ndef test_dies(): os.kill(os.getpid(), signal.SIGKILL)\n"
WAITS = f"import time\ndef test_waits(): time.sleep({PATIENCE})\n"  # what a run is to end
IS_DEAF = f"""import signal, time
def test_is_deaf():
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    time.sleep({PATIENCE})  # what a run is to end
"""
PASSES = "def test_passes(): pass\n"


@pytest.fixture
def run(tmp_path):
    """Runs these files in a suite of their own; what it said, and how it ended."""

    def start(*options: str, **files: str) -> tuple[str, int]:
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(text)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-c",
            os.devnull,
            "--rootdir",
            tmp_path,
            "-p",
            "tests.workers",
        ]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        began = time.monotonic()
        done = subprocess.run(
            [*command, "-p", "no:django", "-p", "no:cacheprovider", *options, tmp_path],
            cwd=tmp_path, env=clean | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert time.monotonic() - began < PATIENCE
        return done.stdout + done.stderr, done.returncode

    return start


WORKERS = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0")


def test_a_worker_that_is_killed_ends_the_run_at_once_with_its_test(run):
    said, code = run(*WORKERS, test_a=DIES, test_b=WAITS, test_c=PASSES)
    assert code == 2
    assert "died while it ran test_a.py::test_dies" in said
    assert "FAILED test_a.py::test_dies" in said


def test_a_test_that_hangs_fails_and_the_others_go_on(run):
    said, code = run("--timeout", "1", test_b=WAITS, test_c=PASSES)
    assert code == 1
    assert "FAILED test_b.py::test_waits - Failed: Timeout" in said
    assert "1 failed, 1 passed" in said


def test_a_test_that_no_exception_reaches_ends_the_run_with_its_name(run):
    limits = ("-o", "faulthandler_timeout=2", "-o", "faulthandler_exit_on_timeout=true", "--timeout", "1")
    said, code = run(*WORKERS, *limits, test_a=IS_DEAF, test_c=PASSES)
    assert code == 2
    assert "died while it ran test_a.py::test_is_deaf" in said


def test_every_test_has_a_limit_and_none_is_beyond_that_of_its_process(request):
    own, last = (float(request.config.getini(name)) for name in ("timeout", "faulthandler_timeout"))
    marks = [item.get_closest_marker("timeout") for item in request.session.items]
    assert all(0 < limit < last for limit in [own, *(mark.args[0] for mark in marks if mark)])
    assert request.config.getini("faulthandler_exit_on_timeout")


def test_it_names_the_first_test_that_is_not_done():
    assert running_test({"a": {"a::1": True, "a::2": False}, "b": {"b::1": False}}) == "a::2"
    assert running_test({"a": {"a::1": True}}) == running_test({}) == "no test"


def test_files_that_take_long_are_walked_first(request):
    turns = [turn(item) for item in request.session.items]
    assert turns == sorted(turns)
