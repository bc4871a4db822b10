"""A division as it is told to one of the two, and as an agreement says it: task by task, or part by part.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.rooms.agreements import places, work, work_words
from bothand.rooms.agreements.work_pages import DivisionCard, HeldTask
from bothand.rooms.agreements.work_payloads import Divided, Shared

if TYPE_CHECKING:
    from bothand.engines.sharing import Phase, Sharing


def name_pieces(sharing: "Sharing") -> tuple[str, ...]:
    """What names each piece in a form: its task, and its part where the task goes in parts. No word of the task."""
    found = []
    for piece in sharing.pieces:
        task = places.task_id(sharing.work.tasks[piece.task].name).hex()
        found.append(f"{task}-{piece.phase.value}" if work_words.name_phase(piece.phase) else task)
    return tuple(found)


def present_division(both: Pair, sharing: "Sharing", shared: Shared, one: Divided) -> DivisionCard:
    """One division for one of the two."""
    place, name = both.place, both.partner.name
    told = work.explain_division(sharing, one, place)
    tasks = sharing.work.tasks
    held: dict[bool, list[HeldTask]] = {True: [], False: []}
    for key, piece, owner in zip(name_pieces(sharing), sharing.pieces, one.owners, strict=True):
        cannot = _say_cannot(both, shared, piece.task)
        new = _("changes hands") if piece.option(1 - owner).changes else ""
        part = work_words.name_phase(piece.phase)
        about = (part, work_words.say_weekly(piece.minutes), new, cannot)
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
        rule=work_words.name_rule(one),
        mine=tuple(held[True]),
        theirs=tuple(held[False]),
        my_minutes=work_words.say_hours(one.minutes[place]),
        their_minutes=work_words.say_hours(one.minutes[1 - place]),
        changes=work_words.say_changes(one.changes, parts=parts),
        parts=_list_divided_tasks(sharing, one, ("", name) if place == 0 else (name, "")),
        why=work_words.say_reasons(told, name, parts=parts),
        owners="".join(map(str, one.owners)),
    )


def write_lines(sharing: "Sharing", one: Divided, names: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """A division as an agreement says it: who has each task, or who notices, plans and does it."""
    return tuple(
        (task.name, _say_owners(held, names))
        for task, held in zip(sharing.work.tasks, _group_by_task(sharing, one), strict=True)
    )


def _list_divided_tasks(sharing: "Sharing", one: Divided, names: tuple[str, str]) -> tuple[str, ...]:
    """The tasks that both have a part of, and who has which; "" stands for the reader."""
    return tuple(
        _("%(task)s: %(parts)s.")
        % {"task": work_words.name_task(task.name), "parts": _say_owners(held, names)}
        for task, held in zip(sharing.work.tasks, _group_by_task(sharing, one), strict=True)
        if len({owner for _phase, owner in held}) > 1
    )


def _group_by_task(sharing: "Sharing", one: Divided) -> list[list[tuple["Phase", int]]]:
    found: list[list[tuple[Phase, int]]] = [[] for _task in sharing.work.tasks]
    for piece, owner in zip(sharing.pieces, one.owners, strict=True):
        found[piece.task].append((piece.phase, owner))
    return found


def _say_owners(held: Sequence[tuple["Phase", int]], names: tuple[str, str]) -> str:
    owners = {owner for _phase, owner in held}
    if len(owners) == 1:
        return names[owners.pop()]
    return work_words.say_shares([(phase, names[owner]) for phase, owner in held])


def _say_cannot(both: Pair, shared: Shared, task: int) -> str:
    """Who said that they can't do a task: both see it."""
    if task in shared.cannot[both.place]:
        return _("you can't")
    if task in shared.cannot[1 - both.place]:
        return _("%(name)s can't") % {"name": both.partner.name}
    return ""
