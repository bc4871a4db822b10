"""Style and script, served from the package under names that hold their digest.

Nothing executable lies where data lies: whoever can write into the data folder, the partner who runs the server among them,
cannot put a script into anybody's browser by it.
"""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]  # it ships no types

_DIGITS = 12


class Packaged(NamedTuple):
    """A file as it lies in its package, and the name it is served under."""

    path: Path
    served: str


@cache
def packaged_files() -> dict[str, Packaged]:
    """Every static file of every installed package, by the name that templates give. Read once in a process."""
    files: dict[str, Packaged] = {}
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            plain = PurePosixPath(name.replace("\\", "/"))
            digest = sha256(path.read_bytes()).hexdigest()[:_DIGITS]
            files.setdefault(str(plain), Packaged(path, str(plain.with_suffix(f".{digest}{plain.suffix}"))))
    return files


class PackagedStorage(StaticFilesStorage):
    """What `{% static %}` asks: the name with its digest. A file that is not there fails where it is named."""

    def url(self, name: str | None) -> str:
        """The address of a file. Raises KeyError for one that no package has."""
        return f"{self.base_url}{packaged_files()[name or ''].served}"


class PackagedFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # as above
    """Serves them, each for as long as its name stands."""

    def add_files_from_finders(self) -> None:
        """Only what packages hold, each under its digest."""
        found = packaged_files().values()
        stat_cache = {str(file.path): os.stat(file.path) for file in found}  # noqa: PTH116  WhiteNoise's own type
        for file in found:
            self.add_file_to_dictionary(
                f"{self.static_prefix}{file.served}", str(file.path), stat_cache=stat_cache
            )

    def immutable_file_test(self, path: str, url: str) -> bool:  # noqa: ARG002  WhiteNoise asks with both
        """A digest in the name: what it says never changes."""
        return True
