"""State for the harness: boundaries of one's own and of the other's, answered, marked, mended."""

from datetime import timedelta
from typing import Any, Final

from bothand.domain.boundaries import Boundary, SharedBoundary, Times, Wording
from bothand.kit import asks
from bothand.kit.asks import Reply
from bothand.kit.tests.cases import Kwargs, Stage
from bothand.rooms.boundaries import demo, labels
from bothand.rooms.boundaries.own.store import change_boundary, reword_boundary
from bothand.rooms.boundaries.quality.views import SHOWN_FROM
from bothand.rooms.boundaries.records import (
    CROSSED,
    HONOURED,
    LITTLE,
    Answer,
    Burden,
    Note,
    Quality,
    SharedQuality,
)
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id

SENT: Final = bytes(range(16))
"""The id of a form that was sent before."""
HOME: Final = Wording(
    kind="energetic",
    area="time",
    firmness="line",
    when="I come home from work,",
    will="take half an hour alone, before we talk about the day.",
    protects="my patience",
    honour="nobody knocks until I come out again",
    raising="ask me on a Sunday",
    wish="It would help me if you kept your news until then.",
    times=(Times(days=(0, 1, 2, 3, 4), start=1080, end=1110),),
)
VOICES: Final = Wording(
    kind="emotional",
    area="feelings",
    firmness="flexible",
    when="voices get loud",
    will="leave the room and come back at the time I name.",
    wish="I would like us to whisper for the first minute.",
)
SUNDAY: Final = Wording(firmness="wish", area="home", wish="A Sunday without guests, once a month.")


def draft(stage: Stage, wording: Wording = HOME) -> Opened[Boundary]:
    """A boundary of one's own, due to be looked at again."""
    since = stage.today - timedelta(days=20)
    return stage.mine.add(Boundary(words=wording, since=since, review=stage.today))


def shown_by(stage: Stage, words: Wording = HOME) -> tuple[Opened[Boundary], Opened[SharedBoundary]]:
    """A boundary of somebody's, and the copy that they show, in its second wording."""
    own = draft(stage, words)
    return own, demo.add_copy(stage, own.id, (VOICES, words), own.record.since)


def answered(stage: Stage) -> tuple[Opened[Boundary], Opened[SharedBoundary]]:
    """One's own, shown and answered by the other, with a no, a repair of each, and marks."""
    own, copy = shown_by(stage)
    theirs = stage.partner
    demo.add_answer(
        theirs,
        copy,
        gives="You come out rested.",
        question="Does it hold on Fridays too?",
        can="I can cook.",
        wording=0,
    )
    theirs.both.add(Reply(asked=copy.id), theirs.copy_at(asks.no_place(copy.id)))
    for one in (stage, theirs):
        demo.add_repair(one, copy.id, stage.today, "I am sorry about Saturday.", "I will knock.")
    for days, how in ((1, CROSSED), (4, HONOURED)):
        demo.add_note(stage, own.id, HOME, stage.today - timedelta(days=days), how, words="It was loud.")
    return own, copy


def one_draft(stage: Stage) -> Kwargs:
    """One of one's own, and its address."""
    return {"hex_id": draft(stage).hex}


def some_drafts(stage: Stage) -> Kwargs:
    """A few of one's own, one of them ended."""
    for one in (HOME, VOICES, SUNDAY):
        draft(stage, one)
    stage.mine.add(Boundary(words=VOICES, since=stage.today, ended=stage.today))
    return {}


def changed_twice(stage: Stage) -> Kwargs:
    """One that was changed in another window meanwhile, and its address."""
    there = draft(stage)
    reword_boundary(stage.mine, there, VOICES, stage.today)
    return {"hex_id": there.hex}


def said_twice(stage: Stage) -> Kwargs:
    """One whose rehearsed words were changed in another window meanwhile, and its address."""
    there = draft(stage)
    change_boundary(stage.mine, there, said="I need half an hour.")
    return {"hex_id": there.hex}


def one_shown(stage: Stage) -> Kwargs:
    """One of one's own that the other can open and has answered, and its address."""
    return {"hex_id": answered(stage)[0].hex}


def own_copy(stage: Stage) -> Kwargs:
    """The same, by the address of the copy."""
    return {"hex_id": answered(stage)[1].hex}


def mended_before(stage: Stage) -> Kwargs:
    """The same, with what both said in the month before last, and that month."""
    _own, copy = answered(stage)
    day = (stage.today.replace(day=1) - timedelta(days=40)).replace(day=7)
    for one in (stage, stage.partner):
        demo.add_repair(one, copy.id, day, "I came in without asking.", "I will wait.")
    return {"hex_id": copy.hex, "month": f"{day:%Y-%m}"}


