"""Patterns: counted from their evidence, and no step for two in fear."""

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from bothand.content import items
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers, Given
from bothand.rooms.checkin.patterns.rules import LEAST, SEEN, YEAR, find_patterns
from bothand.rooms.checkin.tests.answers import ITEMS, PATTERNS, TODAY, text, with_pattern
from bothand.vault.randomness import new_id


def asked(item, answer, times, day=TODAY):
    return [Given(day.toordinal() - 7 * number, item, answer) for number in range(times)]


def test_from_fewer_than_five_askings_nothing_is_said():
    low = 1 if items.find_item("F6-03").key == 1 else 5
    mark = items.find_item("F6-03").marks
    found = find_patterns(asked("F6-03", low, 4), TODAY.toordinal())
    assert found == ()
    (found, *_rest) = find_patterns(asked("F6-03", low, 5), TODAY.toordinal()) if mark else (None,)
    assert not mark or (found.seen, found.asked) == (5, 5)


@given(st.lists(st.tuples(st.sampled_from(ITEMS), st.integers(1, 5), st.integers(0, 500)), max_size=60))
def test_a_pattern_is_counted_from_its_own_evidence(drawn):
    recent = [Given(TODAY.toordinal() - ago, item, answer) for item, answer, ago in drawn]
    for one in find_patterns(recent, TODAY.toordinal()):
        answers = [(each.item, answer) for each in one.evidence for _day, answer in each.answers]
        assert len(answers) == one.asked >= LEAST
        assert sum(items.find_item(item).keyed(answer) <= SEEN for item, answer in answers) == one.seen
        assert one.mark != "C8"
        assert TODAY.toordinal() - one.since <= YEAR


def test_a_pattern_is_told_with_counts_answers_and_ways_on(noa, clock):
    item = with_pattern(noa)
    page = text(noa, PATTERNS)
    assert (
        "In 6 of the 6 times you answered since November 2026, a limit that you had set was pushed aside"
        in page
    )
    assert item.wording(None).replace("'", "&#x27;") in page
    assert reverse("safety_page") in page


def test_while_the_fear_rule_holds_no_pattern_leads_to_a_step_for_two(couple, clock):
    noa, _sam = couple
    marked = [
        one for one in items.load_bank().items if "C4" in one.marks and one.id in measurement.fold_whole()
    ]
    given = tuple((one.id, 1 if one.key == 1 else 5) for one in marked[:5])
    standing.add_answers(noa.mine, Answers(day=TODAY, sort="weekly", given=given), new_id())
    assert "an argument came round again" in text(noa, PATTERNS)
    noa.mine.add(FearAnswers(day=TODAY, disagree=2), new_id())
    page = text(noa, PATTERNS)
    assert "You answered that you are at times afraid to disagree." in page
    assert "Set it aside as something to talk about" not in page
    assert "Look for an agreement" not in page
