"""Pure: where a run of an exercise stands, what was written in it, and what of it may go on to another room."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from bothand.content.sessions import Session
from bothand.domain.needs import Need
from bothand.kit.manifest import DraftName
from bothand.rooms.journal.records import Run, Runs

LONGEST: Final = 20_000
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


def steps_of(exercise: Session | None, run: Run) -> tuple[str, ...]:
    """What is asked, step by step. Of an exercise that is no longer among the texts, only what was written is left."""
    return ("",) * max(1, len(run.written)) if exercise is None else exercise.steps


def place_of(asked: str, steps: int, otherwise: int) -> int:
    """The step that an address or a form names, counted from 0; `otherwise`, or the nearest, for anything odd.

    >>> place_of("2", 5, 0), place_of("9", 5, 0), place_of("x", 5, 7)
    (2, 4, 4)
    """
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else otherwise
    return max(0, min(number, steps - 1))


def words_at(run: Run, place: int | None) -> str:
    """What was written beside a step, or beside the small version (None); "" for nothing."""
    if place is None:
        return run.small_words
    return run.written[place] if place < len(run.written) else ""


def with_words(run: Run, place: int | None, text: str) -> Run:
    """The run with this beside a step, or beside the small version (None); going on leads there again."""
    if place is None:
        return msgspec.structs.replace(run, small_words=text)
    written = [*run.written, *[""] * (place + 1 - len(run.written))]
    written[place] = text
    while written and not written[-1]:
        written.pop()
    return msgspec.structs.replace(run, written=tuple(written), place=place)


def onwards(run: Run, place: int | None, button: str, today: date) -> Run:
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


def trace(text: str) -> str:
    """A mark of a text that was shown, so that a form can say what it was filled in over.

    >>> trace("one") == trace("one"), trace("one") == trace("two")
    (True, False)
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def trace_of(need: Need) -> str:
    """The same of a need."""
    return trace(f"{need.area}\n{need.words}")


def drafts_of(run: Run) -> Iterator[tuple[DraftName, str]]:
    """What of a run may go on to another room: the draft's name and the words for it."""
    for name, place in HANDED.get(run.exercise, ()):
        if text := words_at(run, place):
            yield name, text


def begun(runs: Runs, run_id: bytes, exercise: str) -> Runs:
    """The list with a run that was begun."""
    if any(one == run_id for one, _ in runs.runs):
        return runs
    return Runs(runs=(*runs.runs, (run_id, exercise)), open=(*runs.open, run_id))


def finished(runs: Runs, run_id: bytes) -> Runs:
    """The list with a run that waits no longer."""
    return Runs(runs=runs.runs, open=tuple(one for one in runs.open if one != run_id))


def removed(runs: Runs, run_id: bytes) -> Runs:
    """The list without a run."""
    return Runs(
        runs=tuple(one for one in runs.runs if one[0] != run_id),
        open=tuple(one for one in runs.open if one != run_id),
    )


def joined(present: Runs, incoming: Runs) -> Runs:
    """Both lists in one, when an import brings a second: what is finished in one of them is finished.

    >>> joined(Runs(runs=((b"a", "E01"),)), Runs(runs=((b"a", "E01"), (b"b", "E02")), open=(b"a", b"b"))).open
    (b'b',)
    """
    known = {one for one, _ in present.runs}
    new = tuple(one for one in incoming.runs if one[0] not in known)
    fresh = {one for one, _ in new}
    return Runs(
        runs=present.runs + new,
        open=present.open + tuple(one for one in incoming.open if one in fresh),
    )


def waiting_for(runs: Runs, exercise: str) -> bytes | None:
    """The run of this exercise that waits, the one begun last if there are several."""
    waiting = set(runs.open)
    return next((one for one, of in reversed(runs.runs) if of == exercise and one in waiting), None)


def beside(runs: Runs, run_id: bytes) -> tuple[bytes | None, bytes | None]:
    """The runs of the same exercise begun before and after this one, where there are any."""
    exercise = next((of for one, of in runs.runs if one == run_id), None)
    same = [one for one, of in runs.runs if of == exercise]
    if exercise is None:
        return None, None
    place = same.index(run_id)
    return (same[place - 1] if place else None, same[place + 1] if place + 1 < len(same) else None)
