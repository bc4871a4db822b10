"""Walks over all rooms: their pages and forms by their cases, every address there is, and people to visit them.

A room joins each test that reads this by writing its `room.py` and its `cases.py`.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.people import Person, browser, pair, person

from bothand.accounts import accounts, couple_actions, derivation, sessions, wall_clock
from bothand.accounts.preferences import Settings
from bothand.kit import registry
from bothand.kit.tests.cases import FormCase, Kwargs, Line, PageCase, Stage, Words
from bothand.rooms.account.takeout import export
from bothand.shell.submission import is_secret

PIN = "318204"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What stands in an address where nothing is: an id nobody has, a day and a month before all of this.
NOWHERE = {"day": "2001-02-03", "month": "2001-02"}
NO_ID = "0" * 32


def page_cases() -> list[PageCase]:
    """Every page of every room."""
    return [case for module in _modules() for case in module.PAGES]


def form_cases() -> list[FormCase]:
    """Every form of every room."""
    return [case for module in _modules() for case in module.FORMS]


def room_lines() -> dict[str, Line]:
    """What each actor gets at each address of each room. Raises ValueError for one that two rooms claim."""
    lines: dict[str, Line] = {}
    for module in _modules():
        for name, line in module.ACTORS.items():
            if lines.setdefault(name, line) is not line:
                raise ValueError(name)
    return lines


def _modules() -> Iterator[Any]:
    for room in registry.all_rooms():
        yield import_module(f"bothand.rooms.{room.name}.tests.cases")


def path_of(case: PageCase, on: Stage) -> str:
    """Where a page is found, with what stands behind its question mark, its state made."""
    return reverse(case.url, kwargs=case.prepare(on)) + (f"?{case.query}" if case.query else "")


def named(case: PageCase | FormCase) -> str:
    """How a case is called in the list of tests."""
    more = [word for word in ("signed_out", "locked", "ends") if getattr(case, word, False)]
    shown = getattr(case, "shows", None)
    return "-".join([case.url, *more, *([shown.__name__] if shown else [])])


@dataclass(frozen=True, slots=True)
class Address:
    """A url by its name, with the names of its arguments."""

    name: str
    arguments: tuple[str, ...]

    def nowhere(self) -> str:
        """Its path, leading to no record there is."""
        return reverse(self.name, kwargs={name: NOWHERE.get(name, NO_ID) for name in self.arguments})


def addresses() -> list[Address]:
    """Every url there is. Raises TypeError for one without a name."""
    return list(_below(get_resolver().url_patterns))


def _below(patterns: list[URLPattern | URLResolver]) -> Iterator[Address]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _below(one.url_patterns)
        elif one.name is None:
            raise TypeError(f"{one.pattern} has no name")
        else:
            yield Address(one.name, tuple(one.pattern.converters))


class Canary:
    """Words nobody else writes: one for each field, all remembered. Twenty letters, at least eight of them different."""

    def __init__(self) -> None:
        self.given: dict[str, str] = {}

    def __call__(self, field: str) -> str:
        word = ""
        while len(set(word)) < 8:
            word = "".join(secrets.choice(LETTERS) for _ in range(20))
        self.given[word] = field
        return word


def plain_words() -> Words:
    """The same words each time, for two runs that must be equal: the field's own name, made long."""
    return lambda field: f"some words about {field}"


def stage(who: Person, *, copy_of: Person | None = None, alone: bool = False) -> Stage:
    """What a case's builders may use, for somebody. `copy_of` is whose export is brought in, else their own.

    For one of two, `other` is the partner's, whose own `other` is None: builders write as either, not in circles.
    """
    source = copy_of or who
    partner = None if alone else who.partner
    chosen = accounts.settings_of(who.opened)
    return Stage(
        mine=who.mine,
        settings=chosen,
        today=wall_clock.today_in(chosen.zone),
        login=who.login,
        password=who.password,
        code=who.opened.keyring.recovery_code,
        pin=PIN,
        copy=lambda: export.write_archive(source.mine, chosen, wall_clock.now()),
        account=who.opened.id,
        ours=who.ours,
        other=None if partner is None else stage(partner, alone=True),
        copy_at=lambda record_id: couple_actions.copy_place(who.opened.keyring, record_id),
    )


def newcomer(words: Words) -> Person:
    """Somebody new, all of whose words are remembered; their device has a PIN."""
    settings = Settings(name=words("shown name"), zone="Europe/Vienna")
    who = person(words("login"), chosen=settings, password=words("password"))
    sessions.set_pin(who.live, who.opened, PIN, derivation.KDF)
    return who


def one_for(case: PageCase | FormCase, words: Words) -> Person:
    """Somebody new for whom a case can be made: one of two, where it is for two."""
    who = newcomer(words)
    _with_a_partner(case, who, words)
    return who


def _with_a_partner(case: PageCase | FormCase, who: Person, words: Words | None = None) -> None:
    if case.paired and who.partner is None:
        pair(who, newcomer(words or Canary()))


def writer(words: Words) -> Person:
    """Somebody new, for whom every form that takes words was sent once."""
    return fill(newcomer(words), words)


def fill(who: Person, words: Words) -> Person:
    """Send every form that keeps words once; those for two as well, when there are two."""
    for case in form_cases():
        typed = [name for name in text_fields(case.form) if not is_secret(name)]
        if case.paired and who.partner is None:
            continue
        if typed and not (case.ends or case.signed_out or case.shows or case.locked):
            send(case, who, words)
    who.keep_up()
    who.reread()  # a form may have written the keyring
    return who


def visit(case: PageCase, who: Person) -> HttpResponse:
    """Make a page's state, then look at it."""
    _with_a_partner(case, who)
    path = path_of(case, stage(who))
    client = browser() if case.signed_out else who.client
    return client.get(path)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: where, with what, and what came back."""

    path: str
    data: dict[str, Any]
    response: HttpResponse = field(repr=False)

    @property
    def accepted(self) -> bool:
        """Whether it was taken: no refusal, and no field with a complaint."""
        taken = self.response.status_code < 400
        return taken and b'aria-invalid="true"' not in self.response.content


def send(case: FormCase, who: Person, words: Words, *, copy_of: Person | None = None) -> Sent:
    """Make a form's state, type into it, send it."""
    _with_a_partner(case, who)
    path, data = made(case, stage(who, copy_of=copy_of), words)
    client = browser() if case.signed_out else who.client
    if case.locked:
        who.lock()
    return Sent(path, data, client.post(path, data))


def made(case: FormCase, on: Stage, words: Words) -> tuple[str, dict[str, Any]]:
    """A form's address and data, its state made."""
    kwargs: Kwargs = case.prepare(on)
    return reverse(case.url, kwargs=kwargs), dict(case.data(on, words))


def text_fields(form: type[forms.Form] | None) -> list[str]:
    """The fields of a form into which anything can be typed, hidden ones with text included."""
    return (
        []
        if form is None
        else [name for name, one in form.base_fields.items() if isinstance(one, forms.CharField)]
    )
