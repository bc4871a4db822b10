"""Texts are compared as people type them, in every script, and in every room alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.kit.folding import FEW, Folder, fold_all, fold_text

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.characters(max_codepoint=0x24F),
        st.sampled_from("aAéÉßıİﬁ \n\u0301\u200d\u200b👩🏽ک"),
    )
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("isil", "Işıl"),
        ("ışıl", "IŞIL"),
        ("IŞIL", "ışıl"),
        ("ISIL", "Işıl"),
        ("ibrahim", "İbrahim"),
        ("IBRAHIM", "İbrahim"),
        ("lodz", "Łódź"),
        ("zazolc gesla jazn", "Zażółć gęślą jaźń"),
        ("soren aero", "Søren Ærø"),
        ("asa", "Åsa"),
        ("nguyen thi dong", "Nguyễn Thị Đông"),
        ("strasse", "STRAßE"),
        ("strasse", "STRAẞE"),
        ("muller", "Müller"),
        ("thor", "Þór"),
        ("cafe", "ｃａｆé"),
        ("fine", "ﬁne"),
        ("елка", "Ёлка"),
        ("αγαπη", "Αγάπη"),
        ("שלום", "שָׁלוֹם"),
        ("سلام", "سَلام"),
        ("می\u200cخواهم", "میخواهم"),
        ("👩\u200d🌾", "👩🌾"),
    ],
)
def test_it_folds_as_people_type(typed, written):
    assert fold_text(typed) == fold_text(written)
    assert fold_text(typed) == fold_text(unicodedata.normalize("NFD", written))


@pytest.mark.parametrize(
    ("one", "other"), [("王", "汪"), ("か", "き"), ("कि", "की"), ("ب", "ت"), ("の", "ノ")]
)
def test_other_letters_stay_other_letters(one, other):
    assert fold_text(one) != fold_text(other)


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    assert fold_text(fold_text(text)) == fold_text(text)


@given(TEXTS)
def test_folding_letter_by_letter_is_folding_the_whole(text):
    folder = Folder()
    assert "".join(map(folder.fold_letter, text)) == Folder().fold(text)


@given(TEXTS)
def test_either_spelling_of_an_accent_folds_alike(text):
    assert fold_text(unicodedata.normalize("NFC", text)) == fold_text(unicodedata.normalize("NFD", text))


def test_a_text_of_many_letters_folds_as_one_of_few():
    letters = [chr(number) for number in range(0xC0, 0xC0 + 2 * FEW)]
    assert Folder().fold("".join(letters)) == "".join(Folder().fold(letter) for letter in letters)


@given(st.lists(st.text(alphabet=st.characters(max_codepoint=0x24F)) | TEXTS, max_size=9))
def test_many_texts_fold_as_each_does(texts):
    assert [" ".join(text.split()) for text in fold_all(texts)] == [fold_text(text) for text in texts]
