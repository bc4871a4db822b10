"""How the harness reaches each page and form of a room: builders of state and of valid data.

A room's `cases.py` has `PAGES` and `FORMS`. Canary, actors, crash points, axe, pictures and benchmarks read them, so
that a new room joins each of them by writing this one file. A page or form without a case fails a test. Builders
may follow one another for one person, so each makes do with what is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django import forms

from bothand.couples.settings_record import Settings
from bothand.shell.page import Page
from bothand.vault.space import Space


@dataclass(frozen=True, slots=True)
class Stage:
    """What a builder may use: the opened space of the person whose page it is, their secrets, and the day.

    `code` is their recovery code as printed, `pin` that of their device; `copy` makes an export, of what somebody has.
    """

    mine: Space
    settings: Settings
    today: date
    login: str = ""
    password: str = ""
    code: str = ""
    pin: str = ""
    copy: Callable[[], bytes] = bytes


class Words(Protocol):
    """Gives a unique text for a field: the harness remembers it and searches for it everywhere afterwards."""

    def __call__(self, field: str) -> str: ...


Kwargs = dict[str, str]
Data = dict[str, object]


def nothing(_stage: Stage) -> Kwargs:
    """No state needed, no arguments in the address."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCase:
    """A page by the name of its url. `prepare` makes what it shows and gives the address's arguments.

    `query` is what stands behind the question mark. `signed_out` says that it is for people who are not signed in.
    """

    url: str
    page: type[Page]
    prepare: Callable[[Stage], Kwargs] = nothing
    query: str = ""
    signed_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCase:
    """A form by the name of the url it is sent to. `data` gives valid data, with a word for each text field.

    `form` is its class, whose text fields must all be fed; None where there is nothing to type. `signed_out` as above.
    `ends` says that afterwards the account or the session is gone, so that the harness runs it last. `locked` says
    that it is sent while *mine* is locked, `shows` which page answers where it is not one of the cases (two windows).
    """

    url: str
    form: type[forms.Form] | None
    prepare: Callable[[Stage], Kwargs] = nothing
    data: Callable[[Stage, Words], Data]
    signed_out: bool = False
    ends: bool = False
    locked: bool = False
    shows: type[Page] | None = None
