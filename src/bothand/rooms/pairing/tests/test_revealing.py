import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place, wall_clock
from bothand.kit import reveal as kit
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.vault.meeting_place import Laid, OwnCopy, Result, make_result, result_id


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def text(answer) -> str:
    return answer.content.decode()


def days(who, level: int) -> list[str]:
    """Five days of pulses; the names by which they are chosen."""
    today = wall_clock.today_in("Europe/Vienna")
    for number in range(5):
        who.mine.add(Pulse(day=today - timedelta(days=number), self_feeling=level, between=level))
    return [(today - timedelta(days=number)).isoformat() for number in range(5)]


WHERE = "/ours/open/days/"


def test_neither_sees_anything_until_both_have_laid_down(couple):
    noa, sam = couple
    own, other = days(noa, 1), days(sam, 5)
    noa.client.post(WHERE, {"keys": own})
    assert "Your part is ready" in text(noa.client.get(WHERE))
    assert "Revealed on" not in text(noa.client.get(WHERE))
    assert "oneself small" not in text(sam.client.get(WHERE))
    sam.client.post(WHERE, {"keys": other})
    for who in (noa, sam):
        page = text(who.client.get(WHERE))
        assert "Revealed on" in page
        assert "oneself small" in page
        assert "oneself whole" in page
        assert "Your part is ready" not in page


def test_the_preview_shows_exactly_what_would_be_shown_and_lays_nothing_down(couple):
    noa, sam = couple
    own = days(noa, 1)
    page = text(noa.client.post(WHERE, {"keys": own[:2], "look": "1"}))
    assert "This is exactly what would be shown" in page
    assert page.count("oneself small") == 2
    sam.client.post(WHERE, {"keys": days(sam, 5)})
    assert "Revealed on" not in text(noa.client.get(WHERE))


def test_a_day_kept_back_and_a_day_that_was_never_there_read_alike(couple):
    noa, sam = couple
    own = days(noa, 1)
    noa.client.post(WHERE, {"keys": own[:2]})
    sam.client.post(WHERE, {"keys": days(sam, 5)})
    page = text(sam.client.get(WHERE))
    theirs = page[page.index('data-space="theirs"') :]
    rows = re.findall(r"<tr>\s*<th scope=\"row\" class=\"whole\">[^<]+</th>(.*?)</tr>", theirs, re.DOTALL)
    assert len(rows) == 2
    assert all("oneself small" in row for row in rows)


def test_who_takes_it_back_is_not_met(couple):
    noa, sam = couple
    noa.client.post(WHERE, {"keys": days(noa, 1)})
    noa.client.post(reverse("pairing_reveal_off", args=["days"]))
    sam.client.post(WHERE, {"keys": days(sam, 5)})
    assert "Revealed on" not in text(sam.client.get(WHERE))
    assert [one for one in noa.mine.query().items if isinstance(one.record, OwnCopy)] == []


def test_after_a_restart_it_is_laid_down_again_when_its_owner_comes_by(couple):
    noa, sam = couple
    noa.client.post(WHERE, {"keys": days(noa, 1)})
    meeting_place.PLACE.clear()
    sam.client.post(WHERE, {"keys": days(sam, 5)})
    assert "Revealed on" not in text(sam.client.get(WHERE))
    noa.lock()
    noa.client.post(reverse("unlock"), {"password": noa.password, "next": "/"})
    assert "Revealed on" in text(noa.client.get(WHERE))
    assert "Revealed on" in text(sam.client.get(WHERE))


def test_each_asking_is_a_new_one(couple):
    noa, sam = couple
    own, other = days(noa, 1), days(sam, 5)
    for _ in range(4):
        noa.client.post(WHERE, {"keys": own})
        sam.client.post(WHERE, {"keys": other})
    page = text(noa.client.get(WHERE))
    assert page.count("Revealed on") == 3
    assert "?page=2" in page


def test_a_result_that_somebody_forged_is_not_shown(couple):
    noa, sam = couple
    noa.client.post(WHERE, {"keys": days(noa, 1)})
    own = next(one.record for one in noa.mine.query().items if isinstance(one.record, OwnCopy))
    laid = kit.encode_answer(kit.Laid(wall_clock.today_in("UTC"), ()))
    pair = [Laid(noa.opened.id, own.copy, b"k" * 32, laid), Laid(sam.opened.id, b"c" * 16, b"k" * 32, laid)]
    first, second = sorted(pair, key=lambda one: one.account)
    forged = make_result(own.topic, first, second, kit.combine_answers(laid, laid))
    assert sam.ours.put_result(forged, result_id(forged))
    assert [one for one in noa.ours.query().items if isinstance(one.record, Result)] != []
    assert "Revealed on" not in text(noa.client.get(WHERE))


def test_alone_or_with_an_odd_name_there_is_nothing(noa):
    assert noa.client.get(WHERE).status_code == 404
    assert noa.client.get("/ours/open/nothing/").status_code == 404


def test_without_a_day_there_is_nothing_to_show(couple):
    noa, _sam = couple
    assert "You have nothing to show here yet." in text(noa.client.get(WHERE))
    answer = noa.client.post(WHERE, {})
    assert answer.status_code == 422


def test_another_s_days_cannot_be_chosen(couple):
    noa, sam = couple
    days(noa, 1)
    long_ago = (wall_clock.today_in("UTC") - timedelta(days=40)).isoformat()
    noa.mine.add(Pulse(day=wall_clock.today_in("UTC") - timedelta(days=40), self_feeling=3))
    assert noa.client.post(WHERE, {"keys": [long_ago]}).status_code == 422
    assert sam.client.post(WHERE, {"keys": ["x"]}).status_code == 422


def test_nothing_is_ticked_until_somebody_ticks_it(couple):
    noa, _sam = couple
    days(noa, 1)
    assert " checked" not in text(noa.client.get(WHERE))
    page = text(noa.client.post(WHERE, {"all": "1"}))
    assert page.count(" checked") == 5
    assert "Your part is ready" not in page
