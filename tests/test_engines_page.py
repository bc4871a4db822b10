"""The worked examples of docs/engines.md are so."""

import doctest
import re
from pathlib import Path

import pytest

from bothand.engines import negotiation, sharing, side

PAGE = Path(__file__).parent.parent / "docs" / "engines.md"
ENGINES = ("negotiation", "sharing", "week", "contingency", "guide", "measure")


def test_every_example_of_the_page_gives_what_it_says():
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.failed == 0
    assert found.attempted > 40


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_has_an_example(engine):
    section = PAGE.read_text(encoding="utf-8").split(f"## {engine}\n")[1].split("\n## ")[0]
    assert re.search(rf"from bothand\.engines(\.{engine} import| import {engine}\n)", section)
    assert ">>>" in section


def test_all_engines_mean_the_same_by_the_two_sides():
    assert negotiation.Side is sharing.Side is side.Side


def test_the_glossary_has_the_terms_of_the_field():
    glossary = PAGE.read_text(encoding="utf-8").split("## Glossary\n")[1]
    for term in ("side", "outcome", "utility", "reservation value", "egalitarian", "burden", "EF1"):
        assert f"| {term}" in glossary
