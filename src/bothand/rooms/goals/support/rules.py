"""Pure: what support there is, what may be offered, what of it stands, and when taking over is a pattern.

Support that leaves the lead with its receiver helps people reach their goals; directive support does not, however kindly
it is meant (Koestner, Powers, Carbonneau, Milyavskaya & Chua 2012). So the receiver says what fits, and nobody else.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import msgspec

from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.support.records import Fit, SharedGoal, SupportWish

SUPPORTS: Final = ("listen", "cheer", "remind", "do_with", "room", "hands_off")
LEAST: Final = 5
"""From fewer answers than this no pattern is told."""
LOOKED_AT: Final = 12
"""How many of the newest answers a pattern is looked for in; older ones say less about now."""
YEAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Support took over `took` of the `said` times that were looked at, the first of them on `since`."""

    took: int
    said: int
    since: date


def find_pattern(fits: Iterable[Fit], today: date) -> Pattern | None:
    """Whether taking over is a pattern: at least five answers within a year, and half of the newest twelve or more.

    >>> day = date(2026, 11, 24)
    >>> over = Fit(day=day, offer=b"", goal=b"", support="remind", fitted=False)
    >>> find_pattern([over] * 4, day) is None, find_pattern([over] * 5, day)
    (True, Pattern(took=5, said=5, since=datetime.date(2026, 11, 24)))
    """
    recent = sorted((one for one in fits if today - one.day <= YEAR), key=lambda one: one.day)[-LOOKED_AT:]
    took = sum(not one.fitted for one in recent)
    if len(recent) < LEAST or 2 * took < len(recent):
        return None
    return Pattern(took=took, said=len(recent), since=recent[0].day)


def keep_known(supports: Iterable[str]) -> tuple[str, ...]:
    """Those there are, each once, in the order of `SUPPORTS`.

    >>> keep_known(["room", "listen", "spy", "room"])
    ('listen', 'room')
    """
    there = set(supports)
    return tuple(one for one in SUPPORTS if one in there)


def asks_support(goal: SharedGoal) -> bool:
    """Whether a shared goal asks anything of the other; what its owner does not want asks nothing."""
    return bool(keep_known(goal.wanted) or goal.words)


def list_offerable(goal: SharedGoal, standing: Iterable[str]) -> tuple[str, ...]:
    """What the other may offer: what is wanted, is not unwanted, and does not stand already."""
    taken = {*standing, *goal.unwanted}
    return tuple(one for one in keep_known(goal.wanted) if one not in taken)


def drop_support(supports: Sequence[str], support: str) -> tuple[str, ...]:
    """A list of supports without one."""
    return tuple(one for one in supports if one != support)


def end_offer(goal: SharedGoal, offer: bytes, support: str) -> SharedGoal:
    """The shared goal after its owner ended an offer: it stands no longer, and is not asked for until it is again."""
    if offer in goal.ended:
        return goal
    return msgspec.structs.replace(
        goal, ended=(*goal.ended, offer), wanted=drop_support(goal.wanted, support)
    )


def digest_copy(goal: SharedGoal) -> str:
    """A mark of what the other would see, so that a form can say what was looked at."""
    return hashlib.sha256(msgspec.msgpack.encode(_list_seen(goal))).hexdigest()[:16]


def build_copy(
    goal: Goal, wish: SupportWish | None, before: SharedGoal | None, *, with_why: bool, fresh: SharedGoal
) -> SharedGoal:
    """Exactly what the other would see. What was shared before keeps its day and what was ended, else `fresh` says them."""
    kept = fresh if before is None else before
    return SharedGoal(
        text=goal.text,
        why=goal.why if with_why else "",
        wanted=() if wish is None else keep_known(wish.wanted),
        unwanted=() if wish is None else keep_known(wish.unwanted),
        words="" if wish is None else wish.words,
        since=kept.since,
        ended=kept.ended,
    )


def changes_copy(before: SharedGoal, after: SharedGoal) -> bool:
    """Whether the other would see anything else of a goal than before."""
    return _list_seen(before) != _list_seen(after)


def has_changed(goal: Goal, wish: SupportWish | None, shared: SharedGoal) -> bool:
    """Whether a goal, or the support wanted with it, reads otherwise by now than where it is shared."""
    now = build_copy(goal, wish, shared, with_why=bool(shared.why), fresh=shared)
    return changes_copy(shared, now)


def _list_seen(goal: SharedGoal) -> tuple[object, ...]:
    return goal.text, goal.why, goal.wanted, goal.unwanted, goal.words
