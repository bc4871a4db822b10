"""Answers as a browser would have laid them down, for builders of state."""

from bothand.accounts.meeting_place import Meeting
from bothand.kit.tests.cases import Stage


def lay_answer(stage: Stage, sort: str, payload: bytes) -> None:
    """Lay down somebody's first answer to a question."""
    Meeting(sort, stage.account, stage.mine, stage.both, (), ()).lay(payload)
