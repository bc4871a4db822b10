"""A matter as one of the two answers about it alone."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.kit.addresses import id_of
from bothand.rooms.agreements.meeting import meet_matter
from bothand.rooms.agreements.places import frame_digest, questions_digest, rate_sort
from bothand.rooms.agreements.present import pick_marks, pick_voices
from bothand.rooms.agreements.records import Matter, Voice
from bothand.rooms.agreements.rules import find_next_step, find_shared_now
from bothand.rooms.agreements.store import find_statements
from bothand.vault.space import Lot


@dataclass(frozen=True, slots=True)
class RatedMatter:
    """A matter that can be rated: its questions with today, and all that I answered about it.

    `now` is None while both have not marked the same; then there is nothing to answer. `standing` is what stands in
    *mine*, read once for all that is put beside the questions.
    """

    both: Pair
    id: bytes
    matter: Matter
    voice: Voice | None
    now: tuple[int, ...] | None
    frame: bytes
    mine: dict[str, Meeting]
    standing: Lot[Any]

    @property
    def rating(self) -> Meeting | None:
        """What I answered under just these questions, or None."""
        return self.mine.get(rate_sort(self.id, self.frame))

    @property
    def round(self) -> int:
        """How often something came out under these questions."""
        return len(self.rating.results) if self.rating is not None else 0

    @property
    def hex(self) -> str:
        return self.id.hex()


def open_matter(request: HttpRequest, hex_id: str) -> RatedMatter:
    """A matter, for views of what one answers alone. Raises Locked, Missing, Alone."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    standing = Visit(request).mine.standing()
    matter = both.ours.get(Matter, matter_id).record
    about = find_statements(both.ours, matter_id, both.accounts)
    marks, voices = pick_marks(about), pick_voices(about)
    step = find_next_step(matter, voices, marks, me=both.me, other=both.other)
    now = find_shared_now(matter, (marks.get(both.me), marks.get(both.other))) if step == "rate" else None
    frame = frame_digest(questions_digest(matter), now or ())
    return RatedMatter(
        both,
        matter_id,
        matter,
        voices.get(both.me),
        now,
        frame,
        dict(meet_matter(request, matter_id, standing)),
        standing,
    )
