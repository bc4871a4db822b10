"""What `doctor` says of the host's own helplines."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from bothand.cli import doctor_helplines
from bothand.cli.diagnosis import Weight
from bothand.content.loader import ContentError
from bothand.rooms.safety import present

GOOD = """
[[line]]
country = "AT"
name = "A house down the road"
number = "0800 000 000"
source = "asked on the phone"
checked = "2026-11-20"
"""
OURS_ONLY = "shows only the lines that come with Bothand"


@pytest.fixture
def look(home, bothand, monkeypatch, tmp_path) -> Callable[..., Result]:
    def run(name: str = "lines.toml", *, text: bytes | None = None) -> Result:
        if text is not None:
            (tmp_path / name).write_bytes(text)
        monkeypatch.setenv("BOTHAND_HELPLINES", str(tmp_path / name))
        return bothand("doctor", "--data", home.folder.path)

    return run


def test_it_says_nothing_of_them_where_there_are_none(home, bothand, monkeypatch):
    monkeypatch.delenv("BOTHAND_HELPLINES", raising=False)
    assert "Help and safety" not in bothand("doctor", "--data", home.folder.path).output


def test_it_counts_those_that_are_in_order(look):
    said = look(text=GOOD.encode())
    assert said.exit_code == 0, said.output
    assert "lines.toml: 1." in said.output
    assert "shown as named by you" in said.output


def test_it_says_that_the_file_is_missing(look):
    said = look()
    assert said.exit_code == 1
    assert "lines.toml, which is not there" in said.output
    assert OURS_ONLY in said.output


def test_it_says_that_it_is_no_file(look, tmp_path):
    (tmp_path / "lines").mkdir()
    said = look("lines")
    assert said.exit_code == 1
    assert "cannot be read (Is a directory)" in said.output


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file; the next test stands in for it")
def test_it_says_that_it_may_not_be_read(look, tmp_path):
    (tmp_path / "lines.toml").write_text(GOOD)
    (tmp_path / "lines.toml").chmod(0)
    said = look()
    assert said.exit_code == 1
    assert "cannot be read (Permission denied)" in said.output


@pytest.mark.parametrize("where", ["stat", "read_text"])
def test_it_says_so_at_whichever_step_it_may_not(monkeypatch, tmp_path, where):
    (tmp_path / "lines.toml").write_text(GOOD)

    def refused(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, where, refused)
        file = str(tmp_path / "lines.toml")
        patch.setattr(Path, "resolve", lambda path: path)
        (finding,) = doctor_helplines.examine_helplines({"BOTHAND_HELPLINES": file})
    assert finding.weight is Weight.WRONG
    assert "cannot be read (Permission denied)" in finding.sentence


MALFORMED = {
    "no toml": (b"this is no table", "lines.toml"),
    "bytes that are no text": (b"\xff\xfe\x00", "it can't be read"),
    "no number": (GOOD.replace("number", "tty").encode(), "neither a number nor a text line"),
    "no source": (
        GOOD.replace('source = "asked on the phone"', "").encode(),
        "missing required field `source`",
    ),
    "an odd date": (GOOD.replace("2026-11-20", "last week").encode(), "checked is a date"),
    "a field nobody knows": (GOOD.replace("checked", "chekced").encode(), "unknown field `chekced`"),
    "the same twice": ((GOOD + GOOD).encode(), "stand twice"),
}


@pytest.mark.parametrize(("text", "why"), MALFORMED.values(), ids=MALFORMED)
def test_it_says_what_is_not_in_order(look, text, why):
    said = look(text=text)
    assert said.exit_code == 1
    assert "not in order" in said.output
    assert why in said.output
    assert OURS_ONLY in said.output


@pytest.mark.parametrize("text", [GOOD.encode(), *(text for text, _ in MALFORMED.values())])
def test_it_judges_as_the_load_help_does(look, tmp_path, text):
    said = look(text=text)
    assert present.list_helplines(tmp_path / "lines.toml", "en").unread == (said.exit_code == 1)


def test_what_the_page_cannot_read_raises_where_doctor_asks(tmp_path):
    (tmp_path / "lines.toml").write_text("[[line]]")
    with pytest.raises(ContentError):
        present.add_host_lines(tmp_path / "lines.toml", "en")
