"""Searching, cutting, prompts in turn: for any text that anybody types."""

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bothand.kit.finding import Finder, cut_text, excerpt_around
from bothand.kit.folding import fold_text
from bothand.rooms.journal.entries.rules import (
    add_id,
    find_days_about,
    find_year_before,
    list_months,
    pick_prompt,
    remove_id,
)

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("aAéÉßıİﬁ \n\u0301\u200d\u200b👩🏽ک")
    )
)


@given(TEXTS)
def test_a_text_is_found_by_itself_in_either_spelling_of_its_accents(text):
    for form in ("NFC", "NFD"):
        term = fold_text(unicodedata.normalize(form, text))
        assert Finder(term).is_in(text)


def test_case_width_and_signs_nobody_sees_make_no_difference():
    for typed, text in (
        ("STRASSE", "In der Straße"),
        ("ｃａｆé", "Cafe\u0301"),
        ("soft hyphen", "soft\u00adhy\u200bphen".replace("soft\u00adhy", "soft hy")),
        ("two words", "two\n\nwords"),
        ("سلام", "\u202eسلام"),
    ):
        assert Finder(fold_text(typed)).is_in(text), typed


def test_a_word_that_is_not_there_is_not_found():
    assert not Finder(fold_text("quire")).is_in("The choir again")


@given(TEXTS, st.integers(0, 30), st.integers(1, 10))
def test_a_piece_of_a_text_is_marked_where_it_stands(text, start, length):
    term = fold_text(text[start : start + length])
    if not term:
        return
    found = excerpt_around(text, term)
    if found.match:
        assert Finder(term).is_in(found.match)
        assert found.match in " ".join(text.split("\n")) or fold_text(found.match) in " ".join(
            fold_text(text).split()
        )


def test_what_stands_around_a_match_is_shown_on_one_line():
    text = "First line.\n" + "long " * 60 + "choir " + "after " * 60
    found = excerpt_around(text, "choir")
    assert found.before.startswith("… ")
    assert found.match == "choir"
    assert found.after.endswith(" …")
    assert "\n" not in found.before + found.after


def test_a_whole_letter_is_marked_though_only_its_base_was_looked_for():
    assert excerpt_around("Cafe\u0301 um drei", "cafe").match == "Cafe\u0301"


@given(TEXTS, st.integers(8, 60))
def test_a_cut_text_is_a_beginning_of_it_and_not_longer_than_wished(text, longest):
    shown = cut_text(text, longest)
    line = " ".join(text.split())
    if shown.endswith(" …") and not line.endswith(" …"):
        shown = shown.removesuffix(" …")
    assert line.startswith(shown.rstrip())
    assert len(shown) <= longest + 2


def test_a_cut_never_parts_an_accent_or_a_joined_sign_from_its_letter():
    family = "👩\u200d👩\u200d👧"
    assert cut_text("x" * 8 + family + "y" * 9, 10).removesuffix(" …") == "x" * 8
    assert cut_text("x" * 9 + "e\u0301" + "y" * 9, 10).removesuffix(" …") == "x" * 9


@given(st.dates(), st.integers(1, 40))
def test_each_prompt_has_its_turn(day, count):
    prompts = list(range(count))
    seen = {
        pick_prompt(date.fromordinal(1 + (day.toordinal() + n) % 700000), prompts) for n in range(count + 1)
    }
    assert seen <= set(prompts)
    assert count == 1 or len(seen) > 1


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_year_before_is_in_the_year_before(day):
    then = find_year_before(day)
    assert then.year == day.year - 1
    assert 365 <= (day - then).days <= 367


@given(st.dates(min_value=date(3, 1, 1)))
def test_the_days_of_a_year_ago_lie_in_the_months_that_are_asked_for(day):
    first, last = find_days_about(day)
    months = list_months(first, last)
    assert f"{first.year:04}-{first.month:02}" in months
    assert f"{last.year:04}-{last.month:02}" in months
    assert len(months) <= 2


@given(st.lists(st.binary(min_size=16, max_size=16), unique=True), st.binary(min_size=16, max_size=16))
def test_an_id_is_put_in_once_and_taken_out_whole(ids, one):
    with_it = add_id(tuple(ids), one)
    assert with_it.count(one) == 1
    assert add_id(with_it, one) == with_it
    assert one not in remove_id(with_it, one)
