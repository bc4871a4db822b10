"""When each open session was last used. In memory only: no row says when somebody was here."""

from threading import Lock

from bothand.couples import timing

_last: dict[bytes, tuple[float, int]] = {}
_guard = Lock()


def touch(key: bytes, lock_after: int) -> None:
    """A session was used just now; it locks `lock_after` minutes later (0: never by itself)."""
    with _guard:
        _last[key] = (timing.ticks(), lock_after)


def seconds_left(key: bytes) -> float | None:
    """Seconds until a session locks, 0 or less when it should be locked; None when it never locks by itself."""
    with _guard:
        known = _last.get(key)
    if known is None:
        # Not used since the server started: whatever was open then is closed now.
        return 0.0
    used, minutes = known
    return None if minutes == 0 else used + minutes * 60 - timing.ticks()


def idle() -> list[bytes]:
    """The sessions whose time is over."""
    with _guard:
        keys = list(_last)
    return [key for key in keys if (left := seconds_left(key)) is not None and left <= 0]


def drop(key: bytes) -> None:
    """A session was locked or ended."""
    with _guard:
        _last.pop(key, None)


def clear() -> None:
    """Everything, as after a restart."""
    with _guard:
        _last.clear()
