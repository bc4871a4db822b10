"""People who have something in every room, made once for a file of tests. What a test does with them is taken back.

To fill every room takes longer than to look at a page of it, so that hundreds of tests need not do it each anew.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import deepcopy
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection
from tests.crashing import touch_all
from tests.harness import Canary, fill, newcomer
from tests.people import Person, QuickKdf, browser, pair

from bothand.accounts import derivation

Lasting = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker) -> Iterator[Lasting]:
    """Whatever is made within it lasts for all tests of the file; each changes it in a transaction that is rolled back."""

    @contextmanager
    def rows_stay() -> Iterator[None]:
        with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(derivation, "KDF", QuickKdf())
            yield

    yield rows_stay
    with django_db_blocker.unblock():
        for model in apps.get_models():
            model.objects.all().delete()
        connection.close()


def resident(*, paired: bool) -> Person:
    """Somebody new, alone or one of two, who sent every form that keeps words."""
    words = Canary()
    who = newcomer(words)
    if paired:
        pair(who, newcomer(words))
    return fill(who, words)


def fresh(who: Person) -> Person:
    """Somebody who lasts, as they were when they were made: in a browser of their own, at which they were just now."""
    touch_all()
    client = browser()
    client.cookies = deepcopy(who.client.cookies)
    again = replace(who, client=client)
    again.keep_up()
    return again
