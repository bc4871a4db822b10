"""People with years behind them: pulses, pages of a journal, weekly check-ins and thanks, sealed as in life, at their days."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from benchmarks.house import Browser
from bothand.accounts import (
    access,
    accounts,
    couple_actions,
    derivation,
    pairing,
    sessions,
    shared_space,
    wall_clock,
)
from bothand.accounts.models import Account
from bothand.accounts.preferences import Settings
from bothand.domain.checkins import Answers
from bothand.kit.tests.cases import Stage
from bothand.relationship import FACETS
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries.records import Entry
from bothand.vault.ours import Ours
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

DOCUMENTS_A_YEAR = 1000
DAYS_A_YEAR = 365
# Two months more than the years, so that the page about a year ago has as much to show after one year as after ten.
DAYS_MORE = 62
WEEK = 7
FIRST_VISIT = 24
PASSWORD = "a long password for figures"
PIN = "318204"
RARE = "Zwetschkenknödel"
"""A word that stands in one page of a hundred."""
_WORDS = (
    "the a and we I was not again after morning evening walk talked about nothing much kitchen slow rain choir "
    "told said afraid glad tired work train letter sister garden light Müdigkeit café long quiet alone together "
    "asked answered waited laughed forgot remembered tomorrow perhaps"
).split()
_NAMES = "Ines Marek Ruth Bo Dariush Zoë Łukasz Şirin Ólafur 小明 Мария Ελένη עדי ليلى Müller Novák Okafor Haddad".split()


@dataclass(slots=True)
class Somebody:
    """An account with a history, signed in on one device; `other` is with whom they share a space, if with anybody."""

    name: str
    years: int
    opened: accounts.Opened
    browser: Browser
    live: sessions.Live
    other: "Somebody | None" = field(default=None, repr=False)

    @property
    def mine(self) -> Space:
        """Their space."""
        return accounts.open_mine(self.opened)

    @property
    def ours(self) -> Ours | None:
        """The space of both, if there are two."""
        return shared_space.open_ours(self.opened.id, self.opened.keyring, self.mine)

    def reread(self) -> None:
        """Take the account as it lies in the database now, and tell the device of it."""
        self.opened = accounts.by_key(Account.objects.get(id=self.opened.id), self.opened.account_key)
        self.live = sessions.open_again(self.live, self.opened)

    def stage(self, *, alone: bool = False) -> Stage:
        """What builders of cases may use. `alone`: the partner's own, without this one again."""
        chosen = accounts.settings_of(self.opened)
        return Stage(
            mine=self.mine,
            settings=chosen,
            today=wall_clock.today_in(chosen.zone),
            login=self.name,
            password=PASSWORD,
            code=self.opened.keyring.recovery_code,
            pin=PIN,
            account=self.opened.id,
            ours=self.ours,
            other=None if alone or self.other is None else self.other.stage(alone=True),
            copy_at=lambda record_id: couple_actions.copy_place(self.opened.keyring, record_id),
        )


def somebody(name: str, years: int, *, written: int | None = None) -> Somebody:
    """Make an account `years` old with 1,000 documents a year, and sign it in; `written`: in so many years only."""
    began = wall_clock.now() - timedelta(days=days_of(years))
    settings = Settings(name=name.title(), zone="Europe/Vienna", lock_after=60)
    opened = accounts.sign_up(name, PASSWORD, settings, derivation.KDF, anybody=True, now=began)
    cookie, live = sessions.begin_session(opened, agent="Firefox/128 Android")
    sessions.set_pin(live, opened, PIN, derivation.KDF)
    who = Somebody(name, years, opened, Browser({access.COOKIE: cookie}), live)
    write(who.mine, years if written is None else written, until=wall_clock.today_in(settings.zone))
    return who


def pair(one: Somebody, other: Somebody) -> None:
    """Make them a couple on the first day of `one`, with two lines of thanks a week from each since."""
    from bothand.rooms.pairing.records import Thanks

    today = wall_clock.now()
    kept, wall_clock.CLOCK = wall_clock.CLOCK, lambda: today - timedelta(days=days_of(one.years))
    try:
        pairing.accept_invitation(other.opened, pairing.make_invitation(one.opened).keyring.invitation)
        one.reread()
        pairing.catch_up(one.opened)
    finally:
        wall_clock.CLOCK = kept
    one.other, other.other = other, one
    for who in (one, other):
        who.reread()
        ours = who.ours
        assert ours is not None
        for back in range(days_of(one.years), 0, -1):
            day = today.date() - timedelta(days=back)
            if day.weekday() in {1, 5}:
                ours.add(Thanks(day=day, text="For the tea this morning, and for not asking."))


