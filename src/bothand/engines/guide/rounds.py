"""Something different each day, none twice until all were there: without keeping what was done.

The day alone decides, so that nothing is stored, counted, or shown to somebody who looks over a shoulder.
"""

from collections.abc import Sequence

from bothand.engines.guide.errors import BadFactsError
from bothand.engines.validation import take_integer


def order_round(ids: Sequence[str], near: Sequence[str] = ()) -> tuple[str, ...]:
    """All of `ids` once: those in `near` on every other day from the first on, until they are through.

    >>> order_round(["a", "b", "c", "d"], near=["d", "c"])
    ('d', 'a', 'c', 'b')
    """
    first = [one for one in dict.fromkeys(near) if one in set(ids)]
    rest = [one for one in dict.fromkeys(ids) if one not in set(first)]
    mixed: list[str] = []
    for place in range(max(len(first), len(rest))):
        mixed += [*first[place : place + 1], *rest[place : place + 1]]
    return tuple(mixed)


def pick_for_day(number: int, order: Sequence[str]) -> str:
    """The one for day `number` (0 is the first) of a round that goes on and on. Raises `BadFactsError` for an empty order.

    >>> [pick_for_day(number, ["a", "b"]) for number in (0, 1, 2)]
    ['a', 'b', 'a']
    """
    if not order:
        raise BadFactsError("there is nothing to go round")
    return order[take_integer(number, "the number of a day", BadFactsError) % len(order)]
