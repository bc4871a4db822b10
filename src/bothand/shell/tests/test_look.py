"""The look holds: contrast for every eye, no inline style or script, a light first visit.

Contrast: WCAG 2.2, relative luminance. Colour vision: Machado, Oliveira and Fernandes (2009), full deficiency.
Distance: Euclid in OKLab, times 100; two hues at 10 or more are plainly different side by side.
"""

import gzip
import itertools
import math
import re
from pathlib import Path

import pytest

import bothand
from bothand.accounts.visitor import Visitor
from bothand.shell import carried_form, doors
from bothand.shell.page import render
from bothand.shell.static_files import packaged_files

HOUSE = Path(bothand.__file__).parent
STATIC = HOUSE / "shell" / "static"
TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))
# A file in the export, read offline, by itself; it is never a page of ours.
PAGES = [path for path in TEMPLATES if path.parts[-2:] != ("account", "read.html")]
FAMILIES = ("clay", "rose", "plum", "sky", "sea", "moss", "gold", "stone")
GROUNDS = ("card", "wash", "soft")
SEEN_AS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def themes():
    light, dark = (STATIC / "shell/tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    first, second = (dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", part)) for part in (light, dark))
    return {"light": first, "dark": first | second}


def linear(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    dark, light = sorted(
        sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def oklab(colour, eye):
    r, g, b = (
        min(1, max(0, sum(m * part for m, part in zip(row, linear(colour), strict=True))))
        for row in SEEN_AS[eye]
    )
    long, medium, short = (
        value ** (1 / 3)
        for value in (
            0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
            0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
            0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
        )
    )
    return (
        0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
    )


def own(theme, role):
    return [
        (theme[f"{family}-{role}"], theme[f"{family}-{ground}"]) for family in FAMILIES for ground in GROUNDS
    ]


def every(theme, *grounds):
    return [theme[f"{family}-{ground}"] for family in FAMILIES for ground in grounds]


PAIRS = {
    "body words on any ground": (7, lambda t: [(t["ink"], ground) for ground in every(t, *GROUNDS)]),
    "quiet words on any ground": (7, lambda t: [(t["ink-2"], ground) for ground in every(t, *GROUNDS)]),
    "words in the hue on their own grounds": (7, lambda t: own(t, "ink")),
    "words in the hue on other grounds": (
        4.5,
        lambda t: [(t[f"{f}-ink"], ground) for f in FAMILIES for ground in every(t, *GROUNDS)],
    ),
    "button words, mine": (7, lambda t: [(t[f"{f}-card"], t[f"{f}-ink"]) for f in FAMILIES if f != "gold"]),
    "button words, ours": (7, lambda t: [(t["on-gold"], t["gold-art"])]),
    "error words": (
        7,
        lambda t: [(t["care"], ground) for ground in [*every(t, "card", "wash"), t["care-soft"]]],
    ),
    "edges and graphs": (
        3,
        lambda t: [(t[f"{f}-line"], ground) for f in FAMILIES for ground in every(t, *GROUNDS)],
    ),
    "field edges": (3, lambda t: [(t["field"], ground) for ground in every(t, "card", "wash")]),
}


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("pair", list(PAIRS))
def test_it_keeps_enough_contrast(name, pair):
    goal, pairs = PAIRS[pair]
    assert min(contrast(one, other) for one, other in pairs(themes()[name])) >= goal


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("eye", list(SEEN_AS))
def test_it_keeps_the_hues_and_gold_apart_for_every_eye(name, eye):
    colours = [oklab(themes()[name][f"{family}-art"], eye) for family in FAMILIES[:7]]
    assert min(100 * math.dist(*two) for two in itertools.combinations(colours, 2)) >= 10


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_has_no_inline_style_or_script(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"<style|\sstyle\s*=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:",
        # What stands in a template's own tags never reaches a browser: `{% include "…" with one=page.one %}`.
        re.sub(r"{%.*?%}", "", text),
        re.IGNORECASE,
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_marks_nothing_safe_by_hand(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+off|safeseq", text)


def linked(text):
    served = {f"/s/{file.served}": file.path for file in packaged_files().values()}
    return [served[path] for path in set(re.findall(r'(?:href|src)="(/s/shell/[^"]+)"', text))]


def test_it_weighs_less_than_60_kb_at_the_first_visit(ask):
    headers = {"origin": "http://testserver"}
    page = carried_form.carried_page(
        ask("/journal/", {"text": "x"}, visitor=Visitor.nobody(), **headers), "signed_out"
    ).content.decode()
    assert len(page.encode()) + sum(path.stat().st_size for path in linked(page)) < 60_000


def test_it_weighs_less_than_60_kb_after_sign_in_and_a_third_of_it_packed(ask):
    page = render(ask("/journal/"), doors.UnlockPage(next="/")).content.decode()
    files = [path.read_bytes() for path in (STATIC / "shell").iterdir()] + [page.encode()]
    assert sum(map(len, files)) < 60_000
    assert sum(len(gzip.compress(file)) for file in files) < 20_000
