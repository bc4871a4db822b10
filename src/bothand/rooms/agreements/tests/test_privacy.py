"""Neither's numbers are anywhere in the other's pages, in *ours*, or unsealed; and nothing shows that there are any."""

import re

import msgspec
import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.agreements.packages.records import Found
from bothand.rooms.agreements.packages.rules import combine_answers
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.tests.walks import begun, rate, take
from bothand.vault import table
from bothand.vault.errors import DidNotOpen
from bothand.vault.meeting_place import Laid, OwnCopy, Result, make_result, new_copy, open_part, result_id

MINE, THEIRS = [[0, 3, 4], [2, 3]], [[3, 2, 0], [0, 4]]


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def pages(matter, client):
    """Every page about a matter, without what differs each time; what is new between the two was looked at before."""
    client.get(reverse("today"))
    client.get(reverse("between_list"))
    found = []
    for name in ("matter", "words", "options", "now", "suits", "rate", "found"):
        answer = client.get(matter.path(name))
        found.append((answer.status_code, re.sub(rb"[0-9a-zA-Z]{32,}", b"", answer.content)))
    lists = ("agreements_list", "agreements_past", "agreements_giving", "today")
    return found + [re.sub(rb"[0-9a-zA-Z]{32,}", b"", client.get(reverse(name)).content) for name in lists]


def test_nothing_on_the_partner_s_pages_shows_that_i_answered(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    before, rows = pages(matter, sam.client), table.all_rows(sam.ours.id)
    rate(matter, matter.noa, MINE)
    assert pages(matter, sam.client) == before
    assert table.all_rows(sam.ours.id) == rows


def test_nothing_shows_that_i_want_more_or_said_yes(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE, weights=[4, 1])
    rate(matter, matter.sam, THEIRS, weights=[1, 4])
    before, rows = pages(matter, sam.client), table.all_rows(sam.ours.id)
    topic = re.search(r'name="topic" value="(\w+)"', matter.noa.get(matter.path("found")).content.decode())[1]
    matter.noa.post(matter.path("see"), {"want": "all", "topic": topic})
    take(matter, matter.noa)
    assert pages(matter, sam.client) == before
    assert table.all_rows(sam.ours.id) == rows


def test_what_is_sealed_for_both_holds_packages_and_no_number(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE, weights=[4, 1], never={0: 0})
    rate(matter, matter.sam, THEIRS, weights=[1, 4])
    (result,) = sam.ours.query(Result).items
    found = decode_payload(result.record.body, Found)
    told = {
        name: value for name, value in msgspec.structs.asdict(found).items() if name not in {"own", "made_of"}
    }
    assert told == {
        "state": "found", "package": (2, 1), "packages": found.packages, "little": False, "again": (),
        "order": found.order,
    }  # fmt: skip
    mine = decode_payload(next(one.record.payload for one in noa.mine.query(OwnCopy).items), Answers)
    for one in sam.ours.query().items:
        body = msgspec.msgpack.encode(msgspec.to_builtins(one.record))
        assert mine.secret not in body
    theirs = decode_payload(next(one.record.payload for one in sam.mine.query(OwnCopy).items), Answers)
    opened = 0
    for part in found.own:
        try:
            open_part(theirs.secret, part)
            opened += 1
        except DidNotOpen:
            pass
    assert opened == 1, "of the two private parts each opens their own"


def test_the_sealed_parts_have_one_size_whatever_is_in_them():
    sizes = set()
    for ratings in (MINE, [[4, 4, 4], [4, 4]], [[0, 0, 4], [4, 0]]):
        first = Answers(
            now=(0, 0), weights=(4, 1), ratings=tuple(map(tuple, ratings)), never=(-1, -1), secret=b"a" * 32
        )
        second = Answers(
            now=(0, 0), weights=(1, 4), ratings=tuple(map(tuple, THEIRS)), never=(-1, -1), secret=b"b" * 32
        )
        found = decode_payload(combine_answers(encode_payload(first), encode_payload(second)), Found)
        sizes |= {len(part) for part in found.own}
    assert len(sizes) == 1


def test_no_page_of_the_partner_s_names_an_answer_of_mine(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE, weights=[4, 1])
    rate(matter, matter.sam, THEIRS, weights=[1, 4])
    mine = matter.noa.get(matter.path("found")).content.decode()
    theirs = matter.sam.get(matter.path("found")).content.decode()
    assert re.search(r"Evenings of our own.{0,900}matters most of all to you", mine, re.DOTALL)
    assert not re.search(r"Evenings of our own(?:(?!Phones).)*most of all", theirs, re.DOTALL)
    assert re.search(r"Phones at supper.{0,900}matters most of all to you", theirs, re.DOTALL)


def test_a_forged_result_is_not_shown(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE)
    (own,) = (one.record for one in noa.mine.query(OwnCopy).items)
    fake = new_copy(own.sort, own.topic, own.payload)
    laid = [Laid(noa.opened.id, own.copy, fake.key, b""), Laid(sam.opened.id, fake.copy, fake.key, b"")]
    body = encode_payload(Found(state="found", package=(2, 1), packages=1))
    result = make_result(own.topic, *sorted(laid, key=lambda one: one.account), body)
    sam.ours.put_result(result, result_id(result))
    assert b"This could work for you both." not in matter.noa.get(matter.path("found")).content


def test_while_locked_what_is_mine_alone_is_closed_and_what_is_ours_is_read(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE)
    noa.lock()
    assert matter.noa.get(matter.path("matter")).status_code == 200
    assert [matter.noa.get(matter.path(name)).status_code for name in ("rate", "found")] == [403, 403]


def test_one_round_needs_both_again_so_nobody_can_try_out_answers_alone(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, MINE)
    rate(matter, matter.sam, THEIRS)
    for weights in ([1, 1], [1, 2], [4, 1]):
        rate(matter, matter.sam, THEIRS, weights=weights)
    assert len(sam.ours.query(Result).items) == 1
    rate(matter, matter.noa, [[4, 3, 4], [2, 3]])
    assert len(sam.ours.query(Result).items) == 2


def test_more_is_shown_only_when_both_want_it_and_no_more_than_both(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 2, 4], [4, 0]], weights=[3, 2])
    rate(matter, matter.sam, [[2, 2, 1], [0, 3]], weights=[2, 3])

    def want(client, what):
        page = client.get(matter.path("found")).content.decode()
        topic = re.search(r'name="topic" value="(\w+)"', page)[1]
        return client.post(matter.path("see"), {"want": what, "topic": topic})

    want(matter.noa, "all")
    assert b"What you both wanted to see" not in matter.noa.get(matter.path("found")).content
    want(matter.sam, "three")
    for client in (matter.noa, matter.sam):
        page = client.get(matter.path("found")).content.decode()
        assert "What you both wanted to see" in page
        assert page.count('name="package"') <= 3
