"""Where the two invented people of the demo stand: what each shares, how it was received, one crossed and put right."""

from typing import Final

from bothand.domain.boundaries import Boundary, Ref, SharedBoundary, Times, Wording
from bothand.kit.demo import Told, made_id
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.records import (
    CROSSED,
    ENOUGH,
    HONOURED,
    LITTLE,
    Answer,
    Note,
    Quality,
    Repair,
    Version,
)

HALF_HOUR: Final = Wording(
    kind="energetic",
    area="time",
    reach="alone",
    firmness="line",
    when="I come home from work",
    will="take half an hour alone before we talk about the day.",
    wish="It would help me if you kept your news until then.",
    protects="my patience with you",
    honour="nobody knocks until I come out",
    raising="ask me on a Sunday",
    times=(Times(days=(0, 1, 2, 3, 4), start=1080, end=1110),),
)
LOUD: Final = Wording(
    kind="emotional",
    area="feelings",
    when="voices get loud",
    will="leave the room and come back at the time I name.",
    protects="what I would otherwise say and not mean",
)
MONEY: Final = Wording(
    kind="mental",
    area="money",
    firmness="wish",
    wish="Tell me before you lend money to anybody, whoever it is.",
)
PHONE: Final = Wording(
    kind="mental",
    area="digital life",
    reach="alone",
    firmness="line",
    when="somebody asks for my phone",
    will="say no. What friends write to me is theirs, too.",
    protects="my friends' trust",
)
HELD: Final = ((3, HONOURED), (5, HONOURED), (9, CROSSED), (13, HONOURED), (20, HONOURED), (27, HONOURED))
"""Weeks before the end, and how it went."""


def put(one: Told, other: Told) -> None:
    """Three that are shared and one that is not; answers, notes, and what was said after the one that was crossed."""
    half_hour = _share(one, HALF_HOUR, 20)
    loud = _share(other, LOUD, 22)
    _share(other, MONEY, 30)
    one.write_on(one.day(26, 3))
    one.mine.add(Boundary(words=PHONE, since=one.day(26, 3)), made_id("boundary", PHONE.will))
    _answer(other, half_hour, gives="You come out rested, and supper is easier.", can="I can cook meanwhile.")
    _answer(
        one, loud, gives="You come back. That is new.", question="Does it hold when the parents are here?"
    )
    _note_days(one, half_hour[0])
    _mend(other, half_hour[2])
    for who, apart in ((one, LITTLE), (other, ENOUGH)):
        who.write_on(who.day(40, 2))
        who.mine.add(Quality(together=ENOUGH, apart=apart, apart_hours=6, day=who.day(40, 2)))


def _share(who: Told, words: Wording, week: int) -> tuple[bytes, SharedBoundary, bytes]:
    """A boundary of somebody's with its copy: the ids of both, and the copy."""
    day = who.day(week, 6)
    who.write_on(day)
    own = who.mine.add(Boundary(words=words, since=day), made_id("boundary", words.will, words.wish))
    version = who.ours.add(
        Version(number=1, words=words, since=day), who.copy_at(rules.place_version(own.id, 1))
    )
    copy = SharedBoundary(words=words, since=day, versions=(Ref(id=version.id, digest=version.digest),))
    return own.id, copy, who.ours.add(copy, who.copy_at(own.id)).id


def _answer(
    who: Told, shared: tuple[bytes, SharedBoundary, bytes], *, gives: str, question: str = "", can: str = ""
) -> None:
    _own, copy, copy_id = shared
    who.write_on(who.day(24, 7))
    said = Answer(boundary=copy_id, digest=copy.digest, gives=gives, question=question, can=can)
    who.ours.add(said, who.copy_at(rules.place_answer(copy_id)))


def _note_days(who: Told, boundary: bytes) -> None:
    for before, how in HELD:
        day = who.day(52 - before, 4)
        who.write_on(day, "19:00")
        who.mine.add(
            Note(
                day=day,
                boundary=boundary,
                how=how,
                about=labels.write_opening(HALF_HOUR),
                words="The door opened after five minutes. I said nothing." if how == CROSSED else "",
            ),
            made_id("note", before),
        )


def _mend(who: Told, copy_id: bytes) -> None:
    day = who.day(43, 5)
    who.write_on(day)
    said = Repair(
        day=day,
        boundary=copy_id,
        words="I opened the door after five minutes. It was good news, and it could have waited.",
        next="I will write it on the board and wait until you come out.",
    )
    who.ours.add(said, who.copy_at(rules.place_repair(copy_id, day)))
