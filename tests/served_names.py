"""The test server looks static files up by finders, which know no digests: this one knows the names that pages give."""

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder

from bothand.shell.static_files import packaged_files


class ServedNames(BaseFinder):
    """Finds a packaged file by the name it is served under; it lists none of its own."""

    def find(self, path: str, find_all: bool = False, **_more: Any) -> Any:
        """Where the file lies; nothing for another name."""
        found = [str(file.path) for file in packaged_files().values() if file.served == path]
        return found if find_all else (found or [None])[0] or []

    def list(self, _ignore_patterns: Any) -> Iterator[Any]:
        """Nothing."""
        return iter(())
