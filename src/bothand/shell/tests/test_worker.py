"""Work in a process of its own, within its time and its memory."""

import threading

import pytest

from bothand.shell import worker
from bothand.shell.tests import work
from bothand.shell.worker import NoPlace, TooLong, TooMuch, run_in_worker


def run(function, argument, seconds=20.0, megabytes=64):
    return run_in_worker(function, argument, seconds=seconds, megabytes=megabytes)


def test_it_gives_back_what_the_work_made():
    assert run(work.double, "ä") == "ää"


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(work.OddContent, match="why"):
        run(work.refuse, "why")


def test_what_is_printed_does_not_come_between():
    assert run(work.print_words, "words") == "words"


def test_work_that_does_not_end_is_ended_and_said():
    with pytest.raises(TooLong) as told:
        run(work.never_end, None, seconds=1.0)
    assert "nothing was kept" in str(told.value.sentence)


def test_work_that_takes_too_much_memory_is_ended_and_said():
    assert run(work.take_memory, 20) == 20 * 1024 * 1024
    with pytest.raises(TooMuch) as told:
        run(work.take_memory, 500)
    assert "nothing was kept" in str(told.value.sentence)


def test_a_process_that_breaks_is_said_and_breaks_nothing_here():
    with pytest.raises(TooMuch):
        run(work.nest_deeply, 10_000_000)
    assert run(work.double, "a") == "aa"


def test_it_can_write_no_file(tmp_path):
    with pytest.raises((OSError, TooMuch)):
        run(work.write_file, str(tmp_path / "left"))
    assert not (tmp_path / "left").exists() or (tmp_path / "left").read_text() == ""


def test_nothing_of_the_server_s_settings_goes_along(monkeypatch):
    monkeypatch.setenv("BOTHAND_SECRET", "hidden")
    assert "hidden" not in run(work.tell_environment, None).values()


def test_who_finds_no_place_is_told_and_keeps_no_place(monkeypatch):
    monkeypatch.setattr(worker, "_places", threading.BoundedSemaphore(1))
    with worker._places, pytest.raises(NoPlace) as told:
        run(work.double, "a", seconds=0.05)
    assert "Try again" in str(told.value.sentence)
    assert run(work.double, "a") == "aa"
