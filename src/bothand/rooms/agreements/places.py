"""Where things lie and what stands for them: ids, digests and the sorts of the meeting place, all from records alone."""

from collections.abc import Sequence

from bothand.domain.digests import digest_values
from bothand.rooms.agreements.records import Matter
from bothand.vault.context import fold_parts


def voice_id(matter: bytes, author: bytes) -> bytes:
    """Where somebody's words about a matter lie."""
    return fold_parts(b"agreements voice", matter, author)


def agreement_id(matter: bytes) -> bytes:
    """Where the agreement that comes of a matter lies: one, however often it is negotiated again."""
    return fold_parts(b"agreements agreement", matter)


def questions_digest(matter: Matter) -> bytes:
    """Stands for exactly these questions and ways, and who takes part in each. Sixteen bytes."""
    asked = [
        (one.name, [(option.text, list(option.who)) for option in one.options]) for one in matter.questions
    ]
    return digest_values(b"questions", asked)


def frame_digest(of: bytes, now: Sequence[int]) -> bytes:
    """Stands for questions together with today as both marked it: answers are about exactly this."""
    return digest_values(b"frame", of, list(now))


def rate_sort(matter: bytes, frame: bytes) -> str:
    """The question that both answer about a matter, as the meeting place knows it."""
    return f"agreements-rate:{matter.hex()}:{frame.hex()}"


def view_sort(matter: bytes, topic: bytes) -> str:
    """Whether both want to see more of one result."""
    return f"agreements-view:{matter.hex()}:{topic.hex()}"


def option_key(matter: bytes, question: str, option: str) -> str:
    """What names a way in a line of one's own: no word of it."""
    return fold_parts(b"agreements option", matter, question.encode(), option.encode()).hex()
