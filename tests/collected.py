"""A plugin for `pytest --collect-only`: prints what was collected, each with the marks for which it would be skipped."""

import json
import sys
from collections import defaultdict
from typing import Any

import pytest
from tests.proofs import bare_name

MARK = "COLLECTED "


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: Any) -> None:
    """One line of JSON: names without parameters, and why one of them is skipped."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in session.items:
        found[bare_name(item.nodeid)] |= {
            mark.name
            for mark in item.iter_markers()
            if mark.name in {"skip", "xfail"} or (mark.name == "skipif" and any(mark.args))
        }
    sys.stdout.write(f"\n{MARK}{json.dumps({name: sorted(why) for name, why in found.items()})}\n")
