"""The meeting place of this process. A couple is served by one process, so this is the one for them."""

from bothand.vault.meeting import MeetingPlace

PLACE = MeetingPlace()
