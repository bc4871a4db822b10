from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bothand.domain import agreements
from bothand.domain.agreements import AgreementIndex, Marked
from bothand.rooms.agreements.matters.records import Matter, Option, Question, questions_digest
from bothand.rooms.agreements.matters.rules import (
    add_option,
    add_question,
    find_shared_now,
)

DAY = date(2026, 11, 24)
ME, OTHER = b"m" * 16, b"o" * 16
WORDS = st.text(min_size=1, max_size=6)
OPTIONS = st.builds(Option, text=WORDS, by=st.sampled_from([ME, OTHER]), for_other=st.booleans())
QUESTIONS = st.builds(
    Question, name=WORDS, options=st.lists(OPTIONS, max_size=4, unique_by=lambda one: one.text).map(tuple)
)
MATTERS = st.builds(
    Matter,
    day=st.just(DAY),
    title=WORDS,
    questions=st.lists(QUESTIONS, max_size=4, unique_by=lambda one: one.name).map(tuple),
)


@given(MATTERS, WORDS, OPTIONS)
def test_adding_twice_adds_once(matter, name, option):
    once = add_option(add_question(matter, name), name, option)
    assert add_option(add_question(once, name), name, option) == once


@given(MATTERS, MATTERS)
def test_a_digest_stands_for_the_questions_and_ways_alone(one, other):
    alike = [(q.name, [o.text for o in q.options]) for q in one.questions] == [
        (q.name, [o.text for o in q.options]) for q in other.questions
    ]
    assert (questions_digest(one) == questions_digest(other)) == alike


@given(MATTERS, st.lists(st.integers(0, 3), max_size=4), st.lists(st.integers(0, 3), max_size=4))
def test_today_counts_only_where_both_marked_the_same_of_the_same(matter, mine, theirs):
    of = questions_digest(matter)
    marks = [Marked(day=DAY, subject=b"s", of=of, now=tuple(now)) for now in (mine, theirs)]
    same = find_shared_now(matter, marks)
    if same is not None:
        assert same == tuple(mine) == tuple(theirs)
        assert len(same) == len(matter.questions)
        assert all(place < len(one.options) for place, one in zip(same, matter.questions, strict=True))
    assert find_shared_now(matter, [marks[0], None]) is None
    assert (
        find_shared_now(matter, [marks[0], Marked(day=DAY, subject=b"s", of=b"other", now=tuple(mine))])
        is None
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["matters", "aside", "agreements", "ended"]), st.binary(min_size=1, max_size=1)
        )
    )
)
def test_an_id_stands_on_one_of_two_lists_and_none_is_lost(steps):
    index = AgreementIndex()
    for name, record_id in steps:
        index = agreements.move_to_list(index, name, record_id)
        assert getattr(index, name).count(record_id) == 1
    for one, other in (("matters", "aside"), ("agreements", "ended")):
        assert not set(getattr(index, one)) & set(getattr(index, other))
    asked = {record_id for _name, record_id in steps}
    assert asked == {
        one for name in ("matters", "aside", "agreements", "ended") for one in getattr(index, name)
    }
