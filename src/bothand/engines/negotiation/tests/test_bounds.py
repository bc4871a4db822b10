"""Beyond its bounds the engine says so, and never overflows."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import bothand
from bothand.engines.negotiation import Deal, Issue, OnlyIf, Preferences, TooLargeError, check, negotiate
from bothand.engines.negotiation import staircase as staircase_module
from bothand.engines.negotiation.plan import MOST_STATES, plan
from bothand.engines.negotiation.tables import MOST_SPAN
from bothand.engines.negotiation.tests.brute import random_deal


def two_options(number, rate):
    issues = tuple(Issue(f"i{n}", ("a", "b")) for n in range(number))
    one = Preferences("Alex", (1,) * number, tuple((0, rate(n)) for n in range(number)))
    other = Preferences("Sam", (1,) * number, tuple((rate(n), 0) for n in range(number)))
    return Deal(issues, (one, other))


def test_it_refuses_powers_of_two_that_make_every_outcome_efficient():
    with pytest.raises(TooLargeError, match=r"at most 2,000,000 can be"):
        negotiate(two_options(24, lambda n: 2**n))


def test_it_is_exact_below_that_bound():
    result = negotiate(two_options(12, lambda n: 2**n))
    assert len(result.frontier) == 2**12
    assert result.leximin.utility == (2048, 2047)


def test_it_is_exact_at_the_largest_worths_and_refuses_larger_ones():
    most = MOST_SPAN // 2
    deal = two_options(2, lambda n: most // 2)
    assert negotiate(deal).ranges == ((0, most // 2 * 2),) * 2
    with pytest.raises(TooLargeError, match="is exact here"):
        negotiate(two_options(2, lambda n: most))
    with pytest.raises(TooLargeError, match="is exact here"):
        negotiate(two_options(2, lambda n: 10**30))


def test_it_refuses_states_that_leave_no_room_for_the_worths():
    large = replace(random_deal(4, 3, 1), preferences=tuple(
        Preferences(name, (10**6,) * 4, ((0, 5, 100),) * 4, only_if=tuple(OnlyIf((n, 0), (m, 1), 3) for n in range(4) for m in range(n)))
        for name in ("Alex", "Sam")
    ))  # fmt: skip
    with pytest.raises(TooLargeError, match="combinations held open"):
        negotiate(large)


def test_it_takes_a_no_agreement_of_any_size():
    deal = random_deal(3, 3, 1)
    low = [replace(person, reservation_value=-(10**40)) for person in deal.preferences]
    result = negotiate(replace(deal, preferences=(low[0], low[1])))
    assert len(check(result)) == 8
    high = replace(deal.preferences[0], reservation_value=10**40)
    assert not negotiate(replace(deal, preferences=(high, deal.preferences[1]))).agreement


def test_it_refuses_bonuses_that_tangle_too_much():
    deal = random_deal(7, 10, 1)
    pairs = tuple(OnlyIf((n, 0), (m, 1), 3) for n in range(7) for m in range(n))
    with pytest.raises(TooLargeError, match="too tangled"):
        negotiate(
            replace(deal, preferences=(replace(deal.preferences[0], only_if=pairs), deal.preferences[1]))
        )


@pytest.mark.parametrize("issues", [6, 12, 40])
def test_it_holds_few_issues_open_along_a_ring_or_a_star(issues):
    ring = {n: frozenset({(n - 1) % issues, (n + 1) % issues}) for n in range(issues)}
    star = {n: frozenset({0}) if n else frozenset(range(1, issues)) for n in range(issues)}
    assert max(len(step.before) for step in plan((10,) * issues, ring)) == 2
    assert max(len(step.before) for step in plan((10,) * issues, star)) == 1


def test_it_settles_each_issue_that_hangs_on_others_once_and_leaves_none_open():
    links = {0: frozenset({3}), 3: frozenset({0, 5}), 5: frozenset({3}), 7: frozenset({8}), 8: frozenset({7})}
    steps = plan((4,) * 10, links)
    assert sorted(step.issue for step in steps) == [0, 3, 5, 7, 8]
    assert all(one.after == two.before for one, two in pairwise(steps))
    assert steps[-1].after == ()
    assert MOST_STATES >= 4**3


def test_it_counts_on_into_another_limb(monkeypatch):
    monkeypatch.setattr(staircase_module, "COUNT_BITS", 3)
    deal = Deal(
        tuple(Issue(f"i{n}", tuple("abcde")) for n in range(5)),
        (
            Preferences("Alex", (1,) * 5, ((1, 1, 1, 0, 2),) * 5),
            Preferences("Sam", (1,) * 5, ((1, 1, 1, 2, 0),) * 5),
        ),
    )
    ties = {package.utility: package.ties for package in negotiate(deal).frontier}
    assert ties[5, 5] == 3**5 + 5 * 4 * 3**3 + 5 * 6 * 3
    assert sum(ties.values()) == 5**5


def test_it_imports_with_numpy_alone():
    code = (
        "import sys\n"
        "import bothand.engines.negotiation\n"
        "named = {name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)\n"
        "print(sorted(name for name in named if not name.startswith('_') and 'editable' not in name))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": ":".join(_only("numpy"))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(eval(done.stdout)) - {"__main__", "cython_runtime"} == {"bothand", "numpy"}


def _only(package):
    """Where the project and `package` lie; without site, nothing adds to it."""
    found = __import__(package)
    return [str(Path(found.__file__).parents[1]), str(Path(bothand.__file__).parents[1])]
