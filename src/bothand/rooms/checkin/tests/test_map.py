"""What follows from check-ins and pulses: said no surer than it is, and with the answers behind it."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.harness import stage

from bothand.content import items
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers, Given, MeasureState
from bothand.relationship import FACETS
from bothand.rooms.checkin.aspects.rules import draw_trend
from bothand.rooms.checkin.map.rules import draw_chart, find_axis_wishes
from bothand.rooms.checkin.patterns.rules import LEAST, SEEN, YEAR, find_patterns
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.recovery.rules import bound_share, count_recoveries
from bothand.rooms.checkin.reveals import NAMES, Laid, list_shown, offer_map, tabulate_map
from bothand.rooms.checkin.slope.rules import find_next_look, find_slope, select_counted
from bothand.rooms.checkin.tests.checkin_cases import check_ins
from bothand.vault.randomness import new_id

TODAY = date(2026, 11, 24)
MAP, ASPECTS, PATTERNS, SLOPE, RECOVERY = (
    "/checkin/map/",
    "/checkin/aspects/",
    "/checkin/patterns/",
    "/checkin/slope/",
    "/checkin/recovery/",
)
ITEMS = [one.id for one in measurement.item_bank(alone=True, weekly=True).items]


def text(person, path):
    return person.client.get(path).content.decode()


def first_visit(person, answer=4, wish=5, *, day=TODAY):
    """A first visit in which everything is answered alike, keyed upward."""
    keyed = tuple(
        (item, answer if measurement.fold_whole()[item].key == 1 else 6 - answer) for item in ITEMS[::4][:24]
    )
    kept = Answers(
        day=day,
        sort="first",
        given=keyed,
        ideals=tuple((one.name, wish) for one in FACETS),
        alone=True,
    )
    standing.add_answers(person.mine, kept, new_id())


def all_items(person, day, together, self_kept):
    """Everything answered, one axis high and one low, as often as it takes to be sure."""
    levels = {one.name: together if one.axis == "togetherness" else self_kept for one in FACETS}
    for number in range(2):
        given = tuple(
            (
                item.id,
                levels[item.facet] if item.key == 1 else 6 - levels[item.facet],
            )
            for item in measurement.item_bank(alone=True, weekly=True).items
        )
        standing.add_answers(
            person.mine,
            Answers(day=day + timedelta(days=number), sort="weekly", given=given, alone=True),
            new_id(),
        )


# The map


def test_before_the_first_answer_the_map_teaches(noa, clock):
    assert "Your map begins with a check-in" in text(noa, MAP)


def test_after_one_visit_it_says_what_it_cannot_say_yet(noa, clock):
    first_visit(noa)
    page = text(noa, MAP)
    assert "it is too early to say" in page
    assert "What changed is too early to say" in page
    assert "It rests on 24 answers" in page


def test_each_number_of_now_stands_with_its_interval_and_the_picture_with_its_table(noa, clock):
    first_visit(noa)
    page = text(noa, MAP)
    (row,) = re.findall(r"<tr>\s*<th scope=\"row\">Now</th>.*?</tr>", page, re.DOTALL)
    assert len(re.findall(r"\d\.\d to \d\.\d", row)) == 2
    assert 'role="img"' in page
    assert "<ellipse" in page
    assert " style=" not in page


def test_it_says_which_is_lower_only_when_it_is_nine_in_ten_sure(noa, clock):
    all_items(noa, TODAY - timedelta(days=1), together=5, self_kept=2)
    page = text(noa, MAP)
    assert "Your selfhood is the lower of the two" in page
    assert "more than 9 in 10 sure" in page
    known = standing.state_of(noa.mine)
    now = standing.standing_from(known, TODAY, alone=True)
    assert (now.lower, now.lower_probability > 0.9) == ("selfhood", True)


def test_a_change_is_said_in_words_with_its_day(noa, clock):
    all_items(noa, TODAY - timedelta(days=80), together=3, self_kept=2)
    all_items(noa, TODAY - timedelta(days=1), together=3, self_kept=5)
    page = text(noa, MAP)
    assert "Your selfhood went up since September 2026" in page
    assert "Selfhood went up since 5 September 2026: more than 9 in 10 sure." in page


def test_no_page_calls_anybody_by_a_corner_of_the_map(noa, clock):
    check_ins(stage(noa))
    for path in (MAP, ASPECTS, PATTERNS, "/checkin/aspects/9/", "/checkin/checkup/comparison/"):
        assert not re.search(r"(you|you're|they|partner)( are| is)? codependent", text(noa, path))


def test_it_names_the_ideal_as_the_measure_and_never_more_as_better(noa, clock):
    all_items(noa, TODAY - timedelta(days=1), together=5, self_kept=2)
    first_visit(noa, 4, wish=3, day=TODAY)
    page = text(noa, MAP)
    assert "Being closer is not better" in page
    assert "less together than now" in page


def test_after_ten_years_the_map_reads_no_history(noa, clock, django_assert_max_num_queries):
    check_ins(stage(noa))
    for number in range(200):
        noa.mine.add(
            Answers(day=TODAY - timedelta(days=14 * number), sort="weekly", given=((ITEMS[0], 4),)), new_id()
        )
    with django_assert_max_num_queries(6):
        noa.client.get(MAP)


# The ten facets


def test_all_ten_stand_with_their_interval_and_what_changed(noa, clock):
    check_ins(stage(noa))
    page = text(noa, ASPECTS)
    assert page.count('class="trend"') == 10
    assert page.count("beyond noise.") >= 10


def test_one_of_them_shows_the_answers_behind_it(noa, clock):
    first_visit(noa)
    page = text(noa, "/checkin/aspects/6/")
    asked = next(item for item in ITEMS[::4][:24] if item.startswith("F6-"))
    assert items.find_item(asked).wording(None).replace("'", "&#x27;") in page
    assert "24 November 2026" in page


@pytest.mark.parametrize("odd", ["0", "11", "999"])
def test_there_are_ten_and_no_more(noa, clock, odd):
    assert noa.client.get(f"/checkin/aspects/{odd}/").status_code == 404


# The picture


@given(
    st.tuples(st.floats(0, 6), st.floats(0, 6)),
    st.none() | st.tuples(st.floats(1, 5), st.floats(1, 5)),
    st.lists(st.tuples(st.tuples(st.floats(1, 5), st.floats(1, 5)), st.just("Oct")), max_size=12),
)
def test_everything_lies_inside_the_picture(now, ideal, before):
    chart = draw_chart(now, (0.4, 0.2, 30), ideal, before, words=("now", "my ideal"))
    spots = [chart.now, *([chart.ideal] if chart.ideal else [])]
    assert all(28 <= float(one.x) <= 352 and 8 <= float(one.y) <= 332 for one in spots)
    labels = [chart.now_label, *chart.path_labels, *([chart.ideal_label] if chart.ideal_label else [])]
    assert all(0 <= float(one.x) <= 360 and 0 <= float(one.y) <= 345 for one in labels)
    assert bool(chart.path) == bool(before)


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(0, 2)), min_size=1, max_size=60))
def test_a_band_holds_its_line(points):
    values, spreads = zip(*points, strict=True)
    drawn = draw_trend(range(len(points)), values, spreads)
    line = [float(one) for one in drawn.line.split()][1::2]
    band = [float(one) for one in drawn.band.split()][1::2]
    count = len(line)
    upper, lower = band[:count], band[count:][::-1]
    assert all(4 <= top <= y <= low <= 68 for top, y, low in zip(upper, line, lower, strict=True))


# Patterns


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


def with_pattern(person):
    """Six times asked about limits that are not kept, always answered low."""
    marked = [one for one in items.load_bank().items if "C6" in one.marks and one.id in ITEMS]
    given = tuple((one.id, 1 if one.key == 1 else 5) for one in marked[:3])
    for number in range(2):
        kept = Answers(day=TODAY - timedelta(days=7 * number), sort="weekly", given=given, alone=True)
        standing.add_answers(person.mine, kept, new_id())
    return marked[0]


def test_a_pattern_is_told_with_counts_answers_and_ways_on(noa, clock):
    item = with_pattern(noa)
    page = text(noa, PATTERNS)
    assert "In 6 of the 6 times you were asked since November 2026, a limit went unsaid" in page
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
    assert "Park it as something to talk about" not in page
    assert "Look for an agreement" not in page


# The own slope


def pulses(count, *, step=True, alone=True):
    return [
        Pulse(
            day=TODAY - timedelta(days=number),
            self_feeling=1 + (number * 7) % 5 if step else 3 + number % 2,
            between=1 + (number * 7) % 5,
            alone=alone,
        )
        for number in range(count)
    ]


def test_before_four_weeks_of_days_nothing_is_looked_at(noa, clock):
    for one in pulses(20):
        noa.mine.add(one)
    page = text(noa, SLOPE)
    assert "Too early to say what moves with what" in page
    assert "The first look is on" in page


def test_what_moves_is_said_with_its_interval_and_never_as_a_cause(noa, clock):
    for one in pulses(150):
        noa.mine.add(one)
    page = text(noa, SLOPE)
    assert "moves with how it went" in page
    assert re.search(r"\+\d\.\d \(\+\d\.\d to \+\d\.\d, 9 times in 10\)", page)
    assert "never because of" in page


def test_what_cannot_be_seen_is_said_with_its_size(noa, clock):
    for one in pulses(150, step=False):
        noa.mine.add(one)
    assert re.search(r"not enough days yet to see effects below \d\.\d", text(noa, SLOPE))


def test_it_is_looked_at_every_four_weeks_and_stays_as_it_was_in_between():
    since = TODAY - timedelta(days=400)
    told = [find_slope(pulses(150), since, TODAY + timedelta(days=ahead)) for ahead in range(28)]
    assert len({one.day for one in told}) <= 2
    for one in told:
        one.check()


def test_the_first_look_waits_until_the_first_answer_is_four_weeks_old():
    since = TODAY - timedelta(days=400)
    for count in range(5, 60):
        found = find_slope(pulses(count), since, TODAY)
        assert found is None or count >= 28
        assert find_next_look(pulses(count), since, TODAY) > TODAY


def test_days_about_other_people_are_not_mixed_in():
    newest, older = pulses(10, alone=False), pulses(40)[10:]
    assert {one.alone for one in select_counted([*newest, *older])} == {False}


# Days that find back


def run_of(ways):
    return [
        Pulse(day=TODAY - timedelta(days=len(ways) - at), self_feeling=3, balance=way)
        for at, way in enumerate(ways)
        if way
    ]


def test_only_days_whose_next_day_was_answered_count():
    me, us = count_recoveries(run_of(["me", "right", "me", None, "me", "us", "right"]))
    assert (me.days, me.back) == (2, 1)
    assert (us.days, us.back) == (1, 1)
    assert not me.enough


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_share(seen, more):
    low, high = bound_share(seen, seen + more)
    share = seen / (seen + more) if seen + more else 0.5
    assert 0 <= low <= share <= high <= 1


def test_too_few_days_are_said_to_be_too_few(noa, clock):
    for one in run_of(["me", "right", "us", "right"]):
        noa.mine.add(one)
    page = text(noa, RECOVERY)
    assert "Too early to say how your days find back" in page
    assert "Too early to say: 1 such days" not in page


def test_enough_days_are_told_with_their_range(noa, clock):
    for one in run_of(["me", "right"] * 10):
        noa.mine.add(one)
    page = text(noa, RECOVERY)
    assert (
        "10 such days have an answer for the day after. On 10 of those the day after was about right." in page
    )
    assert re.search(r"anything from \d+ to 10 of ten", page)


# Fit


def test_the_ideal_of_an_axis_takes_three_of_its_facets(noa, clock):
    wished = tuple((name, 5) for name in ("open", "lean", "worth"))
    standing.add_answers(
        noa.mine,
        Answers(day=TODAY, sort="first", given=((ITEMS[0], 2),), ideals=wished, alone=True),
        new_id(),
    )
    gaps = standing.measure_fit(standing.state_of(noa.mine), TODAY, alone=True)
    assert find_axis_wishes(gaps) == (None, None)
    assert "You have not said yet how much of each you would like" in text(noa, MAP)


# Revealing


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
