"""Pictures of every page, on phone and desk, light and dark: all into .shots, a few for the README into docs/pictures.

With words behind it, only into .shots, and only of pages whose names begin with one of them:
`python scripts/shots.py account carry`.
"""

import os
import shutil
import sys
import warnings
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django  # noqa: E402  the settings are named first

django.setup()

from django.conf import settings  # noqa: E402  needs the set-up above
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402  needs the set-up above
from django.test.testcases import LiveServerThread  # noqa: E402  needs the set-up above
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402  needs the set-up above
from tests.journeys.every_page import Shown, shown, window  # noqa: E402  needs the set-up above
from tests.journeys.odd_pages import odd_pages  # noqa: E402  needs the set-up above
from tests.journeys.walking import DESK, PHONE, chromium  # noqa: E402  needs the set-up above
from tests.people import QuickKdf  # noqa: E402  needs the set-up above

from bothand.accounts import derivation, wall_clock  # noqa: E402  needs the set-up above
from bothand.rooms.journal.tests.cases import some_entries  # noqa: E402  needs the set-up above

SHOTS, PICTURES = ROOT / ".shots", ROOT / "docs" / "pictures"
SIZES = {"phone": PHONE, "desk": DESK}
SCHEMES = ("light", "dark")
# The few that stand in the README: page, size, scheme.
CHOSEN = (
    ("today", "desk", "light"),
    ("journal_guiding", "phone", "light"),
    ("checkin_pulses", "desk", "dark"),
    ("account", "phone", "dark"),
)
EVENING = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


def take(pages: list[Shown], url: str, chosen: tuple[tuple[str, str, str], ...]) -> None:
    """One file a page, size and scheme: `page.size.scheme.png`. A picture for the README shows what one screen shows."""
    with chromium() as browser:
        for size, viewport in SIZES.items():
            for scheme in SCHEMES:
                with window(
                    browser, url, viewport=viewport, color_scheme=scheme, reduced_motion="reduce"
                ) as show:
                    for one in pages:
                        tab = show(one)
                        name = f"{one.name}.{size}.{scheme}.png"
                        tab.screenshot(path=SHOTS / name, full_page=True)
                        if (one.name, size, scheme) in chosen:
                            tab.screenshot(path=PICTURES / name)


def main() -> None:
    """Serve pages with invented people in a database of its own, and look at them."""
    warnings.simplefilter("ignore")
    derivation.KDF = QuickKdf()
    wall_clock.CLOCK = lambda: EVENING
    setup_test_environment()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    settings.BOTHAND_OPEN = True
    wanted = tuple(sys.argv[1:])
    if not wanted:
        shutil.rmtree(SHOTS, ignore_errors=True)
    for folder in (SHOTS, PICTURES):
        folder.mkdir(parents=True, exist_ok=True)
    made = setup_databases(verbosity=0, interactive=False)
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    try:
        # A page that greets has something behind it.
        pages = [*shown(lambda case, on: some_entries(on) if case.url == "today" else None), *odd_pages()]
        some = [one for one in pages if one.name.startswith(wanted or "")]
        take(some, f"http://localhost:{server.port}", () if wanted else CHOSEN)
    finally:
        server.terminate()
        server.join()
        teardown_databases(made, verbosity=0)
    sys.stdout.write(f"{len(list(SHOTS.iterdir()))} pictures in .shots\n")


if __name__ == "__main__":
    main()
