"""A division as it is told to one of the two, and as an agreement says it: task by task, or part by part.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.kit import choices
from bothand.rooms.housework.divisions.labels import (
    name_phase,
    name_rule,
    name_task,
    say_changes,
    say_reasons,
    say_shares,
)
from bothand.rooms.housework.divisions.pages import DivisionCard, FeelingRow, HeldTask
from bothand.rooms.housework.divisions.records import Divided, Shared
from bothand.rooms.housework.divisions.rules import explain_division, show_weekly
from bothand.rooms.housework.labels import say_hours, say_weekly
from bothand.rooms.housework.records import Household, task_id

if TYPE_CHECKING:
    from bothand.engines.sharing import Phase, Sharing


def name_pieces(sharing: "Sharing") -> tuple[str, ...]:
    """What names each piece in a form: its task, and its part where the task goes in parts. No word of the task."""
    found = []
    for piece in sharing.pieces:
        task = task_id(sharing.work.tasks[piece.task].name).hex()
        found.append(f"{task}-{piece.phase.value}" if name_phase(piece.phase) else task)
    return tuple(found)


def present_feelings(household: Household, felt: Sequence[str]) -> tuple[FeelingRow, ...]:
    """The tasks with what I feel about each; nothing said is neutral."""
    labels = [
        ("like", _("like it")),
        ("neutral", _("don't mind")),
        ("dislike", _("don't like it")),
        ("cannot", _("can't do it")),
    ]
    return tuple(
        FeelingRow(
            name=task.name,
            weekly=say_weekly(show_weekly(task)),
            picks=choices.write_picks(
                f"feel-{task_id(task.name).hex()}",
                labels,
                felt[number] if number < len(felt) else "neutral",
            ),
        )
        for number, task in enumerate(household.tasks)
    )


def present_division(pair: Pair, sharing: "Sharing", shared: Shared, division: Divided) -> DivisionCard:
    """One division for one of the two."""
    place, name = pair.place, pair.partner.name
    told = explain_division(sharing, division, place)
    tasks = sharing.work.tasks
    held: dict[bool, list[HeldTask]] = {True: [], False: []}
    for key, piece, owner in zip(name_pieces(sharing), sharing.pieces, division.owners, strict=True):
        cannot = _say_cannot(pair, shared, piece.task)
        new = _("changes hands") if piece.option(1 - owner).changes else ""
        part = name_phase(piece.phase)
        about = (part, say_weekly(piece.minutes), new, cannot)
        held[owner == place].append(
            HeldTask(
                id=key,
                name=tasks[piece.task].name,
                part=part,
                about=" · ".join(filter(None, about)),
                movable=not cannot,
            )
        )
    parts = len(sharing.pieces) > len(tasks)
    return DivisionCard(
        rule=name_rule(division),
        mine=tuple(held[True]),
        theirs=tuple(held[False]),
        my_minutes=say_hours(division.minutes[place]),
        their_minutes=say_hours(division.minutes[1 - place]),
        changes=say_changes(division.changes, parts=parts),
        parts=_list_divided_tasks(sharing, division, ("", name) if place == 0 else (name, "")),
        why=say_reasons(told, name, parts=parts),
        owners="".join(map(str, division.owners)),
    )


def write_lines(sharing: "Sharing", division: Divided, names: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """A division as an agreement says it: who has each task, or who notices, plans and does it."""
    return tuple(
        (task.name, _say_owners(held, names))
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
        phases = [piece.phase for piece in sharing.pieces if piece.task == number]
        choices_of_owner = product((0, 1), repeat=len(phases))
        meant = next(
            (
                chosen
                for chosen in choices_of_owner
                if _say_owners(list(zip(phases, chosen, strict=True)), names) == said
            ),
            None,
        )
        if meant is None:
            return None
        owners += meant
    return tuple(owners)


def _list_divided_tasks(sharing: "Sharing", division: Divided, names: tuple[str, str]) -> tuple[str, ...]:
    """The tasks that both have a part of, and who has which; "" stands for the reader."""
    return tuple(
        _("%(task)s: %(parts)s.") % {"task": name_task(task.name), "parts": _say_owners(held, names)}
        for task, held in zip(sharing.work.tasks, _group_by_task(sharing, division), strict=True)
        if len({owner for _phase, owner in held}) > 1
    )


def _group_by_task(sharing: "Sharing", division: Divided) -> list[list[tuple["Phase", int]]]:
    found: list[list[tuple[Phase, int]]] = [[] for _task in sharing.work.tasks]
    for piece, owner in zip(sharing.pieces, division.owners, strict=True):
        found[piece.task].append((piece.phase, owner))
    return found


def _say_owners(held: Sequence[tuple["Phase", int]], names: tuple[str, str]) -> str:
    owners = {owner for _phase, owner in held}
    if len(owners) == 1:
        return names[owners.pop()]
    return say_shares([(phase, names[owner]) for phase, owner in held])


def _say_cannot(pair: Pair, shared: Shared, task: int) -> str:
    """Who said that they can't do a task: both see it."""
    if task in shared.cannot[pair.place]:
        return _("you can't")
    if task in shared.cannot[1 - pair.place]:
        return _("%(name)s can't") % {"name": pair.partner.name}
    return ""
