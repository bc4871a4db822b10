"""How the suite is spread over workers: long files first, and a worker that dies ends the run at once, with its test."""

from collections.abc import Mapping
from typing import Any

import pytest

BROWSER, CROSSING, BESIDE = range(3)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object | None) -> None:
    """End the run when a worker is gone before its work is done: killed, out of memory, or stuck beyond every limit.

    xdist itself would give its tests to another worker, which would die of the same one.
    """
    if not error:
        return
    config = node.config
    scheduler = config.pluginmanager.getplugin("dsession").sched
    test = running_test(getattr(scheduler, "assigned_work", {}).get(node, {}))
    said = f"worker {node.gateway.id} died while it ran {test} ({error})"
    report = pytest.TestReport(
        nodeid=test, location=(test, None, test), keywords={}, outcome="failed", longrepr=said, when="call"
    )
    config.hook.pytest_runtest_logreport(report=report)
    pytest.exit(said)


def running_test(work: Mapping[str, Mapping[str, bool]]) -> str:
    """The first test of a worker's files that is not done."""
    waiting = [test for tests in work.values() for test, done in tests.items() if not done]
    return waiting[0] if waiting else "no test"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that take long first, so that at the end no worker walks alone: the browser's, those of the whole house."""
    items.sort(key=turn)


def turn(item: pytest.Item) -> int:
    """When a test's file has its turn. All tests of a file have the same."""
    if "journeys" in item.path.parts:
        return BROWSER
    return (
        CROSSING
        if item.path.parent.name == "tests" and item.path.parent.parent == item.config.rootpath
        else BESIDE
    )
