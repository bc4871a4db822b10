"""Sittings of the past: changed, deleted, and all that follows from them worked out anew."""

from bothand.domain.checkins import Answers
from bothand.vault.body import Opened
from bothand.vault.space import Space


def amend_sitting(space: Space, found: Opened[Answers], said: Answers) -> None:
    """Change a sitting of the past, and all that follows from it. Raises Conflict, NewerVersion."""
    from bothand.domain import standing

    if said != found.record:
        standing.recompute(space, lambda: space.replace(found, said))


def remove_sitting(space: Space, found: Opened[Answers]) -> None:
    """Delete a sitting of the past, and all that follows from it. Raises Conflict when it changed meanwhile."""
    from bothand.domain import standing

    standing.recompute(space, lambda: space.remove(found))
