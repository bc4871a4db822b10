"""How the harness reaches the pages and forms of *boundaries*."""

from collections.abc import Callable
from typing import Final

from django import forms

from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.boundaries.answers.forms import AnswerForm
from bothand.rooms.boundaries.answers.pages import AnswerPage, AskedPage, GonePage, TwoAnswersPage
from bothand.rooms.boundaries.burdens.forms import BurdenForm
from bothand.rooms.boundaries.burdens.pages import BurdensPage, TwoBurdensPage
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.notes.pages import NotesPage, TwoNotesPage
from bothand.rooms.boundaries.own.forms import BoundaryForm, RehearsalForm, ReviewForm
from bothand.rooms.boundaries.own.pages import (
    BoundaryPage,
    DraftPage,
    EarlierPage,
    EditPage,
    ExamplesPage,
    ListPage,
    RehearsalPage,
    TwoDraftsPage,
    TwoRehearsalsPage,
)
from bothand.rooms.boundaries.pages import AlonePage, QuestionPage
from bothand.rooms.boundaries.quality.forms import QualityForm
from bothand.rooms.boundaries.quality.pages import QualityPage, TwoQualitiesPage
from bothand.rooms.boundaries.records import CROSSED, LITTLE, Burden
from bothand.rooms.boundaries.repairs.forms import RepairForm
from bothand.rooms.boundaries.repairs.pages import RepairPage, RepairsPage
from bothand.rooms.boundaries.shared.pages import (
    OwnCopyPage,
    PartnerBoundaryPage,
    SharedListPage,
    SharedVersionsPage,
    SharePage,
)
from bothand.rooms.boundaries.tests import scenes
from bothand.shell.page import Page
from bothand.vault.randomness import new_id

Prepare = Callable[[Stage], Kwargs]
Typed = Callable[[Stage, Words], Data]


def typed(_stage: Stage, words: Words) -> Data:
    """A boundary, with words in each field."""
    return {
        "id": new_id().hex(),
        "kind": "mental",
        "area": "home",
        "firmness": "line",
        "reach": "joint",
        "days": ["0", "6"],
        "start": "20:00",
        "end": "22:30",
        **{name: words(name) for name in ("when", "will", "wish", "protects", "honour", "raising")},
    }


def typed_anew(stage: Stage, words: Words) -> Data:
    """The same, over the first revision."""
    return typed(stage, words) | {"revision": "1"}


def rehearsed(_stage: Stage, words: Words) -> Data:
    """How it could be said."""
    return {"revision": "1", "said": words("said")}


def marked(_stage: Stage, words: Words) -> Data:
    """How it went."""
    return {"id": new_id().hex(), "how": CROSSED, "words": words("words")}


def marked_again(_stage: Stage, words: Words) -> Data:
    """The same form, with other words."""
    return {"id": scenes.SENT.hex(), "how": CROSSED, "words": words("words")}


def answering(_stage: Stage, words: Words) -> Data:
    """An answer."""
    return {"revision": "0", **{name: words(name) for name in ("gives", "question", "can")}}


def mending(_stage: Stage, words: Words) -> Data:
    """Something to make it good again, to be shown."""
    return {"step": "show", "revision": "0", "words": words("words"), "next": words("next")}


def weighing(stage: Stage, words: Words) -> Data:
    """Words about what limits me, to a mark that nobody has changed yet; over an old one where there is no such."""
    marks = sorted(stage.mine.query(Burden).items, key=lambda one: one.revision)
    return {"revision": "1", "burden": marks[0].hex if marks else "", "words": words("words")}


def timed(_stage: Stage, _words: Words) -> Data:
    """How it is with time."""
    return {"revision": "1", "together": "enough", "apart": LITTLE, "apart_hours": "5"}


def data(**fixed: str) -> Typed:
    """What a form without words sends along."""
    return lambda _stage, _words: dict(fixed)


