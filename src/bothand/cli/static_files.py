"""Style and script, gathered into the data folder a hash in each name, so that browsers may keep them."""

from hashlib import sha256
from pathlib import Path
from typing import Final

_STAMP: Final = ".gathered"


def gather() -> None:
    """Gather what this version brings, unless that was done already. Django must have been started."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    root = Path(settings.STATIC_ROOT)
    print_of_all = sha256()
    for finder in get_finders():
        for path, storage in finder.list(None):
            # Size and time are enough to notice an upgrade; reading each file would cost at every start.
            facts = Path(storage.path(path)).stat()
            print_of_all.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    stamp = root / _STAMP
    wanted = print_of_all.hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    from django.core.management import call_command

    root.mkdir(mode=0o700, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)
