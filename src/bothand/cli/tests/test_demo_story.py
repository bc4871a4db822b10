"""What was written by hand of the two people of the demo is whole, plain, and true of any two."""

import re
from datetime import date, time

import pytest

from bothand.accounts.passwords import find_weakness
from bothand.cli.demo import story
from bothand.content.feelings import load_feelings
from bothand.content.prompts import load_prompts
from bothand.content.tests.reader import GENDERED, words_of
from bothand.relationship import FACETS, PRACTICES
from bothand.rooms.journal.entries.records import GUIDING

FACET_NAMES = {one.name for one in FACETS}
WORDS = {word.id for family in load_feelings() for word in family.words}
RELATIVES = {
    "aunt",
    "uncle",
    "niece",
    "nephew",
    "girl",
    "boy",
    "guy",
    "guys",
    "lady",
    "sir",
    "mum",
    "grandmother",
}
each_person = pytest.mark.parametrize("person", story.load_people(), ids=lambda one: one.login)


@each_person
def test_twelve_weeks_are_written_by_hand_with_seven_days_each(person):
    assert len(person.week) == story.WRITTEN_WEEKS
    for week in person.week:
        assert len(week.levels) == len(FACETS)
        assert all(1 <= level <= 5 and level * 2 == int(level * 2) for level in week.levels)
        assert len(week.days) == 7
        assert week.page


@each_person
def test_every_day_by_hand_can_be_kept_as_a_pulse(person):
    for day in filter(None, (day for week in person.week for day in week.days)):
        own, between, balance, *named = day.split()
        assert int(own) in range(1, 6)
        assert int(between) in range(6)
        assert balance in {"me", "right", "us"}
        assert set(named) <= WORDS


@each_person
def test_every_page_has_its_day_its_hour_and_a_question_that_there_is(person):
    known = {"", GUIDING, *(one.id for one in load_prompts())}
    for page in person.pages():
        assert 1 <= page.week <= story.WEEKS
        assert 1 <= page.day <= 7
        assert time.fromisoformat(page.at)
        assert page.prompt in known


@each_person
def test_a_page_is_as_long_as_somebody_writes_in_the_evening(person):
    assert all(10 <= len(page.text.split()) <= 120 for page in person.pages())


@each_person
def test_plans_are_about_what_there_is_and_follow_one_another(person):
    ended = 0
    for plan in person.plan:
        assert plan.facet in FACET_NAMES
        assert {plan.own, plan.both} <= {one.id for one in PRACTICES}
        assert plan.week > ended
        ended = plan.until or story.WEEKS + 1
        assert bool(plan.until) is bool(plan.helped)


@each_person
def test_their_passwords_are_as_good_as_anybody_s_have_to_be(person):
    assert find_weakness(person.password, person.login, person.name) is None


def test_nothing_in_it_says_of_what_gender_anybody_is():
    texts = [page.text for person in story.load_people() for page in person.pages()]
    texts += [one.text for one in story.load_two().thanks]
    texts += [
        text for person in story.load_people() for plan in person.plan for text in (plan.words, plan.helped)
    ]
    for text in texts:
        assert not (GENDERED | RELATIVES) & set(words_of(text)), text


def test_thanks_are_by_one_of_the_two():
    logins = {one.login for one in story.load_people()}
    assert {one.by for one in story.load_two().thanks} == logins
    assert all(1 <= one.week <= story.WEEKS and 1 <= one.day <= 7 for one in story.load_two().thanks)


def test_the_year_ends_yesterday():
    today = date(2026, 11, 24)
    assert story.day_of(today, 1, 1) == story.first_day(today) == date(2025, 11, 25)
    assert story.day_of(today, story.WEEKS, 7) == date(2026, 11, 23)


def test_no_place_on_a_machine_or_a_real_address_is_in_it():
    texts = " ".join(page.text for person in story.load_people() for page in person.pages())
    assert not re.search(r"https?:|@|\d{3,}", texts)
