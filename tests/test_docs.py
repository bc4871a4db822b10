"""Docs that fail when they no longer say what is so: commands, options, settings, targets, links, promises."""

import re
from pathlib import Path

import click
import pytest

from bothand.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def section(name):
    """What docs/commands.md says of one command."""
    page = read("docs/commands.md")
    start = page.index(f"## bothand {name}\n")
    return page[start : page.find("\n## ", start + 1)]


def options(name):
    command = main.get_command(click.Context(main), name)
    return [
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_heading_and_all_its_options(name):
    said = section(name)
    assert [option for option in options(name) if f"`{option}" not in said and f"[{option}" not in said] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_option_a_page_names_exists(page):
    known = {option for name in COMMANDS for option in options(name)} | {"--help", "--version"}
    for line in page.read_text(encoding="utf-8").splitlines():
        if "bothand " in line and "benchmarks" not in line and "pip" not in line:
            named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line))
            assert named <= known, line


def test_every_setting_is_in_the_docs():
    sources = (ROOT / "src" / "bothand").rglob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources if "tests" not in path.parts)
    read_from_outside = set(
        re.findall(r"""(?:environ(?:ment)?(?:\.get|\.pop)?[\[(]|envvar=)["'](BOTHAND_[A-Z_]+)""", code)
    )
    said = read("docs/commands.md")
    assert read_from_outside
    assert [setting for setting in sorted(read_from_outside) if f"`{setting}`" not in said] == []


def test_every_target_of_make_is_in_the_docs():
    targets = re.search(r"^\.PHONY: (.*)$", read("Makefile"), flags=re.MULTILINE).group(1).split()
    said = read("docs/commands.md")
    assert [target for target in targets if target != "help" and f"`make {target}`" not in said] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_between_pages_leads_somewhere(page):
    lost = []
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        file, _, heading = target.partition("#")
        found = (page.parent / file).resolve() if file else page
        if not found.exists() or (heading and heading not in headings(found)):
            lost.append(target)
    assert lost == []


def headings(page):
    """The anchors that a page's headings make."""
    lines = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_the_readme_says_first_what_it_cannot_promise():
    first_screen = "\n".join(read("README.md").splitlines()[:32])
    for needed in ("make run", "make test", "cannot promise", "cannot be stopped", "sealed at rest"):
        assert needed in first_screen


def test_nothing_is_called_what_it_is_not():
    # Words that claim more than is so; they may stand only where they are denied.
    claims = re.compile(r"end-to-end|zero.knowledge|military|unbreakable|100 ?%", re.IGNORECASE)
    for page in PAGES:
        if "decisions" in page.parts:
            continue
        for line in page.read_text(encoding="utf-8").splitlines():
            assert not claims.search(line) or "never" in line or "not" in line, f"{page.name}: {line}"


def test_the_pictures_the_readme_shows_are_there():
    for target in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", read("README.md")):
        assert (ROOT / target).exists()


def test_the_licence_is_the_one_that_is_named():
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in read("LICENSE")
    assert "AGPL-3.0-or-later" in read("README.md")
    assert 'license = "AGPL-3.0-or-later"' in read("pyproject.toml")
