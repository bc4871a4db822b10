"""The measures of `make house` count what they say."""

from pathlib import Path
from textwrap import indent

import pytest
from scripts.house.copies import but_for_names, copies
from scripts.house.names import bare_words, functions, ing, is_bare
from scripts.house.posts import POSTS, files_entered, trips
from scripts.house.sources import PRODUCT, Module, modules, rooms, templates

from bothand.vault import padding

TEN = "\n".join(f"    line_{number} = {number}" for number in range(10))

FOUR = "    "


@pytest.fixture
def module(monkeypatch, tmp_path):
    """Makes a module of the product that is only there for a test."""

    def make(name: str, text: str = "") -> Module:
        monkeypatch.setattr("scripts.house.sources.PRODUCT", tmp_path)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return Module(path)

    return make


def test_ten_lines_that_stand_twice_are_found_and_nine_are_not(module):
    one = module("a.py", f"def here(self):\n{TEN}\n")
    other = module("b.py", f"class Some:\n    def there(self):\n        # said\n\n{indent(TEN, FOUR)}\n")
    assert [str(each) for each in copies([one, other])] == ["10 lines: a.py:2 and b.py:5"]
    shorter = module("c.py", "def there(self):\n" + TEN.rpartition("\n")[0] + "\n    return line_1\n")
    assert copies([one, shorter]) == []


def test_lines_that_differ_only_in_names_are_told_apart_from_copies(module):
    one = module("a.py", f"def here(self):\n{TEN}\n    return 'a'\n")
    other = module("b.py", f"def there(self):\n{TEN.replace('line', 'other')}\n    return 'b'\n")
    assert copies([one, other]) == []
    assert [each.lines for each in copies([one, other], but_for_names)] == [12]


def test_what_a_function_says_of_itself_is_no_logic(module):
    said = "\n".join(f"    line {number}" for number in range(12))
    texts = [f'def {name}():\n    """Says.\n{said}\n    """\n    return 1\n' for name in "ab"]
    assert copies([module("a.py", texts[0]), module("b.py", texts[1])]) == []


def test_words_in_ing_are_found_in_modules_and_folders_and_terms_are_not():
    class Named:
        def __init__(self, name):
            self.name = name

    found = [
        Named(name)
        for name in ("rooms/x/showing.py", "cli/building/own.py", "vault/padding.py", "kit/own_sharing.py")
    ]
    assert ing(found) == ["cli/building", "rooms/x/showing"]


def test_bare_words_are_counted_outside_the_engines(module):
    text = "class A:\n    def __init__(self): ...\n    def shown(self): ...\n    def _shown(self): ...\n    def archive_goal(self): ...\n"
    found = [module("rooms/x/a.py", text), module("engines/a.py", text)]
    names = [name for _, name in functions(found)]
    assert names == ["shown", "_shown", "archive_goal"]
    assert bare_words(names) == {"shown": 2}
    assert is_bare("own")


def test_it_sees_the_whole_house():
    product = modules()
    assert len(product) > 300
    assert not [each for each in product if "tests" in each.path.parts]
    assert len(rooms()) >= 10
    assert len(templates()) > 200


def test_it_tells_which_files_were_entered():
    with files_entered() as entered:
        padding.pad(b"words")
    assert entered == {Path(padding.__file__).relative_to(PRODUCT).as_posix()}


def test_each_of_the_six_forms_is_there_and_is_taken(db):
    walked = list(trips())
    assert [each for each in walked if isinstance(each, str)] == []
    assert [each.name for each in walked] == list(POSTS)
    assert all(any(name.startswith("vault/") for name in each.files) and each.templates for each in walked)
