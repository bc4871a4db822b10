"""Today, the map, Mine and Ours are read in five seconds: at most 130 words each (tests/words.py says how it counts)."""

import pytest
from django.urls import reverse
from tests.harness import page_cases, path_of, stage
from tests.residents import Lasting, fresh, lasting, resident
from tests.words import FIRST_PAGES, MOST, count_words

__all__ = ["lasting"]


@pytest.fixture(scope="module")
def residents(lasting: Lasting):
    """Somebody alone and one of two, with what all forms make."""
    with lasting():
        yield {paired: resident(paired=paired) for paired in (False, True)}


def read(who, path):
    answer = who.client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_counts_our_own_words_and_leaves_out_what_is_theirs_folded_or_said_for_safety():
    page = """<main><h1>Two words</h1><p class="note">Do take care.</p><p class="typed">my own</p>
      <details><summary>A fold</summary><p>hidden words</p></details><p>Three &middot; more words.<br></p></main><p>no</p>"""
    assert count_words(page) == 2 + 2 + 3


@pytest.mark.parametrize("paired", [False, True], ids=["alone", "two"])
@pytest.mark.parametrize("url", FIRST_PAGES)
def test_it_stays_short_with_what_all_forms_make(url, paired, residents, db):
    page = read(fresh(residents[paired]), reverse(url))
    assert count_words(page) <= MOST, page


@pytest.mark.parametrize("url", FIRST_PAGES)
@pytest.mark.parametrize("paired", [False, True], ids=["alone", "two"])
def test_it_stays_short_for_who_has_just_come(url, paired, request):
    who = request.getfixturevalue("couple")[0] if paired else request.getfixturevalue("noa")
    assert count_words(read(who, reverse(url))) <= MOST


CASES = [case for case in page_cases() if case.url in FIRST_PAGES and not case.alone]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.url}-{number}" for number, case in enumerate(CASES)])
def test_it_stays_short_with_what_its_cases_make(case, couple):
    who = couple[0]
    assert count_words(read(who, path_of(case, stage(who)))) <= MOST
