"""Why a division is as it is, for one reader: reasons with numbers, which rooms and the CLI put into words.

A reason holds minutes, changes and tasks, which both people see, and burdens of the reader's own. Nothing
in it was worked out from what the other answered, but for `efficient`, which the rule claims to both.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from bothand.engines.sharing.division import Division, compare_lists, require_fit
from bothand.engines.sharing.errors import SharingError
from bothand.engines.sharing.rules import Sharing
from bothand.engines.sharing.work import Exact, Phase, Stance, simplify
from bothand.engines.side import Side
from bothand.engines.validation import take_kind

ReasonId = Literal[
    "minutes",  # minutes, theirs, whole
    "as_near_as_can_be",  # apart: the difference of minutes, or from the agreed shares
    "own_burden",  # burden, whole: of the reader's own
    "liked",  # tasks the reader likes and has
    "spared",  # tasks that weigh most for the reader and lie with the other
    "cannot",  # tasks the reader can't do
    "changes",  # count: what changes hands in all
    "comes_to_you",  # tasks that are new to the reader
    "goes_from_you",  # tasks that the reader gives away
    "lighter_list",  # own, theirs: the reader's list weighs no more to them than the other's would
    "lighter_but_one",  # own, theirs, aside: so it is once one thing is put aside
    "none_of_theirs",  # own: the reader can do nothing of what the other has, so that nothing can be compared
    "efficient",  # no division is lighter for one without being heavier for the other
]
_SPARED: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what it is, its numbers by name, and the tasks it is about.

    The three that compare lists name as tasks what the reader can't do of the other's list and what was left out.
    `phases` per task the phases it is about, where not all of the task: nothing for a whole one.
    """

    id: ReasonId
    numbers: tuple[tuple[str, Exact], ...] = ()
    tasks: tuple[str, ...] = ()
    phases: tuple[tuple[Phase, ...], ...] = ()


def explain(sharing: Sharing, division: Division, for_whom: Side) -> tuple[Reason, ...]:
    """The reasons one person is told, the weightiest first.

    >>> from bothand.engines.sharing.rules import equal_minutes, lay_out
    >>> from bothand.engines.sharing.work import Task, Work
    >>> tasks = (Task("cook", 40, 7), Task("iron", 70, 4))
    >>> sharing = lay_out(Work(tasks, (Stance.LIKE, Stance.DISLIKE), (Stance.NEUTRAL, Stance.NEUTRAL)))
    >>> [reason.id for reason in explain(sharing, equal_minutes(sharing), Side.FIRST)]
    ['minutes', 'as_near_as_can_be', 'own_burden', 'liked', 'spared', 'lighter_list', 'efficient']
    """
    require_fit(sharing.pieces, division)
    work, side = sharing.work, take_kind(for_whom, Side, "for_whom", SharingError)
    mine, theirs = division.minutes[side], division.minutes[side.other]
    reasons = [Reason("minutes", (("minutes", mine), ("theirs", theirs), ("whole", work.minutes)))]
    if division.rule == "equal_minutes" or (division.rule == "fewest_changes" and not division.slack):
        one, two = work.shares
        apart = 2 * abs(division.minutes[0] * two - division.minutes[1] * one) // (one + two)
        reasons.append(Reason("as_near_as_can_be", (("apart", apart),)))
    burden = (("burden", division.burden[side]), ("whole", work.whole_burden(side)))
    reasons.append(Reason("own_burden", burden))
    reasons += _tasks(sharing, division, side)
    reasons += _changes(sharing, division, side)
    reasons += _own_view(sharing, division, side)
    if division.efficient:
        reasons.append(Reason("efficient"))
    return tuple(reasons)


def _held(sharing: Sharing, division: Division, side: Side) -> list[tuple[int, int]]:
    """Units held and all units, per task."""
    held = [[0, 0] for _ in sharing.work.tasks]
    for piece, k in zip(sharing.pieces, division.units, strict=True):
        held[piece.task][0] += k if side is Side.FIRST else piece.units - k
        held[piece.task][1] += piece.units
    return [(own, of) for own, of in held]


