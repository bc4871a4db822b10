"""What matters to the two invented people of the demo, and how much each would share."""

from datetime import date
from typing import Final

from bothand.accounts.meeting_place import Meeting
from bothand.content.ground import load_reliance
from bothand.domain.dials import Dial, Dials
from bothand.kit.demo import Told
from bothand.kit.reveal import Reveal, encode_answer, read_chosen
from bothand.rooms.ground.comparison.store import DIALS, PURSUITS, VALUES
from bothand.rooms.ground.records import (
    GOAL,
    INTEREST,
    MINE,
    OTHERS,
    PARTNER,
    SELF,
    SHARED,
    TRY,
    Pursuit,
    Pursuits,
    Reliance,
    Reliances,
    Value,
    Values,
)

RANKED: Final = {
    "noa": ("V01", "V07", "V12", "V20", "V33"),
    "sam": ("V07", "V03", "V12", "V28", "V40"),
}
PURSUED: Final = {
    "noa": (
        Pursuit(INTEREST, MINE, "Singing"),
        Pursuit(INTEREST, SHARED, "Night trains"),
        Pursuit(GOAL, SHARED, "A kitchen with a door"),
        Pursuit(INTEREST, TRY, "A week without plans"),
    ),
    "sam": (
        Pursuit(INTEREST, MINE, "Cold water"),
        Pursuit(INTEREST, SHARED, "Night trains"),
        Pursuit(GOAL, MINE, "The lake, across"),
        Pursuit(GOAL, SHARED, "A kitchen with a door"),
    ),
}
SET: Final = {
    "noa": (("money", 4, 3), ("home", 4, 4), ("time", 5, 3), ("friends", 4, 2), ("plans", 4, 4)),
    "sam": (("money", 4, 4), ("home", 3, 4), ("time", 4, 4), ("friends", 3, 3), ("plans", 3, 4)),
}
LEANS: Final = {"noa": (PARTNER, OTHERS, SELF), "sam": (OTHERS, PARTNER, SELF)}


def put(one: Told, other: Told) -> None:
    """All four sheets of each, and what the two revealed of them at once."""
    cards = tuple(card.id for card in load_reliance().cards)
    for who in (one, other):
        who.write_on(who.day(28, 7))
        who.mine.add(Values(ranked=tuple(Value(card=card) for card in RANKED[who.login])))
        who.mine.add(Pursuits(listed=PURSUED[who.login]))
        who.mine.add(Dials(set=tuple(Dial(area, now, wish) for area, now, wish in SET[who.login])))
        leans = LEANS[who.login]
        held = tuple(Reliance(card, leans[number % len(leans)]) for number, card in enumerate(cards[:6]))
        who.mine.add(Reliances(sorted=held))
    for reveal, week in ((VALUES, 32), (PURSUITS, 35), (DIALS, 39)):
        for who, weekday in ((one, 3), (other, 6)):
            day = who.day(week, weekday)
            who.write_on(day)
            _lay_all(who, reveal, day)


def _lay_all(who: Told, reveal: Reveal, day: date) -> None:
    """Reveal everything there is to choose from."""
    offers = reveal.offers(who.mine, who.settings, day)
    laid = read_chosen(offers, [each.key for each in offers], day)
    Meeting(reveal.sort, who.account, who.mine, who.ours, (), ()).lay(encode_answer(laid))
