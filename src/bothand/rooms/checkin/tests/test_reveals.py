"""What can be revealed of the map, and what never."""

import re
from datetime import timedelta

from tests.harness import stage

from bothand.domain.checkins import FearAnswers, MeasureState
from bothand.kit.reveal import Laid
from bothand.relationship import FACETS
from bothand.rooms.checkin.reveals import NAMES, list_shown, offer_map, tabulate_map
from bothand.rooms.checkin.tests.answers import (
    ASPECTS,
    MAP,
    PATTERNS,
    RECOVERY,
    SLOPE,
    TODAY,
    all_items,
    with_pattern,
)
from bothand.rooms.checkin.tests.checkin_cases import check_ins
from bothand.vault.randomness import new_id


def test_what_can_be_revealed_is_what_the_own_map_says(noa, clock):
    check_ins(stage(noa))
    offers = offer_map(noa.mine, None, TODAY)
    assert {one.key for one in offers} >= {"togetherness", "selfhood", "limits", "ideal-limits"}
    laid = Laid(TODAY, tuple((one.key, one.data) for one in offers if one.key == "limits"))
    shown = tabulate_map(laid)
    assert len(shown.rows) == 1
    assert shown.rows[0][0] == "Limits"
    assert re.search(r"\d\.\d \(\d\.\d to \d\.\d\)", shown.rows[0][1])


def test_before_the_first_answer_there_is_nothing_to_reveal(noa):
    assert list_shown(MeasureState(), TODAY) == ()
    assert offer_map(noa.mine, None, TODAY) == ()


def test_nothing_of_answers_patterns_or_fear_can_be_revealed(noa, clock):
    with_pattern(noa)
    noa.mine.add(FearAnswers(day=TODAY, say_no=3), new_id())
    keys = {key for key, _ in list_shown(noa.mine.only(MeasureState).record, TODAY)}
    assert keys <= {*NAMES, *(f"ideal-{one.name}" for one in FACETS)}


def test_the_partners_pages_are_the_same_bytes_whatever_is_answered(couple, clock):
    noa, sam = couple
    paths = (
        "/",
        "/checkin/",
        MAP,
        ASPECTS,
        PATTERNS,
        SLOPE,
        RECOVERY,
        "/checkin/questions/",
        "/checkin/checkup/",
        "/checkin/past/",
        "/ours/",
    )
    hide = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|name="id" value="[^"]*"')
    before = [hide.sub(b"", sam.client.get(path).content) for path in paths]
    all_items(noa, TODAY - timedelta(days=1), together=1, self_kept=1)
    noa.client.post("/checkin/checkup/")
    noa.mine.add(FearAnswers(day=TODAY, say_no=3, disagree=3, at_home=3), new_id())
    assert [hide.sub(b"", sam.client.get(path).content) for path in paths] == before
