"""The pure parts: who may be the same, what becomes of two, when we met, where the dots stand."""

from datetime import date, timedelta
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bothand.rooms.people.contacts.rules import compare_seasons, list_birthdays, list_to_call, list_unseen
from bothand.rooms.people.labels import add_beside
from bothand.rooms.people.persons.rules import read_ways, write_ways
from bothand.rooms.people.picture.rules import draw_picture, find_initial
from bothand.rooms.people.records import GIVES, WISHES, People, Person, SharedPerson, Way
from bothand.rooms.people.rules import _way_key, find_matching, fold_text, merge_people
from bothand.rooms.people.twins.rules import find_twins, make_matcher, merge_two

TODAY = date(2026, 11, 24)
WORD = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=8)
BIRTHDAY = (
    st.dates(min_value=date(1900, 1, 1)).map(str) | st.dates().map(lambda day: f"--{day:%m-%d}") | st.just("")
)
WAY = st.builds(Way, sort=st.sampled_from(["tel", "email", "url"]), value=WORD, label=WORD | st.just(""))
PERSON = st.builds(
    Person,
    id=st.binary(min_size=16, max_size=16),
    name=WORD,
    nickname=WORD | st.just(""),
    title=WORD | st.just(""),
    birthday=BIRTHDAY,
    note=WORD | st.just(""),
    org=st.lists(WORD, max_size=2).map(tuple),
    ways=st.lists(WAY, max_size=3).map(tuple),
    categories=st.lists(WORD, max_size=2, unique=True).map(tuple),
    gives=st.lists(st.sampled_from(GIVES), unique=True).map(tuple),
    wish=st.sampled_from(list(WISHES)),
    met=st.lists(st.dates(max_value=TODAY), max_size=3, unique=True).map(lambda days: tuple(sorted(days, reverse=True))),
)  # fmt: skip


def somebody(name: str, number: int = 0, **more) -> Person:
    return Person(id=number.to_bytes(16, "big"), name=name, **more)


def tel(value: str) -> Way:
    return Way(sort="tel", value=value)


# Two made one


@given(PERSON, PERSON)
def test_nothing_of_either_is_lost_when_two_become_one(one, other):
    person, beside = merge_two(one, other)
    whole = fold_text(repr(replace(person, note=add_beside(person.note, beside))))
    said = fold_text(add_beside("", beside))
    for each in (one, other):
        for text in (each.name, each.nickname, each.title, each.note, *each.org, *each.categories):
            assert fold_text(repr(text))[1:-1] in whole or fold_text(text) in said
        for way in each.ways:
            assert any(_way_key(way) == _way_key(kept) for kept in person.ways)
            assert (
                not way.label or way.label in {kept.label for kept in person.ways} or _twice(way, one, other)
            )
        assert set(each.met) <= set(person.met)
        assert set(each.gives) <= set(person.gives)
        day = each.birthday[-5:]
        assert not day or person.birthday.endswith(day) or ("birthday", each.birthday) in beside


def _twice(way: Way, one: Person, other: Person) -> bool:
    """Whether the same way has two labels: the first stays."""
    return len([each for each in (*one.ways, *other.ways) if _way_key(each) == _way_key(way)]) > 1


def test_a_birthday_with_its_year_wins_over_the_same_without():
    person, beside = merge_two(somebody("A", birthday="--04-17"), somebody("A", 1, birthday="1980-04-17"))
    assert (person.birthday, beside) == ("1980-04-17", ())


# Who may be the same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (somebody("Ines Müller"), somebody("muller, ines", 1)),
        (somebody("A", ways=(tel("+43 660 1234567"),)), somebody("B", 1, ways=(tel("0660/123 45 67"),))),
        (somebody("A", uid="x"), somebody("B", 1, uid="x")),
    ],
)
def test_it_finds_who_may_be_the_same(one, other):
    assert find_twins(People(people=(one, other))) == [(one, other)]
    assert make_matcher([one])(other) == one
    assert find_twins(People(people=(one, other), apart=((one.id, other.id),))) == []


def test_short_numbers_make_nobody_the_same():
    assert (
        find_twins(People(people=(somebody("A", ways=(tel("112"),)), somebody("B", 1, ways=(tel("112"),)))))
        == []
    )


@given(st.lists(PERSON, max_size=6, unique_by=lambda one: one.id))
def test_an_import_brought_twice_adds_nobody_the_second_time(people):
    here = People(people=tuple(people[:3]))
    changed = People(people=tuple(replace(one, note=one.note + "!") for one in people))
    once = merge_people(here, changed)
    assert merge_people(once, changed) == once
    assert set(here.people) <= set(once.people)
    assert {one.note for one in changed.people} <= {one.note for one in once.people}


