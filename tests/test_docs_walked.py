"""Whoever types what the pages say gets what they say: every block for a shell, exactly as written, after `make run`.

Those for a wheel are walked in tests/test_wheel.py.
"""

import pytest
from tests.walking import ROOT, blocks_of, can_isolate, copy_clone, walk

WALKED = ("README.md", "docs/install.md", "docs/backup.md", "docs/commands.md")
isolated = pytest.mark.skipif(
    not can_isolate(), reason="this machine lets nobody have namespaces of their own"
)


@pytest.mark.parametrize("name", WALKED)
def test_every_block_that_calls_bothand_says_where_it_is_typed(name):
    unmarked = [block.lines for block in blocks_of(ROOT / name) if block.is_ours and not block.place]
    assert unmarked == []


@pytest.mark.parametrize("name", WALKED)
def test_there_is_something_to_type_on_each_page(name):
    assert any(block.place == "clone" for block in blocks_of(ROOT / name))


@isolated
@pytest.mark.parametrize("name", WALKED)
def test_a_page_can_be_typed_as_it_is_written(tmp_path, name):
    clone = tmp_path / "clone"
    copy_clone(clone)
    assert walk(ROOT / name, "clone", clone=clone) == ""


@isolated
def test_a_line_that_is_wrong_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```sh clone\nbothand backup /media/stick/bothand.zip\n```\n")
    copy_clone(tmp_path / "clone")
    assert "not found" in walk(page, "clone", clone=tmp_path / "clone")
