"""A division as it is told to one of the two, and as an agreement says it: task by task, or part by part.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.engines.sharing import Phase as Piecewise
from bothand.engines.sharing import add_up_today
from bothand.rooms.housework.divisions.labels import (
    name_part,
    read_owners,
    say_move,
    say_owners,
    say_reasons,
    say_settled,
    say_title,
)
from bothand.rooms.housework.divisions.pages import DivisionView, FeelingRow, Move, SwapRow
from bothand.rooms.housework.divisions.records import Divided, Feelings, Shared
from bothand.rooms.housework.divisions.rules import explain_division, is_as_wanted, read_shown
from bothand.rooms.housework.labels import say_weekly
from bothand.rooms.housework.present import draw_bars
from bothand.rooms.housework.records import Household, task_id
from bothand.rooms.housework.rules import Phase, count_minutes

if TYPE_CHECKING:
    from bothand.engines.sharing import Sharing

FEW: Final = 4
"""So many moves are told first: those that shift the most minutes."""
HALF: Final = 50
_PHASE: Final[dict[Piecewise, Phase]] = {
    Piecewise.WHOLE: "done",
    Piecewise.NOTICING: "noticed",
    Piecewise.PLANNING: "planned",
    Piecewise.DOING: "done",
}
_CHECKED: Final = " checked"


def name_pieces(sharing: "Sharing") -> tuple[str, ...]:
    """What names each piece in a form: its task, and its part where the task goes in parts. No word of the task."""
    found = []
    for piece in sharing.pieces:
        task = task_id(sharing.work.tasks[piece.task].name).hex()
        found.append(task if piece.phase is Piecewise.WHOLE else f"{task}-{piece.phase.value}")
    return tuple(found)


def present_feelings(household: Household, felt: Sequence[str]) -> tuple[FeelingRow, ...]:
    """The tasks with what I feel about each; nothing said is neutral."""
    labels = (
        ("like", _("like it")),
        ("neutral", _("don't mind")),
        ("dislike", _("don't like it")),
        ("cannot", _("can't do it")),
    )
    rows = []
    for number, task in enumerate(household.tasks):
        hex_id = task_id(task.name).hex()
        chosen = felt[number] if number < len(felt) else "neutral"
        picks = format_html_join(
            "",
            '<label><input type="radio" name="feel-{}" value="{}"{}><span>{}</span></label>',
            ((hex_id, value, _CHECKED if value == chosen else "", label) for value, label in labels),
        )
        rows.append(
            FeelingRow(id=hex_id, name=task.name, weekly=say_weekly(count_minutes(task)), picks=picks)
        )
    return tuple(rows)


def present_division(
    pair: Pair, sharing: "Sharing", feelings: Feelings, shared: Shared, division: Divided
) -> DivisionView:
    """One division for one of the two, from their own feelings and what the other chose to show."""
    place, name, whole = pair.place, pair.partner.name, sharing.work.minutes
    today = add_up_today(sharing.work).minutes
    moves = _find_moves(pair, sharing, feelings, shared, division)
    stays, theirs = _find_staying(pair, sharing, feelings, shared, division)
    one, two = sharing.work.shares
    return DivisionView(
        title=say_title(division.changes, division, even=is_as_wanted(sharing, division), half=one == two),
        stays=stays,
        stays_theirs=theirs,
        today=draw_bars(today[place], today[1 - place], whole),
        then=draw_bars(division.minutes[place], division.minutes[1 - place], whole),
        moves=moves[:FEW],
        more=moves[FEW:],
        settles=_find_settled(pair, sharing, division),
        divided=_list_divided_tasks(sharing, division, ("", name) if place == 0 else (name, "")),
        rows=_list_swaps(pair, sharing, shared, division),
        why=say_reasons(
            explain_division(sharing, division, place),
            name,
            parts=len(sharing.pieces) > len(sharing.work.tasks),
        ),
        owners="".join(map(str, division.owners)),
    )


def _find_moves(
    pair: Pair, sharing: "Sharing", feelings: Feelings, shared: Shared, division: Divided
) -> tuple[Move, ...]:
    """What changes hands against today, what shifts the most minutes first."""
    shown = read_shown(shared, 1 - pair.place, len(feelings.feelings))
    found = []
    for piece, owner in zip(sharing.pieces, division.owners, strict=True):
        if not piece.option(1 - owner).changes:
            continue
        to_me = owner == pair.place
        about = say_move(
            to_me=to_me, mine=feelings.feelings[piece.task], shown=shown[piece.task], name=pair.partner.name
        )
        part = name_part(_PHASE[piece.phase], whole=piece.phase is Piecewise.WHOLE)
        move = Move(name=sharing.work.tasks[piece.task].name, part=part, about=about, to_me=to_me)
        found.append((piece.minutes, move))
    return tuple(move for _minutes, move in sorted(found, key=lambda each: -each[0]))


def _find_settled(pair: Pair, sharing: "Sharing", division: Divided) -> tuple[Move, ...]:
    """What both have today and one of them then: it changes hands for neither, and it is no longer the same."""
    found = []
    for piece, owner in zip(sharing.pieces, division.owners, strict=True):
        task = sharing.work.tasks[piece.task]
        today = {"noticed": task.today.noticing, "planned": task.today.planning, "done": task.today.doing}
        if piece.option(1 - owner).changes or not task.minutes or today[_PHASE[piece.phase]] != HALF:
            continue
        part = name_part(_PHASE[piece.phase], whole=piece.phase is Piecewise.WHOLE)
        to_me = owner == pair.place
        about = say_settled(to_me=to_me, name=pair.partner.name)
        found.append(Move(name=task.name, part=part, about=about, to_me=to_me))
    return tuple(found)


def _find_staying(
    pair: Pair, sharing: "Sharing", feelings: Feelings, shared: Shared, division: Divided
) -> tuple[str, bool]:
    """The longest task that I like and keep, and whether the other showed that they don't like it; "" for none."""
    shown = read_shown(shared, 1 - pair.place, len(feelings.feelings))
    kept = [
        (shown[piece.task] == "dislike", piece.minutes, piece.task)
        for piece, owner in zip(sharing.pieces, division.owners, strict=True)
        if owner == pair.place and feelings.feelings[piece.task] == "like"
        if piece.phase is Piecewise.WHOLE and not piece.option(1 - owner).changes
    ]
    if not kept:
        return "", False
    theirs, _minutes, task = max(kept)
    return sharing.work.tasks[task].name, theirs


