"""The pulse and its weeks, as somebody uses them."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.rooms.checkin.export import export_pulse
from bothand.rooms.checkin.pulse.forms import PulseForm
from bothand.rooms.checkin.pulse.records import Pulse

TODAY = date(2026, 11, 24)
TAPS = {"day": "2026-11-24", "revision": "0", "self_feeling": "4", "between": "2"}
PULSE, PULSES, HOME = "/checkin/today/", "/checkin/", "/"


def kept(person, day=TODAY):
    found = person.mine.find_day(Pulse, day)
    return None if found is None else found.record


def test_three_taps_are_kept_and_lead_home(noa, clock):
    answer = noa.client.post(PULSE, TAPS | {"feelings_glad": ["hopeful", "glad"]})
    assert (answer.status_code, answer.url) == (302, HOME)
    assert kept(noa) == Pulse(
        day=TODAY, self_feeling=4, between=2, feelings=("hopeful", "glad"), alone=True
    ) or kept(noa) == Pulse(day=TODAY, self_feeling=4, between=2, feelings=("glad", "hopeful"), alone=True)


def test_only_the_first_question_needs_an_answer(noa, clock):
    noa.client.post(PULSE, {"day": "2026-11-24", "revision": "0", "self_feeling": "4"})
    assert kept(noa) == Pulse(day=TODAY, self_feeling=4, alone=True)


def test_an_open_question_is_said_and_the_other_answer_stays(noa, clock):
    answer = noa.client.post(PULSE, {"between": "2"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tap one of the five pictures" in page
    assert 'name="between" value="2" id="id_between_1" checked' in page


@pytest.mark.parametrize("odd", ["6", "0", "-1", "steady", "\0", "٤"])
def test_an_answer_that_no_picture_has_is_not_kept(noa, clock, odd):
    assert noa.client.post(PULSE, TAPS | {"self_feeling": odd}).status_code == 422
    assert kept(noa) is None


def test_the_same_taps_twice_are_one_day(noa, clock):
    for _ in range(2):
        assert noa.client.post(PULSE, TAPS).status_code == 302
    assert noa.mine.find_day(Pulse, TODAY).revision == 1


def test_changed_taps_are_written_over_the_ones_that_were_shown(noa, clock):
    noa.client.post(PULSE, TAPS)
    assert 'name="revision" value="1"' in noa.client.get(PULSE).content.decode()
    noa.client.post(PULSE, TAPS | {"revision": "1", "self_feeling": "5"})
    assert kept(noa).self_feeling == 5


def test_two_windows_are_both_shown_and_either_can_be_kept(noa, clock):
    noa.client.post(PULSE, TAPS)
    answer = noa.client.post(PULSE, TAPS | {"self_feeling": "1", "feelings_glad": ["glad"]})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Yourself: small" in page
    assert "Yourself: steady" in page
    assert kept(noa).self_feeling == 4
    hidden = {
        "revision": "1",
        "day": "2026-11-24",
        "self_feeling": "1",
        "between": "2",
        "feelings_glad": ["glad"],
    }
    for name in hidden:
        assert f'name="{name}"' in page
    noa.client.post(PULSE, hidden | {"keep": "mine"})
    assert (kept(noa).self_feeling, kept(noa).feelings) == (1, ("glad",))


def test_taps_of_a_page_opened_before_midnight_belong_to_that_day(noa, clock):
    clock.on(day=25, hour=0, minute=10)
    noa.client.post(PULSE, TAPS)
    assert kept(noa) is not None


def test_a_day_that_does_not_open_is_said_and_never_written_over(noa, clock):
    noa.client.post(PULSE, TAPS)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024)")
        cursor.execute("SELECT count(*) FROM vault_document")
        rows = cursor.fetchone()
    answer = noa.client.post(PULSE, TAPS | {"self_feeling": "1"})
    assert answer.status_code == 422
    assert "did not open" in answer.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vault_document WHERE sealed = zeroblob(1024)")
        assert cursor.fetchone() == rows


def test_alone_it_asks_about_the_people_near_and_not_about_balance(noa, clock):
    page = noa.client.get(PULSE).content.decode()
    assert "the people near you" in page
    assert "Today was" not in page


def test_with_a_partner_it_names_them_and_asks_about_balance():
    form = PulseForm(TAPS | {"balance": "us"}, partner="Sam")
    assert [str(one.label) for one in form.list_questions()][1:] == [
        "How was it between you and Sam?",
        "Today was …",
    ]
    assert form.is_valid()
    assert form.build_pulse(TODAY) == Pulse(day=TODAY, self_feeling=4, between=2, balance="us")


def circles(picture, look):
    """How many circles of a look a picture has: each begins where its path moves to."""
    (path,) = re.findall(rf'<path class="{look}" d="([^"]*)"', picture)
    return path.count("M")


def test_the_month_shows_two_circles_and_a_line_of_the_table_for_each_day_and_leaves_the_rest_open(
    noa, clock
):
    for number in (0, 1, 5):
        noa.mine.add(Pulse(day=TODAY - timedelta(days=number), self_feeling=4, between=2, alone=True))
    page = noa.client.get(PULSES).content.decode()
    picture = page.partition('aria-label="November 2026')[2].partition("</svg>")[0]
    assert (circles(picture, "s-me"), circles(picture, "s-you"), circles(picture, "l-hair")) == (3, 3, 24 - 3)
    assert page.count('<th scope="row"') == 3
    assert "style=" not in page


def test_the_table_is_folded_under_the_picture(noa, clock):
    noa.mine.add(Pulse(day=TODAY, self_feeling=4, alone=True))
    page = noa.client.get(PULSES).content.decode()
    assert re.search(r"<details>\s*<summary>The days in words</summary>\s*<table>", page)


def test_an_earlier_month_is_a_page_of_its_own(noa, clock):
    noa.mine.add(Pulse(day=TODAY, self_feeling=5))
    noa.mine.add(Pulse(day=TODAY - timedelta(days=80), self_feeling=1))
    page = noa.client.get(PULSES).content.decode()
    assert "/checkin/month/2026-09/" in page
    earlier = noa.client.get("/checkin/month/2026-09/").content.decode()
    assert earlier.count('<th scope="row"') == 1
    assert "/checkin/month/2026-11/" in earlier


@pytest.mark.parametrize("odd", ["yesterday", "2026-13", "0001-01", "9999-99", "2026-11-24"])
def test_months_that_are_none_lead_where_nothing_is(noa, clock, odd):
    assert noa.client.get(f"{PULSES}month/{odd}/").status_code == 404


@pytest.mark.parametrize(
    "when", [date(1970, 1, 3), date(2020, 6, 30), date(2026, 10, 31), date(2039, 12, 31)]
)
def test_whatever_month_holds_a_day_is_led_to_from_this_one(noa, clock, when):
    noa.mine.add(Pulse(day=when, self_feeling=5))
    page = noa.client.get(PULSES).content.decode()
    where = f"/checkin/month/{when:%Y-%m}/"
    assert where in page
    assert noa.client.get(where).content.decode().count('<th scope="row"') == 1


def test_after_the_taps_today_shows_the_month_so_far(noa, clock):
    noa.mine.add(Pulse(day=TODAY - timedelta(days=3), self_feeling=2, alone=True))
    noa.client.post(PULSE, TAPS)
    page = noa.client.get(HOME).content.decode()
    assert "November so far" in page
    assert circles(page.partition('aria-label="November 2026')[2].partition("</svg>")[0], "s-me") == 2
    assert "<dd>steady</dd>" in page


def test_nothing_yet_teaches(noa, clock):
    assert "Begin with today" in noa.client.get(PULSES).content.decode()


def test_a_day_is_deleted_after_asking(noa, clock):
    noa.client.post(PULSE, TAPS)
    where = noa.client.post(reverse("checkin_pick"), {"day": "2026-11-24"}).url
    assert "Yourself: steady" in noa.client.get(where).content.decode()
    assert kept(noa) is not None
    after = noa.client.post(where, {"revision": "1"}).url
    assert kept(noa) is None
    assert "It is deleted" in noa.client.get(after).content.decode()
    assert noa.client.post(where, {"revision": "1"}).status_code == 302


def test_a_day_that_changed_since_is_shown_again_before_it_is_deleted(noa, clock):
    noa.client.post(PULSE, TAPS)
    noa.client.post(PULSE, TAPS | {"revision": "1", "self_feeling": "5"})
    answer = noa.client.post(reverse("checkin_delete_pulse", args=["2026-11-24"]), {"revision": "1"})
    assert answer.status_code == 409
    assert "Yourself: whole" in answer.content.decode()
    assert kept(noa) is not None


def test_a_day_without_an_answer_cannot_be_deleted(noa, clock):
    assert noa.client.get(reverse("checkin_delete_pulse", args=["2026-11-24"])).status_code == 404


def test_words_that_no_list_knows_any_more_stand_for_themselves():
    pairs = dict(
        export_pulse(Pulse(day=TODAY, self_feeling=4, between=1, balance="me", feelings=("gone",))).pairs
    )
    assert pairs == {
        "Yourself": "steady",
        "Between you": "far",
        "The day was": "too much me",
        "Words for it": "gone",
    }


def test_it_says_how_many_did_not_open(noa, clock):
    noa.mine.add(Pulse(day=TODAY, self_feeling=4))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024)")
    assert "did not open" in noa.client.get(PULSES).content.decode()
