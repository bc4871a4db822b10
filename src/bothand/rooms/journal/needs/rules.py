"""Pure: a mark of a need as it was shown."""

from bothand.domain.needs import Need
from bothand.rooms.journal.sessions.rules import trace_text


def trace_need(need: Need) -> str:
    """The same of a need."""
    return trace_text(f"{need.area}\n{need.words}")
