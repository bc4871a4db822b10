"""Own lines, needs and dials, put beside the questions: for nobody else's eyes.

A line takes a way away only where its owner takes part (kit.lines holds it to that), only when it was shown, and never how
it is now, which is there to fall back on. A need takes nothing away: it stands there, and its owner can mark which way
meets it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django.http import HttpRequest

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.domain import boundaries, needs
from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.domain.dials import Dial, Dials
from bothand.domain.needs import Need, Needs
from bothand.rooms.agreements.asking import RatedMatter
from bothand.rooms.agreements.payloads import Choice
from bothand.rooms.agreements.places import option_key
from bothand.vault.body import Opened
from bothand.vault.space import Lot


@dataclass(frozen=True, slots=True)
class Beside:
    """What of *mine* stands beside one matter.

    shown  my lines that were shown and stand, by id; `taken` the ways that each takes away
    dial   my dial for the matter's area of life, None without one
    kept   the record of my needs; `needs` those of the matter's area; `met` the ways marked as meeting them
    """

    shown: Mapping[bytes, Opened[Boundary]]
    taken: Mapping[Choice, bytes]
    dial: Dial | None
    kept: Opened[Needs] | None
    needs: tuple[Need, ...]
    met: Mapping[Choice, tuple[Need, ...]]

    def said(self, line: bytes) -> str:
        """A line in its owner's words."""
        words = self.shown[line].record.words
        return f"{words.when}: {words.will}" if words.when else words.will


def find_beside(request: HttpRequest, asked: RatedMatter, standing: Lot[Any]) -> Beside:
    """Of what stands in *mine*. One query where there are lines. Raises Locked."""
    shown = _find_shown(request, asked, standing)
    options = list_options(asked)
    by_key = {option.key: choice for choice, option in options.items()}
    lot = Lot(tuple(shown.values()))
    found = boundaries.taken_options(boundaries.own_lines(lot, asked.both.me), options.values())
    taken = {by_key[key]: ids[0] for key, ids in found.items()}
    dials, kept = _find_only(standing, Dials), _find_only(standing, Needs)
    of_area = kept.record.about(asked.matter.area) if kept else ()
    met = {
        choice: tuple(one for one in of_area if option.key in one.ways) for choice, option in options.items()
    }
    return Beside(
        shown=shown,
        taken={one: line for one, line in taken.items() if (asked.now or ())[one[0]] != one[1]},
        dial=next((one for one in dials.record.set if one.area == asked.matter.area), None)
        if dials
        else None,
        kept=kept,
        needs=of_area,
        met={choice: found for choice, found in met.items() if found},
    )


def _find_shown(
    request: HttpRequest, asked: RatedMatter, standing: Lot[Any]
) -> dict[bytes, Opened[Boundary]]:
    known = {
        one.id: one
        for one in standing.items
        if isinstance(one.record, Boundary) and one.record.words.is_line and one.record.ended is None
    }
    copies = {couple_actions.copy_id(request, one): one for one in known}
    there = asked.both.ours.several(SharedBoundary, list(copies)).items
    return {
        copies[one.id]: known[copies[one.id]]
        for one in there
        if one.author == asked.both.me and one.record.words.is_line and one.record.ended is None
    }


def _find_only(standing: Lot[Any], kind: type[Any]) -> Opened[Any] | None:
    """The one of a kind of which there is one."""
    return next((one for one in standing.items if isinstance(one.record, kind)), None)


def list_options(asked: RatedMatter) -> dict[Choice, boundaries.Option]:
    """Each way as lines and needs know it: its key, and who takes part in it."""
    return {
        (number, place): boundaries.Option(
            option_key(asked.id, question.name, option.text),
            frozenset(option.who or asked.both.accounts),
        )
        for number, question in enumerate(asked.matter.questions)
        for place, option in enumerate(question.options)
    }


def rule_out(request: HttpRequest, found: Beside, line: bytes, option: boundaries.Option) -> bool:
    """Say that a line of mine takes a way away; False where it has no say about it. Raises Conflict, Locked."""
    there = found.shown.get(line)
    if there is None or not any(
        boundaries.boundary_reaches(one, option.concerns)
        for one in boundaries.own_lines(Lot((there,)), there.author)
    ):
        return False
    fresh = boundaries.ruling_out(there.record, option.key)
    if fresh != there.record:
        Visit(request).mine.replace(there, fresh)
    return True


def allow_option(request: HttpRequest, found: Beside, option: boundaries.Option) -> None:
    """Say that no line of mine takes a way away. Raises Conflict, Locked."""
    for one in found.shown.values():
        if option.key in one.record.options:
            left = tuple(key for key in one.record.options if key != option.key)
            Visit(request).mine.replace(one, msgspec.structs.replace(one.record, options=left))


def mark_need(
    request: HttpRequest, found: Beside, need: bytes, option: boundaries.Option, *, it_does: bool
) -> None:
    """Say that a way meets a need of mine that stands beside the matter, or does not. Raises Conflict, Locked."""
    if found.kept is None or need not in {one.id for one in found.needs}:
        return
    change = needs.met_by if it_does else needs.not_met_by
    fresh = change(found.kept.record, need, option.key)
    if fresh != found.kept.record:
        Visit(request).mine.replace(found.kept, fresh)
