"""Form controls: written by `shell.field_html`, beside the same controls by Django's own templates."""

import time
from typing import Any

from benchmarks.house import house

CONTROLS = 80
ROUNDS = 40


def run(quick: bool = False) -> dict[str, Any]:
    """A page with as many controls as the longest of ours has, each renderer in turn."""
    rounds = 4 if quick else ROUNDS
    with house():
        rows = _compare(rounds)
    return {
        "name": "fields",
        "tables": [
            {
                "title": f"{CONTROLS} controls of a kind, least of {rounds} rounds",
                "columns": ["control", "ours ms", "Django ms", "Django / ours"],
                "rows": rows,
            }
        ],
        "notes": [
            "CPU time of this process. The same widget objects and values; only the renderer differs.",
            "A property test holds both outputs equal to the letter: shell/tests/test_field_html.py.",
        ],
    }


def _compare(rounds: int) -> list[list[Any]]:
    from django import forms
    from django.forms.renderers import DjangoTemplates

    from bothand.shell.field_html import Renderer

    choices = [(str(number), f"choice {number}") for number in range(5)]
    widgets = {
        "one line": forms.TextInput(),
        "many lines": forms.Textarea(),
        "hidden": forms.HiddenInput(),
        "drop-down of five": forms.Select(choices=choices),
    }
    rows = []
    for name, widget in widgets.items():
        ours, theirs = Renderer(), DjangoTemplates()
        least = {id(ours): float("inf"), id(theirs): float("inf")}
        for _ in range(rounds):
            for renderer in (ours, theirs):
                began = time.process_time()
                for number in range(CONTROLS):
                    widget.render(f"field-{number}", "3", {"id": f"id-{number}"}, renderer=renderer)
                least[id(renderer)] = min(least[id(renderer)], time.process_time() - began)
        mine, other = least[id(ours)] * 1000, least[id(theirs)] * 1000
        rows.append([name, round(mine, 2), round(other, 2), f"x {other / mine:.1f}"])
    return rows
