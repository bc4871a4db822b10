"""A matter as one of the two answers about it alone, and what of *mine* stands beside it, for nobody else's eyes.

A line rules an option out only where its owner takes part (domain.boundaries holds it to that), only when it was shown, and
never how it is now, which is there to fall back on. A need takes nothing away: it stands there, and its owner can mark
which option meets it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import couple_actions
from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain import boundaries, needs
from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.domain.dials import Dial, Dials
from bothand.domain.needs import Need, Needs
from bothand.kit.addresses import id_of
from bothand.kit.meetings import encode_payload, take_back_others
from bothand.kit.yeses import YES
from bothand.rooms.agreements.matters.process import NEGOTIATION, Standing
from bothand.rooms.agreements.matters.records import Matter, Voice, agreement_id, questions_digest
from bothand.rooms.agreements.matters.rules import find_shared_now
from bothand.rooms.agreements.matters.store import KnownMatter, find_matter, pick_marks, pick_voices
from bothand.rooms.agreements.ratings.records import (
    RATE,
    VIEW,
    Answers,
    BegunAnswers,
    Choice,
    begun_id,
    frame_digest,
    option_key,
    rate_sort,
)
from bothand.shell.process import Place
from bothand.shell.process_page import Course, present_course
from bothand.vault.body import Opened
from bothand.vault.errors import Missing
from bothand.vault.records import Shelf
from bothand.vault.space import Lot


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter that can be rated: its questions with today, and all that I answered about it.

    `now` is None while both have not marked the same; then there is nothing to answer. `standing` is what stands in
    *mine*, read once for all that is put beside the questions.
    """

    pair: Pair
    id: bytes
    record: Matter
    voice: Voice | None
    now: tuple[int, ...] | None
    frame: bytes
    mine: dict[str, Meeting]
    standing: Lot[Any]
    known: KnownMatter

    @property
    def rating(self) -> Meeting | None:
        """What I answered under just these questions, or None."""
        return self.mine.get(rate_sort(self.id, self.frame))

    @property
    def round(self) -> int:
        """How often something came out under these questions."""
        return len(self.rating.results) if self.rating is not None else 0

    @property
    def answered(self) -> bool:
        """Whether answers of mine lie there, of which nothing came yet."""
        return self.rating is not None and self.rating.answer is not None

    @property
    def reached(self) -> Place[Standing]:
        """The step that I am at: what I know of my own answers and of results tells."""
        return NEGOTIATION.find_place(
            replace(self.known.standing, answered=self.answered, found=bool(self.round))
        )

    @property
    def hex(self) -> str:
        return self.id.hex()


def open_matter(request: HttpRequest, hex_id: str) -> OpenMatter:
    """A matter, for views of what one answers alone. Raises Locked, Missing, Alone."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    standing = Visit(request).mine.query(shelf=Shelf.STANDS)
    known = find_matter(pair, matter_id)
    marks = pick_marks(known.about)
    both = (marks.get(pair.me), marks.get(pair.other))
    now = find_shared_now(known.record, both) if known.standing.may_rate else None
    frame = frame_digest(questions_digest(known.record), now or ())
    return OpenMatter(
        pair,
        matter_id,
        known.record,
        pick_voices(known.about).get(pair.me),
        now,
        frame,
        dict(meet_matter(request, matter_id, standing)),
        standing,
        known,
    )


def is_same(answers: Answers, kept: Answers | None) -> bool:
    """The same sent twice, or nothing changed: that is no new round."""
    return kept is not None and msgspec.structs.replace(answers, secret=kept.secret) == kept


def lay_answers(request: HttpRequest, matter: OpenMatter, answers: Answers) -> None:
    """Lay answers down, and no longer those on their way, or about what reads otherwise now. Raises Locked, Conflict."""
    sort = rate_sort(matter.id, matter.frame)
    ratings = {other: meeting for other, meeting in matter.mine.items() if other.startswith(RATE)}
    take_back_others(ratings, sort)
    begun = find_begun(request, matter)
    with transaction.atomic():
        if begun is not None:
            Visit(request).mine.remove(begun)
        couple_actions.meet_partner(request, sort).lay(encode_payload(answers))


def find_begun(request: HttpRequest, matter: OpenMatter) -> Opened[BegunAnswers] | None:
    """My answers on their way, or None. Raises Locked."""
    try:
        return Visit(request).mine.get(BegunAnswers, begun_place(request, matter))
    except Missing:
        return None


def begun_place(request: HttpRequest, matter: OpenMatter) -> bytes:
    """Where my answers on their way lie: nobody else can tell what the row there is about. Raises Locked."""
    return couple_actions.copy_id(request, begun_id(matter.id, matter.frame))


def present_own_course(matter: OpenMatter, key: str = "") -> Course:
    """The steps of a matter for a page of mine."""
    return present_course(
        NEGOTIATION,
        matter.reached,
        title=matter.record.title,
        partner=matter.pair.partner.name,
        shown=NEGOTIATION.look_back(key, matter.reached),
    )


def meet_matter(request: HttpRequest, matter_id: bytes, standing: Lot[Any]) -> Mapping[str, Meeting]:
    """All that I answered about a matter, and about the agreement that comes of it. One query. Raises Locked.

    `standing` is what stands in *mine*.
    """
    agreement = agreement_id(matter_id)
    return couple_actions.meet_all(
        request,
        f"{RATE}{matter_id.hex()}:",
        f"{VIEW}{matter_id.hex()}:",
        f"{YES}{agreement.hex()}:",
        standing=standing,
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """What of *mine* stands beside one matter.

    shown  my lines that were shown and stand, by id; `taken` the options that each takes away
    dial   my dial for the matter's area of life, None without one
    kept   the record of my needs; `needs` those of the matter's area; `met` the options marked as meeting them
    """

    shown: Mapping[bytes, Opened[Boundary]]
    taken: Mapping[Choice, bytes]
    dial: Dial | None
    kept: Opened[Needs] | None
    needs: tuple[Need, ...]
    met: Mapping[Choice, tuple[Need, ...]]

    def say_line(self, line: bytes) -> str:
        """A line in its owner's words."""
        words = self.shown[line].record.words
        return f"{words.when}: {words.will}" if words.when else words.will


