"""The partner at the machine lets a script run: their own password, the database, the folder, and ten restarts.

The script writes down everything it can see while the other is not ready, and again while she is. Both must read alike.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.urls import reverse
from tests.people import Person
from tests.tampering import restart_server, rows_of
from tests.test_partner_at_the_machine import ORDER, lay, results

from bothand.accounts import meeting_place

RESTARTS = 10
PAGES = ("today", "pairing_ours", "agreements_list", "housework_home", "ground_all")
Seen = list[Any]


@pytest.fixture
def both(couple, clock) -> tuple[Person, Person]:
    reverse("today")
    meeting_place.PLACE.clear()
    return couple


def shapes() -> dict[tuple[str, bytes], tuple[Any, ...]]:
    """Every row by its table and key: what is not sealed, and how long what is."""
    found = {}
    for model in apps.get_models():
        table = model._meta.db_table
        if table in {"accounts_session", "accounts_gone"}:
            # Each sign-in makes one of the first; of the second there are ids alone, of who is gone.
            continue
        for row in rows_of(table):
            parts = tuple(
                len(value) if name in {"sealed", "keyring", "noise"} else value for name, value in row.items()
            )
            found[table, bytes(row.get("space", b"")) + repr(row.get("id", parts)).encode()] = parts
    return found


def changed(before: dict, after: dict) -> list[tuple[Any, ...]]:
    """What a visit changed, without what differs by chance: ids."""
    return sorted(
        (key[0], *(part for part in shape if not isinstance(part, bytes)))
        for key, shape in after.items()
        if before.get(key) != shape
    )


def look(who: Person) -> Seen:
    """Sign in on another device, and read each page there is for two."""
    device = who.another_device().client
    answer = device.post(reverse("sign_in"), {"name": who.login, "password": who.password})
    seen: Seen = [answer.status_code, answer.headers.get("Location")]
    for name in PAGES:
        page = device.get(reverse(name))
        seen.append((page.status_code, sorted(page.headers), re.sub(rb"[0-9a-zA-Z]{32,}", b"", page.content)))
    return seen


def files() -> list[str]:
    return sorted(path.name for path in Path(connection.settings_dict["NAME"]).parent.iterdir())


def run_script(noa: Person, sam: Person, capfd) -> Seen:
    """Ten times: start the server anew; she comes by, he comes by. All that he can see of it."""
    seen: Seen = []
    for _ in range(RESTARTS):
        restart_server()
        before = shapes()
        noa.another_device().client.post(reverse("sign_in"), {"name": noa.login, "password": noa.password})
        hers = changed(before, shapes())
        seen.append((look(sam), hers, files(), capfd.readouterr()))
    return seen


def test_a_script_learns_nothing_of_readiness(both, capfd):
    """Both runs begin from the same rows, but for her one answer."""
    noa, sam = both
    look(noa)
    look(sam)
    begun = transaction.savepoint()
    not_ready = run_script(noa, sam, capfd)
    transaction.savepoint_rollback(begun)
    lay(noa, ORDER)
    assert run_script(noa, sam, capfd) == not_ready
    assert results(sam) == []


def test_a_script_gets_one_result_for_one_answer(both):
    """Nor her answer, without an answer of his own, nor her order by answering again and again."""
    noa, sam = both
    lay(noa, ORDER)
    bodies = set()
    for number in range(RESTARTS):
        restart_server()
        look(noa)
        lay(sam, b"round %d" % number)
        bodies |= {one.body for one in results(sam)}
    assert len(bodies) == 1
    (body,) = bodies
    assert body.count(b"round") == 1
