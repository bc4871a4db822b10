"""A few rounds of the machine that `make soak` runs for ten minutes: two and a third, two devices each, in any order."""

import os
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.together_machine import TogetherMachine, prepared

MINUTES = float(os.environ.get("TOGETHER_MINUTES", "0"))
"""How long to go on with ever new orders; without it, a few that are the same each time."""

QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "stateful_step_count": 30}
BRIEFLY = settings(max_examples=6, derandomize=True, phases=[Phase.generate], **QUIET)
AT_LENGTH = settings(max_examples=25, phases=[Phase.generate, Phase.shrink], print_blob=True, **QUIET)


def test_whatever_is_done_in_whatever_order_each_sees_what_is_theirs(tmp_path, django_db_blocker):
    ends = time.monotonic() + MINUTES * 60
    with django_db_blocker.unblock():
        prepared(tmp_path)
        # Each rule and invariant of the machine asserts; the count says that they were run.
        before = TogetherMachine.ended
        run_state_machine_as_test(TogetherMachine, settings=BRIEFLY)
        while time.monotonic() < ends:
            run_state_machine_as_test(TogetherMachine, settings=AT_LENGTH)
        assert TogetherMachine.ended >= before + BRIEFLY.max_examples
