"""What the two invented people of the demo love, and the time they take for it."""

from datetime import date, timedelta
from typing import Final

from bothand.domain.times import Weekly
from bothand.kit.demo import Told, made_id
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.times.records import TAKES, Line
from bothand.rooms.mytime.times.store import write_line
from bothand.rooms.mytime.weeks.records import Week

LOVED: Final = {
    "noa": (("Singing", "before", "Alto. I stopped when we moved."), ("Bicycles, from the inside", "love", ""), ("Drawing people on trains", "try", "")),
    "sam": (("Swimming in cold water", "love", ""), ("Chess, badly", "before", "With Ivo, on Thursdays."), ("Bread that takes three days", "try", "")),
}  # fmt: skip
TAKEN: Final = {"noa": ("The choir", 1, 1140, 1290), "sam": ("Chess with Ivo", 3, 1200, 1350)}
"""Per login: what for, the weekday from 0 for Monday, from and until in minutes after midnight."""
HAD: Final = {"noa": (2, 3, 3, 4, 2, 5, 4, 6), "sam": (5, 6, 4, 5, 6, 3, 5, 6)}
"""Hours for oneself in each of the last eight weeks."""
WISHED: Final = {"noa": 5, "sam": 5}


def put(one: Told, other: Told) -> None:
    """Interests, an evening a week each that the other knows of, and how the last weeks were."""
    for who in (one, other):
        who.write_on(who.day(9, 3))
        for words, sort, note in LOVED[who.login]:
            who.mine.add(Interest(words=words, sort=sort, note=note), made_id("interest", words))
        _write_weeks(who)
    evening = _take(one)
    _take(other)
    other.write_on(other.day(38, 2))
    said = Line(
        day=one.day(38, 2), about=evening, sort=TAKES, words="I make supper on those evenings.", start=1140, end=1290
    )  # fmt: skip
    write_line(other.ours, other.account, said)


def _take(who: Told) -> bytes:
    """An evening a week, announced as busy. The id of what the other sees."""
    word, weekday, start, end = TAKEN[who.login]
    first = _next(who.day(37, 1), weekday)
    who.write_on(who.day(36, 6))
    own_id = made_id("weekly", who.login)
    copy = who.ours.add(
        Weekly(first=first, start=start, end=end, zone=who.settings.zone), who.copy_at(own_id)
    )
    who.mine.add(Weekly(first=first, start=start, end=end, word=word, copy=copy.id), own_id)
    return copy.id


def _write_weeks(who: Told) -> None:
    for number, hours in enumerate(HAD[who.login]):
        day = who.day(44 + number, 7)
        monday = day - timedelta(days=day.weekday())
        who.write_on(day)
        had = "little" if hours < WISHED[who.login] - 1 else "enough"
        who.mine.add(
            Week(
                day=monday,
                had=had,
                minutes=60 * hours,
                wished=60 * WISHED[who.login],
                obstacles=("work",) if had == "little" else (),
            ),
            made_id("week", who.login, number),
        )


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
