import itertools

import pytest

from bothand.content import passphrases as module
from bothand.content.loader import ContentError
from bothand.content.passphrases import load_words


def test_it_gives_1296_plain_words():
    listed = load_words()
    assert len(listed) == len(set(listed)) == 1296
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in listed)


def test_it_tells_words_apart_by_four_letters():
    assert len({word[:4] for word in load_words()}) == 1296


def test_it_has_no_word_that_begins_another():
    listed = load_words()
    assert not [pair for pair in itertools.pairwise(listed) if pair[1].startswith(pair[0])]


def test_it_refuses_a_language_without_a_list():
    with pytest.raises(ContentError, match=r"xx/words\.txt"):
        load_words("xx")


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        (["able"], "1 words"),
        (["Able", *[f"word{n}" for n in range(1295)]], "not 4 to 8 letters"),
        (["able"] * 1296, "same four letters"),
    ],
)
def test_it_refuses_a_list_that_is_not_as_described(monkeypatch, listed, said):
    monkeypatch.setattr(module, "read_text", lambda _language, _name: "\n".join(listed))
    with pytest.raises(ContentError, match=said):
        load_words.__wrapped__("xy")
