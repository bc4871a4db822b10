"""Settings for tests: the real ones, with a data folder of their own."""

import os

from tests import temporary

os.environ["BOTHAND_DATA"] = temporary.data_folder()
os.environ.setdefault("BOTHAND_URL", "https://testserver")

from bothand.web.settings import *  # noqa: F403  the tests run on the real settings
from bothand.web.settings import CONFIG, DATABASES

# A file, as in life: the write-ahead log and its traces exist only there.
DATABASES["default"]["TEST"] = {"NAME": str(CONFIG.data / "tests.sqlite3")}

STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "tests.served_names.ServedNames",
]
