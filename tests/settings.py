"""Settings for tests: the real ones, with a data folder of their own."""

import os
import tempfile

os.environ.setdefault("BOTHAND_DATA", tempfile.mkdtemp(prefix="bothand-tests-"))

from bothand.web.settings import *  # noqa: E402, F403  the tests run on the real settings
