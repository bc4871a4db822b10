"""Where things lie and what stands for them: ids, digests and the sorts of the meeting place, all from records alone."""

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec.structs import astuple

from bothand.rooms.agreements.records import Household, Matter, Version
from bothand.vault.context import fold_parts


def voice_id(matter: bytes, author: bytes) -> bytes:
    """Where somebody's words about a matter lie."""
    return fold_parts(b"agreements voice", matter, author)


def marked_id(subject: bytes, author: bytes) -> bytes:
    """Where somebody's marks of today lie."""
    return fold_parts(b"agreements marked", subject, author)


def agreement_id(matter: bytes) -> bytes:
    """Where the agreement that comes of a matter lies: one, however often it is negotiated again."""
    return fold_parts(b"agreements agreement", matter)


def version_id(agreement: bytes, content: bytes) -> bytes:
    """Where a wording lies: the same from both is one row."""
    return fold_parts(b"agreements version", agreement, content)


def ended_id(agreement: bytes) -> bytes:
    """Where it says that an agreement ended."""
    return fold_parts(b"agreements ended", agreement)


def taken_back_id(version: bytes) -> bytes:
    """Where it says that a yes to a version was taken back."""
    return fold_parts(b"agreements back", version)


def questions_digest(matter: Matter) -> bytes:
    """Stands for exactly these questions and ways, and who takes part in each. Sixteen bytes."""
    asked = [
        (one.name, [(option.text, list(option.who)) for option in one.options]) for one in matter.questions
    ]
    return _digest(b"questions", asked)


def work_digest(work: Household) -> bytes:
    """Stands for exactly these tasks, with whose they are today, and the shares. Sixteen bytes."""
    told = [[part for part in astuple(one) if part is not msgspec.UNSET] for one in work.tasks]
    return _digest(b"work", told, work.share)


def frame_digest(of: bytes, now: Sequence[int]) -> bytes:
    """Stands for questions together with today as both marked it: answers are about exactly this."""
    return _digest(b"frame", of, list(now))


def content_digest(version: Version) -> bytes:
    """What a yes names: the words of a version, and the one before it. Sixteen bytes."""
    return _digest(
        b"content", version.agreement, version.before, version.title, list(version.lines), version.text
    )


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(parts)).digest()[:16]


def rate_sort(matter: bytes, frame: bytes) -> str:
    """The question that both answer about a matter, as the meeting place knows it."""
    return f"agreements-rate:{matter.hex()}:{frame.hex()}"


def view_sort(matter: bytes, topic: bytes) -> str:
    """Whether both want to see more of one result."""
    return f"agreements-view:{matter.hex()}:{topic.hex()}"


def yes_sort(agreement: bytes, digest: bytes) -> str:
    """A yes to one wording."""
    return f"agreements-yes:{agreement.hex()}:{digest.hex()}"


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
