"""Pure: where a run of an exercise stands, what was written in it, and what of it may go on to another room."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from bothand.content.sessions import Session
from bothand.domain.needs import Need
from bothand.kit.manifest import DraftName
from bothand.rooms.journal.records import SessionList, WrittenSession

LONGEST_STEP: Final = 20_000
HANDED: Final[dict[str, tuple[tuple[DraftName, int], ...]]] = {
    "E01": (("wish", 4),),
    "E05": (("need", 2), ("boundary", 4)),
    "E06": (("boundary", 1),),
    "E07": (("wish", 4),),
    "E08": (("topic", 0),),
    "E10": (("goal", 4),),
}
"""What an exercise may have brought to light, as a draft for another room, and beside which step it was written."""

OF_SAFETY: Final = frozenset({"E05", "E06", "E08"})
"""Exercises whose closing names the page on safety: the way there stands beside it."""


def list_steps(exercise: Session | None, run: WrittenSession) -> tuple[str, ...]:
    """What is asked, step by step. Of an exercise that is no longer among the texts, only what was written is left."""
    return ("",) * max(1, len(run.written)) if exercise is None else exercise.steps


def find_place(asked: str, steps: int, otherwise: int) -> int:
    """The step that an address or a form names, counted from 0; `otherwise`, or the nearest, for anything odd.

    >>> find_place("2", 5, 0), find_place("9", 5, 0), find_place("x", 5, 7)
    (2, 4, 4)
    """
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else otherwise
    return max(0, min(number, steps - 1))


def find_words(run: WrittenSession, place: int | None) -> str:
    """What was written beside a step, or beside the small version (None); "" for nothing."""
    if place is None:
        return run.small_words
    return run.written[place] if place < len(run.written) else ""


def write_words(run: WrittenSession, place: int | None, text: str) -> WrittenSession:
    """The run with this beside a step, or beside the small version (None); going on leads there again."""
    if place is None:
        return msgspec.structs.replace(run, small_words=text)
    written = [*run.written, *[""] * (place + 1 - len(run.written))]
    written[place] = text
    while written and not written[-1]:
        written.pop()
    return msgspec.structs.replace(run, written=tuple(written), place=place)


def follow_button(run: WrittenSession, place: int | None, button: str, today: date) -> WrittenSession:
    """The run after one of a step's buttons: where it goes on, in which version, and whether it is finished.

    Finishing once more keeps the first day. Any other button leaves it where it is.
    """
    here = place or 0
    match button:
        case "next":
            return msgspec.structs.replace(run, place=here + 1)
        case "back":
            return msgspec.structs.replace(run, place=max(0, here - 1))
        case "small" | "whole":
            return msgspec.structs.replace(run, small=button == "small")
        case "finish":
            return msgspec.structs.replace(run, done=run.done or today)
    return run


def trace_text(text: str) -> str:
    """A mark of a text that was shown, so that a form can say what it was filled in over.

    >>> trace_text("one") == trace_text("one"), trace_text("one") == trace_text("two")
    (True, False)
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def trace_need(need: Need) -> str:
    """The same of a need."""
    return trace_text(f"{need.area}\n{need.words}")


def list_drafts(run: WrittenSession) -> Iterator[tuple[DraftName, str]]:
    """What of a run may go on to another room: the draft's name and the words for it."""
    for name, place in HANDED.get(run.exercise, ()):
        if text := find_words(run, place):
            yield name, text


def add_session(runs: SessionList, run_id: bytes, exercise: str) -> SessionList:
    """The list with a run that was begun."""
    if any(one == run_id for one, _ in runs.runs):
        return runs
    return SessionList(runs=(*runs.runs, (run_id, exercise)), open=(*runs.open, run_id))


def finish_session(runs: SessionList, run_id: bytes) -> SessionList:
    """The list with a run that waits no longer."""
    return SessionList(runs=runs.runs, open=tuple(one for one in runs.open if one != run_id))


def remove_session(runs: SessionList, run_id: bytes) -> SessionList:
    """The list without a run."""
    return SessionList(
        runs=tuple(one for one in runs.runs if one[0] != run_id),
        open=tuple(one for one in runs.open if one != run_id),
    )


def merge_sessions(present: SessionList, incoming: SessionList) -> SessionList:
    """Both lists in one, when an import brings a second: what is finished in one of them is finished.

    >>> merge_sessions(SessionList(runs=((b"a", "E01"),)), SessionList(runs=((b"a", "E01"), (b"b", "E02")), open=(b"a", b"b"))).open
    (b'b',)
    """
    known = {one for one, _ in present.runs}
    new = tuple(one for one in incoming.runs if one[0] not in known)
    fresh = {one for one, _ in new}
    return SessionList(
        runs=present.runs + new,
        open=present.open + tuple(one for one in incoming.open if one in fresh),
    )


def find_waiting(runs: SessionList, exercise: str) -> bytes | None:
    """The run of this exercise that waits, the one begun last if there are several."""
    waiting = set(runs.open)
    return next((one for one, of in reversed(runs.runs) if of == exercise and one in waiting), None)


def find_neighbours(runs: SessionList, run_id: bytes) -> tuple[bytes | None, bytes | None]:
    """The runs of the same exercise begun before and after this one, where there are any."""
    exercise = next((of for one, of in runs.runs if one == run_id), None)
    same = [one for one, of in runs.runs if of == exercise]
    if exercise is None:
        return None, None
    place = same.index(run_id)
    return (same[place - 1] if place else None, same[place + 1] if place + 1 < len(same) else None)
