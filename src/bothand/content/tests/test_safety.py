import re

import pytest

from bothand.content import safety
from bothand.content.loader import ContentError, parse_toml, read_text
from bothand.content.safety import QuietPage, quiet_page
from bothand.content.tests import reader

PAGE = quiet_page()
CHAPTERS = {chapter.id: chapter for chapter in PAGE.chapters}
FOLDS = [(chapter.id, fold) for chapter in PAGE.chapters for fold in chapter.folds]
SHORT = 60


def passages():
    yield "lead", " ".join(PAGE.lead)
    yield "no number", " ".join(PAGE.no_number)
    yield "no line", " ".join(PAGE.no_line)
    for chapter in PAGE.chapters:
        yield chapter.id, " ".join([chapter.title + ".", *chapter.lead])
        for fold in chapter.folds:
            yield f"{chapter.id} {fold.id}", " ".join([fold.title, *fold.points, *fold.text])


PASSAGES = dict(passages())


@pytest.mark.parametrize("place", PASSAGES)
def test_it_speaks_as_the_house_speaks(place):
    assert reader.complaints(PASSAGES[place]) == []
    assert "!" not in PASSAGES[place]
    assert not re.search(
        r"\b(spouse|victim|abuser|perpetrator|toxic|should|must)\b", PASSAGES[place], re.IGNORECASE
    )


@pytest.mark.parametrize("place", [place for place, text in PASSAGES.items() if len(text.split()) >= SHORT])
def test_it_reads_at_grade_seven_or_below(place):
    assert reader.grade(PASSAGES[place]) <= 7


def test_the_whole_page_reads_at_grade_seven_or_below():
    assert reader.grade(" ".join(PASSAGES.values())) <= 7


def test_it_asks_about_each_of_the_eight():
    assert [fold.id for fold in CHAPTERS["ask"].folds[:8]] == list(safety.QUESTIONS)
    assert all(fold.title.endswith("?") and fold.points for fold in CHAPTERS["ask"].folds[:8])


def test_it_gives_no_verdict():
    whole = " ".join(PASSAGES.values()).lower()
    for verdict in (
        "you are safe",
        "home is safe",
        "you're safe",
        "is abuse",
        "are abused",
        "abusive",
        "codependent",
        "relationship is",
    ):
        assert verdict not in whole


def test_it_names_no_number_of_its_own():
    assert not re.search(r"\d{3}", read_text("en", "safety.toml").partition("title =")[2])


def test_it_sends_nobody_to_talk_with_the_other():
    for _, fold in FOLDS:
        for sentence in re.split(r"(?<=[.?]) ", " ".join(fold.text)):
            if re.search(
                r"\b(tell|talk|speak|ask|call|write)\b[^.]*\b(partner|the other|them both|together)\b",
                sentence,
                re.IGNORECASE,
            ):
                assert sentence.startswith("Nothing on this page asks you")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('id = "leaving"', 'id = "going"'), "the chapters are"),
        (('id = "fear"', 'id = "angst"'), "begins with fear"),
        (("no_line = [", "no_lines = ["), "unknown field `no_lines`"),
        (('id = "unlisted"', 'id = "elsewhere"'), "one fold, unlisted"),
        (('id = "control"', 'id = "fear"'), "twice in ask"),
        (('title = "Is somebody watching you?"', 'title = "x"\nanswer = "y"'), "unknown field `answer`"),
    ],
)
def test_it_refuses_a_file_in_which_something_is_missing(monkeypatch, change, said):
    text = read_text("en", "safety.toml").replace(*change, 1)
    monkeypatch.setattr(safety, "read_toml", lambda *_: parse_toml("en/safety.toml", text, QuietPage))
    with pytest.raises(ContentError, match=said):
        quiet_page.__wrapped__()
