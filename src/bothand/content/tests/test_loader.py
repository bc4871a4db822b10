from typing import Literal

import pytest

from bothand.content.loader import (
    ContentError,
    Entry,
    Text,
    parse_toml,
    read_names,
    read_text,
    require_distinct,
    require_one_of,
)


class Card(Entry, frozen=True):
    """A card with a field of each sort."""

    id: Text
    flag: bool = False
    number: int = 0
    words: tuple[Text, ...] = ()
    side: Literal["solo", "together"] = "solo"

    def __post_init__(self) -> None:
        require_one_of("id", self.id, ("a", "b"))


class Cards(Entry, frozen=True):
    """A file of them."""

    card: tuple[Card, ...] = ()


def read(text):
    return parse_toml("en/cards.toml", text, Cards).card


def test_it_reads_each_field_as_its_type_says_and_flattens_spaces():
    (card,) = read('[[card]]\nid = "a"\nflag = true\nnumber = 3\nwords = ["to  be", "or\\nnot"]')
    assert card == Card("a", True, 3, ("to be", "or not"))


@pytest.mark.parametrize(
    "field",
    [
        "flag = 'yes'",
        "number = '1'",
        "number = true",
        "words = 'one'",
        "words = [1]",
        "words = [' ']",
        "side = 'both'",
    ],
)
def test_it_refuses_a_field_of_another_type_and_names_file_entry_and_field(field):
    name = field.split()[0]
    with pytest.raises(ContentError, match=rf"en/cards\.toml: .*card\[1\]\.{name}"):
        read(f'[[card]]\nid = "a"\n[[card]]\nid = "b"\n{field}')


@pytest.mark.parametrize(
    "text", ["[[card]]", "[[card]]\nid = ' '", "[card]\nid = 'a'", "[[card]]\nid = 'a'\nother = 1"]
)
def test_it_refuses_what_is_missing_empty_no_list_or_unknown(text):
    with pytest.raises(ContentError, match=r"en/cards\.toml: "):
        read(text)


def test_it_refuses_what_only_a_sentence_can_say_and_names_the_entry():
    with pytest.raises(ContentError, match=r"expected one of a, b.*card\[0\]"):
        read('[[card]]\nid = "c"')


def test_it_names_the_line_of_bad_toml():
    with pytest.raises(ContentError, match=r"en/cards\.toml.*line 1"):
        read("a = \n")


def test_it_names_a_missing_file_or_folder():
    with pytest.raises(ContentError, match=r"en/nothing\.toml"):
        read_text("en", "nothing.toml")
    with pytest.raises(ContentError, match="en/nothing"):
        read_names("en", "nothing", ".md")


def test_it_refuses_an_id_twice():
    with pytest.raises(ContentError, match="twice: a"):
        require_distinct("f", ["a", "b", "a"])
