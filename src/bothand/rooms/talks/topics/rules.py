"""Pure: when a topic came up, whether it comes back again and again (C4), and words that often make the other defend."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.kit.folding import fold_text
from bothand.rooms.talks.topics.records import Mention, Mentions
from bothand.vault.context import fold_parts

MOST_MENTIONS: Final = 200
FEWEST_DAYS: Final = 3
"""From fewer times than these nothing is said."""
SPAN: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class RecurringTopic:
    """A topic that came up again and again. `days` are the days, the oldest first; `of` leads to its last talk, or topic."""

    of: bytes
    text: str
    days: tuple[date, ...]


def fold_words(text: str) -> str:
    """A topic's words as they are compared: letters alone, as `kit.folding` folds them.

    >>> fold_words("Phones  in the EVENING.") == fold_words("phones in the evening")
    True
    """
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold_text(text)).split())


def find_recurring(mentions: Mentions | None, today: date) -> tuple[RecurringTopic, ...]:
    """The topics that came up on three days or more within a year; what came up last stands first.

    Two lines are about the same when they are of one thread, or say the same words.
    """
    lines = [one for one in (mentions.lines if mentions else ()) if today - SPAN <= one.day <= today]
    found = [_describe_group(group) for group in _group_mentions(lines)]
    return tuple(
        sorted(
            (one for one in found if len(one.days) >= FEWEST_DAYS), key=lambda one: one.days[-1], reverse=True
        )
    )


def add_mention(mentions: Mentions, line: Mention) -> Mentions:
    """The list with one more line; the same talk, or the same topic on the same day elsewhere, once."""
    if any(_is_same_mention(one, line) for one in mentions.lines):
        return mentions
    return Mentions(lines=_keep_last((*mentions.lines, line)))


def merge_mentions(present: Mentions, incoming: Mentions) -> Mentions:
    """Both lists in one, when an import brings a second."""
    fresh = [one for one in incoming.lines if one not in present.lines]
    return Mentions(lines=_keep_last((*present.lines, *fresh)))


def _keep_last(lines: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(lines, key=lambda one: one.day)[-MOST_MENTIONS:])


def _is_same_mention(one: Mention, other: Mention) -> bool:
    if one.of or other.of:
        return one.of == other.of
    return one.day == other.day and (one.thread, fold_words(one.text)) == (
        other.thread,
        fold_words(other.text),
    )


def _describe_group(group: Sequence[Mention]) -> RecurringTopic:
    newest = max(group, key=lambda one: one.day)
    of = max(group, key=lambda one: (bool(one.of), one.day))
    return RecurringTopic(of.of or of.thread, newest.text, tuple(sorted({one.day for one in group})))


def _group_mentions(lines: Iterable[Mention]) -> list[list[Mention]]:
    groups: list[tuple[set[object], list[Mention]]] = []
    for line in lines:
        names: set[object] = {name for name in (line.thread, fold_words(line.text)) if name}
        found = [group for group in groups if group[0] & names]
        for group in found:
            groups.remove(group)
        groups.append(
            (
                names.union(*(group[0] for group in found)),
                [*(one for group in found for one in group[1]), line],
            )
        )
    return [lines for _, lines in groups]


_HARD_WORDS: Final = re.compile(
    r"\b(always|never|everything|nothing|constantly|every single time|you are|you're|you make me|your fault)\b",
    re.IGNORECASE,
)
MOST_HARD_WORDS: Final = 4


def find_hard_words(text: str) -> tuple[str, ...]:
    """Words that often make the other defend rather than listen: the first few, each once. Offered, never counted.

    A talk that starts with blame tends to end as it began: in 124 newlywed couples the first three minutes of a conflict
    told much of how the marriage went in the six years after (Carrère and Gottman 1999, Family Process 38, 293-301). What
    this looks for are all-or-nothing words and *you are*, the plainest signs of a complaint about a person instead of
    about a thing. The words are those of English; other languages find nothing.

    >>> find_hard_words("You never call. You NEVER do.")
    ('never',)
    >>> find_hard_words("I felt alone on Monday.")
    ()
    """
    found = dict.fromkeys(one.group(0).lower() for one in _HARD_WORDS.finditer(text.replace("’", "'")))
    return tuple(found)[:MOST_HARD_WORDS]


def weeks_since(since: date, today: date) -> int:
    """Whole weeks that something has waited."""
    return max(0, (today - since).days // 7)


def place_of_preparation(topic: bytes) -> bytes:
    """Where one's words for a topic lie in *mine*."""
    return fold_parts(b"words", topic)