def find_beside(request: HttpRequest, matter: OpenMatter, standing: Lot[Any]) -> Beside:
    """Of what stands in *mine*. One query where there are lines. Raises Locked."""
    shown = _find_shown(request, matter, standing)
    options = list_options(matter)
    by_key = {option.key: choice for choice, option in options.items()}
    lot = Lot(tuple(shown.values()))
    found = boundaries.taken_options(boundaries.own_lines(lot, matter.pair.me), options.values())
    taken = {by_key[key]: ids[0] for key, ids in found.items()}
    dials, kept = _find_only(standing, Dials), _find_only(standing, Needs)
    of_area = kept.record.about(matter.record.area) if kept else ()
    met = {
        choice: tuple(one for one in of_area if option.key in one.ways) for choice, option in options.items()
    }
    return Beside(
        shown=shown,
        taken={one: line for one, line in taken.items() if (matter.now or ())[one[0]] != one[1]},
        dial=next((one for one in dials.record.set if one.area == matter.record.area), None)
        if dials
        else None,
        kept=kept,
        needs=of_area,
        met={choice: found for choice, found in met.items() if found},
    )


def _find_shown(
    request: HttpRequest, matter: OpenMatter, standing: Lot[Any]
) -> dict[bytes, Opened[Boundary]]:
    known = {
        one.id: one
        for one in standing.items
        if isinstance(one.record, Boundary) and one.record.words.is_line and one.record.ended is None
    }
    copies = {couple_actions.copy_id(request, one): one for one in known}
    there = matter.pair.ours.query(SharedBoundary, ids=list(copies)).items
    return {
        copies[one.id]: known[copies[one.id]]
        for one in there
        if one.author == matter.pair.me and one.record.words.is_line and one.record.ended is None
    }


def _find_only(standing: Lot[Any], kind: type[Any]) -> Opened[Any] | None:
    """The one of a kind of which there is one."""
    return next((one for one in standing.items if isinstance(one.record, kind)), None)


def list_options(matter: OpenMatter) -> dict[Choice, boundaries.Option]:
    """Each option as lines and needs know it: its key, and who takes part in it."""
    return {
        (number, place): boundaries.Option(
            option_key(matter.id, question.name, option.text),
            frozenset(option.who or matter.pair.accounts),
        )
        for number, question in enumerate(matter.record.questions)
        for place, option in enumerate(question.options)
    }


def rule_out(request: HttpRequest, beside: Beside, line: bytes, option: boundaries.Option) -> bool:
    """Say that a line of mine rules an option out; False where it has no say about it. Raises Conflict, Locked."""
    there = beside.shown.get(line)
    if there is None or not any(
        boundaries.boundary_reaches(one, option.concerns)
        for one in boundaries.own_lines(Lot((there,)), there.author)
    ):
        return False
    fresh = boundaries.ruling_out(there.record, option.key)
    if fresh != there.record:
        Visit(request).mine.replace(there, fresh)
    return True


def allow_option(request: HttpRequest, beside: Beside, option: boundaries.Option) -> None:
    """Say that no line of mine rules an option out. Raises Conflict, Locked."""
    for one in beside.shown.values():
        if option.key in one.record.options:
            left = tuple(key for key in one.record.options if key != option.key)
            Visit(request).mine.replace(one, msgspec.structs.replace(one.record, options=left))


def mark_need(
    request: HttpRequest, beside: Beside, need: bytes, option: boundaries.Option, *, it_does: bool
) -> None:
    """Say that an option meets a need of mine that stands beside the matter, or does not. Raises Conflict, Locked."""
    if beside.kept is None or need not in {one.id for one in beside.needs}:
        return
    change = needs.met_by if it_does else needs.not_met_by
    fresh = change(beside.kept.record, need, option.key)
    if fresh != beside.kept.record:
        Visit(request).mine.replace(beside.kept, fresh)
