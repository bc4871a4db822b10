"""The people around the two invented people of the demo."""

from datetime import timedelta
from typing import Final

from bothand.kit.demo import Told, made_id
from bothand.rooms.people.records import Person, SharedPerson, Way
from bothand.rooms.people.store import add_person

AROUND: Final = {
    "noa": (
        ("Lio", "friend", ("fun", "help"), "week", (4, 11, 19), True),
        ("Mara", "friend", ("comfort", "advice"), "month", (24, 61), True),
        ("Aunt Ruth's neighbour Pia", "other", ("help",), "", (70,), False),
        ("The choir", "friend", ("fun",), "week", (6, 13), False),
    ),
    "sam": (
        ("Ivo", "friend", ("fun", "advice"), "week", (3, 10, 17), True),
        ("Dana", "family", ("comfort",), "fortnight", (9, 30), True),
        ("Old Mr Behr", "other", ("advice",), "season", (50,), False),
    ),
}
"""Per login: name, group, what for, how often one would like contact, days ago that were noted, late calls."""


def put(one: Told, other: Told) -> None:
    """Some people of each; one is shared, and one is somebody whom the other might like to meet."""
    for who in (one, other):
        who.write_on(who.day(33, 6))
        for name, group, gives, wish, days, late in AROUND[who.login]:
            shared = who.copy_at(made_id("person", name)) if name in {"Lio", "Ivo"} else b""
            met = tuple(who.today - timedelta(days=number) for number in days)
            ways = (Way(sort="tel", value=f"+431000{len(name):03}"),) if late else ()
            person = Person(
                id=made_id("person", name), name=name, group=group, gives=gives, wish=wish, met=met, late=late,
                copy=shared, ways=ways,
            )  # fmt: skip
            add_person(who.mine, person)
    for who, name, stage, words in (
        (one, "Lio", "ours", "Whom we both call when something does not start."),
        (other, "Ivo", "meet", "Plays chess, and rows. You would like the boat."),
    ):
        who.ours.add(SharedPerson(name=name, stage=stage, words=words), who.copy_at(made_id("person", name)))
