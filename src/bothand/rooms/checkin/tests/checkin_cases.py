"""How the harness reaches the pages and forms of check-ins, and of what follows from them."""

from datetime import timedelta

from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers, MeasureState
from bothand.kit.tests.cases import (
    LOOK,
    LOOK_AT,
    PRESS,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.relationship import FACETS
from bothand.rooms.checkin.aspects.pages import AspectPage, AspectsPage
from bothand.rooms.checkin.checkup.pages import CheckupPage, ComparisonPage, PiecePage
from bothand.rooms.checkin.checkup.rules import FEAR, list_piece_items
from bothand.rooms.checkin.checkup.store import begin_checkup, close_checkup, save_piece
from bothand.rooms.checkin.fear.forms import FearForm
from bothand.rooms.checkin.fear.pages import FearPage
from bothand.rooms.checkin.ideals.forms import IdealsForm
from bothand.rooms.checkin.ideals.pages import IdealsPage
from bothand.rooms.checkin.map.pages import MapPage
from bothand.rooms.checkin.past.pages import DeleteSittingPage, PastPage, SittingPage, TwoSittingsPage
from bothand.rooms.checkin.past.store import amend_sitting
from bothand.rooms.checkin.patterns.pages import PatternsPage
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.rooms.checkin.questions.pages import BeginPage, SheetPage
from bothand.rooms.checkin.questions.rules import list_sheets, refill_sheet
from bothand.rooms.checkin.questions.store import begin_checkin, find_open_checkin, save_sheet
from bothand.rooms.checkin.recovery.pages import RecoveryPage
from bothand.rooms.checkin.slope.pages import SlopePage
from bothand.vault.months import months_between
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

WEEKS = 30
ASKED = Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
"""A page whose form has nothing to type: it begins something."""
DELETE_AT = Line(owner=(404, 404, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
CLOSE_AT = Line(owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403))
STOP_AT = Line(owner=(405, 405, 404), locked=(405, 405, 403), anonymous=(405, 405, 403))


def _kept(stage: Stage) -> bool:
    return stage.mine.only(MeasureState) is not None


def check_ins(stage: Stage) -> Kwargs:
    """A first visit, then a check-in a week with gaps: togetherness rises, selfhood falls and comes back."""
    if _kept(stage):
        return {}
    weekly = [one.id for one in measurement.item_bank(alone=True, weekly=True).items]

    def write() -> None:
        for week in range(WEEKS):
            if week % 9 == 5:
                continue
            asked = (
                weekly[::4][:24] if week == 0 else [weekly[(week * 7 + at) % len(weekly)] for at in range(7)]
            )
            stage.mine.add(
                Answers(
                    day=stage.today - timedelta(days=7 * (WEEKS - week)),
                    sort="first" if week == 0 else "weekly",
                    given=tuple((item, _answer(item, week)) for item in asked),
                    ideals=tuple((one.name, 3 + number % 3) for number, one in enumerate(FACETS))
                    if week == 0
                    else (),
                    alone=True,
                    order=week,
                ),
                new_id(),
            )

    standing.recompute(stage.mine, write)
    return {}


def _answer(item: str, week: int) -> int:
    """An answer that goes with the weeks: what is near goes up, what is one's own goes down and up again."""
    found = measurement.fold_whole()[item]
    axis = next(one.axis for one in FACETS if one.name == found.facet)
    level = (
        2.6 + week / 20 if axis == "togetherness" else 4.2 - week / 9 if week < 18 else 2.2 + (week - 18) / 8
    )
    tapped = min(5, max(1, round(level + (hash_of(item) % 3 - 1) * 0.7)))
    return tapped if found.key == 1 else 6 - tapped


def hash_of(item: str) -> int:
    """A number that is always the same for an item."""
    return sum(map(ord, item))


def begun(stage: Stage) -> Kwargs:
    """A check-in that was begun, at its first page."""
    found = begin_checkin(stage.mine, "first", stage.today, alone=True, focus=None)
    return {"hex_id": found.hex, "number": "1"}


def half_way(stage: Stage) -> Kwargs:
    """The same with a page answered."""
    begun(stage)
    found = begin_checkin(stage.mine, "first", stage.today, alone=True, focus=None)
    page = list_sheets(found.record)[0]
    save_sheet(stage.mine, found.id, page, dict.fromkeys(page, 4), stage.today)
    return {"hex_id": found.hex}


def checkup(stage: Stage) -> Kwargs:
    """A check-up that was begun, with a piece answered."""
    found = begin_checkup(stage.mine, stage.today, alone=True)
    said = dict.fromkeys(list_piece_items(1, alone=True), 3)
    save_piece(stage.mine, found.id, 1, said, stage.today)
    return {"hex_id": found.hex}


def checkup_begun(stage: Stage) -> Kwargs:
    """The same, for the page of all its pieces."""
    checkup(stage)
    return {}


def piece(stage: Stage) -> Kwargs:
    """Its second piece."""
    return {**checkup(stage), "number": "2"}


def fear(stage: Stage) -> Kwargs:
    """Its three questions."""
    return {**checkup(stage), "number": str(FEAR)}


def closed(stage: Stage) -> Kwargs:
    """A check-up that was ended, half a year after the first visit, and somebody who is afraid at times."""
    check_ins(stage)
    run = bytes.fromhex(checkup(stage)["hex_id"])
    close_checkup(stage.mine, run, stage.today)
    stage.mine.add(FearAnswers(day=stage.today, say_no=2), new_id())
    return {}


def sitting(stage: Stage) -> Kwargs:
    """A check-in of today, and its address."""
    check_ins(stage)
    shown = stage.mine.query(Answers, months=months_between(stage.today, stage.today)).items
    found = [one for one in shown if one.record.sort == "weekly" and one.record.day == stage.today]
    if found:
        return {"hex_id": found[0].hex}
    record_id = new_id()
    items = [one.id for one in measurement.item_bank(alone=True, weekly=True).items][:7]
    said = tuple((item, 4) for item in items)
    standing.add_answers(
        stage.mine, Answers(day=stage.today, sort="weekly", given=said, alone=True), record_id
    )
    return {"hex_id": record_id.hex()}


def changed_twice(stage: Stage) -> Kwargs:
    """The same, changed in another window meanwhile."""
    kwargs = sitting(stage)
    found = stage.mine.get(Answers, bytes.fromhex(kwargs["hex_id"]))
    page = tuple(item for item, _answer in found.record.given)
    amend_sitting(
        stage.mine,
        found,
        refill_sheet(found.record, page, dict.fromkeys(page, 1 + found.revision % 3)),
    )
    return kwargs


def nothing_said(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


def taps(stage: Stage, _words: Words) -> Data:
    """Answers to the first page of the check-in that was begun."""
    found = find_open_checkin(stage.mine.query(shelf=Shelf.STANDS).items)
    if found is None:
        return {}
    return dict.fromkeys(list_sheets(found.record)[0], "4")


def piece_taps(_stage: Stage, _words: Words) -> Data:
    """Answers to the second piece."""
    return dict.fromkeys(list_piece_items(2, alone=True), "2")


def wishes(_stage: Stage, _words: Words) -> Data:
    """Ideals for two of the ten."""
    return {"worth": "5", "own": "4"}


def fear_taps(_stage: Stage, _words: Words) -> Data:
    """One of the three questions answered."""
    return {"say_no": "0"}


def other_taps(_stage: Stage, _words: Words) -> Data:
    """Other answers, from the revision that was shown first."""
    items = [one.id for one in measurement.item_bank(alone=True, weekly=True).items][:7]
    return {"revision": "1", **dict.fromkeys(items, "5")}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def one_month(stage: Stage) -> Kwargs:
    """The month before this one, and its address."""
    check_ins(stage)
    return {"month": f"{stage.today - timedelta(days=30):%Y-%m}"}


def sixth(stage: Stage) -> Kwargs:
    """The sixth facet."""
    check_ins(stage)
    return {"number": "6"}


PAGES = (
    PageCase(url="checkin_begin", page=BeginPage),
    PageCase(url="checkin_checkup", page=CheckupPage, prepare=checkup_begun),
    PageCase(url="checkin_piece", page=PiecePage, prepare=piece),
    PageCase(url="checkin_piece", page=FearPage, prepare=fear),
    PageCase(url="checkin_fear", page=FearPage),
    PageCase(url="checkin_ideals", page=IdealsPage, prepare=check_ins),
    PageCase(url="checkin_past", page=PastPage, prepare=check_ins),
    PageCase(url="checkin_past_month", page=PastPage, prepare=one_month),
    PageCase(url="checkin_sitting", page=SittingPage, prepare=sitting),
    PageCase(url="checkin_delete_sitting", page=DeleteSittingPage, prepare=sitting),
    PageCase(url="checkin_map", page=MapPage, prepare=check_ins),
    PageCase(url="checkin_aspects", page=AspectsPage, prepare=check_ins),
    PageCase(url="checkin_aspect", page=AspectPage, prepare=sixth),
    PageCase(url="checkin_comparison", page=ComparisonPage, prepare=closed),
    PageCase(url="checkin_patterns", page=PatternsPage, prepare=check_ins),
    PageCase(url="checkin_slope", page=SlopePage),
    PageCase(url="checkin_recovery", page=RecoveryPage),
    # Last: while a check-in is begun, *Today* leads back to it and nowhere else.
    PageCase(url="checkin_sheet", page=SheetPage, prepare=begun),
)
FORMS = (
    FormCase(url="checkin_begin", form=None, data=nothing_said),
    FormCase(url="checkin_postpone", form=None, data=nothing_said),
    FormCase(url="checkin_stop", form=None, prepare=half_way, data=nothing_said),
    FormCase(url="checkin_sheet", form=QuestionsForm, prepare=begun, data=taps),
    FormCase(url="checkin_checkup", form=None, data=nothing_said),
    FormCase(url="checkin_piece", form=QuestionsForm, prepare=piece, data=piece_taps),
    FormCase(url="checkin_piece", form=FearForm, prepare=fear, data=fear_taps),
    FormCase(url="checkin_ideals", form=IdealsForm, data=wishes),
    FormCase(url="checkin_fear", form=FearForm, data=fear_taps),
    FormCase(url="checkin_close", form=None, prepare=checkup, data=nothing_said),
    FormCase(url="checkin_sitting", form=QuestionsForm, prepare=sitting, data=other_taps),
    FormCase(
        url="checkin_sitting",
        form=QuestionsForm,
        prepare=changed_twice,
        data=other_taps,
        shows=TwoSittingsPage,
    ),
    FormCase(url="checkin_delete_sitting", form=None, prepare=sitting, data=first_revision),
)
ACTORS = {
    "checkin_begin": ASKED,
    "checkin_postpone": PRESS,
    "checkin_stop": STOP_AT,
    "checkin_sheet": WRITE_AT,
    "checkin_checkup": ASKED,
    "checkin_comparison": LOOK,
    "checkin_close": CLOSE_AT,
    "checkin_piece": WRITE_AT,
    "checkin_fear": ASKED,
    "checkin_ideals": ASKED,
    "checkin_map": LOOK,
    "checkin_aspects": LOOK,
    "checkin_aspect": LOOK_AT,
    "checkin_patterns": LOOK,
    "checkin_slope": LOOK,
    "checkin_recovery": LOOK,
    "checkin_past": LOOK,
    "checkin_past_month": LOOK,
    "checkin_sitting": WRITE_AT,
    "checkin_delete_sitting": DELETE_AT,
}
