import pytest

from bothand.content.loader import ContentError, find_languages, parse_toml
from bothand.content.plan_ideas import WEEKS, Way, find_plan_idea, load_plan_ideas
from bothand.content.tests.reader import complaints, grade, overlap

TEXTS = [
    (f"{one.id}-{sort}-{number}", text)
    for one in load_plan_ideas().values()
    for sort, texts in (("about", (one.about,)), ("own", one.own), ("both", one.both))
    for number, text in enumerate(texts, 1)
]
each_text = pytest.mark.parametrize("text", [text for _, text in TEXTS], ids=[name for name, _ in TEXTS])


@each_text
def test_it_speaks_plainly(text):
    assert complaints(text) == []
    assert grade(text) <= 8
    assert len(text.split()) <= 40


def test_all_of_a_practice_together_reads_easily():
    for one in load_plan_ideas().values():
        assert grade(" ".join((one.about, *one.own))) <= 6
        if one.both:
            assert grade(" ".join(one.both)) <= 6


def test_no_two_of_them_say_the_same():
    assert not [(a, b) for a, one in TEXTS for b, other in TEXTS if a < b and overlap(one, other) > 0.5]


def test_each_practice_has_a_small_thing_for_each_week():
    for one in load_plan_ideas().values():
        assert len({one.week(number, None) for number in range(1, WEEKS + 1)}) == WEEKS
        if one.id not in {"P1", "P2"}:
            assert len({one.week(number, "Sam") for number in range(1, WEEKS + 1)}) == WEEKS


def test_worth_and_time_of_one_s_own_have_nothing_for_two():
    for key in ("P1", "P2"):
        with pytest.raises(ValueError, match="0 weeks"):
            find_plan_idea(key).week(1, "Sam")


def test_what_is_one_s_own_names_nobody():
    assert not [one.id for one in load_plan_ideas().values() if "{" in " ".join((one.about, *one.own))]


def test_it_takes_a_name_as_it_is():
    assert "ask {name} what" not in find_plan_idea("P3").week(1, "{x}")
    assert "{x}" in find_plan_idea("P3").week(1, "{x}")


def test_there_is_no_seventh_week():
    with pytest.raises(ValueError, match="6 weeks"):
        find_plan_idea("P1").week(7, None)


def test_every_language_has_all_of_them():
    for language in find_languages():
        assert list(load_plan_ideas(language)) == list(load_plan_ideas())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('id = "P1"\nabout = "x"\nown = ["a"]', "six weeks"),
        ('id = "P1"\nabout = "x"\nown = ["{name}", "b", "c", "d", "e", "f"]', "names a partner"),
        ('id = "P4"\nabout = "x"\nown = ["a", "b", "c", "d", "e", "f"]', "six weeks"),
        ('id = "P1"\nabout = "x"\nown = ["{who}", "b", "c", "d", "e", "f"]', "only place"),
    ],
)
def test_what_is_not_as_it_has_to_be_is_refused_by_name(row, said):
    with pytest.raises(ContentError, match=said):
        parse_toml("ways.toml", row, Way)
