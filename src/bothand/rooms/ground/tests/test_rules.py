"""Orders, lists, two sheets in one, and what two revealed side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.domain.dials import AREAS, Dial, Dials
from bothand.kit.folding import fold_text
from bothand.relationship import SHARED_AREAS
from bothand.rooms.ground import rules
from bothand.rooms.ground.comparison.rules import (
    compare_dials,
    compare_lists,
    compare_pursuits,
    compare_reliances,
    compare_values,
    drafts_of_area,
    drafts_of_pursuit,
    draw_dials,
)
from bothand.rooms.ground.records import (
    GOAL,
    INTEREST,
    MINE,
    ON,
    SHARED,
    SORTS,
    TRY,
    WHOSE,
    Pursuit,
    Pursuits,
    Reliance,
    Reliances,
    Value,
    Values,
)

texts = st.text(min_size=1, max_size=8).filter(lambda one: one.strip())
values = st.lists(
    st.one_of(texts.map(Value), texts.map(lambda one: Value(words=one))), max_size=12, unique_by=rules.key_of
).map(tuple)
steps = st.integers(0, 5)
dials = st.lists(st.builds(Dial, st.sampled_from(AREAS), steps, steps), unique_by=lambda one: one.area).map(
    tuple
)
leanings = st.lists(
    st.builds(Reliance, texts, st.sampled_from(ON)), unique_by=lambda one: one.card, max_size=8
).map(tuple)
things = st.lists(st.builds(Pursuit, st.sampled_from(SORTS), st.sampled_from(WHOSE), texts), max_size=8).map(
    tuple
)


@given(ranked=values, data=st.data())
def test_an_order_loses_and_adds_nothing(ranked, data):
    numbers = {rules.key_of(one): data.draw(st.integers(1, len(ranked))) for one in ranked}
    assert sorted(rules.place_values(ranked, numbers), key=repr) == sorted(ranked, key=repr)
    assert rules.place_values(ranked, {}) == ranked


@given(ranked=values.filter(len), data=st.data())
def test_one_value_that_is_moved_stands_at_its_number_and_the_others_keep_their_order(ranked, data):
    at = data.draw(st.integers(0, len(ranked) - 1))
    to = data.draw(st.integers(1, len(ranked)))
    numbers = {rules.key_of(one): number for number, one in enumerate(ranked, start=1)}
    moved = rules.place_values(ranked, numbers | {rules.key_of(ranked[at]): to})
    assert moved[to - 1] == ranked[at]
    assert [one for one in moved if one != ranked[at]] == [one for one in ranked if one != ranked[at]]


@given(before=values, cards=st.lists(texts, unique=True, max_size=6), own=st.lists(texts, max_size=6))
def test_picking_keeps_exactly_what_was_picked_and_the_order_of_before(before, cards, own):
    found = rules.pick_values(before, cards, own)
    wanted = {*cards, *(rules.key_of(Value(words=one)) for one in own)}
    assert {rules.key_of(one) for one in found} == wanted
    kept = [rules.key_of(one) for one in before if rules.key_of(one) in wanted]
    assert [rules.key_of(one) for one in found][: len(kept)] == kept


@given(present=values, incoming=values)
def test_an_import_keeps_my_order_and_loses_no_value(present, incoming):
    found = rules.merge_values(Values(ranked=present), Values(ranked=incoming)).ranked
    assert found[: len(present)] == present
    assert {rules.key_of(one) for one in found} == {rules.key_of(one) for one in (*present, *incoming)}


@given(present=dials, incoming=dials)
def test_an_import_fills_what_is_open_and_changes_nothing_that_was_said(present, incoming):
    found = {one.area: one for one in rules.merge_dials(Dials(set=present), Dials(set=incoming)).set}
    other = {one.area: one for one in incoming}
    for one in present:
        assert one.now in {0, found[one.area].now}
        assert one.wish in {0, found[one.area].wish}
    for area in found.keys() - {one.area for one in present}:
        assert found[area] == other[area]


@given(present=leanings, incoming=leanings)
def test_an_import_of_leanings_leaves_what_was_said(present, incoming):
    found = rules.merge_reliances(Reliances(sorted=present), Reliances(sorted=incoming)).sorted
    assert set(present) <= set(found)
    assert {one.card for one in found} == {one.card for one in (*present, *incoming)}


@given(present=things, incoming=things)
def test_an_import_of_interests_has_each_once(present, incoming):
    found = rules.merge_pursuits(Pursuits(listed=present), Pursuits(listed=incoming)).listed
    keys = [(one.what, one.whose, fold_text(one.words)) for one in found]
    assert len(keys) == len(set(keys))
    assert {(one.what, one.whose, fold_text(one.words)) for one in (*present, *incoming)} == set(keys)


@given(mine=values, theirs=values)
def test_each_value_stands_in_exactly_one_place(mine, theirs):
    met = compare_lists(mine, theirs, rules.key_of)
    assert sorted(rules.key_of(one) for one in (*(a for a, _ in met.both), *met.mine)) == sorted(
        map(rules.key_of, mine)
    )
    assert sorted(rules.key_of(one) for one in (*(b for _, b in met.both), *met.theirs)) == sorted(
        map(rules.key_of, theirs)
    )
    assert all(rules.key_of(a) == rules.key_of(b) for a, b in met.both)


def test_a_card_and_the_same_in_own_words_meet():
    met = compare_values([Value("V01")], [Value(words=" honesty ")], lambda one: one.words or "Honesty")
    assert len(met.both) == 1


def test_what_stands_high_with_both_comes_first():
    mine, theirs = (Value("a"), Value("b"), Value("c")), (Value("c"), Value("b"), Value("a"), Value("d"))
    met = compare_lists(mine, (theirs[1], theirs[3], theirs[2]), rules.key_of)
    assert [one.card for one, _ in met.both] == ["b", "a"]


def test_interests_do_not_meet_goals():
    one = Pursuit(INTEREST, TRY, "Sailing")
    assert compare_pursuits([one], [Pursuit(GOAL, TRY, "sailing")]).both == ()
    assert compare_pursuits([one], [Pursuit(INTEREST, SHARED, "sailing ")]).both


@given(mine=dials, theirs=dials)
def test_each_area_that_somebody_showed_stands_in_exactly_one_place_and_apart_means_two_steps(mine, theirs):
    turned = compare_dials(mine, theirs)
    placed = [pair[0].area for pair in (*turned.near, *turned.apart, *turned.single)]
    assert sorted(placed) == sorted({one.area for one in (*mine, *theirs) if one.now or one.wish})
    for one, other in turned.near:
        assert not (one.wish and other.wish and abs(one.wish - other.wish) > 1)
        assert not (one.now and other.now and abs(one.now - other.now) > 1)
    for one, other in turned.apart:
        assert (one.wish and other.wish and abs(one.wish - other.wish) > 1) or (
            one.now and other.now and abs(one.now - other.now) > 1
        )


@given(mine=leanings, theirs=leanings)
def test_each_card_stands_in_exactly_one_place(mine, theirs):
    leant = compare_reliances(mine, theirs)
    both = [pair[0].card for pair in (*leant.each_other, *leant.on_theirs, *leant.on_mine, *leant.elsewhere)]
    single = [one.card for one in (*leant.single.mine, *leant.single.theirs)]
    assert sorted([*both, *single]) == sorted({one.card for one in (*mine, *theirs)})


@pytest.mark.parametrize("area", [one.name for one in SHARED_AREAS])
def test_only_money_home_time_and_plans_may_become_an_agreement(area):
    drafts = drafts_of_area(area)
    assert ("agreement" in drafts) == (area in {"money", "home", "time", "plans"})
    assert "topic" in drafts


@given(st.builds(Pursuit, st.sampled_from(SORTS), st.just(MINE), texts))
def test_what_the_other_keeps_as_their_own_opens_nothing_and_mine_no_agreement(thing):
    assert drafts_of_pursuit(thing, by_me=False) == ()
    assert "agreement" not in drafts_of_pursuit(thing, by_me=True)


@given(
    st.lists(
        st.tuples(st.builds(Dial, st.sampled_from(AREAS), steps, steps)).map(lambda one: (one[0], one[0])),
        max_size=10,
    )
)
def test_every_mark_stands_in_the_picture_and_mine_above_the_other_s(pairs):
    found = draw_dials(pairs, str)
    width, height = map(int, found.box.split()[2:])
    for track in found.tracks:
        for mark in track.marks:
            assert 8 <= mark.x <= width - 8
            assert 8 <= mark.y <= height - 8
            assert (mark.y < track.y) == mark.mine
