"""A plan of six weeks: suggested with its reasons, chosen by hand, looked back at, and seen by nobody else."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.content import items
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers
from bothand.domain.plan import PastPlan, Plan, focus_of
from bothand.kit import registry
from bothand.relationship import facet
from bothand.rooms.today.plan.store import find_past_plans
from bothand.vault import table
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

PLAN, BEGIN, EDIT, LOOK_BACK = (reverse(f"today_{name}") for name in ("plan", "begin", "edit", "look_back"))
TODAY = date(2026, 11, 24)


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def check_in(who, day, level, *, alone=True, only=None):
    """A first visit on a day: every item of a facet answered with `level`, keyed upward; `only` names another level."""
    asked = [one for one in items.items_for(has_partner=not alone, checkup=False) if one.facet]
    given = tuple(
        (one.id, answer if one.key == 1 else 6 - answer)
        for one in asked
        for answer in [(only or {}).get(facet(one.facet).name, level)]
    )
    ideals = (("limits", 5), ("worth", 3), ("own", 5))
    standing.add_answers(
        who.mine, Answers(day=day, sort="first", given=given, ideals=ideals, alone=alone), new_id()
    )


def typed(**others):
    return {
        "facet": "limits", "own": "P1", "both": "", "words": "Thursdays are mine.", "id": new_id().hex(), "revision": "",
    } | others  # fmt: skip


def plan_of(who):
    found = who.mine.only(Plan)
    return None if found is None else found.record


def put(who, **others):
    return who.mine.add(Plan(**{"facet": "limits", "practice_own": "P1", "began": TODAY} | others))


def test_before_anything_is_known_it_suggests_worth_from_within_and_says_why(noa, clock):
    page = text(noa.client.get(BEGIN))
    assert "This could be worth six weeks: Worth from within" in page
    assert "Little is known yet" in page


def test_it_suggests_what_lies_surely_below_what_somebody_would_like_with_the_numbers(noa, clock):
    check_in(noa, TODAY, 4, only={"limits": 1})
    page = text(noa.client.get(BEGIN))
    assert "This could be worth six weeks: Limits" in page
    assert "9 times in 10 it lies from" in page
    assert "How you see yourself comes first" in page


def test_it_begins_as_suggested_and_keeps_why(noa, clock):
    check_in(noa, TODAY, 4, only={"limits": 1})
    assert noa.client.post(BEGIN, typed()).url == PLAN
    plan = plan_of(noa)
    assert (plan.facet, plan.practice_own, plan.began, plan.by_hand) == ("limits", "P1", TODAY, False)
    assert plan.why == "surely_below_wish"
    page = text(noa.client.get(PLAN))
    assert "Thursdays are mine." in page
    assert "and you would like at least that" in page
    assert focus_of(noa.mine.query(shelf=Shelf.STANDS)) == "limits"


def test_something_else_can_be_chosen_and_then_it_says_so(noa, clock):
    check_in(noa, TODAY, 4, only={"limits": 1})
    noa.client.post(BEGIN, typed(facet="own"))
    assert plan_of(noa).by_hand
    assert plan_of(noa).why == ""
    assert "all of it yourself" in text(noa.client.get(PLAN))


def test_the_same_form_sent_twice_begins_one_plan(noa, clock):
    form = typed()
    for _ in range(2):
        assert noa.client.post(BEGIN, form).status_code == 302
    assert len(noa.mine.query(Plan).items) == 1
    assert len([one for one in noa.mine.query().items if isinstance(one.record, Answers)]) == 1


def test_a_second_plan_from_another_window_shows_both_and_loses_neither(noa, clock):
    noa.client.post(BEGIN, typed())
    page = text(noa.client.post(BEGIN, typed(facet="own", words="The choir.")), 409)
    assert "Thursdays are mine." in page
    assert "The choir." in page
    assert plan_of(noa).words == "Thursdays are mine."
    revision = noa.mine.only(Plan).revision
    assert (
        noa.client.post(BEGIN, typed(facet="own", words="The choir.", revision=revision)).status_code == 302
    )
    assert plan_of(noa).words == "The choir."


def test_it_is_changed_by_hand_and_goes_on_from_its_first_day(noa, clock):
    there = put(noa, began=TODAY - timedelta(days=9), why="worth_first", words="before")
    form = typed(facet="own", own="P1", words="after", revision=there.revision)
    assert noa.client.post(EDIT, form).url == PLAN
    plan = plan_of(noa)
    assert (plan.facet, plan.words, plan.began) == ("own", "after", TODAY - timedelta(days=9))
    assert plan.by_hand


def test_a_change_from_an_old_page_shows_both(noa, clock):
    put(noa, words="before")
    noa.client.post(EDIT, typed(words="from one window", revision=1))
    page = text(noa.client.post(EDIT, typed(words="from the other", revision=1)), 409)
    assert "from one window" in page
    assert "from the other" in page


def test_a_change_to_a_plan_that_was_deleted_meanwhile_comes_back_as_a_new_one(noa, clock):
    page = text(noa.client.post(EDIT, typed(words="not lost")), 409)
    assert "not lost" in page
    assert "ended in another window" in page


def test_words_that_are_too_long_come_back_whole(noa, clock):
    page = text(noa.client.post(BEGIN, typed(words="x" * 2001)), 422)
    assert "x" * 2001 in page
    assert plan_of(noa) is None


def test_looking_back_says_what_changed_beyond_noise_with_its_interval(noa, clock):
    began = TODAY - timedelta(days=43)
    check_in(noa, began - timedelta(days=1), 2)
    put(noa, began=began)
    standing.lay_anchor(noa.mine, began, new_id(), alone=True)
    check_in(noa, TODAY, 5)
    page = text(noa.client.get(LOOK_BACK))
    assert "Your answers are higher than six weeks ago." in page
    assert "more than 99 in 100 sure" in page
    assert "9 times in 10 the difference lies from +" in page
    assert "no proof of what the plan did" in page


def test_looking_back_without_a_check_in_since_says_that_nothing_can_be_said(noa, clock):
    put(noa, began=TODAY - timedelta(days=50))
    assert "Too early to say" in text(noa.client.get(LOOK_BACK))


def test_looking_back_with_the_check_in_alone_with_which_it_began_says_that_nothing_can_be_said(noa, clock):
    began = TODAY - timedelta(days=43)
    put(noa, began=began)
    standing.lay_anchor(noa.mine, began, new_id(), alone=True)
    check_in(noa, began + timedelta(days=2), 3)
    page = text(noa.client.get(LOOK_BACK))
    assert "Too early to say" in page
    assert "no check-in since 14 October" in page


def test_looking_back_at_what_no_check_in_asked_about_says_that_nothing_can_be_said(noa, clock):
    began = TODAY - timedelta(days=43)
    put(noa, facet="limits", began=began)
    standing.lay_anchor(noa.mine, began, new_id(), alone=True)
    other = next(one for one in measurement.item_bank(alone=True, weekly=True).items if one.facet == "own")
    given = Answers(day=TODAY, sort="weekly", given=((other.id, 4),), alone=True)
    standing.add_answers(noa.mine, given, new_id())
    assert "Too early to say" in text(noa.client.get(LOOK_BACK))


def test_looking_back_where_nothing_moved_says_that_it_is_steady(noa, clock):
    began = TODAY - timedelta(days=43)
    check_in(noa, began - timedelta(days=1), 3)
    put(noa, began=began)
    standing.lay_anchor(noa.mine, began, new_id(), alone=True)
    check_in(noa, TODAY, 3)
    page = text(noa.client.get(LOOK_BACK))
    assert "Your answers about it have been steady." in page
    assert "Steady since 12 October 2026: it moved by less than one step" in page


def test_looking_back_ends_the_plan_and_keeps_what_helped(noa, clock):
    put(noa, began=TODAY - timedelta(days=43), words="Thursdays")
    form = {"helped": "Saying it early.", "id": new_id().hex(), "revision": "1"}
    for _ in range(2):
        assert noa.client.post(LOOK_BACK, form).url == reverse("today_past")
    assert plan_of(noa) is None
    (past,) = find_past_plans(noa.mine).items
    assert (past.record.helped, past.record.ended, past.record.words) == (
        "Saying it early.",
        TODAY,
        "Thursdays",
    )
    page = text(noa.client.get(reverse("today_past")))
    assert "Saying it early." in page


def test_words_about_a_plan_that_is_gone_are_not_lost(noa, clock):
    form = {"helped": "Not lost.", "id": new_id().hex(), "revision": "1"}
    assert "Not lost." in text(noa.client.post(LOOK_BACK, form), 409)


def test_looking_back_from_an_old_page_shows_the_plan_as_it_is_and_keeps_the_words(noa, clock):
    put(noa)
    noa.client.post(EDIT, typed(facet="own", revision=1))
    page = text(
        noa.client.post(LOOK_BACK, {"helped": "still here", "id": new_id().hex(), "revision": "1"}), 409
    )
    assert "still here" in page
    assert plan_of(noa) is not None


def test_after_a_plan_with_it_worth_need_not_come_first_again(noa, clock):
    check_in(noa, TODAY, 5, only={"own": 1})
    past = PastPlan(facet="worth", practice_own="P1", began=TODAY, ended=TODAY)
    noa.mine.add(past)
    page = text(noa.client.get(BEGIN))
    assert "comes first" not in page


def test_a_plan_and_what_is_kept_of_one_can_be_deleted_after_asking(noa, clock):
    put(noa, words="to go")
    assert "to go" in text(noa.client.get(reverse("today_delete")))
    noa.client.post(reverse("today_delete"), {"revision": "1"})
    assert plan_of(noa) is None
    past = noa.mine.add(PastPlan(facet="own", practice_own="P1", began=TODAY, ended=TODAY, helped="also"))
    where = reverse("today_past_delete", args=[past.hex])
    assert "also" in text(noa.client.get(where))
    noa.client.post(where, {"revision": "1"})
    assert find_past_plans(noa.mine).items == ()


def test_the_page_before_deleting_says_when_the_plan_was_changed_meanwhile(noa, clock):
    put(noa)
    noa.client.post(EDIT, typed(words="newer", revision=1))
    assert "newer" in text(noa.client.post(reverse("today_delete"), {"revision": "1"}), 409)
    assert plan_of(noa) is not None


# Two people


def afraid(who, **given):
    who.mine.add(FearAnswers(day=TODAY - timedelta(days=3), **({"say_no": 1} | given)))


def test_with_a_partner_one_thing_for_two_is_offered_and_named_as_theirs_to_ask_for(couple, clock):
    noa, _ = couple
    assert 'name="both"' not in text(noa.client.get(BEGIN)), "nobody has been asked about fear yet"
    noa.answer_never(TODAY)
    assert 'name="both"' in text(noa.client.get(BEGIN))


def test_somebody_alone_is_offered_nothing_for_two_and_told_that_it_works_alone(noa, clock):
    page = text(noa.client.get(BEGIN))
    assert 'name="both"' not in page
    assert "works for one person alone" in page
    assert "both" not in noa.client.post(BEGIN, typed(both="P4")).content.decode()
    assert plan_of(noa).practice_both == ""


def test_who_is_afraid_is_offered_nothing_for_two_and_can_send_nothing_for_two(couple, clock):
    noa, _ = couple
    afraid(noa)
    page = text(noa.client.get(BEGIN))
    assert 'name="both"' not in page
    assert "P7" not in page
    noa.client.post(BEGIN, typed(both="P4"))
    assert plan_of(noa).practice_both == ""


def test_a_plan_for_two_rests_while_its_owner_is_afraid_and_is_not_lost(couple, clock):
    noa, _ = couple
    put(noa, practice_both="P4")
    noa.answer_never(TODAY)
    assert "With Sam, if you ask" in text(noa.client.get(PLAN))
    afraid(noa)
    page = text(noa.client.get(PLAN))
    assert "The part for two is paused for now." in page
    assert "if you ask" not in page
    noa.client.post(EDIT, typed(words="still mine", revision=1))
    assert plan_of(noa).practice_both == "P4"


def test_the_partner_s_pages_are_byte_equal_whatever_i_plan_or_fear(couple, clock):
    noa, sam = couple
    addresses = ("/", PLAN, BEGIN, reverse("today_things"), reverse("today_why"), reverse("today_past"))

    def pages():
        return [strip(sam.client.get(one).content.decode()) for one in addresses]

    before = pages()
    put(noa, practice_both="P4", words="nobody else's")
    afraid(noa)
    noa.mine.add(PastPlan(facet="own", practice_own="P1", began=TODAY, ended=TODAY, helped="mine"))
    assert pages() == before


def strip(page):
    """A page without what is drawn anew each time: tokens and fresh ids."""
    return re.sub(r"[0-9a-zA-Z]{32,}", "", page)


def test_nobody_else_sees_or_deletes_what_was_kept_of_a_plan(couple, clock):
    noa, sam = couple
    past = noa.mine.add(PastPlan(facet="own", practice_own="P1", began=TODAY, ended=TODAY, helped="mine"))
    where = reverse("today_past_delete", args=[past.hex])
    assert sam.client.get(where).status_code == 404
    sam.client.post(where, {"revision": "1"})
    assert len(find_past_plans(noa.mine).items) == 1


def test_a_row_that_does_not_open_may_be_a_fear_answer_so_nothing_for_two_is_offered(couple, clock):
    noa, _ = couple
    there = noa.mine.add(FearAnswers(day=TODAY, say_no=1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [there.id])
    assert table.find_row(noa.mine.id, [there.id]) is not None
    assert 'name="both"' not in text(noa.client.get(BEGIN))


@pytest.mark.parametrize(
    "name", ["today_plan", "today_begin", "today_look_back", "today_past", "today_why", "today_things"]
)
def test_locked_none_of_it_shows(noa, clock, name):
    put(noa, words="not to be seen")
    noa.lock()
    answer = noa.client.get(reverse(name))
    assert answer.status_code == 403
    assert b"not to be seen" not in answer.content


def tick(who, **data):
    return who.client.post(reverse("today_tick"), data)


def test_this_week_can_be_ticked_and_the_tick_taken_away(noa, clock):
    put(noa, began=TODAY - timedelta(days=15), practice_own="P2", done=(1,))
    page = text(noa.client.get(PLAN))
    assert "Week 3 of 6, until Sunday, 29 November" in page
    assert len(re.findall(r'<li class="done">', page)) == 1
    assert page.count('aria-current="step"') == 1
    tick(noa, week="3", done="on")
    assert plan_of(noa).done == (1, 3)
    assert 'name="done" checked' in text(noa.client.get(PLAN))
    tick(noa, week="3")
    assert plan_of(noa).done == (1,)


@pytest.mark.parametrize("week", ["0", "7", "", "soon"])
def test_there_are_six_weeks_and_no_more(noa, clock, week):
    put(noa)
    assert tick(noa, week=week, done="on").url == PLAN
    assert plan_of(noa).done == ()


def test_a_tick_without_a_plan_leads_to_where_one_is_begun(noa, clock):
    assert tick(noa, week="1", done="on").url == PLAN


def test_a_changed_plan_keeps_its_ticks(noa, clock):
    there = put(noa, done=(1,))
    noa.client.post(EDIT, typed(revision=str(there.revision), facet="own"))
    assert (plan_of(noa).facet, plan_of(noa).done) == ("own", (1,))


@pytest.mark.parametrize("practice", ["P1", "P2", "P3", "P4", "P5", "P6", "P7"])
def test_its_button_lands_on_the_page_to_do_it_and_on_no_list(couple, clock, practice):
    noa, _sam = couple
    put(noa, practice_own=practice)
    page = text(noa.client.get(PLAN))
    (path,) = re.findall(r'<a class="btn plain" href="([^"]+)">[^<]*</a>\s*</div>\s*</form>', page)
    there = text(noa.client.get(path))
    assert path not in {f"/{room.path}" for room in registry.all_rooms()} or practice == "P3"
    assert "<form" in there.partition("<main")[2] or practice == "P3"


def test_it_is_headed_by_what_it_prescribes_and_draws_what_it_is_about(noa, clock):
    began = TODAY - timedelta(days=15)
    check_in(noa, began - timedelta(days=1), 2)
    put(noa, facet="own", practice_own="P2", began=began)
    standing.lay_anchor(noa.mine, began, new_id(), alone=True)
    check_in(noa, TODAY, 5)
    page = text(noa.client.get(PLAN))
    assert "Time for what you love, in six weeks" in page
    assert "With “A life of my own” in mind." in page
    curve = page.partition("A life of my own over the six weeks")[2].partition("</svg>")[0]
    assert curve.count("<polyline") == 1
    assert "M10 12H330" in curve  # the ideal, where it was said
    assert "Higher than on 9 November 2026" in page


def test_what_helped_before_stands_with_the_plan(noa, clock):
    put(noa)
    over = PastPlan(
        facet="own", practice_own="P2", began=date(2026, 3, 1), ended=TODAY, helped="Saying it early."
    )
    noa.mine.add(over, new_id())
    page = text(noa.client.get(PLAN))
    assert "What helped you before" in page
    assert "Saying it early." in page