def words_left(stage: Stage) -> Kwargs:
    """An answer of mine to something that is not shown any more."""
    stage.both.add(Answer(boundary=new_id(), digest=b"", can="I can wait till eight."), new_id())
    return {}


def own_copy_and_theirs(stage: Stage) -> Kwargs:
    """What each shows the other, and what one wrote to something that is gone."""
    answered(stage)
    words_left(stage)
    shown_by(stage.partner, VOICES)
    shown_by(stage.partner, SUNDAY)
    return {}


def one_of_theirs(stage: Stage) -> Kwargs:
    """One that the other shows, and its address."""
    return {"hex_id": shown_by(stage.partner)[1].hex}


def answered_by_me(stage: Stage) -> Kwargs:
    """One that the other shows, to which I said something, and its address."""
    _own, copy = shown_by(stage.partner)
    demo.add_answer(stage, copy, gives="You sleep better.", can="I can wait.")
    return {"hex_id": copy.hex}


def asked_twice(stage: Stage) -> Kwargs:
    """Two things that the other asks, one of them declined."""
    shown_by(stage.partner, SUNDAY)
    _own, copy = shown_by(stage.partner)
    stage.both.add(Reply(asked=copy.id), stage.copy_at(asks.no_place(copy.id)))
    return {}


def gone(_stage: Stage) -> Kwargs:
    """The address of one that is not there any more."""
    return {"hex_id": "0" * 32}


def some_marks(stage: Stage) -> Kwargs:
    """Marks of this month."""
    there = draft(stage)
    for days, how in ((0, CROSSED), (1, HONOURED)):
        demo.add_note(stage, there.id, HOME, stage.today - timedelta(days=days), how, words="It held.")
    return {}


def marks_of_a_month(stage: Stage) -> Kwargs:
    """The same, and the address of their month."""
    some_marks(stage)
    return {"month": f"{stage.today:%Y-%m}"}


def one_mark(stage: Stage) -> Kwargs:
    """One mark, and its address."""
    record = Note(day=stage.today, boundary=new_id(), how=HONOURED, about=labels.write_opening(HOME))
    return {"hex_id": stage.mine.add(record).hex}


def noted_before(stage: Stage) -> Kwargs:
    """A boundary with a note under the id that the form is sent with."""
    address = one_draft(stage)
    about = labels.write_opening(HOME)
    note = Note(day=stage.today, boundary=bytes.fromhex(str(address["hex_id"])), how=HONOURED, about=about)
    stage.mine.add(note, SENT)
    return address


def a_weight(stage: Stage) -> Kwargs:
    """Something that limits me, and its address."""
    about = "When I am out, … expect you home."
    kept = stage.mine.add(Burden(boundary=new_id(), day=stage.today, about=about, words="My choir."))
    return {"hex_id": kept.hex}


def weighed(stage: Stage) -> Kwargs:
    """The same, for the page that lists it."""
    a_weight(stage)
    return {}


def weighed_twice(stage: Stage) -> Kwargs:
    """The same, changed in another window."""
    there: Any = stage.mine.query(Burden).items
    for one in there:
        stage.mine.remove(one)
    first = stage.mine.add(Burden(boundary=new_id(), day=stage.today, about="When I am out, …"))
    stage.mine.replace(first, Burden(boundary=new_id(), day=stage.today, about="When …", words="My choir."))
    return {}


def some_time(stage: Stage) -> Kwargs:
    """How it is with time, in *mine*."""
    if stage.mine.only(Quality) is None:
        stage.mine.add(Quality(together=LITTLE, apart="enough", together_hours=10, day=stage.today))
    return {}


def some_time_twice(stage: Stage) -> Kwargs:
    """The same, changed in another window."""
    some_time(stage)
    there = stage.mine.only(Quality)
    if there is not None:
        stage.mine.replace(there, Quality(together="much", apart=LITTLE, day=stage.today))
    return {}


def some_time_of_both(stage: Stage) -> Kwargs:
    """How it is with time, and what each shows of it."""
    some_time(stage)
    for one in (stage, stage.partner):
        place = one.copy_at(SHOWN_FROM)
        if not one.both.query(SharedQuality, ids=[place]).items:
            one.both.add(
                SharedQuality(together="enough", apart=LITTLE, apart_hours=6, day=stage.today), place
            )
    return {}
