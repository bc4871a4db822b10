import re

import pytest

from bothand.content import starters as starters_module
from bothand.content.loader import ContentError, parse_toml, read_text
from bothand.content.starters import find_starter, load_starters
from bothand.content.tests.reader import complaints, grade

BINDS = (
    "sex", "kiss", "touch", "body", "weight", "eat less", "diet", "clothes", "wear", "phone", "password", "code", "location",
    "where you", "track", "friend", "meet", "see other", "go out", "allowed", "permission", "message", "chat", "account",
    "lock", "job",
)  # fmt: skip


def test_there_are_eight_that_couples_really_have():
    ids = [one.id for one in load_starters()]
    assert ids == ["spending", "visits", "mornings", "screens", "living", "holidays", "late", "child"]
    assert find_starter("nothing") is None


@pytest.mark.parametrize("one", load_starters(), ids=lambda one: one.id)
def test_none_binds_a_body_meetings_places_or_passwords(one):
    options = [f"{question.name} {' '.join(question.options)}" for question in one.question]
    words = " ".join([one.title, *options]).lower()
    assert [bad for bad in BINDS if re.search(rf"\b{bad}", words)] == []
    assert not complaints(words)


def test_only_the_one_that_needs_a_talk_first_has_no_questions():
    talks = [one.id for one in load_starters() if one.talk]
    assert talks == ["child"]
    child = find_starter("child")
    assert child is not None
    assert grade(child.talk) <= 7
    for one in load_starters():
        assert [len(question.options) for question in one.question] == ([] if one.talk else [4, 4])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["up to 50", "up to 100", "up to 200", "there is no fixed sum"]', '["up to 50"]', "two options"),
        ('"up to 100"', '"up to 50"', "none of them twice"),
        ('title = "Having a child, or not yet"\ntalk', 'title = "x"\n# talk', "needs a talk first"),
        ('id = "visits"', 'id = "spending"', "spending"),
    ],
)
def test_it_refuses_what_cannot_be_begun(monkeypatch, old, new, said):
    source = read_text("en", "starters.toml")
    assert old in source
    monkeypatch.setattr(
        starters_module,
        "read_toml",
        lambda _language, name, kind: parse_toml(name, source.replace(old, new, 1), kind),
    )
    with pytest.raises(ContentError, match=said):
        load_starters.__wrapped__("en")
