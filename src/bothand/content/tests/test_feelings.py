import pytest

from bothand.content.feelings import FeelingFamily, find_feeling, load_feelings
from bothand.content.loader import ContentError, parse_toml
from bothand.content.tests.reader import complaints

ABOUT_THE_OTHER = {
    "abandoned",
    "attacked",
    "betrayed",
    "controlled",
    "ignored",
    "rejected",
    "unloved",
    "used",
}


def test_it_has_about_sixty_words_in_small_families():
    assert 55 <= sum(len(one.words) for one in load_feelings()) <= 70
    assert all(5 <= len(one.words) <= 6 for one in load_feelings())


def test_it_shows_each_word_once():
    texts = [word.text for one in load_feelings() for word in one.words]
    assert len(texts) == len(set(texts))


def test_it_names_what_is_so_in_the_speaker_not_what_another_did():
    assert not ABOUT_THE_OTHER & {word.text for one in load_feelings() for word in one.words}


def test_it_has_words_for_light_and_for_heavy_days():
    assert {one.tone for one in load_feelings()} == {"light", "heavy", "mixed"}


def test_it_speaks_plainly():
    assert not [word.text for one in load_feelings() for word in one.words if complaints(word.text)]


def test_it_finds_a_word_by_its_id_and_no_other():
    assert find_feeling("sure").text == "sure of myself"
    with pytest.raises(KeyError):
        find_feeling("schadenfreude")


def test_it_refuses_a_word_that_is_no_text():
    for words in ("{glad = 1}", "{}"):
        with pytest.raises(ContentError, match=r"^f: "):
            parse_toml("f", f'id = "joy"\ntext = "joy"\ntone = "light"\nwords = {words}', FeelingFamily)
