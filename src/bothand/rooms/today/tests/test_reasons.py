"""Every reason of the guide can be said, with its numbers, and in the house's voice."""

import pytest

from bothand.content.tests.reader import complaints
from bothand.engines.guide import NUMBERS, Reason
from bothand.rooms.today.advice.labels import describe_answer, describe_reason

SOME = (2.4, 1.9, 2.9, 4.0)
ALL = [Reason(name, SOME[:count]) for name, count in NUMBERS.items()]


@pytest.mark.parametrize("reason", ALL, ids=lambda one: one.id)
def test_it_is_said_plainly(reason):
    told = describe_reason(reason)
    assert told
    assert complaints(told) == []
    assert "%" not in told


@pytest.mark.parametrize(
    "reason",
    [one for one in ALL if one.id.startswith(("surely", "lowest", "worth_unsure"))],
    ids=lambda one: one.id,
)
def test_a_number_about_a_person_comes_with_how_sure_it_is(reason):
    told = describe_reason(reason)
    assert "1.9 to 2.9" in told
    assert "“a little” (2.4 of 5)" in told


def test_an_answer_is_its_nearest_word():
    assert [describe_answer(value).split("”")[0] for value in (1.0, 2.6, 5.0)] == [
        "“not at all",
        "“some",
        "“fully",
    ]
