"""Which files of the product a form enters on its way to the disk, and the page after it on its way back."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from scripts.house.sources import PRODUCT

POSTS = {
    # What is sent: the name of its url, under the names that its room has had.
    "a page of the journal": r"(journal|inner)(_entry)?_new",
    "a boundary": r"boundar(ies|y)_new",
    "a goal": r"(goals?|growth)_new",
    "a talk": r"talks?_new",
    "a rating of an agreement": r"agreements?_rate",
    "a check-in": r"(checkin|check_in|mirror)_(sheet|questions)",
}
BEFORE = {
    "a page of the journal": 32,
    "a boundary": 38,
    "a goal": 35,
    "a talk": 31,
    "a rating of an agreement": 47,
    "a check-in": 33,
}
"""What this script counted before the house was put in order (issue 13); the aim is a quarter fewer."""
PAGES = (302, 303)


@dataclass(frozen=True, slots=True)
class Trip:
    """What was entered on the way."""

    name: str
    url: str
    files: frozenset[str]
    templates: frozenset[str]


@contextmanager
def files_entered() -> Iterator[set[str]]:
    """The product's files of which a function runs meanwhile, in this thread."""
    codes: set[CodeType] = set()
    entered: set[str] = set()

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call":
            codes.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield entered
    finally:
        sys.setprofile(None)
        paths = (Path(code.co_filename) for code in codes if code.co_name != "<module>")
        entered |= {
            path.relative_to(PRODUCT).as_posix()
            for path in paths
            if path.is_relative_to(PRODUCT) and "tests" not in path.parts
        }


def trips() -> Iterator[Trip | str]:
    """Each of the six, walked by somebody new; or the sentence that says which of them is not there."""
    from django.test.signals import template_rendered
    from tests.harness import Canary, form_cases, made, one_for, stage

    for name, pattern in POSTS.items():
        case = next(
            (case for case in form_cases() if re.fullmatch(pattern, case.url) and not case.shows), None
        )
        if case is None:
            yield f"{name}: no form's url is called {pattern}; change POSTS in scripts/house/posts.py"
            continue
        trip = None
        # The first time fills what is kept for good: imports, templates, texts. The second time counts.
        for _ in range(2):
            words = Canary()
            who = one_for(case, words)
            path, data = made(case, stage(who), words)
            drawn: set[str] = set()

            def note(template: Any, drawn: set[str] = drawn, **_others: object) -> None:
                drawn.add(template.name or "")

            template_rendered.connect(note)
            with files_entered() as entered:
                answer = who.client.post(path, data)
                if answer.status_code in PAGES:
                    who.client.get(answer.headers["Location"])
            template_rendered.disconnect(note)
            if answer.status_code >= 400:
                yield f"{name}: {case.url} was refused with {answer.status_code}"
                break
            trip = Trip(name, case.url, frozenset(entered), frozenset(drawn))
        else:
            assert trip is not None
            yield trip


@contextmanager
def house_of_tests() -> Iterator[None]:
    """A database with nobody in it, as tests have it."""
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import (
        setup_databases,
        setup_test_environment,
        teardown_databases,
        teardown_test_environment,
    )
    from tests import people

    setup_test_environment()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    made = setup_databases(verbosity=0, interactive=False)
    people.derivation.KDF = people.QuickKdf()
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)
        teardown_test_environment()
