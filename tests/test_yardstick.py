"""A page is judged by how many bare pages it takes on the same machine in the same run, and only where that run was steady."""

from benchmarks.pages import ALONE, Times, Yardstick


def times(milliseconds):
    return Times(cpu=[milliseconds] * 20)


def test_a_slow_machine_misses_nothing_that_a_quick_one_holds():
    for bare in (0.25, 0.8):
        stick = Yardstick(bare, steady=True)
        assert stick.judge(times(29 * bare), ALONE) == "held"
        assert stick.judge(times(31 * bare), ALONE) == "MISSED"


def test_what_grows_with_history_misses_however_quick():
    assert Yardstick(0.25, steady=True).judge(times(1.0), ALONE, ratio=1.3) == "MISSED"


def test_nothing_is_judged_by_a_run_that_was_disturbed():
    assert Yardstick(0.25, steady=False).judge(times(100.0), ALONE) == "not judged"
