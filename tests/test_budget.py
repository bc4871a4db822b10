"""No page asks the database more often the longer somebody has been here."""

from datetime import timedelta

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.harness import Canary, form_cases, made, named, page_cases, path_of, stage
from tests.people import Person
from tests.residents import Lasting, fresh, lasting, resident

from bothand.vault.randomness import new_id
from bothand.vault.records import Dated
from bothand.vault.space import Space

__all__ = ["lasting"]

MOST = 12
LITTLE, MUCH = 3, 150
FIELD_OF_IDS = "entries"
"""The one field of records that are lists of ids, in every room. What it lists in an account's log are no ids."""


def more(space: Space, count: int) -> None:
    """As many of each kind as that: each one there is, again and again, a day earlier each time."""
    kinds = {one.kind.number: one for one in space.query().items if not one.kind.one_in_all}
    ids = []
    for one in kinds.values():
        for number in range(count):
            record = one.record
            if isinstance(record, Dated):
                record = msgspec.structs.replace(record, day=record.day - timedelta(days=number + 1))
            record_id = new_id()
            if space.restore_into(record, record_id=record_id, created=one.created, changed=one.changed):
                ids.append(record_id)
    for one in space.query().items:
        if one.kind.one_in_all and hasattr(one.record, FIELD_OF_IDS):
            listed = getattr(one.record, FIELD_OF_IDS)
            if not all(isinstance(entry, bytes) for entry in listed):
                continue
            space.replace(one, msgspec.structs.replace(one.record, **{FIELD_OF_IDS: (*listed, *ids)}))


@pytest.fixture(scope="module")
def residents(lasting: Lasting) -> dict[tuple[bool, int], Person]:
    """Somebody alone and one of two, with what the forms make, with a little more, and with much more."""
    found = {(paired, count): None for paired in (False, True) for count in (0, LITTLE, MUCH)}
    with lasting():
        for paired, count in found:
            found[paired, count] = who = resident(paired=paired)
            more(who.mine, count)
    return found


def asked(client, path: str) -> list[str]:
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in seen.captured_queries]


@pytest.mark.parametrize("case", [case for case in page_cases() if not case.signed_out], ids=named)
def test_a_page_asks_as_often_after_much_as_after_little(case, residents, db):
    who = fresh(residents[case.paired, 0])
    path = path_of(case, stage(who))
    more(who.mine, LITTLE)
    little = asked(who.client, path)
    more(who.mine, MUCH)
    much = asked(who.client, path)
    assert len(much) == len(little)
    assert len(much) <= MOST, "\n".join(much)


@pytest.mark.parametrize("case", [case for case in page_cases() if case.signed_out], ids=named)
def test_a_page_for_the_signed_out_asks_next_to_nothing(case, noa, django_assert_max_num_queries, anyone):
    with django_assert_max_num_queries(1):
        anyone.get(reverse(case.url))


WRITES = [case for case in form_cases() if not (case.signed_out or case.ends or case.locked or case.shows)]


@pytest.mark.parametrize("case", [case for case in WRITES if case.url != "account_bring"], ids=named)
def test_a_form_asks_as_often_after_much_as_after_little(case, residents, db):
    words, counts = Canary(), []
    for count in (LITTLE, MUCH):
        who = fresh(residents[case.paired, count])
        path, data = made(case, stage(who), words)
        who.client.get(reverse("today"))
        with CaptureQueriesContext(connection) as seen:
            assert who.client.post(path, data).status_code < 400
        counts.append(len(seen))
    assert counts[0] == counts[1]
