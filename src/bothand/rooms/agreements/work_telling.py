"""A division as it is told to one of the two, and as an agreement says it: task by task, or part by part.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bothand.rooms.agreements import places, work, work_words
from bothand.rooms.agreements.two import Two
from bothand.rooms.agreements.work_pages import Held, Plan
from bothand.rooms.agreements.work_payloads import Divided, Shared

if TYPE_CHECKING:
    from bothand.engines.sharing import Phase, Sharing


def keys(sharing: "Sharing") -> tuple[str, ...]:
    """What names each piece in a form: its task, and its part where the task goes in parts. No word of the task."""
    found = []
    for piece in sharing.pieces:
        task = places.task_id(sharing.work.tasks[piece.task].name).hex()
        found.append(f"{task}-{piece.phase.value}" if work_words.phase(piece.phase) else task)
    return tuple(found)


def plan(both: Two, sharing: "Sharing", shared: Shared, one: Divided) -> Plan:
    """One division for one of the two."""
    place, name = both.place, both.partner.name
    told = work.why(sharing, one, place)
    tasks = sharing.work.tasks
    held: dict[bool, list[Held]] = {True: [], False: []}
    for key, piece, owner in zip(keys(sharing), sharing.pieces, one.owners, strict=True):
        cannot = _cannot(both, shared, piece.task)
        new = _("changes hands") if piece.option(1 - owner).changes else ""
        part = work_words.phase(piece.phase)
        about = (part, work_words.weekly(piece.minutes), new, cannot)
        held[owner == place].append(
            Held(
                id=key,
                name=tasks[piece.task].name,
                part=part,
                about=" · ".join(filter(None, about)),
                movable=not cannot,
            )
        )
    parts = len(sharing.pieces) > len(tasks)
    return Plan(
        rule=work_words.rule(one),
        mine=tuple(held[True]),
        theirs=tuple(held[False]),
        my_minutes=work_words.hours(one.minutes[place]),
        their_minutes=work_words.hours(one.minutes[1 - place]),
        changes=work_words.changes(one.changes, parts=parts),
        parts=_divided(sharing, one, ("", name) if place == 0 else (name, "")),
        why=work_words.reasons(told, name, parts=parts),
        owners="".join(map(str, one.owners)),
    )


def lines(sharing: "Sharing", one: Divided, names: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """A division as an agreement says it: who has each task, or who notices, plans and does it."""
    return tuple(
        (task.name, _shares(held, names))
        for task, held in zip(sharing.work.tasks, _by_task(sharing, one), strict=True)
    )


def _divided(sharing: "Sharing", one: Divided, names: tuple[str, str]) -> tuple[str, ...]:
    """The tasks that both have a part of, and who has which; "" stands for the reader."""
    return tuple(
        _("%(task)s: %(parts)s.") % {"task": work_words.named(task.name), "parts": _shares(held, names)}
        for task, held in zip(sharing.work.tasks, _by_task(sharing, one), strict=True)
        if len({owner for _phase, owner in held}) > 1
    )


def _by_task(sharing: "Sharing", one: Divided) -> list[list[tuple["Phase", int]]]:
    found: list[list[tuple[Phase, int]]] = [[] for _task in sharing.work.tasks]
    for piece, owner in zip(sharing.pieces, one.owners, strict=True):
        found[piece.task].append((piece.phase, owner))
    return found


def _shares(held: Sequence[tuple["Phase", int]], names: tuple[str, str]) -> str:
    owners = {owner for _phase, owner in held}
    if len(owners) == 1:
        return names[owners.pop()]
    return work_words.shares([(phase, names[owner]) for phase, owner in held])


def _cannot(both: Two, shared: Shared, task: int) -> str:
    """Who said that they can't do a task: both see it."""
    if task in shared.cannot[both.place]:
        return _("you can't")
    if task in shared.cannot[1 - both.place]:
        return _("%(name)s can't") % {"name": both.partner.name}
    return ""
