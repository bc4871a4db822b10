"""Pure: which values are kept and in which order, lists as they are typed, and two sheets in one."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bothand.domain.dials import Dial, Dials
from bothand.kit.folding import fold_text
from bothand.rooms.ground.records import Pursuit, Pursuits, Reliances, Value, Values

MOST_VALUES: Final = 10
"""As many as one can put in an order and still mean it."""
KEY_LETTERS: Final = 16


def split_lines(text: str) -> tuple[str, ...]:
    r"""What was typed one a line, each once, in its order.

    >>> split_lines("Choir\n\n choir \nSailing")
    ('Choir', 'Sailing')
    """
    found: dict[str, str] = {}
    for line in text.split("\n"):
        words = line.strip()
        if words:
            found.setdefault(fold_text(words), words)
    return tuple(found.values())


def name_of(*parts: str) -> str:
    """A short name for words, the same for the same words: for form fields. It stands in pages of their owner only.

    >>> len(name_of("own", "Choir"))
    16
    """
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:KEY_LETTERS]


def key_of(value: Value) -> str:
    """What names a value in a form."""
    return value.card or name_of("own", fold_text(value.words))


def pick_values(before: Sequence[Value], cards: Sequence[str], own: Sequence[str]) -> tuple[Value, ...]:
    """The values that were picked: those of before keep their order, new ones come after them."""
    chosen = {
        one.card or key_of(one): one for one in (*map(Value, cards), *(Value("", words) for words in own))
    }
    kept = [chosen.pop(key_of(one)) for one in before if key_of(one) in chosen]
    return (*kept, *chosen.values())


def place_values(ranked: Sequence[Value], numbers: Mapping[str, int]) -> tuple[Value, ...]:
    """The same values in the order of the numbers that were given to them (from 1), by key.

    Who moves up comes before the one whose number it took, who moves down after it; those without a number stay.
    """

    def place(item: tuple[int, Value]) -> tuple[int, int, int]:
        was, value = item
        wanted = numbers.get(key_of(value), was)
        return (wanted, (wanted > was) - (wanted < was), was)

    return tuple(value for _, value in sorted(enumerate(ranked, start=1), key=place))


def merge_values(present: Values, incoming: Values) -> Values:
    """Both in one: what is there keeps its order, what comes besides comes after it."""
    found = {key_of(one): one for one in (*present.ranked, *incoming.ranked)}
    first = {key_of(one): one for one in present.ranked}
    return Values(ranked=tuple((found | first).values()))


def merge_pursuits(present: Pursuits, incoming: Pursuits) -> Pursuits:
    """Both in one; what reads the same under the same heading is there once."""
    found: dict[tuple[str, str, str], Pursuit] = {}
    for one in (*present.listed, *incoming.listed):
        found.setdefault((one.what, one.whose, fold_text(one.words)), one)
    return Pursuits(listed=tuple(found.values()))


def merge_dials(present: Dials, incoming: Dials) -> Dials:
    """Both in one: what is said stands, what is open is filled."""
    there = {one.area: one for one in present.set}
    for one in incoming.set:
        old = there.get(one.area, Dial(one.area))
        there[one.area] = Dial(one.area, old.now or one.now, old.wish or one.wish)
    return Dials(set=tuple(there.values()))


def merge_reliances(present: Reliances, incoming: Reliances) -> Reliances:
    """Both in one: what is said stands."""
    found = {one.card: one for one in incoming.sorted} | {one.card: one for one in present.sorted}
    return Reliances(sorted=tuple(found.values()))


def find_words(pursuits: Iterable[Pursuit], what: str, whose: str) -> tuple[str, ...]:
    """The words under one heading."""
    return tuple(one.words for one in pursuits if (one.what, one.whose) == (what, whose))
