"""What there is to read and do, held against the rules: nothing that is offered while somebody is afraid is for two."""

import re

import pytest

from bothand.content import sessions
from bothand.engines.guide import APART

ALL = (*sessions.load_sessions("en"), *sessions.load_exercises("en"))
BY_ONESELF = [one for one in ALL if one.together == "solo"]
ELSEWHERE = [one for one in BY_ONESELF if one.practice not in APART]
"""Offered under the fear rule too, since it is done alone, though its practice is none of those kept apart."""


def test_of_the_practices_that_can_lead_to_the_other_only_growing_has_things_by_oneself():
    assert {one.practice for one in ELSEWHERE} == {"P6"}


@pytest.mark.parametrize("thing", ELSEWHERE, ids=lambda one: one.id)
def test_none_of_them_speaks_of_a_partner_or_of_saying_something_at_home(thing):
    words = " ".join((*thing.purpose, *thing.steps, repr(thing.closing), repr(thing.bad_day))).lower()
    assert not re.search(r"partner|you two|both of you|at home|each other|{name}", words)
    assert thing.alone is None