def _list_swaps(pair: Pair, sharing: "Sharing", shared: Shared, division: Divided) -> tuple[SwapRow, ...]:
    return tuple(
        SwapRow(
            id=key,
            name=sharing.work.tasks[piece.task].name,
            part=name_part(_PHASE[piece.phase], whole=piece.phase is Piecewise.WHOLE),
            weekly=say_weekly(piece.minutes),
            mine=owner == pair.place,
            fixed=_say_cannot(pair, shared, piece.task),
        )
        for key, piece, owner in zip(name_pieces(sharing), sharing.pieces, division.owners, strict=True)
    )


def write_lines(sharing: "Sharing", division: Divided, names: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """A division as an agreement says it: who has each task, or who notices, plans and does it."""
    return tuple(
        (task.name, say_owners([(phase, names[owner]) for phase, owner in held]))
        for task, held in zip(sharing.work.tasks, _group_by_task(sharing, division), strict=True)
    )


def read_lines(
    sharing: "Sharing", lines: Sequence[tuple[str, str]], names: tuple[str, str]
) -> tuple[int, ...] | None:
    """The owners of each piece as `write_lines` wrote them; None where the lines are of other tasks or people."""
    if [task.name for task in sharing.work.tasks] != [name for name, _owners in lines]:
        return None
    owners: list[int] = []
    for number, (_name, said) in enumerate(lines):
        phases = [_PHASE[piece.phase] for piece in sharing.pieces if piece.task == number]
        meant = read_owners(phases, said, names)
        if meant is None:
            return None
        owners += meant
    return tuple(owners)


def _list_divided_tasks(
    sharing: "Sharing", division: Divided, names: tuple[str, str]
) -> tuple[tuple[str, str], ...]:
    """The tasks that both have a part of, and who has which; "" stands for the reader."""
    return tuple(
        (task.name, say_owners([(phase, names[owner]) for phase, owner in held]))
        for task, held in zip(sharing.work.tasks, _group_by_task(sharing, division), strict=True)
        if len({owner for _phase, owner in held}) > 1
    )


def _group_by_task(sharing: "Sharing", division: Divided) -> list[list[tuple[Phase, int]]]:
    found: list[list[tuple[Phase, int]]] = [[] for _task in sharing.work.tasks]
    for piece, owner in zip(sharing.pieces, division.owners, strict=True):
        found[piece.task].append((_PHASE[piece.phase], owner))
    return found


def _say_cannot(pair: Pair, shared: Shared, task: int) -> str:
    """Who said that they can't do a task: both see it."""
    if task in shared.cannot[pair.place]:
        return _("you can't")
    if task in shared.cannot[1 - pair.place]:
        return _("%(name)s can't") % {"name": pair.partner.name}
    return ""
