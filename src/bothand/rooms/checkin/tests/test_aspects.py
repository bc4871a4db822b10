"""The ten aspects, with the answers behind them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.harness import stage

from bothand.content import items
from bothand.rooms.checkin.aspects.rules import draw_trend
from bothand.rooms.checkin.tests.answers import ASPECTS, ITEMS, first_visit, text
from bothand.rooms.checkin.tests.checkin_cases import check_ins


def test_all_ten_stand_with_their_interval_and_what_changed(noa, clock):
    check_ins(stage(noa))
    page = text(noa, ASPECTS)
    assert page.count('class="t-asp"') == 10
    assert page.count('class="span edge') == 10 + 1  # and one in the key
    assert len(re.findall(r"Higher than|Lower than|Steady since|No clear change since", page)) == 10


def test_one_of_them_shows_the_answers_behind_it(noa, clock):
    first_visit(noa)
    page = text(noa, "/checkin/aspects/6/")
    asked = next(item for item in ITEMS[::4][:24] if item.startswith("F6-"))
    assert items.find_item(asked).wording(None).replace("'", "&#x27;") in page
    assert "24 November 2026" in page


@pytest.mark.parametrize("odd", ["0", "11", "999"])
def test_there_are_ten_and_no_more(noa, clock, odd):
    assert noa.client.get(f"/checkin/aspects/{odd}/").status_code == 404


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(0, 2)), min_size=1, max_size=60))
def test_a_band_holds_its_line(points):
    values, spreads = zip(*points, strict=True)
    drawn = draw_trend(range(len(points)), values, spreads)
    line = [float(one) for one in drawn.line.split()][1::2]
    band = [float(one) for one in drawn.band.split()][1::2]
    count = len(line)
    upper, lower = band[:count], band[count:][::-1]
    assert all(4 <= top <= y <= low <= 68 for top, y, low in zip(upper, line, lower, strict=True))
