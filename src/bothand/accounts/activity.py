"""When each open session was last used, and which came in just now. In memory only: no row says when somebody was here."""

from threading import Lock
from typing import Final, Literal, get_args

from bothand.accounts import wall_clock

NEW_SECONDS: Final = 15 * 60
"""How long somebody who has just made their place, or came back by the recovery code, counts as having typed it."""

GRACE_SECONDS: Final = 10
"""How long the secret before still opens, once the new one was used: other tabs may have asked meanwhile."""

OneTime = Literal["pin", "code"]
"""What a new session may do, or see, without a password: set the first PIN, see the recovery code."""

_last: dict[bytes, tuple[float, int]] = {}
_allowed: dict[tuple[bytes, OneTime], float] = {}
_grace: dict[bytes, tuple[float, bytes]] = {}
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


def allow_once(key: bytes, *what: OneTime) -> None:
    """The session's owner typed just now what lets them do or see this."""
    with _guard:
        _allowed.update({(key, one): wall_clock.monotonic_seconds() for one in what})


def is_allowed(key: bytes, what: OneTime) -> bool:
    """Whether that was a short time ago, and the session was not locked since, nor the thing settled."""
    with _guard:
        begun = _allowed.get((key, what))
    return begun is not None and wall_clock.monotonic_seconds() - begun < NEW_SECONDS


def settle_once(key: bytes, what: OneTime) -> None:
    """It was done or seen, or left out."""
    with _guard:
        _allowed.pop((key, what), None)


def carry_over(before: bytes, after: bytes) -> None:
    """A session goes on under another key."""
    with _guard:
        for what in get_args(OneTime):
            if (before, what) in _allowed:
                _allowed[after, what] = _allowed[before, what]


def begin_grace(key: bytes, previous: bytes) -> None:
    """The session's new secret was used for the first time; `previous` leads from the old one to it."""
    with _guard:
        _grace.setdefault(key, (wall_clock.monotonic_seconds(), previous))


def find_grace(key: bytes) -> bytes | None:
    """What leads from the old secret to the new one, for some seconds."""
    with _guard:
        begun, previous = _grace.get(key, (0.0, b""))
    return previous if previous and wall_clock.monotonic_seconds() - begun < GRACE_SECONDS else None


def end_grace(key: bytes) -> None:
    """There is a newer secret."""
    with _guard:
        _grace.pop(key, None)


def drop_session(key: bytes) -> None:
    """A session was locked or ended."""
    with _guard:
        _last.pop(key, None)
        _grace.pop(key, None)
        for what in get_args(OneTime):
            _allowed.pop((key, what), None)


def clear_activity() -> None:
    """Everything, as after a restart."""
    with _guard:
        _last.clear()
        _grace.clear()
        _allowed.clear()
