"""Who gets what at every address, by every method. One line per address, in the cases of its room; an address without a line fails."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from django.db import transaction
from django.urls import reverse
from tests.harness import (
    Canary,
    addresses,
    fill,
    form_cases,
    made,
    named,
    page_cases,
    plain_words,
    room_lines,
    stage,
)
from tests.people import Person, browser, pair, person

from bothand.accounts import access, departure, throttle
from bothand.accounts.account_log import AccountLog
from bothand.accounts.models import Session
from bothand.accounts.preferences import Settings
from bothand.kit.tests.cases import OPEN_TO_ALL
from bothand.vault.ours import Member

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
NEVER = (405, 405, 405)
"""PUT, DELETE, OPTIONS: nothing here takes them, whoever asks."""


OF_NO_ROOM = {"manifest": OPEN_TO_ALL}
TABLE = OF_NO_ROOM | room_lines()
ACTORS = ("owner", "partner", "former", "another couple", "other", "locked", "anonymous", "stale")
"""One of two; the other of them; who left them; one of another two; somebody alone; and the first, locked, signed out,
in an ended session.
"""


def visitor(actor: str, who: Person):
    """A browser, as this actor has it."""
    if actor == "anonymous":
        return browser()
    device = who.another_device()
    if actor == "locked":
        device.lock()
    if actor == "stale":
        Session.objects.filter(key=device.live.key).delete()
    return device.client


def bare(response) -> tuple[int, str, str]:
    """An answer without what differs each time: tokens, marks, ids drawn for new records, offered words."""
    text = response.content.decode(errors="replace")
    text = re.sub(r"[0-9a-zA-Z]{32,}", "", text)
    text = re.sub(r'name="offered_password" value="[^"]*"|<span class="phrase"[^>]*>[^<]*</span>', "", text)
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, repr(sorted(headers.items())), text


def test_every_address_has_a_line_and_every_line_an_address():
    assert {one.name for one in addresses()} == set(TABLE)


@contextmanager
def taken_back() -> Iterator[None]:
    """What is done within is undone, as if the next row were the only one."""
    throttle.forget_all()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("actor", ACTORS)
def test_each_actor_gets_what_the_table_says_at_every_address(actor, couple, robin):
    noa, sam = couple
    if actor == "former":
        departure.leave_space(noa.opened, None, keep=noa.live.key)
        noa.reread()
    if actor == "another couple":
        pair(robin, person("kim"))
    who = {"partner": sam, "other": robin, "another couple": robin}.get(actor, noa)
    told, got = {}, {}
    for address in addresses():
        line = TABLE[address.name]
        alone = line.alone or line.owner
        expected = {
            "owner": line.owner, "partner": line.owner, "another couple": line.owner, "former": alone, "other": alone,
            "locked": line.locked,
        }.get(actor, line.anonymous)  # fmt: skip
        told[address.name] = dict(zip(METHODS, (*expected, *NEVER), strict=True))
        with taken_back():
            got[address.name] = {
                method: visitor(actor, who).generic(method, address.nowhere()).status_code
                for method in METHODS
            }
    assert {name: row for name, row in got.items() if row != told[name]} == {}, (
        "by address; the rest is as told"
    )


@pytest.mark.parametrize("case", [case for case in form_cases() if not case.signed_out], ids=named)
def test_nobody_else_changes_anything_by_a_form(case, couple, robin):
    """A form of Noa's, with her data, from everybody else: her rows stay as they are.

    What both may do, the partner may do too: their part in it is the rooms' own to test.
    """
    noa, sam = couple
    pair(robin, person("kim"))
    path, data = made(case, stage(noa), Canary())
    before = rows_of(noa)
    for actor in ("anonymous", "stale", "other", *(() if case.paired else ("partner",))):
        visitor(actor, {"other": robin, "partner": sam}.get(actor, noa)).post(path, data)
    visitor("locked", noa).post(
        path, {name: value for name, value in data.items() if name not in {"password", "pin"}}
    )
    assert rows_of(noa) == before
    assert (
        browser().post(reverse("sign_in"), {"name": noa.login, "password": noa.password}).status_code == 302
    )


def rows_of(who: Person) -> list[tuple[bytes, int]]:
    """What lies in somebody's spaces. Who they are to one another may change with a name; that is no page of theirs."""
    found = [*who.mine.query().items, *who.ours.query().items]
    return sorted((one.id, one.revision) for one in found if not isinstance(one.record, Member))


WITH_IDS = [case for case in (*page_cases(), *form_cases()) if {"hex_id", "day"} & set(
    next(one for one in addresses() if one.name == case.url).arguments)]  # fmt: skip


@pytest.mark.parametrize("case", WITH_IDS, ids=named)
def test_what_is_somebody_elses_looks_like_what_is_nowhere(case, couple, robin):
    noa, sam = couple
    pair(robin, person("kim"))
    path = reverse(case.url, kwargs=case.prepare(stage(noa)))
    nowhere = next(one for one in addresses() if one.name == case.url).nowhere()
    for who, method in product((robin,) if case.paired else (robin, sam), METHODS[:3]):
        with taken_back():
            theirs, none = (who.another_device().client.generic(method, one) for one in (path, nowhere))
            assert bare(theirs)[0] == bare(none)[0] in {302, 404, 405, 409}, (who.login, method)
            assert as_anywhere(theirs, path) == as_anywhere(none, nowhere), (who.login, method)


def as_anywhere(response, path: str) -> tuple:
    status, headers, text = bare(response)
    return status, headers, text.replace(path, "")


@pytest.mark.parametrize("method", METHODS[:3])
def test_locked_nothing_shows_whether_there_is_anything(method, db):
    """Somebody with pages in every room, and somebody with none: while locked, every answer is the same."""
    chosen = Settings(name="Noa", zone="Europe/Vienna")
    full, empty = person("full", chosen=chosen), person("empty", chosen=chosen)
    fill(full, Canary())
    full.client.post(
        reverse("account"), {"name": "Noa", "hue": "moss", "zone": "Europe/Vienna", "lock_after": "15"}
    )
    on = stage(full)
    records = [
        reverse(case.url, kwargs=case.prepare(on))
        for case in (*page_cases(), *form_cases())
        if not (case.signed_out or case.paired)
    ]
    for path in dict.fromkeys([*(one.nowhere() for one in addresses()), *records]):
        answers = [visitor("locked", who).generic(method, path) for who in (full, empty)]
        assert bare(answers[0]) == bare(answers[1]), path


def test_a_cookie_of_an_ended_session_is_taken_away(noa):
    client = visitor("stale", noa)
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.cookies[access.COOKIE].value == ""


def test_an_old_form_of_one_never_reaches_the_other(noa, sam):
    """Noa's page stayed open, Sam signs in at the same browser: what was typed for Noa is not kept with Sam."""
    case = next(case for case in form_cases() if case.url == "journal_new")
    path, data = made(case, stage(noa), plain_words())
    page = browser().post(
        path,
        data | {"mark": re.search(r'name="mark" value="(\w+)"', noa.client.get(path).content.decode())[1]},
    )
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()))
    answer = browser().post(reverse("carry"), hidden | {"name": sam.login, "password": sam.password})
    assert answer.status_code == 403
    assert "belongs to another account" in answer.content.decode()
    assert {one.kind.type for one in sam.mine.query().items} == {Settings, AccountLog}
