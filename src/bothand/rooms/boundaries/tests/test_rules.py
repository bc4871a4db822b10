"""How a boundary reads, when it is looked at again, whether wordings follow one another."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.content.boundaries import boundary_examples
from bothand.domain.boundaries import Boundary, Ref, Times, Wording
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.own.forms import BoundaryForm, fill_draft
from bothand.rooms.boundaries.records import Version
from bothand.vault.body import Opened
from bothand.vault.records import kind_of

TODAY = date(2026, 11, 24)
NOA, SAM = b"N" * 16, b"S" * 16


@pytest.mark.parametrize("example", boundary_examples(), ids=lambda one: one.id)
def test_an_example_comes_apart_and_together_again_as_it_was(example):
    when, will = labels.split_example(example.text)
    assert labels.write_sentence(when, will) == example.text


@pytest.mark.parametrize("example", boundary_examples(), ids=lambda one: one.id)
def test_no_example_speaks_of_what_the_other_does(example):
    _when, will = labels.split_example(example.text)
    assert not rules.speaks_of_other(will, "Sam", labels.list_you_words())


def test_there_are_forty_examples_over_all_kinds_and_areas():
    known = boundary_examples()
    assert len(known) >= 40
    assert {one.kind.value for one in known} == set(labels.KINDS)
    assert {one.area for one in known} == set(labels.AREAS)


@pytest.mark.parametrize(
    ("will", "speaks"),
    [
        ("not let you see Kim", True),
        ("expect Sam to be home by ten", True),
        ("check your phone", True),
        ("see that Samantha is well", False),
        ("go home alone and call you", False),
        ("rest", False),
        ("", False),
    ],
)
def test_it_notices_when_i_will_goes_on_with_what_the_other_does(will, speaks):
    assert rules.speaks_of_other(will, "Sam", labels.list_you_words()) is speaks


def test_with_nobody_named_only_you_is_looked_for():
    assert not rules.speaks_of_other("go home", "", labels.list_you_words())
    assert not rules.speaks_of_other("go home", "?!", labels.list_you_words())


@given(st.text(max_size=500), st.text(max_size=500))
def test_a_sentence_never_fails_and_holds_both_halves(when, will):
    assert isinstance(labels.write_sentence(when, will), str)
    assert len(labels.write_opening(Wording(when=when, will=will))) <= rules.EXCERPT + 2


def test_words_that_the_field_has_already_are_not_said_twice():
    assert labels.write_sentence("when I am tired,", "i will rest.") == "When I am tired, I will rest."


@pytest.mark.parametrize(("choice", "days"), [("month", 30), ("quarter", 91), ("half", 182)])
def test_a_review_is_counted_from_the_day_it_is_set(choice, days):
    assert rules.find_review_day(choice, TODAY) == TODAY + timedelta(days=days)


def test_never_and_anything_odd_is_no_review():
    assert rules.find_review_day("never", TODAY) is None
    assert rules.find_review_day("tomorrow", TODAY) is None


def test_what_ended_is_not_due():
    boundary = Boundary(words=Wording(), since=TODAY, review=TODAY)
    assert rules.is_due(boundary, TODAY)
    assert not rules.is_due(boundary, TODAY - timedelta(days=1))
    assert not rules.is_due(Boundary(words=Wording(), since=TODAY, review=TODAY, ended=TODAY), TODAY)


@given(st.integers(-30, 30))
def test_what_came_is_fresh_for_a_week(ago):
    assert rules.is_fresh(TODAY - timedelta(days=ago), TODAY) is (0 <= ago < 7)


def version(number, before, author=NOA, digest=None):
    kind = kind_of(Version)
    at = datetime(2026, 11, 24, tzinfo=UTC)
    own = digest or bytes([number]) * 32
    record = Version(number=number, words=Wording(will="rest"), since=TODAY, before=before)
    return Opened(bytes([number]) * 16, 1, 1, kind, author, at, at, False, False, own, record)


def refs_of(versions):
    return [Ref(id=one.id, digest=one.digest) for one in versions]


def chain(length):
    made, before = [], b""
    for number in range(1, length + 1):
        made.append(version(number, before))
        before = made[-1].digest
    return made


@given(st.integers(0, 8), st.data())
def test_a_whole_chain_holds_wherever_a_page_of_it_begins(length, data):
    made = chain(length)
    first = data.draw(st.integers(0, length))
    before = made[first - 1].digest if first else b""
    found = rules.check_chain(refs_of(made)[first:], made, NOA, before=before)
    assert [one for _ref, one in found] == made[first:]


@pytest.mark.parametrize("wrong", ["author", "digest", "before", "missing"])
def test_a_wording_that_is_not_what_it_has_to_be_is_not_shown_and_the_rest_is(wrong):
    made = chain(3)
    refs = refs_of(made)
    there = {
        "author": [made[0], version(2, made[0].digest, author=SAM), made[2]],
        "digest": [made[0], version(2, made[0].digest, digest=b"x" * 32), made[2]],
        "before": [made[0], version(2, b"y" * 32), made[2]],
        "missing": [made[0], made[2]],
    }[wrong]
    found = [one for _ref, one in rules.check_chain(refs, there, NOA)]
    assert (found[0], found[1], found[2]) == (made[0], None, made[2])


wordings = st.builds(
    Wording,
    kind=st.sampled_from(["", *labels.KINDS]),
    area=st.sampled_from(["", *labels.AREAS]),
    reach=st.sampled_from(list(labels.REACH)),
    firmness=st.sampled_from(list(labels.FIRM)),
    will=st.just("rest"),
    times=st.one_of(
        st.just(()),
        st.builds(
            lambda days, start, end: (Times(days=tuple(sorted(days)), start=start, end=end or 1440),),
            st.sets(st.integers(0, 6), min_size=1),
            st.integers(0, 1439),
            st.integers(0, 1439),
        ),
    ),
)


@given(wordings)
def test_a_wording_goes_through_its_form_unchanged(wording):
    shown = {
        name: f"{value:%H:%M}" if isinstance(value, time) else value
        for name, value in fill_draft(wording).items()
        if value is not None
    }
    form = BoundaryForm(shown)
    assert form.is_valid(), form.errors
    assert form.wording() == wording
