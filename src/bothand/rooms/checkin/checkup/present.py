"""From a check-up to its pages, and one beside the one before."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.content import items
from bothand.domain.checkins import Comparison, Shift
from bothand.kit import texts
from bothand.kit.reading_words import describe_course, name_facet, name_scale, quote_scale
from bothand.relationship import FACETS
from bothand.rooms.checkin.checkup.pages import ComparisonLine, ComparisonPage, Piece, PiecePage
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.checkup.rules import (
    FEAR,
    GROUND,
    IDEALS,
    find_open_piece,
    list_pieces,
)
from bothand.rooms.checkin.labels import format_difference, join_words
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.vault.body import Opened


def build_comparison_page(compared: Comparison | None, *, afraid: tuple[str, ...]) -> ComparisonPage:
    """The last check-up beside the one before it."""
    if compared is None:
        return ComparisonPage(title=_("Nothing to compare yet"), afraid=afraid)
    since = date.fromordinal(compared.since)
    moved = [shift.name for shift in compared.shifts if shift.said]
    title = (
        _("What clearly changed: %(names)s") % {"names": join_words(quote_scale(name) for name in moved)}
        if moved
        else _("Nothing has clearly changed in this half-year")
    )
    return ComparisonPage(
        title=title,
        since=since,
        day=date.fromordinal(compared.day),
        lines=tuple(_build_comparison_line(shift, since) for shift in compared.shifts),
        afraid=afraid,
    )


def _build_comparison_line(shift: Shift, since: date) -> ComparisonLine:
    from bothand.domain.reading import read_shift

    return ComparisonLine(
        title=name_scale(shift.name),
        difference=format_difference(shift.difference),
        range=_("%(low)s to %(high)s")
        % {"low": format_difference(shift.low), "high": format_difference(shift.high)},
        words=describe_course(read_shift(shift, since)),
    )


def name_piece(number: int) -> str:
    """What a piece is called: a facet by its title."""
    if number < GROUND:
        return name_facet(FACETS[number - 1].name)
    return {
        GROUND: _("Money, home and decisions"),
        IDEALS: _("How you would like it"),
        FEAR: _("Three questions about being afraid"),
    }[number]


def build_pieces(found: Opened[OpenCheckup]) -> tuple[Piece, ...]:
    """Its pieces, with what was sent already."""
    return tuple(
        Piece(
            path=find_piece_path(found, number),
            title=name_piece(number),
            about=_("kept") if number in found.record.done else "",
            done=number in found.record.done,
        )
        for number in list_pieces(alone=found.record.alone)
    )


def build_piece_page(form: QuestionsForm, found: Opened[OpenCheckup], number: int) -> PiecePage:
    """A piece with its sentences or ideals."""
    bank = items.load_bank(texts.text_language())
    leads = {IDEALS: bank.ideal_question, GROUND: bank.standing_lead}
    return PiecePage(
        form=form,
        action=find_piece_path(found, number),
        title=name_piece(number),
        lead=leads.get(number, bank.lead),
    )


def find_next_path(found: Opened[OpenCheckup]) -> str:
    """Where it goes on: the first open piece, or the overview when all were sent."""
    number = find_open_piece(found.record)
    return reverse("checkin_checkup") if number is None else find_piece_path(found, number)


def find_piece_path(found: Opened[OpenCheckup], number: int) -> str:
    """Where a piece is."""
    return reverse("checkin_piece", args=[found.hex, number])
