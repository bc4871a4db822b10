"""State for the harness: matters and agreements of two, as both of them would have made them."""

from typing import Final

from bothand.domain import agreements
from bothand.domain.agreements import Marked, Version
from bothand.kit import agreement_store
from bothand.kit.meetings import encode_payload
from bothand.kit.tests.cases import Stage
from bothand.kit.tests.meetings import lay_answer
from bothand.kit.yeses import YES_PAYLOAD
from bothand.rooms.agreements.matters.records import (
    Matter,
    Option,
    Question,
    Voice,
    questions_digest,
    voice_id,
)
from bothand.rooms.agreements.matters.rules import word_package
from bothand.rooms.agreements.matters.store import begin_matter
from bothand.rooms.agreements.packages.records import ShownSuit, shown_id
from bothand.rooms.agreements.ratings.records import Answers, begun_id, frame_digest, rate_sort
from bothand.rooms.agreements.ratings.screens import Screen, answer_screen, begin_answers
from bothand.vault.meeting_place import topic_of
from bothand.vault.randomness import new_id, random_bytes

NOW: Final = (0, 0)


def _voice(stage: Stage, matter: bytes, *, words: str = "") -> Voice:
    return Voice(
        day=stage.today,
        matter=matter,
        serious="somewhat",
        changeable="partly",
        gives=words or "An evening in which nobody needs me.",
        fears="That we only meet over the dishes.",
        heard="That you want us to sit down for supper.",
    )


def matter(stage: Stage) -> bytes:
    """A matter with two questions, words and marks by both: it can be rated. Its id."""
    ours, theirs = stage.both, stage.partner.both
    begun = begin_matter(ours, Matter(day=stage.today, title="Who has the kitchen table when"), new_id())
    voice = _voice(stage, begun.id)
    me, other = stage.account, stage.partner.account
    ours.add(voice, voice_id(begun.id, me))
    theirs.add(voice, voice_id(begun.id, other))
    questions = (
        Question(
            name="How many evenings does each of us have?",
            options=(
                Option(text="one each", by=me),
                Option(text="two each", by=me, for_other=True),
                Option(text="three each", by=other),
            ),
        ),
        Question(
            name="Phones at supper?",
            options=(Option(text="as each likes", by=me), Option(text="put away", by=other, for_other=True)),
        ),
    )
    changed = ours.amend(
        Matter, begun.id, lambda old: Matter(day=old.day, title=old.title, questions=questions)
    )
    marked = Marked(day=stage.today, subject=begun.id, of=questions_digest(changed.record), now=NOW)
    ours.add(marked, agreements.marked_id(begun.id, me))
    theirs.add(marked, agreements.marked_id(begun.id, other))
    return begun.id


def said(stage: Stage) -> bytes:
    """A matter about which I alone said my words. Its id."""
    begun = begin_matter(
        stage.both, Matter(day=stage.today, title="Who has the kitchen table when"), new_id()
    )
    voice = Voice(
        day=stage.today, matter=begun.id, serious="a lot", gives="An evening in which nobody needs me."
    )
    stage.both.add(voice, voice_id(begun.id, stage.account))
    return begun.id


def on_the_way(stage: Stage) -> bytes:
    """A matter that can be rated, of which I answered how much the first question matters, and one option. Its id."""
    matter_id = matter(stage)
    record = stage.both.get(Matter, matter_id).record
    begun = begin_answers(record, matter_id, frame(stage, matter_id), None, stage.today)
    for screen, step in ((Screen(0), 4), (Screen(0, 0), 1)):
        begun = answer_screen(begun, screen, step)
    stage.mine.add(begun, stage.copy_at(begun_id(matter_id, begun.frame)))
    return matter_id


def shown(stage: Stage) -> bytes:
    """A matter of which something came out, and both show how well it suits them. Its id."""
    matter_id = rated(stage)
    where = topic(stage, matter_id)
    for one, suits in ((stage, 3), (stage.partner, 2)):
        suit = ShownSuit(day=stage.today, matter=matter_id, topic=where, suits=suits, now=1)
        one.both.add(suit, shown_id(where, one.account))
    return matter_id


def frame(stage: Stage, matter_id: bytes) -> bytes:
    """What answers about a matter are about."""
    record = stage.both.get(Matter, matter_id).record
    return frame_digest(questions_digest(record), NOW)


def rated(stage: Stage, *, both: bool = True, never: tuple[int, ...] = (-1, -1)) -> bytes:
    """The same, answered by me, or by both: then something came out. Its id."""
    matter_id = matter(stage)
    sort = rate_sort(matter_id, frame(stage, matter_id))
    lay_answer(stage, sort, _answers(weights=(4, 2), ratings=((0, 3, 4), (2, 3)), never=never))
    if both:
        answers = _answers(weights=(1, 4), ratings=((3, 2, 1), (0, 4)), never=(-1, -1))
        lay_answer(stage.partner, sort, answers)
    return matter_id


def topic(stage: Stage, matter_id: bytes) -> bytes:
    """The first asking about a matter."""
    return topic_of(stage.both.id, rate_sort(matter_id, frame(stage, matter_id)), 0)


def suggested(stage: Stage) -> bytes:
    """An agreement that the partner suggests. Its id."""
    version = _version(stage)
    agreement_store.put_version(stage.partner.both, version, stage.today)
    return version.agreement


def agreed(stage: Stage, *, waits: bool = False) -> bytes:
    """An agreement that both said yes to, or that I suggest. Its id."""
    version = _version(stage)
    agreement_store.put_version(stage.both, version, stage.today)
    if not waits:
        sort = agreements.yes_sort(version.agreement, agreements.content_digest(version))
        for one in (stage, stage.partner):
            lay_answer(one, sort, YES_PAYLOAD)
        agreement_store.agree_version(stage.both, version, stage.today)
    return version.agreement


def _version(stage: Stage) -> Version:
    return Version(
        day=stage.today,
        agreement=new_id(),
        before=b"",
        title="Sunday mornings",
        text="Whoever wakes first makes tea, and lets the other sleep until nine.",
    )


def settled(stage: Stage) -> bytes:
    """A matter of which an agreement came. The matter's id."""
    matter_id = rated(stage)
    record = stage.both.get(Matter, matter_id).record
    version = word_package(record, matter_id, (1, 1), b"", stage.today)
    for one in (stage, stage.partner):
        lay_answer(
            one, agreements.yes_sort(version.agreement, agreements.content_digest(version)), YES_PAYLOAD
        )
    agreement_store.agree_version(stage.both, version, stage.today, matter=matter_id)
    return matter_id


def _answers(
    *, weights: tuple[int, ...], ratings: tuple[tuple[int, ...], ...], never: tuple[int, ...]
) -> bytes:
    return encode_payload(
        Answers(now=NOW, weights=weights, ratings=ratings, never=never, secret=random_bytes(32))
    )
