"""State for the harness: the tasks of a home and a division of them, as both would have made them."""

from typing import Final

import msgspec

from bothand.domain import agreements
from bothand.domain.agreements import Marked, Version
from bothand.kit import agreement_store
from bothand.kit.meetings import encode_payload
from bothand.kit.tests.cases import Stage
from bothand.kit.tests.meetings import lay_answer
from bothand.kit.yeses import YES_PAYLOAD
from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.divisions.records import Feeling, Feelings, division_id, feelings_sort
from bothand.rooms.housework.records import Household, Task, Who, home_digest, home_id
from bothand.rooms.housework.store import change_household

IN_PARTS: Final = "Shop for food"
OWN: Final = "Feed the neighbour's cat"
PIECES: Final = 7
"""Four tasks owned whole, and three parts of the fifth."""


def home(stage: Stage) -> Household:
    """The work of a home, as both marked it today; one task goes in parts."""
    ours, theirs = stage.both, stage.partner.both
    listed: tuple[tuple[str, int, int, Who, Who], ...] = (
        ("Cook dinner", 40, 700, "one", "one"),
        ("Shop for food", 60, 200, "both", "one"),
        ("Fold the washing by the window", 25, 200, "two", "two"),
        ("Scrub the blue bathtub", 35, 100, "two", "one"),
        ("Pay bills", 20, 50, "one", "two"),
    )
    tasks = tuple(
        Task(
            name=name,
            minutes=minutes,
            times=times,
            noticing=3,
            planning=5,
            noticed_by=planner,
            planned_by=planner,
            done_by=doer,
            split="phases" if name == IN_PARTS else msgspec.UNSET,
        )
        for name, minutes, times, doer, planner in listed
    )
    kept = change_household(ours, lambda _old: Household(tasks=tasks))
    mark = Marked(day=stage.today, subject=home_id(ours.id), of=home_digest(kept))
    for space, account in ((ours, stage.account), (theirs, stage.partner.account)):
        agreement_store.put_mark(space, mark, account)
    return kept


def own_work(stage: Stage) -> None:
    """What somebody does at home by themselves, and how they feel about it."""
    tasks = (
        Task(name=OWN, minutes=30, times=300, noticing=5, planning=10),
        Task(name="Pay bills", minutes=20, times=50, noticing=5),
    )
    stage.mine.amend_only(OwnWork, lambda _old: OwnWork(tasks=tasks, feelings=("like", "neutral")), OwnWork())


def answered(stage: Stage) -> None:
    """The same, with what I feel about it and nobody else."""
    kept = home(stage)
    feelings: tuple[Feeling, ...] = ("like", "dislike", "neutral", "dislike", "cannot")
    lay_answer(
        stage, feelings_sort(home_digest(kept)), encode_payload(Feelings(work=kept, feelings=feelings))
    )


def felt(stage: Stage) -> Household:
    """The same, with what both feel about it: a division came out."""
    kept = home(stage)
    sort = feelings_sort(home_digest(kept))
    mine: tuple[Feeling, ...] = ("like", "dislike", "neutral", "dislike", "neutral")
    theirs: tuple[Feeling, ...] = ("dislike", "like", "neutral", "neutral", "cannot")
    lay_answer(stage, sort, encode_payload(Feelings(work=kept, feelings=mine)))
    lay_answer(stage.partner, sort, encode_payload(Feelings(work=kept, feelings=theirs)))
    return kept


def settled(stage: Stage) -> None:
    """A division that came out, and that both said yes to."""
    kept = felt(stage)
    version = Version(
        day=stage.today,
        agreement=division_id(stage.both.id, 0),
        before=b"",
        title="Our housework",
        lines=tuple((task.name, stage.settings.name) for task in kept.tasks),
    )
    agreement_store.put_version(stage.both, version, stage.today)
    sort = agreements.yes_sort(version.agreement, agreements.content_digest(version))
    for one in (stage, stage.partner):
        lay_answer(one, sort, YES_PAYLOAD)
    agreement_store.agree_version(stage.both, version, stage.today)
