"""The two people and their year, whole or not at all. Needs Django set up (`__main__`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from importlib.util import find_spec

from django.db import transaction
from django.urls import reverse

from bothand.accounts import accounts, couple_actions, derivation, pairing, shared_space, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.preferences import Settings
from bothand.cli.demo import story
from bothand.cli.demo.days import Living
from bothand.kit import registry
from bothand.kit.demo import Told
from bothand.vault.ours import Ours


@dataclass(slots=True)
class Clock:
    """The time of writing, moved through the year by hand."""

    now: datetime

    def to(self, day: date, at: str = "20:00") -> None:
        """Move to a day, at a time as HH:MM."""
        self.now = datetime.combine(day, time.fromisoformat(at), tzinfo=UTC)


@contextmanager
def moved_clock(start: date) -> Iterator[Clock]:
    """The house's clock, moved by hand while this runs."""
    clock, real = Clock(datetime.combine(start, time(8), tzinfo=UTC)), wall_clock.CLOCK
    wall_clock.CLOCK = lambda: clock.now
    try:
        yield clock
    finally:
        wall_clock.CLOCK = real


def build_household(today: date) -> None:
    """Make the two and their year up to yesterday. The database is there, and nobody is in it."""
    # With the addresses each room tells the meeting place what comes of what two lay down there.
    reverse("today")
    with transaction.atomic(), moved_clock(story.first_day(today)) as clock:
        one, other = _pair_people([_sign_up(person, clock) for person in story.load_people()])
        told = [
            _tell_lines(who, person, today, clock)
            for who, person in zip((one, other), story.load_people(), strict=True)
        ]
        for number, (each, person) in enumerate(zip(told, story.load_people(), strict=True)):
            _live_year(Living(each, person, number))
        _say_thanks(told)
        _fill_rooms(*told)


def _sign_up(person: story.Person, clock: Clock) -> Opened:
    chosen = Settings(name=person.name, hue=person.hue, zone="UTC")
    return accounts.sign_up(
        person.login, person.password, chosen, derivation.KDF, anybody=True, now=clock.now
    )


def _pair_people(two: list[Opened]) -> tuple[Opened, Opened]:
    one, other = two
    inviting = pairing.make_invitation(one)
    other = pairing.accept_invitation(other, inviting.keyring.invitation)
    return pairing.catch_up(inviting), other


def _tell_lines(who: Opened, person: story.Person, today: date, clock: Clock) -> Told:
    mine = accounts.open_mine(who)
    ours: Ours | None = shared_space.open_ours(who.id, who.keyring, mine)
    assert ours is not None  # they were paired just now
    return Told(
        login=person.login,
        account=who.id,
        settings=accounts.settings_of(who),
        copy_at=lambda record_id: couple_actions.copy_place(who.keyring, record_id),
        mine=mine,
        ours=ours,
        partner=next(other.name for other in story.load_people() if other is not person),
        today=today,
        day=lambda week, day: story.day_of(today, week, day),
        write_on=clock.to,
    )


def _live_year(living: Living) -> None:
    first = story.first_day(living.told.today)
    for number in range(7 * story.WEEKS):
        living.day(first + timedelta(days=number), number // 7 + 1, number % 7 + 1)


def _say_thanks(told: list[Told]) -> None:
    from bothand.rooms.pairing.records import Thanks

    by_login = {each.login: each for each in told}
    for one in story.load_two().thanks:
        by = by_login[one.by]
        day = by.day(one.week, one.day)
        by.write_on(day, "21:00")
        by.ours.add(Thanks(day=day, text=one.text))


def _fill_rooms(one: Told, other: Told) -> None:
    """What rooms add of their own: each may have a `demo.py` with `put`."""
    for room in registry.all_rooms():
        name = f"bothand.rooms.{room.name}.demo"
        if find_spec(name) is not None:
            import_module(name).put(one, other)
