"""Where things lie and what stands for them: ids, digests and the sorts of the meeting place, all from records alone."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import astuple

from bothand.domain.digests import digest_values
from bothand.rooms.agreements.records import Household, Matter
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


def work_digest(work: Household) -> bytes:
    """Stands for exactly these tasks, with whose they are today, and the shares. Sixteen bytes."""
    told = [[part for part in astuple(one) if part is not msgspec.UNSET] for one in work.tasks]
    return digest_values(b"work", told, work.share)


def frame_digest(of: bytes, now: Sequence[int]) -> bytes:
    """Stands for questions together with today as both marked it: answers are about exactly this."""
    return digest_values(b"frame", of, list(now))


def rate_sort(matter: bytes, frame: bytes) -> str:
    """The question that both answer about a matter, as the meeting place knows it."""
    return f"agreements-rate:{matter.hex()}:{frame.hex()}"


def view_sort(matter: bytes, topic: bytes) -> str:
    """Whether both want to see more of one result."""
    return f"agreements-view:{matter.hex()}:{topic.hex()}"


def work_sort(digest: bytes) -> str:
    """What each likes of the work of the home."""
    return f"agreements-work:{digest.hex()}"


def work_id(space: bytes) -> bytes:
    """What stands for the work of the home of two, for their marks."""
    return fold_parts(b"agreements work", space)


def work_agreement_id(space: bytes, number: int) -> bytes:
    """Where a division of the work lies as an agreement; the next number once one ended."""
    return fold_parts(b"agreements division", space, number.to_bytes(4, "big"))


def task_id(name: str) -> bytes:
    """What names a task in addresses and fields: no word of it."""
    return fold_parts(b"agreements task", name.encode())


def option_key(matter: bytes, question: str, option: str) -> str:
    """What names a way in a line of one's own: no word of it."""
    return fold_parts(b"agreements option", matter, question.encode(), option.encode()).hex()
