"""What is said about a person is decided in one place, and no two pages contradict each other."""

import random
import re
from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, Shift
from bothand.domain.measurement import Sitting
from bothand.domain.reading import SCALES, brief_guide, read_person, read_shift
from bothand.domain.standing import Known
from bothand.engines import guide
from bothand.kit.reading_words import AXES, describe_sureness, name_facet
from bothand.relationship import FACETS
from bothand.rooms.checkin.aspects.present import build_aspect_page, build_aspects_page
from bothand.rooms.checkin.map.present import build_map_page
from bothand.rooms.checkin.reveals import list_shown
from bothand.rooms.checkin.tests.answers import ASPECTS, MAP, TODAY, text
from bothand.vault.randomness import new_id

FIRST = date(2026, 1, 4)
BANK = measurement.item_bank(alone=True, weekly=True)
NAMES = tuple(one.name for one in FACETS)


def sittings(seed, weeks, start, stop, *, ideals=(), first=FIRST):
    """A check-in a week by somebody whose answers about each facet go from one level to another, with noise."""
    dice = random.Random(seed)
    for week in range(weeks):
        asked = dice.sample(BANK.items, 24 if week == 0 else 7)
        given_now = []
        for item in asked:
            share = 0.0 if week < weeks / 2 else 1.0
            level = start[item.facet] + share * (stop[item.facet] - start[item.facet]) + dice.gauss(0, 0.8)
            keyed = min(5, max(1, round(level)))
            given_now.append((item.id, keyed if item.key == 1 else 6 - keyed))
        yield Answers(
            day=first + timedelta(days=7 * week),
            sort="first" if week == 0 else "weekly",
            given=tuple(given_now),
            ideals=ideals if week == 0 else (),
            alone=True,
            order=week,
        )


def known_of(history):
    record = measurement.fold_history(Sitting(b"%016d" % at, one) for at, one in enumerate(history))
    return Known(record, measurement.engine_state(record))


LEVELS = st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(1, 5)))
IDEALS = st.tuples(*(st.tuples(st.just(name), st.integers(0, 5)) for name in NAMES))
COURSES = {"Higher than": "up", "Lower than": "down", "Steady since": "steady"}


def course_in(sentence):
    """The course that a sentence tells of."""
    found = {way for words, way in COURSES.items() if words in sentence}
    assert len(found) <= 1
    return found.pop() if found else "unsure"


def title_ways(title):
    """What the one sentence of the map says of the two axes."""
    together = "down" if "less close than" in title else "up" if "closer than" in title else None
    self_kept = (
        "down"
        if "less room for yourself" in title
        else "up"
        if "more room for yourself than" in title
        else None
    )
    if "and have more room" in title:
        self_kept = "up"
    return {"togetherness": together, "selfhood": self_kept}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 40), st.tuples(LEVELS, LEVELS, st.booleans()), IDEALS)
def test_no_two_pages_contradict_each_other(seed, weeks, course, ideals):
    start, stop, still = course
    known = known_of(sittings(seed, weeks, start, start if still else stop, ideals=ideals))
    today = FIRST + timedelta(days=7 * weeks)
    with translation.override("en"):
        reading = read_person(known, today, alone=True)
        map_page = build_map_page(reading, said="", focus=None, joint=True)
        aspects = build_aspects_page(reading)
        singles = [build_aspect_page(reading, name, known.record.recent, partner="") for name in NAMES]
        shown = dict(list_shown(known.record, today))

    # The ten aspects: their list, the page of each, the ring of the picture, and what can be revealed.
    for at, name in enumerate(NAMES):
        line = aspects.lines[at]
        assert line == singles[at].line
        assert course_in(line.change) == reading.way(name)
        mark = next(one for one in (*aspects.together, *aspects.self_kept) if one.title == name_facet(name))
        assert bool(mark.then) == (reading.way(name) in {"up", "down"})
    for name in (*NAMES, *AXES):
        revealed = read_person(known, today, alone=False).way(name)
        assert (shown[name].moved or "unsure") == revealed

    # The headings name what the lines say, and nothing else.
    for title, way in re.findall(
        r"“([^”]+)”[^.]*? (?:is|are) (higher|lower) than", f"{aspects.title} {aspects.card.title}"
    ):
        name = next(one for one in NAMES if name_facet(one) == title)
        assert reading.way(name) == {"higher": "up", "lower": "down"}[way]

    # The map: its sentence, the lines behind it, and the step.
    said = title_ways(map_page.title)
    for axis, sentence in zip(AXES, map_page.changes, strict=True):
        assert course_in(sentence) == reading.way(axis)
        assert said[axis] in {None, reading.way(axis)}
    if "steady" in f"{map_page.title} {map_page.lead}":
        assert {reading.way(axis) for axis in AXES} == {"steady"}
    if map_page.step.why == "One step towards your ideal":
        (title,) = re.findall(r"more of “([^”]+)”", map_page.step.text)
        name = next(one for one in NAMES if name_facet(one) == title)
        assert aspects.lines[NAMES.index(name)].fit != "You would like less of this."
        assert reading.fit(name) == "more"

    # Today: what the guide calls surely below the wish is what the aspects say more is wished for of.
    for one in brief_guide(reading):
        surely = one.asked > 0 and one.wished is not None and one.high < one.wished
        assert surely == (reading.fit(one.facet) == "more")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 40), LEVELS, LEVELS)
