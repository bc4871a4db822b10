"""Pure: a sitting with other answers."""

import msgspec

from bothand.domain.checkins import Answers


def replace_answers(record: Answers, said: dict[str, int]) -> Answers:
    """The sitting with other answers; what is asked no more keeps the one it had."""
    return msgspec.structs.replace(
        record,
        given=tuple((item, said.get(item, old)) for item, old in record.given),
        ideals=tuple((name, said.get(name, old)) for name, old in record.ideals),
    )
