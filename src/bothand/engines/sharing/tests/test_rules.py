"""What each rule gives, and what it refuses, in cases that people have."""

from dataclasses import replace
from fractions import Fraction

import pytest

from bothand.engines.sharing import (
    ClaimError,
    Phase,
    SharingError,
    Side,
    Split,
    Stance,
    Task,
    Today,
    TooMuchWorkError,
    Work,
    add_up_today,
    check,
    describe_division,
    envy_free,
    equal_minutes,
    fewest_changes,
    fewest_changes_efficient,
    labels,
    lay_out,
    leximin,
    move_task,
)
from bothand.engines.sharing.frontier import _by_labels, frontier
from bothand.engines.sharing.pieces import pieces

LIKE, NEUTRAL, DISLIKE, CANNOT = Stance.LIKE, Stance.NEUTRAL, Stance.DISLIKE, Stance.CANNOT
HOME = (
    Task("cook", 40, 7, planning=30, today=Today.by(Side.FIRST)),
    Task("wash up", 20, 7, today=Today.by(Side.FIRST)),
    Task("shop", 60, 2, today=Today(doing=50)),
    Task("laundry", 30, 3, noticing=10, today=Today.by(Side.FIRST)),
    Task("vacuum", 30, 2, today=Today.by(Side.SECOND)),
    Task("rubbish", 5, 7),
)


def home(
    first=(LIKE, DISLIKE, NEUTRAL, NEUTRAL, NEUTRAL, LIKE),
    second=(DISLIKE, LIKE, LIKE, LIKE, NEUTRAL, NEUTRAL),
):
    return Work(HOME, first, second)


def big(count, *, burdens=False):
    tasks = tuple(
        Task(f"task {i}", 5 * (1 + i * 7 % 12), 1 + i * i % 7, today=Today.by(Side(i % 2)))
        for i in range(count)
    )
    if burdens:
        return Work(
            tasks, tuple(i * 37 % 101 for i in range(count)), tuple(i * 53 % 101 for i in range(count))
        )
    stances = (LIKE, NEUTRAL, DISLIKE)
    return Work(
        tasks,
        tuple(stances[i * 5 % 7 % 3] for i in range(count)),
        tuple(stances[i * 3 % 11 % 3] for i in range(count)),
    )


def test_feelings_decide_which_tasks_and_never_how_many_minutes():
    calm = equal_minutes(lay_out(home()))
    unwilling = equal_minutes(lay_out(home(first=(DISLIKE,) * 6)))
    assert abs(calm.minutes[0] - calm.minutes[1]) == abs(unwilling.minutes[0] - unwilling.minutes[1])
    assert calm.units[0] == 1  # who likes cooking cooks


def test_cannot_takes_a_task_away_and_not_minutes():
    work = home(first=(LIKE, DISLIKE, NEUTRAL, CANNOT, CANNOT, LIKE))
    division = equal_minutes(lay_out(work))
    assert division.units[3] == division.units[4] == 0
    assert division.minutes == (345, 420)  # nearer to 382.5 than what else they could do: 310, 430


def test_who_can_do_little_gets_all_they_can_where_that_is_not_half():
    division = equal_minutes(lay_out(home(first=(CANNOT, CANNOT, CANNOT, CANNOT, NEUTRAL, NEUTRAL))))
    assert division.units == (0, 0, 0, 0, 1, 1)


def test_one_task_goes_to_the_one_it_weighs_less_on():
    for rule in (leximin, equal_minutes, fewest_changes):
        found = rule(lay_out(Work((Task("iron", 30, today=Today()),), (DISLIKE,), (LIKE,))))
        assert sorted(found.minutes) == [0, 30]


def test_one_task_equal_for_both_stays_where_it_is():
    work = Work((Task("iron", 30, today=Today.by(Side.SECOND)),), (LIKE,), (LIKE,))
    assert [rule(lay_out(work)).units for rule in (leximin, equal_minutes, fewest_changes)] == [(0,)] * 3


def test_without_any_burden_ties_fall_to_today_and_then_to_the_order_of_the_file():
    work = Work(
        tuple(replace(task, minutes=30, times=1, noticing=0, planning=0) for task in HOME), (0,) * 6, (0,) * 6
    )
    assert leximin(lay_out(work)).units == (1, 1, 1, 1, 0, 1)
    assert leximin(lay_out(work)).changes == 0
    assert equal_minutes(lay_out(work)).units == (1, 1, 0, 1, 0, 0)


def test_no_minutes_at_all_are_divided_by_burden():
    work = Work(tuple(Task(f"t{i}", 0) for i in range(4)), (1, 2, 3, 4), (4, 3, 2, 1))
    assert equal_minutes(lay_out(work)).units == (1, 1, 0, 0)


