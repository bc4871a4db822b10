"""The one thing worth doing next on *Today*, and the small things behind it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import escape

from bothand.content.sessions import load_exercises, load_sessions
from bothand.domain.checkins import FearAnswers, Rhythm
from bothand.domain.plan import PastPlan, Plan
from bothand.kit import registry
from bothand.kit.manifest import Asked
from bothand.rooms.today.advice.pages import AfraidPart, NextPart, ThingPart
from bothand.rooms.today.today import build_parts
from bothand.vault.space import Space

TODAY = date(2026, 11, 24)
ALL = (*load_sessions(), *load_exercises())


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def pieces(who, today=TODAY, partner=""):
    return {type(one): one for one in build_parts(Asked(who.mine, None, today, partner=partner))}


def part(who, today=TODAY, partner=""):
    return pieces(who, today, partner)[NextPart]


REAL = registry.all_rooms()


@pytest.fixture
def check_in(monkeypatch):
    """As if a room led to a check-in."""
    rooms = (replace(one, leads={"check_in": "journal_new"} if one.name == "journal" else {}) for one in REAL)
    found = tuple(rooms)
    monkeypatch.setattr(registry, "all_rooms", lambda: found)


@pytest.fixture
def no_check_in(monkeypatch):
    """As if no room did."""
    found = tuple(replace(one, leads={}) for one in REAL)
    monkeypatch.setattr(registry, "all_rooms", lambda: found)


def test_somebody_new_is_invited_by_the_room_of_the_check_in_and_once(noa, clock, check_in):
    assert list(pieces(noa, noa.mine.since)) == [ThingPart]


def test_a_check_in_that_was_put_off_is_not_offered(noa, clock, check_in):
    noa.mine.add(Rhythm(last=TODAY - timedelta(days=14), off=TODAY - timedelta(days=1)))
    assert part(noa).title


def test_it_is_offered_again_after_a_week(noa, clock, check_in):
    noa.mine.add(Rhythm(last=TODAY - timedelta(days=7)))
    assert list(pieces(noa)) == [ThingPart]


def test_without_a_plan_there_is_something_else_each_day_for_more_than_a_month(noa, clock, no_check_in):
    noa.answer_never(TODAY)
    titles = [part(noa, TODAY + timedelta(days=number)).title for number in range(len(ALL))]
    assert len(set(titles)) == len(ALL) >= 28
    assert set(titles) == {one.title for one in ALL}


def test_a_plan_gives_its_week_s_small_thing_and_the_way_to_the_page_to_do_it(noa, clock, no_check_in):
    noa.mine.add(Plan(facet="worth", practice_own="P1", began=TODAY))
    found = part(noa)
    assert found.title == "Worth from within"
    assert found.first.startswith("Before you ask anybody")
    assert found.act.path == reverse("journal_new")
    assert found.about == "It is from your plan, week 1 of 6."


def test_when_six_weeks_are_over_it_offers_to_look_back(noa, clock, no_check_in):
    noa.mine.add(Plan(facet="worth", practice_own="P1", began=TODAY - timedelta(days=42)))
    assert part(noa).act.path == reverse("today_look_back")


def test_it_is_on_today_with_its_reason(noa, clock):
    page = text(noa.client.get("/"))
    assert "One thing worth doing" in page
    assert "Why this, why now" in page


def test_who_is_afraid_sees_the_way_to_the_load_help_first_and_is_told_why_one_tap_away(noa, clock):
    noa.mine.add(FearAnswers(day=TODAY - timedelta(days=3), at_home=2))
    page = text(noa.client.get("/"))
    assert page.index(reverse("safety_page")) < page.index("One thing worth doing")
    assert "You answered" not in page
    why = text(noa.client.get(reverse("today_why")))
    assert "You answered that you are at times afraid of what happens at home." in why
    assert "Until 16 January" in why
    assert reverse("safety_page") in why


def test_who_is_not_afraid_is_told_nothing_of_it(noa, clock):
    noa.mine.add(FearAnswers(day=TODAY, say_no=0, disagree=0))
    assert "afraid" not in text(noa.client.get(reverse("today_why")))
    assert AfraidPart not in pieces(noa)


def test_under_the_fear_rule_no_thing_for_two_is_listed_or_suggested(couple, clock, no_check_in):
    noa, _ = couple
    two = {one.title for one in ALL if one.together == "together"}
    noa.answer_never(TODAY)
    assert all(title in text(noa.client.get(reverse("today_things"))) for title in ("Show me what you love",))
    noa.mine.add(FearAnswers(day=TODAY, say_no=1))
    listed = text(noa.client.get(reverse("today_things")))
    assert not [title for title in two if escape(title) in listed]
    assert not two & {part(noa, TODAY + timedelta(days=number), "Sam").title for number in range(56)}


def test_a_thing_for_two_stays_open_by_its_address_and_says_how_to_do_it_alone(couple, clock):
    noa, _ = couple
    where = reverse("today_thing", args=["s14"])
    noa.answer_never(TODAY)
    assert "Do it with a friend" not in text(noa.client.get(where))
    noa.mine.add(FearAnswers(day=TODAY, say_no=1))
    assert "Do it with a friend" in text(noa.client.get(where))


def test_every_thing_can_be_read_whole_alone(noa, clock):
    for one in ALL:
        page = text(noa.client.get(reverse("today_thing", args=[one.id.lower()])))
        assert all(escape(line) in page for line in (*one.purpose, *one.steps, *one.closing, one.bad_day))
        assert one.alone is None or escape(one.alone) in page


def test_an_exercise_leads_to_where_it_can_be_done_with_words_beside_each_step(noa, clock):
    there = reverse("journal_sessions")
    assert f'class="btn" href="{there}"' in text(noa.client.get(reverse("today_thing", args=["e01"])))
    assert there not in text(noa.client.get(reverse("today_thing", args=["s01"])))


def test_reading_a_thing_keeps_nothing(noa, clock):
    before = len(noa.mine.query().items)
    for one in ALL[:5]:
        noa.client.get(reverse("today_thing", args=[one.id.lower()]))
    assert len(noa.mine.query().items) == before


@pytest.mark.parametrize("odd", ["s99", "S14 ", "..", "e1", "s14\u0660"])
def test_an_address_that_is_none_leads_nowhere(noa, clock, odd):
    assert noa.client.get(reverse("today_things") + odd + "/").status_code == 404


def test_the_state_of_check_ins_is_not_opened_where_no_step_depends_on_it(noa, clock, monkeypatch):
    asked = []
    real_only = Space.only
    monkeypatch.setattr(Space, "only", lambda space, kind: asked.append(kind) or real_only(space, kind))
    noa.mine.add(Plan(facet="worth", practice_own="P1", began=TODAY))
    noa.mine.add(Rhythm(last=TODAY))
    part(noa)
    assert asked == []


def test_past_plans_are_not_loaded_for_today(noa, clock, django_assert_num_queries):
    for _ in range(20):
        noa.mine.add(PastPlan(facet="own", practice_own="P1", began=TODAY, ended=TODAY))
    with django_assert_num_queries(1):
        part(noa)


def test_a_plan_about_a_facet_that_is_not_known_here_is_passed_over(noa, clock):
    noa.mine.add(Plan(facet="shiny", practice_own="P1", began=TODAY))
    assert part(noa).why


def test_one_thing_is_offered_for_now_and_the_others_stand_folded_by_practice(noa, clock):
    noa.answer_never(TODAY)

    def offered(**asked):
        page = unescape(text(noa.client.get(reverse("today_things"), asked)))
        (one,) = re.findall(r'<h2 id="one">(.*?)</h2>', page)
        return one, page

    first, page = offered()
    folds = re.findall(r"<details>(.*?)</details>", page, re.DOTALL)
    assert len(folds) > 4
    assert all(fold.count("<li>") <= 10 for fold in folds)
    assert all(sum(f">{one.title}</a>" in fold for fold in folds) == 1 for one in ALL)
    (another,) = re.findall(r'href="[^"?]*\?at=(\d+)">Another one', page)
    assert offered(at=another)[0] != first
    assert offered(at="odd")[0] == ALL[0].title
