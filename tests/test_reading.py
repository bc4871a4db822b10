"""Sixty words or more of running text on a page read at grade 7 or below (Flesch-Kincaid)."""

import warnings

import pytest
from tests.harness import Canary, form_cases, named, one_for, page_cases, send, visit
from tests.markup import Markup

with warnings.catch_warnings():
    # Its own import of pkg_resources is old; later versions of it fetch a word list from the network.
    warnings.simplefilter("ignore")
    import textstat

MOST = 7.0
FROM_WORDS = 60
A_WORD = "Robin"
"""What stands for a name or for words that a person wrote."""


def grade(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(text))


def test_the_measure_tells_plain_from_hard():
    plain = "You can write here. Nobody else can read it. It stays yours."
    hard = "Notwithstanding considerable organisational heterogeneity, participants predominantly internalised expectations."
    assert grade(plain) < MOST < grade(hard)


@pytest.mark.parametrize("case", [*page_cases(), *(case for case in form_cases() if case.shows)], ids=named)
def test_running_text_reads_easily(case, db, settings):
    settings.BOTHAND_OPEN = True
    words = Canary()
    who = one_for(case, words)
    answer = visit(case, who) if hasattr(case, "page") else send(case, who, words).response
    text = Markup(answer.content.decode()).running_text()
    # Twenty letters by chance are no word of ours, and have any number of syllables.
    for word in words.given:
        text = text.replace(word, A_WORD)
    if len(text.split()) >= FROM_WORDS:
        assert grade(text) <= MOST, f"{grade(text)}: {text}"