def crowd(space: Space, count: int, *, today: date) -> None:
    """So many people around somebody, and as many more from a file who wait for a choice.

    Each has a number and a note; every third a birthday, every fifth a wish to be seen and days on which they were.
    """
    from msgspec.structs import replace

    from bothand.rooms.people import store
    from bothand.rooms.people.imports.rules import Brought
    from bothand.rooms.people.imports.store import add_waiting
    from bothand.rooms.people.records import Person, Way

    dice = random.Random(count)
    people = [
        Person(
            id=new_id(),
            name=f"{dice.choice(_NAMES)} {dice.choice(_NAMES)} {number}",
            group=dice.choice(("friend", "family", "other")),
            gives=("fun", "advice") if number % 4 == 0 else (),
            wish="month" if number % 5 == 0 else "",
            met=tuple(today - timedelta(days=back) for back in range(number % 90, 400, 90))
            if number % 5 == 0
            else (),
            birthday=f"1980-{number % 12 + 1:02}-{number % 28 + 1:02}" if number % 3 == 0 else "",
            ways=(
                Way(sort="tel", value=f"+43 660 {number:07}"),
                Way(sort="email", value=f"n{number}@mail.example"),
            ),
            note="Met on the ferry, in May.",
        )
        for number in range(2 * count)
    ]
    add_waiting(space, Brought(people=tuple(people[count:]), dropped=()))
    store.change_people(space, lambda there: replace(there, people=(*there.people, *people[:count])))


def days_of(years: int) -> int:
    """How many days a history of so many years has."""
    return DAYS_A_YEAR * years + DAYS_MORE


def write(space: Space, years: int, *, until: date) -> int:
    """Fill a space; how many documents went in. A pulse each day before `until`, one or two pages of the journal, and a
    check-in each week: 520 of them in ten years.

    What a day has comes from the day alone, so that the last year of a long history is the whole of a short one.
    """
    from django.db import transaction

    from bothand.domain import standing

    records: list[Pulse | Entry | Answers] = list(check_ins(years, until=until))
    for back in range(days_of(years), 0, -1):
        day = until - timedelta(days=back)
        dice = random.Random(day.toordinal())
        pages = 2 if dice.random() < DOCUMENTS_A_YEAR / DAYS_A_YEAR - 2 else 1
        records += [pulse(day, dice), *(entry(day, dice) for _ in range(pages))]
    with transaction.atomic():
        for record in records:
            then = datetime.combine(record.day, time(20, 4), UTC)
            space.restore_into(record, record_id=new_id(), created=then, changed=then)
    standing.recompute(space, lambda: None)
    return len(records)


def check_ins(years: int, *, until: date) -> Iterator[Answers]:
    """A first visit, then seven answers a week, those of a week the same in every history; all weekly items in turn."""
    from bothand.domain import measurement

    items = [one.id for one in measurement.item_bank(alone=True, weekly=True).items]
    for order, weeks in enumerate(range(days_of(years) // WEEK, 0, -1)):
        day = until - timedelta(days=WEEK * weeks)
        dice, first = random.Random(day.toordinal()), order == 0
        start = (day.toordinal() // WEEK) * WEEK
        asked = (
            items[:: len(items) // FIRST_VISIT][:FIRST_VISIT]
            if first
            else (items[(start + at) % len(items)] for at in range(WEEK))
        )
        yield Answers(
            day=day,
            sort="first" if first else "weekly",
            given=tuple((item, dice.randint(2, 5)) for item in asked),
            ideals=tuple((one.name, 4) for one in FACETS) if first else (),
            alone=True,
            order=order,
        )


def pulse(day: date, dice: random.Random) -> Pulse:
    """A day's three taps."""
    return Pulse(day=day, self_feeling=dice.randint(1, 5), between=dice.randint(1, 5), alone=True)


def entry(day: date, dice: random.Random) -> Entry:
    """A page of 20 to 250 words."""
    words = dice.choices(_WORDS, k=dice.randint(20, 250))
    if dice.random() < 0.01:
        words[-1] = RARE
    return Entry(day=day, at=f"{dice.randint(6, 23):02}:{dice.randint(0, 59):02}", text=" ".join(words))
