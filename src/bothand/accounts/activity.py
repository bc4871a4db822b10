"""When each open session was last used, and which came in just now. In memory only: no row says when somebody was here."""

from threading import Lock
from typing import Final

from bothand.accounts import wall_clock

NEW_SECONDS: Final = 15 * 60
"""How long somebody who has just made their place, or came back by the recovery code, counts as having typed it."""

_last: dict[bytes, tuple[float, int]] = {}
_came: dict[bytes, float] = {}
_guard = Lock()


def touch_session(key: bytes, lock_after: int) -> None:
    """A session was used just now; it locks `lock_after` minutes later (0: never by itself)."""
    with _guard:
        _last[key] = (wall_clock.monotonic_seconds(), lock_after)


def seconds_left(key: bytes) -> float | None:
    """Seconds until a session locks, 0 or less when it should be locked; None when it never locks by itself."""
    with _guard:
        known = _last.get(key)
    if known is None:
        # Not used since the server started: whatever was open then is closed now.
        return 0.0
    used, minutes = known
    return None if minutes == 0 else used + minutes * 60 - wall_clock.monotonic_seconds()


def find_idle() -> list[bytes]:
    """The sessions whose time is over."""
    with _guard:
        keys = list(_last)
    return [key for key in keys if (left := seconds_left(key)) is not None and left <= 0]


def note_arrival(key: bytes) -> None:
    """A session began just now, by a password or a recovery code that was typed for the first time."""
    with _guard:
        _came[key] = wall_clock.monotonic_seconds()


def is_new(key: bytes) -> bool:
    """Whether a session began so a short time ago, and was neither locked nor settled since."""
    with _guard:
        begun = _came.get(key)
    return begun is not None and wall_clock.monotonic_seconds() - begun < NEW_SECONDS


def note_settled(key: bytes) -> None:
    """What a new session may do without a password was done, or left out."""
    with _guard:
        _came.pop(key, None)


def drop_session(key: bytes) -> None:
    """A session was locked or ended."""
    with _guard:
        _last.pop(key, None)
        _came.pop(key, None)


def clear_activity() -> None:
    """Everything, as after a restart."""
    with _guard:
        _last.clear()
        _came.clear()
