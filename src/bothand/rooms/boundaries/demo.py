"""Where the two invented people of the demo stand: what each shares, how it was received, one crossed and put right."""

from datetime import date
from typing import Final

from bothand.domain.boundaries import Boundary, Ref, SharedBoundary, Times, Wording
from bothand.kit.demo import Told, Writer, made_id
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
from bothand.vault.body import Opened

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
    one.mine.add(Boundary(words=PHONE, since=one.day(26, 3)), _place(PHONE))
    for who, copy, gives, question, can in (
        (other, half_hour, "You come out rested, and supper is easier.", "", "I can cook meanwhile."),
        (one, loud, "You come back. That is new.", "Does it hold when the parents are here?", ""),
    ):
        who.write_on(who.day(24, 7))
        add_answer(who, copy, gives=gives, question=question, can=can)
    for before, how in HELD:
        day = one.day(52 - before, 4)
        one.write_on(day, "19:00")
        crossed = "The door opened after five minutes. I said nothing." if how == CROSSED else ""
        add_note(one, _place(HALF_HOUR), HALF_HOUR, day, how, words=crossed)
    day = other.day(43, 5)
    other.write_on(day)
    add_repair(
        other,
        half_hour.id,
        day,
        "I opened the door after five minutes. It was good news, and it could have waited.",
        "I will write it on the board and wait until you come out.",
    )
    for who, apart in ((one, LITTLE), (other, ENOUGH)):
        who.write_on(who.day(40, 2))
        who.mine.add(Quality(together=ENOUGH, apart=apart, apart_hours=6, day=who.day(40, 2)))


def _share(who: Told, words: Wording, week: int) -> Opened[SharedBoundary]:
    """A boundary of somebody's with its copy. The copy."""
    day = who.day(week, 6)
    who.write_on(day)
    own = who.mine.add(Boundary(words=words, since=day), _place(words))
    return add_copy(who, own.id, (words,), day)


def _place(words: Wording) -> bytes:
    return made_id("boundary", words.will, words.wish)


def add_copy(who: Writer, own: bytes, wordings: tuple[Wording, ...], day: date) -> Opened[SharedBoundary]:
    """The copy of a boundary, with each wording in which it was shown; the last of them holds."""
    refs: tuple[Ref, ...] = ()
    for number, words in enumerate(wordings, 1):
        before = refs[-1].digest if refs else b""
        version = Version(number=number, words=words, since=day, before=before)
        kept = who.both.add(version, who.copy_at(rules.place_version(own, number)))
        refs = (*refs, Ref(id=kept.id, digest=kept.digest))
    return who.both.add(SharedBoundary(words=wordings[-1], since=day, versions=refs), who.copy_at(own))


def add_answer(
    who: Writer,
    copy: Opened[SharedBoundary],
    *,
    gives: str,
    question: str = "",
    can: str = "",
    wording: int = -1,
) -> None:
    """What somebody says to a boundary of the other's, in its last wording or an earlier one."""
    said = Answer(
        boundary=copy.id, digest=copy.record.versions[wording].digest, gives=gives, question=question, can=can
    )
    who.both.add(said, who.copy_at(rules.place_answer(copy.id)))


def add_note(who: Writer, boundary: bytes, about: Wording, day: date, how: str, *, words: str) -> None:
    """How it went with a boundary on a day."""
    note = Note(day=day, boundary=boundary, how=how, about=labels.write_opening(about), words=words)
    who.mine.add(note, made_id("note", boundary, day))


def add_repair(who: Writer, copy: bytes, day: date, words: str, from_now_on: str) -> None:
    """What somebody says to make something good again."""
    said = Repair(day=day, boundary=copy, words=words, next=from_now_on)
    who.both.add(said, who.copy_at(rules.place_repair(copy, day)))
