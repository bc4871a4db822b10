"""The map: said no surer than it is, and everything inside its picture."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.harness import stage

from bothand.domain import standing
from bothand.domain.checkins import Answers
from bothand.domain.reading import read_person
from bothand.rooms.checkin.map.rules import draw_chart
from bothand.rooms.checkin.tests.answers import (
    ASPECTS,
    ITEMS,
    MAP,
    PATTERNS,
    TODAY,
    all_items,
    first_visit,
    text,
)
from bothand.rooms.checkin.tests.checkin_cases import check_ins
from bothand.vault.randomness import new_id


def test_before_the_first_answer_the_map_teaches(noa, clock):
    assert "Your map begins with a check-in" in text(noa, MAP)


def test_after_one_visit_it_says_what_it_cannot_say_yet(noa, clock):
    first_visit(noa)
    page = text(noa, MAP)
    assert "Here is your first dot." in page
    assert "It is too early to say whether this has changed." in page
    assert "with 24 answers of the last year" in page
    assert "Another two minutes, in a week." in page


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
    all_items(noa, TODAY - timedelta(days=9), together=5, self_kept=2)
    page = text(noa, MAP)
    assert "Your answers are lower on selfhood than on togetherness." in page
    known = standing.state_of(noa.mine)
    now = standing.standing_from(known, TODAY, alone=True)
    assert (now.lower, now.lower_probability > 0.9) == ("selfhood", True)


def test_a_change_is_said_in_words_with_its_day(noa, clock):
    all_items(noa, TODAY - timedelta(days=80), together=3, self_kept=2)
    all_items(noa, TODAY - timedelta(days=1), together=3, self_kept=5)
    page = text(noa, MAP)
    assert "You have more room for yourself than you did in September." in page
    assert "Selfhood: Higher than on 5 September 2026: more than 99 in 100 sure." in page


def test_no_page_calls_anybody_by_a_corner_of_the_map(noa, clock):
    check_ins(stage(noa))
    for path in (MAP, ASPECTS, PATTERNS, "/checkin/aspects/9/", "/checkin/checkup/comparison/"):
        assert not re.search(r"(you|you're|they|partner)( are| is)? codependent", text(noa, path))


def test_it_names_the_ideal_as_the_measure_and_never_more_as_better(noa, clock):
    all_items(noa, TODAY - timedelta(days=1), together=5, self_kept=2)
    first_visit(noa, 4, wish=3, day=TODAY)
    page = text(noa, MAP)
    assert "Being closer is not better" in page
    assert "You would like a little less closeness than your answers say there is." in page


def test_after_ten_years_the_map_reads_no_history(noa, clock, django_assert_max_num_queries):
    check_ins(stage(noa))
    for number in range(200):
        noa.mine.add(
            Answers(day=TODAY - timedelta(days=14 * number), sort="weekly", given=((ITEMS[0], 4),)), new_id()
        )
    with django_assert_max_num_queries(6):
        noa.client.get(MAP)


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


def test_the_ideal_of_an_axis_takes_three_of_its_facets(noa, clock):
    wished = tuple((name, 5) for name in ("open", "lean", "worth"))
    standing.add_answers(
        noa.mine,
        Answers(day=TODAY, sort="first", given=((ITEMS[0], 2),), ideals=wished, alone=True),
        new_id(),
    )
    wishes = read_person(standing.state_of(noa.mine), TODAY, alone=True).wishes
    assert set(wishes) == {"open", "lean", "worth"}
    assert "You have not said yet how much of each you would like" in text(noa, MAP)


def test_the_map_says_little_beside_its_folds(noa, clock):
    check_ins(stage(noa))
    main = text(noa, MAP).partition("<main")[2].partition("</main>")[0]
    open_parts = re.sub(r"<(details|svg|nav|table)\b.*?</\1>", " ", main, flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", " ", open_parts).split()
    assert 20 < len(words) <= 130
