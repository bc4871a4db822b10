"""A state as bytes: a line of JSON for what is named, then the numbers (little-endian float64).

After a year of weekly check-ins that is about 30 kB, and it grows no further than MAX_ITEMS and MAX_ANCHORS allow (about
80 kB).
"""

import json
from typing import Any, Final

import numpy as np

from bothand.engines.measure.items import Floats, Item
from bothand.engines.measure.state import COLUMNS, VERSION, Anchor, BrokenStateError, State

_NUMBERS: Final = "<f8"


class OtherVersionError(ValueError):
    """The state was stored by another version of the engine; rebuild it from history."""


def to_bytes(state: State) -> bytes:
    """The state as bytes, the same for equal states.

    >>> from bothand.engines.measure.state import start
    >>> from_bytes(to_bytes(start())) == start()
    True
    """
    head = {
        "version": state.version,
        "day": state.day,
        "turn": state.turn,
        "turns": list(state.turns),
        "items": [[one.id, one.facet, one.key, one.shift, one.slope, one.spread] for one in state.items],
        "anchors": [[anchor.name, anchor.day, len(anchor.sums)] for anchor in state.anchors],
    }
    numbers = np.vstack([state.sums, *(anchor.sums for anchor in state.anchors)]).astype(_NUMBERS)
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + numbers.tobytes()


def from_bytes(stored: bytes) -> State:
    """The state that `to_bytes` wrote, checked.

    Raises OtherVersionError for a state of another version, BrokenStateError for bytes that are no state.
    """
    line, _, rest = stored.partition(b"\n")
    try:
        head = json.loads(line)
        version = int(head["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenStateError("these bytes are no stored state") from error
    if version != VERSION:
        raise OtherVersionError(f"stored by version {version}, this is {VERSION}")
    try:
        state = _read(head, np.frombuffer(rest, dtype=_NUMBERS).astype(np.float64).reshape(-1, COLUMNS))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BrokenStateError("these bytes are no stored state") from error
    state.check()
    return state


def _read(head: dict[str, Any], numbers: Floats) -> State:
    items = tuple(Item(*one) for one in head["items"])
    anchors, at = [], len(items)
    for name, day, count in head["anchors"]:
        anchors.append(Anchor(str(name), int(day), numbers[at : at + int(count)].copy()))
        at += int(count)
    if at != len(numbers):
        raise ValueError("there are more numbers or fewer than the items and anchors need")
    day = None if head["day"] is None else int(head["day"])
    turns = tuple(int(turn) for turn in head["turns"])
    return State(items, numbers[: len(items)].copy(), turns, int(head["turn"]), day, tuple(anchors))
