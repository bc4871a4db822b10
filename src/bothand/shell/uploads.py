"""How a file that somebody brings is taken: in memory, and gone when the request is."""

from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    """Django's, which lets go of the request when all has arrived: each would keep the other in memory."""

    def upload_complete(self) -> None:
        """All files are read."""
        self.request = None
