"""The engines of agreements need numpy, which takes its time and much memory: it comes with the first use."""

import os
import subprocess
import sys

STARTED = """
import sys, django
django.setup()
import bothand.web.urls
import bothand.rooms.agreements.urls, bothand.rooms.housework.urls
sys.exit("numpy is there at the start" if "numpy" in sys.modules else 0)
"""


def test_a_server_that_has_just_started_has_not_loaded_numpy():
    done = subprocess.run(
        [sys.executable, "-c", STARTED],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
