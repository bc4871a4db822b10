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
from bothand.rooms.boundaries import pages, pages_between
from bothand.rooms.boundaries.forms import (
    AnswerForm,
    BurdenForm,
    DraftForm,
    EditForm,
    NoteForm,
    QualityForm,
    RehearsalForm,
    RepairForm,
    ReviewForm,
)
from bothand.rooms.boundaries.records import CROSSED, LITTLE, Burden
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


def answering(_stage: Stage, words: Words) -> Data:
    """An answer."""
    return {"revision": "0", **{name: words(name) for name in ("gives", "question", "can")}}


def mending(_stage: Stage, words: Words) -> Data:
    """Something to make it good again, to be shown."""
    return {"step": "show", "revision": "0", "words": words("words"), "next": words("next")}


def weighing(stage: Stage, words: Words) -> Data:
    """Words about what limits me, to a mark that nobody has changed yet; over an old one where there is no such."""
    marks = sorted(stage.mine.standing(Burden).items, key=lambda one: one.revision)
    return {"revision": "1", "mark_of": marks[0].hex if marks else "", "words": words("words")}


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
    PageCase(url="boundaries_list", page=pages.ListPage, prepare=scenes.some_drafts),
    PageCase(url="boundaries_new", page=pages.DraftPage, query="from=B01"),
    PageCase(url="boundaries_examples", page=pages.ExamplesPage),
    PageCase(url="boundaries_quality", page=pages.QualityPage, prepare=scenes.some_time_of_both, paired=True),
    PageCase(url="boundaries_marks", page=pages.NotesPage, prepare=scenes.some_marks),
    PageCase(url="boundaries_month", page=pages.NotesPage, prepare=scenes.marks_of_a_month),
    PageCase(url="boundaries_unmark", page=pages.QuestionPage, prepare=scenes.one_mark),
    PageCase(url="boundaries_weight", page=pages.BurdensPage, prepare=scenes.weighed),
    PageCase(url="boundaries_asked", page=pages_between.AskedPage, prepare=scenes.asked_twice, paired=True),
    PageCase(url="boundaries_both", page=pages_between.AlonePage),
    PageCase(
        url="boundaries_both",
        page=pages_between.SharedListPage,
        prepare=scenes.own_copy_and_theirs,
        paired=True,
    ),
    PageCase(
        url="boundaries_between",
        page=pages_between.PartnerBoundaryPage,
        prepare=scenes.answered_by_me,
        paired=True,
    ),
    PageCase(url="boundaries_between", page=pages_between.OwnCopyPage, prepare=scenes.own_copy, paired=True),
    PageCase(
        url="boundaries_versions",
        page=pages_between.SharedVersionsPage,
        prepare=scenes.one_of_theirs,
        paired=True,
    ),
    PageCase(
        url="boundaries_answer", page=pages_between.AnswerPage, prepare=scenes.answered_by_me, paired=True
    ),
    PageCase(url="boundaries_mend", page=pages_between.RepairPage, prepare=scenes.one_of_theirs, paired=True),
    PageCase(url="boundaries_mended", page=pages_between.RepairsPage, prepare=scenes.own_copy, paired=True),
    PageCase(
        url="boundaries_mended_month",
        page=pages_between.RepairsPage,
        prepare=scenes.mended_before,
        paired=True,
    ),
    PageCase(url="boundaries_one", page=pages.BoundaryPage, prepare=scenes.one_shown, paired=True),
    PageCase(url="boundaries_change", page=pages.EditPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_rehearse", page=pages.RehearsalPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_show", page=pages.SharePage, prepare=scenes.one_draft, paired=True),
    PageCase(url="boundaries_back", page=pages.QuestionPage, prepare=scenes.one_shown, paired=True),
    PageCase(url="boundaries_end", page=pages.QuestionPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_delete", page=pages.QuestionPage, prepare=scenes.one_draft),
    PageCase(url="boundaries_earlier", page=pages.EarlierPage, prepare=scenes.changed_twice),
)
FORMS = (
    FormCase(url="boundaries_new", form=DraftForm, data=typed),
    *two_windows(
        "boundaries_change",
        EditForm,
        (scenes.one_draft, scenes.changed_twice),
        typed_anew,
        pages.TwoDraftsPage,
    ),
    *two_windows(
        "boundaries_rehearse",
        RehearsalForm,
        (scenes.one_draft, scenes.said_twice),
        rehearsed,
        pages.TwoRehearsalsPage,
    ),
    FormCase(url="boundaries_mark", form=NoteForm, prepare=scenes.one_draft, data=marked),
    FormCase(url="boundaries_unmark", form=None, prepare=scenes.one_mark, data=data(revision="1")),
    FormCase(url="boundaries_review", form=ReviewForm, prepare=scenes.one_draft, data=data(again="month")),
    FormCase(
        url="boundaries_show", form=None, prepare=scenes.one_draft, data=data(revision="1"), paired=True
    ),
    FormCase(url="boundaries_back", form=None, prepare=scenes.one_shown, data=data(), paired=True),
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
        pages_between.TwoAnswersPage,
        paired=True,
    ),
    FormCase(
        url="boundaries_answer",
        form=AnswerForm,
        prepare=scenes.gone,
        data=answering,
        shows=pages_between.GonePage,
    ),
    FormCase(url="boundaries_clear", form=None, prepare=scenes.words_left, data=data(), paired=True),
    FormCase(url="boundaries_no", form=None, prepare=scenes.one_of_theirs, data=data(on="1"), paired=True),
    FormCase(url="boundaries_mend", form=RepairForm, prepare=scenes.one_of_theirs, data=mending, paired=True),
    FormCase(url="boundaries_unmend", form=None, prepare=scenes.own_copy, data=data(), paired=True),
    FormCase(url="boundaries_press", form=None, prepare=scenes.one_of_theirs, data=data(), paired=True),
    *two_windows(
        "boundaries_weight",
        BurdenForm,
        (scenes.weighed, scenes.weighed_twice),
        weighing,
        pages.TwoBurdensPage,
    ),
    FormCase(url="boundaries_lift", form=None, prepare=scenes.a_weight, data=data(revision="1")),
    *two_windows(
        "boundaries_quality",
        QualityForm,
        (scenes.some_time, scenes.some_time_twice),
        timed,
        pages.TwoQualitiesPage,
    ),
    FormCase(
        url="boundaries_quality_show", form=None, prepare=scenes.some_time, data=data(on="1"), paired=True
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
    "boundaries_quality_show": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 404)
    ),
    "boundaries_marks": LOOK,
    "boundaries_month": LOOK,
    "boundaries_unmark": DELETE,
    # With nothing noted there is nothing to add words to, and the page comes as it is.
    "boundaries_weight": Line(owner=(200, 200, 200), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    # What is gone is taken away.
    "boundaries_lift": PRESS,
    "boundaries_asked": READ,
    "boundaries_no": PRESS_AT,
    "boundaries_both": READ,
    "boundaries_clear": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 404)
    ),
    "boundaries_between": READ_AT,
    "boundaries_versions": READ_AT,
    # What was typed about something that is gone comes back.
    "boundaries_answer": EDIT,
    "boundaries_press": PRESS_AT,
    "boundaries_mend": EDIT,
    "boundaries_mended": READ_AT,
    "boundaries_mended_month": READ_AT,
    "boundaries_unmend": PRESS_AT,
    "boundaries_one": LOOK_AT,
    "boundaries_change": EDIT,
    "boundaries_rehearse": WRITE_AT,
    "boundaries_show": WRITE_AT,
    "boundaries_back": WRITE_AT,
    "boundaries_end": WRITE_AT,
    "boundaries_delete": DELETE,
    "boundaries_earlier": LOOK_AT,
    "boundaries_mark": PRESS_AT,
    "boundaries_review": PRESS_AT,
}