def test_agreed_shares_replace_equal_ones():
    work = replace(home(), shares=(2, 1))
    division = equal_minutes(lay_out(work))
    assert abs(division.minutes[0] - 2 * division.minutes[1]) <= 30
    assert equal_minutes(lay_out(replace(home(), shares=(1, 0)))).minutes[1] == 0


def test_fewest_changes_keeps_the_minutes_and_changes_no_more_than_equal_minutes_does():
    sharing = lay_out(home())
    few, equal = fewest_changes(sharing), equal_minutes(sharing)
    assert abs(few.minutes[0] - few.minutes[1]) == abs(equal.minutes[0] - equal.minutes[1])
    assert few.changes <= equal.changes


def test_slack_trades_minutes_for_changes():
    sharing = lay_out(home())
    changes = [fewest_changes(sharing, slack=slack).changes for slack in (0, 30, 120, 10_000)]
    assert changes == sorted(changes, reverse=True)
    assert changes[-1] == 0
    with pytest.raises(SharingError, match="from 0 up"):
        fewest_changes(sharing, slack=-1)


def test_phases_go_their_own_ways_and_add_up():
    tasks = tuple(replace(task, split=Split.PHASES) for task in HOME)
    work = Work(tasks, home().first, home().second)
    sharing = lay_out(work)
    division = equal_minutes(sharing)
    parts = describe_division(work, sharing.pieces, division)
    assert [part.phase for part in parts if part.task == "cook"] == [Phase.PLANNING, Phase.DOING]
    assert sum(division.minutes) == work.minutes
    assert "adds_up" in check(work, division)


def test_weekly_counts_come_closer_to_equal_than_whole_tasks_do():
    tasks = (Task("cook", 40, 7, today=Today(doing=57), split=Split.COUNTS), Task("shop", 50, 1))
    work = Work(tasks, (NEUTRAL, NEUTRAL), (DISLIKE, NEUTRAL))
    sharing = lay_out(work)
    division = equal_minutes(sharing)
    assert sorted(division.minutes) == [160, 170]
    assert division.units[0] in {3, 4}
    assert fewest_changes(sharing).units[0] == 4  # four of seven, as today


def test_a_given_burden_is_split_into_whole_numbers_that_add_up():
    work = Work((Task("cook", 40, 7, 10, 20, split=Split.COUNTS),), (100,), (31,))
    for side, burden in ((Side.FIRST, 100), (Side.SECOND, 31)):
        assert sum(piece.burden[side] for piece in pieces(work)) == burden


def test_as_it_is_today_counts_halves_and_leaves_out_what_was_not_said():
    today = add_up_today(home())
    assert today.minutes == (310 + 140 + 60 + 100, 60 + 60)
    assert today.not_said == ("rubbish",)


@pytest.mark.parametrize("count", [40, 200])
@pytest.mark.parametrize("burdens", [False, True])
def test_forty_and_two_hundred_tasks_are_divided_and_proved(count, burdens):
    work = big(count, burdens=burdens)
    sharing = lay_out(work)
    rules = (leximin, equal_minutes, fewest_changes, envy_free, fewest_changes_efficient)
    for division in (rule(sharing) for rule in rules):
        assert division is not None
        assert {"complete", "adds_up", "ef1", "efficient"} <= set(check(work, division))


def test_large_numbers_take_the_way_without_a_table_and_find_the_same():
    work = big(12, burdens=True)
    cut = pieces(work)
    one, two = frontier(cut), _by_labels(cut)
    assert one.points() == two.points()
    assert [one.units(i) for i in range(len(one))] == [two.units(i) for i in range(len(two))]
    large = Work(
        work.tasks, tuple(b * 9_973 + 1 for b in work.first), tuple(b * 9_967 + 1 for b in work.second)
    )
    assert leximin(lay_out(large)).efficient