def test_what_is_said_is_what_the_engine_says_and_as_sure_as_its_number(seed, weeks, start, stop):
    known = known_of(sittings(seed, weeks, start, stop))
    today = FIRST + timedelta(days=7 * weeks)
    moved = standing.changes_in_a_season(known, today, alone=True)
    reading = read_person(known, today, alone=True)
    if moved is None:
        assert not reading.courses
        return
    for change in (*moved.facets, *moved.axes):
        course = reading.courses.get(change.name)
        if course is None:
            assert change.name not in reading.asked
            continue
        assert (change.said or "") == (course.way if course.way in {"up", "down"} else "")
        assert course.sure == pytest.approx(
            {"up": change.rose, "down": 1 - change.rose}.get(course.way, course.sure)
        )
        assert course.way == "unsure" or course.sure >= 0.9


@given(st.floats(0, 1))
@example(0.995)
def test_the_words_are_never_surer_than_the_number(probability):
    with translation.override("en"):
        words = describe_sureness(probability)
    least = {"more than 99 in 100": 0.99, "more than 19 in 20": 0.95, "more than 9 in 10": 0.9}
    claimed = next((number for start, number in least.items() if words.startswith(start)), 0.0)
    assert probability >= claimed
    assert (words == "too early to say") == (probability < 0.9)


def test_a_comparison_that_was_kept_is_judged_by_the_same_rule():
    still = read_shift(Shift("own", 0.05, -0.4, 0.5, 0.57), FIRST)
    unsure = read_shift(Shift("own", 0.6, -0.6, 1.8, 0.8), FIRST)
    fell = read_shift(Shift("own", -1.4, -2.0, -0.8, 0.001, "down"), FIRST)
    assert [one.way for one in (still, unsure, fell)] == ["steady", "unsure", "down"]
    assert fell.sure == pytest.approx(0.999)


def test_a_year_without_a_change_is_told_as_steady_with_what_is_steady(noa, clock):
    year = dict.fromkeys(NAMES, 4)

    def write():
        for one in sittings(7, 52, year, year, first=TODAY - timedelta(days=7 * 51)):
            noa.mine.add(one, new_id())

    standing.recompute(noa.mine, write)
    page = text(noa, MAP)
    assert re.search(
        r"You’ve been steady since \w+ 202\d\.[^.]*Togetherness is near “mostly”, selfhood near “mostly”",
        page,
    )
    reading = read_person(standing.state_of(noa.mine), TODAY, alone=True)
    assert (reading.went("up"), reading.went("down")) == ((), ())
    since = [reading.steady_since(axis) for axis in AXES]
    assert max(since) < date(2026, 5, 1)
    steady = reading.went("steady")
    assert steady
    aspects = text(noa, ASPECTS)
    assert re.search(r"ha(s|ve) been steady since", aspects)
    assert aspects.count("Steady since") == len(steady)
    assert "No clear change since" in aspects


def test_an_ideal_lies_where_it_was_said(noa, clock):
    mostly = tuple((name, 4) for name in NAMES)
    four = dict.fromkeys(NAMES, 2)
    known = known_of(sittings(1, 3, four, four, ideals=mostly))
    with translation.override("en"):
        reading = read_person(known, FIRST + timedelta(days=21), alone=True)
        map_page = build_map_page(reading, said="", focus=None, joint=True)
        aspects = build_aspects_page(reading)
    assert {reading.wishes[name].said for name in SCALES} == {4.0}
    ideal = map_page.rows[1]
    assert (ideal.togetherness, ideal.selfhood) == ("4.0", "4.0")
    assert (float(map_page.chart.ideal.x), float(map_page.chart.ideal.y)) == (28 + 3 * 81, 332 - 3 * 81)
    assert all(one.ideal.startswith("M270.5 ") for one in (*aspects.together, *aspects.self_kept))
    assert {one.ideal for one in aspects.lines} == {"mostly"}


def test_an_ideal_at_the_top_that_nearly_everybody_has_is_told_in_words_and_is_no_goal():
    fully = tuple((name, 5) for name in NAMES)
    level = dict.fromkeys(NAMES, 4)
    known = known_of(sittings(3, 40, level, level, ideals=fully))
    with translation.override("en"):
        reading = read_person(known, FIRST + timedelta(days=280), alone=True)
        aspects = build_aspects_page(reading)
    for name in ("worth", "limits", "self"):
        line = aspects.lines[NAMES.index(name)]
        assert line.ideal == "fully"
        assert "as nearly everybody does. Your answers are near “mostly”." in line.fit
        assert name not in reading.wants("more")
        mark = next(one for one in (*aspects.together, *aspects.self_kept) if one.title == name_facet(name))
        assert (mark.top, mark.ideal.startswith("M310 ")) == (True, True)
    assert {one.wished for one in brief_guide(reading) if one.facet in {"worth", "limits", "self"}} == {4.0}
    assert {one.wished for one in brief_guide(reading) if one.facet == "own"} == {5.0}
    facts = guide.Facts(today=reading.day, ruling=guide.rule_on([], reading.day), facets=brief_guide(reading))
    assert guide.choose_focus(facts).facet not in {"worth", "limits", "self"}


def test_with_one_check_in_the_aspects_are_one_picture_and_not_ten_empty_ones(noa, clock):
    asked = tuple((item.id, 4) for item in BANK.items if item.facet in {"open", "own"})[:6]
    standing.add_answers(noa.mine, Answers(day=TODAY, sort="first", given=asked, alone=True), new_id())
    page = text(noa, ASPECTS)
    assert "of your ten aspects" in page
    assert page.count('role="img"') == 1
    assert page.count("not asked yet</text>") == 10 - len({item.split("-")[0] for item, _ in asked})