def _tasks(sharing: Sharing, division: Division, side: Side) -> list[Reason]:
    work, held = sharing.work, _held(sharing, division, side)
    names, answers = [task.name for task in work.tasks], work.answers(side)
    parts = _phases_held(sharing, division, side)
    liked = [i for i, (own, _) in enumerate(held) if own and answers[i] is Stance.LIKE]
    cannot = [i for i in range(len(names)) if answers[i] is Stance.CANNOT]
    away = [i for i, (own, _) in enumerate(held) if not own and answers[i] is not Stance.CANNOT]
    weight = {i: work.burden(side, i) for i in away}
    # What weighs no more than a task does on average is no relief worth naming.
    mean = work.whole_burden(side) / max(len(names) - len(cannot), 1)
    spared = sorted((i for i in away if weight[i] > mean), key=lambda i: (-weight[i], i))[:_SPARED]
    found: tuple[tuple[ReasonId, list[int]], ...] = (("liked", liked), ("spared", spared), ("cannot", cannot))
    return [
        Reason(name, tasks=tuple(names[i] for i in which), phases=tuple(parts[i] for i in which))
        for name, which in found
        if which
    ]


def _phases_held(sharing: Sharing, division: Division, side: Side) -> list[tuple[Phase, ...]]:
    """Per task the phases with this person, where that is some and not all of it."""
    whole = [0] * len(sharing.work.tasks)
    found: list[tuple[Phase, ...]] = [()] * len(whole)
    for piece, k in zip(sharing.pieces, division.units, strict=True):
        whole[piece.task] += 1
        if k if side is Side.FIRST else piece.units - k:
            found[piece.task] += (piece.phase,)
    return [held if len(held) < of else () for held, of in zip(found, whole, strict=True)]


def _changes(sharing: Sharing, division: Division, side: Side) -> list[Reason]:
    comes: dict[str, tuple[Phase, ...]] = {}
    goes: dict[str, tuple[Phase, ...]] = {}
    for piece, k in zip(sharing.pieces, division.units, strict=True):
        task = sharing.work.tasks[piece.task]
        if not piece.option(k).changes:
            continue
        # What changes hands in one piece is with the first person now, or it is not; times a week are more or fewer.
        now = bool(k) if piece.units == 1 else k * 100 > (task.today.doing or 0) * piece.units
        named = comes if now == (side is Side.FIRST) else goes
        phases = () if piece.phase is Phase.WHOLE else (piece.phase,)
        named[task.name] = named.get(task.name, ()) + phases
    if not division.changes:
        return []
    found = [Reason("changes", (("count", division.changes),))]
    if comes:
        found.append(Reason("comes_to_you", tasks=tuple(comes), phases=tuple(comes.values())))
    if goes:
        found.append(Reason("goes_from_you", tasks=tuple(goes), phases=tuple(goes.values())))
    return found


def _own_view(sharing: Sharing, division: Division, side: Side) -> list[Reason]:
    """How the reader's list compares, in their own burdens, with what they can do of the other's."""
    lists = compare_lists(sharing.work, sharing.pieces, division.units, side)
    own, theirs, aside = (
        simplify(Fraction(parts, sharing.frontier.scale[side]))
        for parts in (lists.own, lists.theirs, lists.aside)
    )
    tasks = dict.fromkeys(sharing.work.tasks[sharing.pieces[at].task].name for at in lists.left_out)
    if lists.nothing_to_compare:
        return [Reason("none_of_theirs", (("own", own),), tuple(tasks))]
    if own <= theirs:
        return [Reason("lighter_list", (("own", own), ("theirs", theirs)), tuple(tasks))]
    if lists.envied:
        return []
    return [Reason("lighter_but_one", (("own", own), ("theirs", theirs), ("aside", aside)), tuple(tasks))]