def test_it_finds_by_any_part_whatever_the_accents():
    people = [somebody("Ines Müller", note="Ferry"), somebody("Bo", 1, ways=(tel("+43 660 1"),))]
    assert [one.name for one in find_matching(people, "MULLER ferry")] == ["Ines Müller"]
    assert [one.name for one in find_matching(people, "660")] == ["Bo"]
    assert find_matching(people, " ") == []


# Ways as one types them

TYPED = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\r"), min_size=1, max_size=20
)
KNOWN = st.builds(
    Way,
    sort=st.sampled_from(["tel", "email", "adr", "url", "im"]),
    value=TYPED.filter(str.strip),
    label=TYPED.filter(str.strip) | st.just(""),
    types=st.sampled_from([(), ("home",), ("work",)]),
)


@given(st.lists(KNOWN, max_size=5, unique=True).map(tuple))
def test_ways_that_were_not_touched_stay_as_they_were(ways):
    assert read_ways(write_ways(ways), ways) == ways


# Contact


def ago(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=day) for day in days)


def test_who_was_never_noted_or_not_wished_for_is_not_missed():
    people = [
        somebody("A", wish="week"),
        somebody("B", 1, met=ago(900)),
        somebody("C", 2, wish="month", met=ago(20)),
    ]
    assert list_unseen(people, TODAY, 9) == []


def test_those_missed_longest_by_their_own_wish_come_first():
    people = [somebody("A", wish="week", met=ago(20)), somebody("B", 1, wish="year", met=ago(500))]
    assert [one.name for one in list_unseen(people, TODAY, 9)] == ["A", "B"]


def test_a_late_call_comes_first_among_those_with_a_number():
    base = {"gives": ("advice",), "ways": (tel("+43 660 1"),)}
    people = [somebody("A", **base), somebody("B", 1, late=True, **base), somebody("C", 2, gives=("advice",))]
    assert [one.name for one in list_to_call(people, TODAY, 9)] == ["B", "A"]


def test_a_birthday_on_a_leap_day_is_kept_on_the_28th():
    found = list_birthdays([somebody("Ruth", birthday="1948-02-29")], date(2027, 2, 20), 30)
    assert [(one.day, one.age) for one in found] == [(date(2027, 2, 28), 79)]


@given(BIRTHDAY, st.dates(min_value=date(1950, 1, 1), max_value=date(2200, 1, 1)))
def test_a_birthday_comes_within_a_year(birthday, today):
    found = list_birthdays([somebody("A", birthday=birthday)], today, 366)
    assert len(found) == bool(birthday)
    assert all(today <= one.day <= today + timedelta(days=366) for one in found)


# A smaller circle


def circle_of(then: int, now: int) -> list[Person]:
    gone = [somebody(f"gone {number}", number, met=ago(120)) for number in range(then)]
    return [*gone, *(somebody(f"new {number}", 99 + number, met=ago(9)) for number in range(now))]


def test_a_circle_that_became_smaller_is_told_with_what_says_so():
    found = compare_seasons([*circle_of(6, 1), somebody("stays", 50, met=ago(9, 120))], [], TODAY)
    assert (found.then, found.now, len(found.gone), found.come) == (7, 2, 6, 1)
    assert found.chance == pytest.approx(8 / 128)


@pytest.mark.parametrize(("then", "now"), [(4, 0), (4, 1), (5, 2), (0, 9), (6, 6)])
def test_fewer_than_five_or_a_difference_that_chance_makes_is_not_told(then, now):
    assert compare_seasons(circle_of(then, now), [somebody("shared", 80, met=ago(3))], TODAY) is None


def test_who_stopped_noting_has_lost_nobody():
    assert compare_seasons(circle_of(9, 0), [], TODAY) is None
    assert compare_seasons(circle_of(9, 0), [somebody("shared", 80, met=ago(3))], TODAY) is not None


# The picture


@given(st.integers(0, 300), st.integers(0, 90), st.integers(0, 90))
def test_everybody_stands_in_their_own_region(own, ours, theirs):
    people = [somebody(f"p{number}", number) for number in range(own)]
    found = draw_picture(
        people, [SharedPerson(name="o", stage="ours")] * ours, [SharedPerson(name="t", stage="own")] * theirs
    )
    for one in (*found.own, *found.own_more):
        assert hypot(one.x - 126, one.y - 140) < 122 < hypot(one.x - 234, one.y - 140)
    for one in (*found.ours, *found.ours_more):
        assert max(hypot(one.x - 126, one.y - 140), hypot(one.x - 234, one.y - 140)) < 122
    for one in (*found.theirs, *found.theirs_more):
        assert hypot(one.x - 234, one.y - 140) < 122 < hypot(one.x - 126, one.y - 140)


def test_a_joined_emoji_is_one_letter():
    assert find_initial("👩🏽‍🌾 Ada") == "👩🏽‍🌾"
