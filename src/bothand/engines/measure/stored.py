"""A state as bytes: a line of JSON for what is named, then the numbers (little-endian float64).

Of the symmetric covariance only the lower triangle is written. After a year of weekly check-ins that is about
70 kB, and it grows no further than MAX_OFFSETS and MAX_ANCHORS allow (about 145 kB).
"""

import json
from typing import Any, Final

import numpy as np

from bothand.engines.measure.items import Floats
from bothand.engines.measure.state import FACETS, VERSION, Anchor, BrokenStateError, State

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
        "anchors": [[anchor.name, anchor.day] for anchor in state.anchors],
        "items": list(state.items),
        "turns": list(state.turns),
    }
    triangle = state.covariance[np.tril_indices(len(state.mean))]
    numbers = np.concatenate([state.mean, triangle]).astype(_NUMBERS)
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
        state = _read(head, np.frombuffer(rest, dtype=_NUMBERS).astype(np.float64))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BrokenStateError("these bytes are no stored state") from error
    state.check()
    return state


def _read(head: dict[str, Any], numbers: Floats) -> State:
    anchors = tuple(Anchor(str(name), int(day)) for name, day in head["anchors"])
    items = tuple(str(item) for item in head["items"])
    size = 2 * FACETS + FACETS * len(anchors) + len(items)
    covariance = np.empty((size, size))
    rows, columns = np.tril_indices(size)
    covariance[rows, columns] = numbers[size:]
    covariance[columns, rows] = numbers[size:]
    day = None if head["day"] is None else int(head["day"])
    turns = tuple(int(turn) for turn in head["turns"])
    return State(numbers[:size].copy(), covariance, day, int(head["turn"]), anchors, items, turns)
