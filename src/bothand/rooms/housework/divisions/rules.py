"""The work of a home: what each feels about it, how it is divided, and why that is fair. Pure.

Minutes are shared equally, noticing and planning counted, or as both agreed; what somebody likes decides who does what
and never how much. A *can't* takes a task away and no minutes, and both see it.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from threading import RLock
from typing import Final, TypeVar

import msgspec

from bothand.engines.sharing import (
    SLACK_PART,
    AsToday,
    Division,
    Effect,
    NobodyCanError,
    Reason,
    Sharing,
    SharingError,
    Side,
    Split,
    Stance,
    Task,
    Today,
    TooMuchWorkError,
    Work,
    add_up_today,
    divide_twice,
    explain,
    lay_out,
    move_task,
)
from bothand.engines.sharing.division import build
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions.records import Divided, Feeling, Feelings, Rule, Shared
from bothand.rooms.housework.records import MOST_TASKS, Household, Who
from bothand.rooms.housework.records import Task as Chore
from bothand.rooms.housework.rules import find_shares, is_done_elsewhere, is_split
from bothand.shell.worker import OverBudget, run_in_worker

T = TypeVar("T")
LIGHT_PIECES: Final = 60
"""So much takes a tenth of a second and some thirty megabytes: less than a process of its own would."""
SECONDS, MEGABYTES = 20, 400
_NO_ODDS: Final = 5
"""So many minutes of a week, or one part in `SLACK_PART`, make no odds."""
_TOLD: Final[dict[Feeling, Feeling]] = {
    "like": "like", "neutral": "neutral", "dislike": "dislike", "cannot": "neutral",
}  # fmt: skip
_one_at_a_time: Final = RLock()

_PART: Final[dict[Who, int | None]] = {"one": 100, "two": 0, "both": 50, "": None, "else": 50}


def build_task(chore: Chore) -> Task:
    """A task as the engine takes it. Raises SharingError for one that takes more than there is in a week.

    Where somebody else does it, what is left is noticing and planning.
    """
    return Task(
        chore.name,
        0 if is_done_elsewhere(chore) else chore.minutes,
        Fraction(chore.times, 100),
        chore.noticing,
        chore.planning,
        Today(_PART[chore.noticed_by], _PART[chore.planned_by], _PART[chore.done_by]),
        Split.PHASES if is_split(chore) else Split.WHOLE,
    )


def measure_today(household: Household) -> AsToday | None:
    """How it is now, in minutes; feelings have no part in it. None without tasks, or with what no form took."""
    try:
        return _measure_today(household)
    except SharingError:
        return None


def _measure_today(household: Household) -> AsToday:
    return add_up_today(
        _build_work(
            household, _repeat_stance(household, Stance.NEUTRAL), _repeat_stance(household, Stance.NEUTRAL)
        )
    )


def combine_feelings(first: bytes, second: bytes) -> bytes:
    """What comes of two payloads of `Feelings`. Never raises: what cannot be read is void, and both answer anew."""
    try:
        one, two = decode_payload(first, Feelings), decode_payload(second, Feelings)
        return encode_payload(_share_work(one, two))
    except (msgspec.MsgspecError, SharingError):
        return encode_payload(Shared(state="void"))


def _share_work(one: Feelings, two: Feelings) -> Shared:
    count = len(one.work.tasks)
    if one.work != two.work or not count == len(one.feelings) == len(two.feelings) or count > MOST_TASKS:
        return Shared(state="void")
    cannot = tuple(
        tuple(place for place, each in enumerate(who.feelings) if each == "cannot") for who in (one, two)
    )
    try:
        even, few = _in_budget(divide_twice, _build_felt(one, two))
    except NobodyCanError:
        both = tuple(sorted(set(cannot[0]) & set(cannot[1])))
        return Shared(state="nobody", cannot=cannot, nobody=both)
    divisions = (
        (_record_division(even), _record_division(few))
        if few.changes < even.changes
        else (_record_division(even),)
    )
    told = tuple(_tell_feelings(who) for who in (one, two))
    shown = told if any(told) else msgspec.UNSET
    return Shared(state="found", divisions=divisions, cannot=cannot, shown=shown)


def _tell_feelings(who: Feelings) -> tuple[Feeling, ...]:
    """What somebody chose to show of their likes. Who shows nothing looks like who minds nothing."""
    told: tuple[Feeling, ...] = tuple(_TOLD[feeling] for feeling in who.feelings)
    if who.shows is msgspec.UNSET or set(told) == {"neutral"}:
        return ()
    return told


def lay_out_work(one: Feelings, two: Feelings) -> Sharing:
    """The work with what both feel about it, the account whose id comes first first. Raises SharingError."""
    return _in_budget(lay_out, _build_felt(one, two))


def _build_felt(one: Feelings, two: Feelings) -> Work:
    return _build_work(one.work, _read_stances(one.feelings), _read_stances(two.feelings))


def _record_division(division: Division, rule: Rule | None = None) -> Divided:
    return Divided(
        rule=rule or ("equal_minutes" if division.rule == "equal_minutes" else "fewest_changes"),
        owners=tuple(int(units == 0) for units in division.units),
        minutes=division.minutes,
        changes=division.changes,
        efficient=division.efficient,
        slack=division.slack,
    )


def _read_stances(feelings: Sequence[Feeling]) -> tuple[Stance, ...]:
    return tuple(Stance(feeling) for feeling in feelings)


def _repeat_stance(household: Household, stance: Stance) -> tuple[Stance, ...]:
    return (stance,) * len(household.tasks)


def _build_work(household: Household, first: tuple[Stance, ...], second: tuple[Stance, ...]) -> Work:
    tasks = tuple(build_task(one) for one in household.tasks)
    return Work(tasks, first, second, find_shares(household))


def lay_out_for_one(feelings: Feelings, shared: Shared, place: int) -> Sharing:
    """The work as one of the two may look at it: their own feelings, and of the other's only what both see.

    Raises SharingError.
    """
    others = [Stance(feeling) for feeling in read_shown(shared, 1 - place, len(feelings.work.tasks))]
    for at in shared.cannot[1 - place]:
        others[at] = Stance.CANNOT
    both = (_read_stances(feelings.feelings), tuple(others))
    first, second = both if place == 0 else both[::-1]
    return _in_budget(lay_out, _build_work(feelings.work, first, second))


def read_shown(shared: Shared, place: int, count: int) -> tuple[Feeling, ...]:
    """What the one at this place chose to show of their likes; neutral everywhere where they showed none."""
    neutral: Feeling = "neutral"
    nothing = (neutral,) * count
    if shared.shown is msgspec.UNSET or len(shared.shown) != 2:
        return nothing
    return shared.shown[place] if len(shared.shown[place]) == count else nothing


def _in_budget(function: Callable[[Work], T], work: Work) -> T:
    """One at a time; of much work in a process of its own, since that takes seconds and hundreds of megabytes.

    Raises SharingError.
    """
    if sum(3 if task.split is Split.PHASES else 1 for task in work.tasks) <= LIGHT_PIECES:
        with _one_at_a_time:
            return function(work)
    try:
        return run_in_worker(function, work, seconds=SECONDS, megabytes=MEGABYTES)
    except OverBudget as over:
        msg = "more than may be worked out here"
        raise TooMuchWorkError(msg) from over


def rebuild_division(sharing: Sharing, divided: Divided) -> Division:
    """One way to divide the work as the engine knows it. Raises SharingError, KeyError."""
    units = tuple(1 - owner for owner in divided.owners)
    return build(
        sharing.work,
        sharing.pieces,
        units,
        "by_hand" if divided.rule == "by_hand" else divided.rule,
        sharing.frontier,
        slack=divided.slack,
    )


def explain_division(sharing: Sharing, divided: Divided, place: int) -> tuple[Reason, ...]:
    """Why a division is as it is, for one of the two, from their own feelings and what both see."""
    claimed = replace(rebuild_division(sharing, divided), efficient=divided.efficient)
    return explain(sharing, claimed, Side(place))


def is_as_wanted(sharing: Sharing, divided: Divided) -> bool:
    """Whether minutes lie as both want them, give or take what makes no odds."""
    one, two = sharing.work.shares
    whole = sharing.work.minutes
    apart = abs(divided.minutes[0] * (one + two) - whole * one)
    return apart <= max(_NO_ODDS, whole // SLACK_PART) * (one + two)


def move_piece(sharing: Sharing, divided: Divided, at: int) -> tuple[Divided, Effect]:
    """A piece given to the other by hand, and what that does. Raises SharingError where they can't do it."""
    piece = sharing.pieces[at]
    name, to = sharing.work.tasks[piece.task].name, Side(1 - divided.owners[at])
    effect = move_task(sharing, rebuild_division(sharing, divided), name, to, phase=piece.phase)
    return _record_division(effect.after, "by_hand"), effect


def arrange_pieces(sharing: Sharing, owners: Sequence[int]) -> Divided:
    """A division by hand. Raises SharingError where somebody has what they can't do, KeyError for an odd owner."""
    blank = Divided(rule="by_hand", owners=tuple(owners), minutes=(0, 0), changes=0, efficient=False)
    return _record_division(rebuild_division(sharing, blank), "by_hand")


@dataclass(frozen=True, slots=True)
class Gain:
    """What a division changed for one of the two: minutes a week before and after, and how much lighter it is by their own
    answers, below zero where it is heavier.
    """

    before: int
    after: int
    lighter: int


def measure_gain(sharing: Sharing, owners: Sequence[int], place: int) -> Gain:
    """A division beside how it was when both answered. Raises SharingError, KeyError for an odd owner."""
    then, now = add_up_today(sharing.work), arrange_pieces(sharing, owners)
    burden = rebuild_division(sharing, now).burden[place]
    return Gain(then.minutes[place], now.minutes[place], int(then.burden[place] - burden))