def two_windows(
    url: str,
    form: type[forms.Form],
    prepared: tuple[Prepare, Prepare],
    data: Typed,
    shows: type[Page],
    *,
    paired: bool = False,
) -> tuple[FormCase, FormCase]:
    """A form as the first prepares it, and over what another window wrote meanwhile (the second): both are shown then."""
    first, other = prepared
    return (
        FormCase(url=url, form=form, prepare=first, data=data, paired=paired),
        FormCase(url=url, form=form, prepare=other, data=data, paired=paired, shows=shows),
    )


PAGES = (
    PageCase(url="boundaries_list", page=ListPage, prepare=scenes.some_drafts),
    PageCase(url="boundaries_new", page=DraftPage, query="from=B01"),
    PageCase(url="boundaries_examples", page=ExamplesPage),
    PageCase(url="boundaries_quality", page=QualityPage, prepare=scenes.some_time_of_both, paired=True),
    PageCase(url="boundaries_notes", page=NotesPage, prepare=scenes.some_marks),
    PageCase(url="boundaries_notes_month", page=NotesPage, prepare=scenes.marks_of_a_month),
    PageCase(url="boundaries_note_delete", page=QuestionPage, prepare=scenes.one_mark),
    PageCase(url="boundaries_burdens", page=BurdensPage, prepare=scenes.weighed),
    PageCase(url="boundaries_asked", page=AskedPage, prepare=scenes.asked_twice, paired=True),
    PageCase(url="boundaries_shared", page=AlonePage),
    PageCase(
        url="boundaries_shared",
        page=SharedListPage,
        prepare=scenes.own_copy_and_theirs,
        paired=True,
    ),
    PageCase(
        url="boundaries_shared_show",
        page=PartnerBoundaryPage,
        prepare=scenes.answered_by_me,
        paired=True,
    ),
    PageCase(url="boundaries_shared_show", page=OwnCopyPage, prepare=scenes.own_copy, paired=True),
    PageCase(
        url="boundaries_shared_versions",
        page=SharedVersionsPage,
        prepare=scenes.one_of_theirs,
        paired=True,
    ),
    PageCase(url="boundaries_answer", page=AnswerPage, prepare=scenes.answered_by_me, paired=True),
    PageCase(url="boundaries_repair", page=RepairPage, prepare=scenes.one_of_theirs, paired=True),
    PageCase(url="boundaries_repairs", page=RepairsPage, prepare=scenes.own_copy, paired=True),
    PageCase(
        url="boundaries_repairs_month",
        page=RepairsPage,
        prepare=scenes.mended_before,
        paired=True,
    ),
    PageCase(url="boundaries_show", page=BoundaryPage, prepare=scenes.one_shown, paired=True),
    PageCase(url="boundaries_edit", page=EditPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_rehearse", page=RehearsalPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_share", page=SharePage, prepare=scenes.one_draft, paired=True),
    PageCase(url="boundaries_unshare", page=QuestionPage, prepare=scenes.one_shown, paired=True),
    PageCase(url="boundaries_end", page=QuestionPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_delete", page=QuestionPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_versions", page=EarlierPage, prepare=scenes.changed_twice),
)
FORMS = (
    FormCase(url="boundaries_new", form=BoundaryForm, data=typed),
    *two_windows(
        "boundaries_edit",
        BoundaryForm,
        (scenes.one_draft, scenes.changed_twice),
        typed_anew,
        TwoDraftsPage,
    ),
    *two_windows(
        "boundaries_rehearse",
        RehearsalForm,
        (scenes.one_draft, scenes.said_twice),
        rehearsed,
        TwoRehearsalsPage,
    ),
    FormCase(url="boundaries_note_add", form=NoteForm, prepare=scenes.one_draft, data=marked),
    FormCase(
        url="boundaries_note_add",
        form=NoteForm,
        prepare=scenes.noted_before,
        data=marked_again,
        shows=TwoNotesPage,
    ),
    FormCase(url="boundaries_note_delete", form=None, prepare=scenes.one_mark, data=data(revision="1")),
    FormCase(url="boundaries_review", form=ReviewForm, prepare=scenes.one_draft, data=data(again="month")),
    FormCase(
        url="boundaries_share", form=None, prepare=scenes.one_draft, data=data(revision="1"), paired=True
    ),
    FormCase(url="boundaries_unshare", form=None, prepare=scenes.one_shown, data=data(), paired=True),
    FormCase(
        url="boundaries_end",
        form=None,
        prepare=scenes.one_shown,
        data=data(revision="1", end="1"),
        paired=True,
    ),
    FormCase(
        url="boundaries_delete", form=None, prepare=scenes.one_shown, data=data(revision="1"), paired=True
    ),
    *two_windows(
        "boundaries_answer",
        AnswerForm,
        (scenes.one_of_theirs, scenes.answered_by_me),
        answering,
        TwoAnswersPage,
        paired=True,
    ),
    FormCase(
        url="boundaries_answer",
        form=AnswerForm,
        prepare=scenes.gone,
        data=answering,
        shows=GonePage,
    ),
    FormCase(url="boundaries_answers_clear", form=None, prepare=scenes.words_left, data=data(), paired=True),
    FormCase(url="boundaries_no", form=None, prepare=scenes.one_of_theirs, data=data(on="1"), paired=True),
    FormCase(
        url="boundaries_repair", form=RepairForm, prepare=scenes.one_of_theirs, data=mending, paired=True
    ),
    FormCase(url="boundaries_repair_withdraw", form=None, prepare=scenes.own_copy, data=data(), paired=True),
    FormCase(url="boundaries_burden_add", form=None, prepare=scenes.one_of_theirs, data=data(), paired=True),
    *two_windows(
        "boundaries_burdens",
        BurdenForm,
        (scenes.weighed, scenes.weighed_twice),
        weighing,
        TwoBurdensPage,
    ),
    FormCase(url="boundaries_burden_delete", form=None, prepare=scenes.a_weight, data=data(revision="1")),
    *two_windows(
        "boundaries_quality",
        QualityForm,
        (scenes.some_time, scenes.some_time_twice),
        timed,
        TwoQualitiesPage,
    ),
    FormCase(
        url="boundaries_quality_share", form=None, prepare=scenes.some_time, data=data(on="1"), paired=True
    ),
)
# What both can open stands open to read while *mine* is locked.
READ: Final = Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405))
READ_AT: Final = Line(owner=(404, 404, 405), locked=(404, 404, 405), anonymous=(302, 302, 405))
ACTORS = {
    "boundaries_list": LOOK,
    "boundaries_new": WRITE,
    "boundaries_examples": LOOK,
    # Nothing need be filled in: an empty form says that nothing was said.
    "boundaries_quality": Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    "boundaries_quality_share": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 404)
    ),
    "boundaries_notes": LOOK,
    "boundaries_notes_month": LOOK,
    "boundaries_note_delete": DELETE,
    # With nothing noted there is nothing to add words to, and the page comes as it is.
    "boundaries_burdens": Line(owner=(200, 200, 200), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    # What is gone is taken away.
    "boundaries_burden_delete": PRESS,
    "boundaries_asked": READ,
    "boundaries_no": PRESS_AT,
    "boundaries_shared": READ,
    "boundaries_answers_clear": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 404)
    ),
    "boundaries_shared_show": READ_AT,
    "boundaries_shared_versions": READ_AT,
    # What was typed about something that is gone comes back.
    "boundaries_answer": EDIT,
    "boundaries_burden_add": PRESS_AT,
    "boundaries_repair": EDIT,
    "boundaries_repairs": READ_AT,
    "boundaries_repairs_month": READ_AT,
    "boundaries_repair_withdraw": PRESS_AT,
    "boundaries_show": LOOK_AT,
    "boundaries_edit": EDIT,
    "boundaries_rehearse": WRITE_AT,
    "boundaries_share": WRITE_AT,
    "boundaries_unshare": WRITE_AT,
    "boundaries_end": WRITE_AT,
    "boundaries_delete": DELETE,
    "boundaries_versions": LOOK_AT,
    "boundaries_note_add": PRESS_AT,
    "boundaries_review": PRESS_AT,
}