def test_work_beyond_the_bound_is_refused_in_words(monkeypatch):
    sharing = lay_out(big(40))
    with monkeypatch.context() as bound:
        bound.setattr(labels, "MOST_LABELS", 100)
        with pytest.raises(TooMuchWorkError, match="too many divisions"):
            equal_minutes(sharing)
        bound.setattr("bothand.engines.sharing.frontier.MOST_CELLS", 1)
        with pytest.raises(TooMuchWorkError, match="too many divisions"):
            lay_out(big(40))
        bound.setattr("bothand.engines.sharing.minutes.MOST_CELLS", 1)
        with pytest.raises(TooMuchWorkError, match="too many minutes"):
            fewest_changes(sharing)
        bound.setattr("bothand.engines.sharing.proof.MOST_CELLS", 1)
        with pytest.raises(TooMuchWorkError, match="too many to be proved"):
            check(sharing.work, leximin(sharing))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Work((), (), ()), "between 1 and 400 tasks"),
        (lambda: Work((HOME[0], HOME[0]), (1, 1), (1, 1)), "same name"),
        (lambda: Work(HOME[:2], (1,), (1, 1)), "one answer for each task"),
        (lambda: Work(HOME[:1], (-1,), (1,)), "a burden is an integer from 0"),
        (lambda: Work(HOME[:1], (1,), (1,), (0, 0)), "not both 0"),
        (lambda: Work(HOME[:1], (1,), (1,), (-1, 2)), "neither below 0"),
        (lambda: Task("", 10), "needs a name"),
        (lambda: Task("x", -1), "minutes must lie between 0"),
        (lambda: Task("x", 10, 0), "or never"),
        (lambda: Task("x", 1440, 100), "more than there is in a week"),
        (lambda: Task("x", 10, Fraction(1, 2), split=Split.COUNTS), "only whole times"),
        (lambda: Today(doing=101), "percentage from 0 to 100"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(make, words):
    with pytest.raises(SharingError, match=words):
        make()


@pytest.mark.parametrize(
    "change",
    [
        {"burden": (0, 0)},
        {"minutes": (1, 1)},
        {"changes": 99},
        {"efficient": None},
        {"ef1": None},
        {"units": (1, 1, 1, 1, 1, 2)},
        {"rule": "leximin"},
    ],
)
def test_check_refuses_a_division_that_claims_what_is_not_so(change):
    work = home()
    division = equal_minutes(lay_out(work))
    change = {key: (not getattr(division, key) if value is None else value) for key, value in change.items()}
    with pytest.raises(ClaimError):
        check(work, replace(division, **change))


def test_check_refuses_a_rule_that_was_not_kept():
    work = home()
    sharing = lay_out(work)
    moved = move_task(sharing, equal_minutes(sharing), "cook", Side.SECOND).after
    for rule in ("equal_minutes", "fewest_changes", "leximin"):
        with pytest.raises(ClaimError):
            check(work, replace(moved, rule=rule))


def test_check_refuses_a_task_with_somebody_who_cannot_do_it():
    work = home()
    division = leximin(lay_out(work))
    unable = Work(
        HOME, tuple(CANNOT if k else a for a, k in zip(work.first, division.units, strict=True)), work.second
    )
    with pytest.raises(ClaimError, match="somebody who can do it"):
        check(unable, division)


def test_moving_a_task_by_hand_shows_its_effect_and_leaves_the_division_as_it_is():
    sharing = lay_out(home())
    before = equal_minutes(sharing)
    effect = move_task(sharing, before, "cook", Side.SECOND)
    assert effect.before is before
    assert effect.minutes == (-310, 310)
    assert effect.burden == (-310, 4 * 310)
    assert effect.after.rule == "by_hand"
    back = move_task(sharing, effect.after, "cook", Side.FIRST).after
    assert (back.units, back.burden, back.minutes) == (before.units, before.burden, before.minutes)


def test_moving_times_or_phases_moves_only_those():
    tasks = (Task("cook", 40, 7, 0, 20, split=Split.COUNTS), Task("shop", 60, split=Split.PHASES, planning=5))
    sharing = lay_out(Work(tasks, (NEUTRAL, NEUTRAL), (NEUTRAL, NEUTRAL)))
    division = leximin(sharing)
    all_mine = move_task(
        sharing, move_task(sharing, division, "cook", Side.FIRST).after, "shop", Side.FIRST
    ).after
    assert move_task(sharing, all_mine, "cook", Side.SECOND, count=2).minutes == (-80, 80)
    assert move_task(sharing, all_mine, "shop", Side.SECOND, phase=Phase.PLANNING).minutes == (-5, 5)
    with pytest.raises(SharingError, match="only 7 times"):
        move_task(sharing, all_mine, "cook", Side.SECOND, count=8)


def test_a_move_to_somebody_who_cannot_or_of_no_task_is_refused():
    sharing = lay_out(home(second=(CANNOT, LIKE, LIKE, LIKE, NEUTRAL, NEUTRAL)))
    division = leximin(sharing)
    with pytest.raises(SharingError, match="the other can't"):
        move_task(sharing, division, "cook", Side.SECOND)
    with pytest.raises(SharingError, match="no such task"):
        move_task(sharing, division, "iron", Side.FIRST)
    with pytest.raises(SharingError, match="no such task"):
        move_task(sharing, division, "cook", Side.FIRST, phase=Phase.NOTICING)
