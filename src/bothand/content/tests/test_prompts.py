import pytest

from bothand.content.partner_name import check_name_places
from bothand.content.prompts import guiding_question, load_prompts
from bothand.content.tests.reader import complaints, grade, overlap
from bothand.relationship import PRACTICES


def test_it_asks_the_guiding_question_of_the_model():
    asked = guiding_question("Sam").questions
    assert asked[0] == "How would I see myself if I were not in this relationship?"
    assert asked[1] == "Would I be as sure of myself without Sam's approval?"


def test_it_asks_somebody_alone_without_a_partner():
    alone = guiding_question(None)
    assert len(alone.questions) == 2
    assert "relationship" not in " ".join(alone.questions)
    assert "{" not in repr(alone)


def test_it_takes_a_name_as_it_is():
    assert guiding_question("{name} %s").questions[1].endswith("without {name} %s's approval?")


def test_it_has_24_prompts_for_all_seven_practices():
    assert len(load_prompts()) == len({one.id for one in load_prompts()}) == 24
    assert {one.practice for one in load_prompts()} == {one.id for one in PRACTICES}


def test_it_words_every_prompt_with_and_without_a_partner():
    for one in load_prompts():
        assert "{" not in one.wording("Sam")
        assert "{" not in one.wording(None)
        assert "Sam" not in one.wording(None)


@pytest.mark.parametrize("prompt", load_prompts(), ids=lambda one: one.id)
def test_it_speaks_plainly(prompt):
    for text in (prompt.text, prompt.wording(None)):
        assert complaints(text) == []
        assert grade(text) <= 7


def test_it_gives_24_different_prompts():
    listed = load_prompts()
    assert not [(a.id, b.id) for a in listed for b in listed if a.id < b.id and overlap(a.text, b.text) > 0.5]


def test_it_refuses_a_place_that_is_no_name_and_a_name_where_there_is_none():
    with pytest.raises(ValueError, match="only place"):
        check_name_places("Tell {who}", None)
    with pytest.raises(ValueError, match="names a partner"):
        check_name_places("Tell {name}", "Tell {name}")
