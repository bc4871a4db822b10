"""How the harness reaches the pages of *today*."""

from datetime import timedelta

from bothand.domain.plan import PastPlan, Plan
from bothand.kit.tests.cases import (
    DELETE,
    LOOK,
    LOOK_AT,
    PRESS,
    WRITE,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.today.advice.pages import WhyPage
from bothand.rooms.today.pages import MinePage, MorePage, TodayPage
from bothand.rooms.today.plan.forms import BackForm, PlanForm, WeekForm
from bothand.rooms.today.plan.pages import (
    BeginPlanPage,
    DeletePastPlanPage,
    DeletePlanPage,
    EditPlanPage,
    LookBackPage,
    PastPlansPage,
    PlanPage,
    TwoPlansPage,
)
from bothand.rooms.today.search.forms import FindForm
from bothand.rooms.today.search.pages import SearchPage
from bothand.rooms.today.things.pages import ThingPage, ThingsPage
from bothand.vault.randomness import new_id

_PLAN = "Each Thursday evening is mine. I say so on Monday."
_HELPED = "Saying it early. The week I put it off, it was gone."


def a_plan(stage: Stage) -> Kwargs:
    """A plan in its third week, whatever was there before."""
    plan = Plan(
        facet="limits",
        practice_own="P1",
        practice_both="P4" if stage.ours is not None else "",
        began=stage.today - timedelta(days=16),
        why="surely_below_wish",
        numbers=(2.4, 1.9, 2.9, 4.0),
        words=_PLAN,
    )
    there = stage.mine.only(Plan)
    if there is None:
        stage.mine.add(plan)
    elif there.record != plan:
        stage.mine.replace(there, plan)
    return {}


def no_plan(stage: Stage) -> Kwargs:
    """No plan."""
    there = stage.mine.only(Plan)
    if there is not None:
        stage.mine.remove(there)
    return {}


def changed_meanwhile(stage: Stage) -> Kwargs:
    """A plan that was changed in another window."""
    a_plan(stage)
    there = stage.mine.only(Plan)
    assert there is not None
    changed = Plan(facet="own", practice_own="P1", began=there.record.began, words="Something else by now.")
    stage.mine.replace(there, changed)
    return {}


def some_past(stage: Stage) -> Kwargs:
    """Two plans that are over."""
    for number, (facet, change) in enumerate((("worth", "up"), ("heard", "none"))):
        began = stage.today - timedelta(days=60 * (number + 1))
        one = PastPlan(
            facet=facet,
            practice_own="P1",
            began=began,
            ended=began + timedelta(days=44),
            words=_PLAN,
            change=change,
            helped=_HELPED,
        )
        stage.mine.add(one, new_id())
    return {}


def one_past(stage: Stage) -> Kwargs:
    """A plan that is over, and its address."""
    ended = stage.today - timedelta(days=2)
    one = PastPlan(
        facet="own", practice_own="P1", began=ended - timedelta(days=42), ended=ended, helped=_HELPED
    )
    return {"hex_id": stage.mine.add(one, new_id()).hex}


def looked_for(_stage: Stage, words: Words) -> Data:
    """A word to look for."""
    return {"term": words("term")}


def a_thing(_stage: Stage) -> Kwargs:
    """A thing for two, as an address has it."""
    return {"thing": "s14"}


def revision(stage: Stage) -> int:
    """The revision of the plan there is, 1 without one."""
    there = stage.mine.only(Plan)
    return 1 if there is None else there.revision


def begun(_stage: Stage, words: Words) -> Data:
    """A new plan chosen by hand, from a page that showed none."""
    return {
        "facet": "limits",
        "own": "P1",
        "both": "",
        "words": words("words"),
        "id": new_id().hex(),
        "revision": "",
    }


def chosen(stage: Stage, words: Words) -> Data:
    """The plan there is, chosen otherwise."""
    return {**begun(stage, words), "revision": str(revision(stage))}


def from_an_old_page(stage: Stage, words: Words) -> Data:
    """A change, from a page that showed what stood before."""
    return {**begun(stage, words), "revision": str(revision(stage) - 1)}


def a_week(_stage: Stage, _words: Words) -> Data:
    """The third week, done."""
    return {"week": "3", "done": "on"}


def looked_back(stage: Stage, words: Words) -> Data:
    """What helped."""
    return {"helped": words("helped"), "id": new_id().hex(), "revision": str(revision(stage))}


def shown_revision(stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": str(revision(stage))}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """The same, for what was never changed."""
    return {"revision": "1"}


PAGES = (
    PageCase(url="today", page=TodayPage),
    PageCase(url="place_mine", page=MinePage),
    PageCase(url="place_more", page=MorePage),
    PageCase(url="today_search", page=SearchPage),
    PageCase(url="today_plan", page=PlanPage, prepare=a_plan),
    PageCase(url="today_begin", page=BeginPlanPage, prepare=no_plan),
    PageCase(url="today_edit", page=EditPlanPage, prepare=a_plan),
    PageCase(url="today_look_back", page=LookBackPage, prepare=a_plan),
    PageCase(url="today_delete", page=DeletePlanPage, prepare=a_plan),
    PageCase(url="today_past", page=PastPlansPage, prepare=some_past),
    PageCase(url="today_past_delete", page=DeletePastPlanPage, prepare=one_past),
    PageCase(url="today_things", page=ThingsPage),
    PageCase(url="today_thing", page=ThingPage, prepare=a_thing, content=False),
    PageCase(url="today_why", page=WhyPage),
)
FORMS = (
    FormCase(url="today_search", form=FindForm, data=looked_for),
    FormCase(url="today_begin", form=PlanForm, prepare=no_plan, data=begun),
    FormCase(url="today_begin", form=PlanForm, prepare=a_plan, data=begun, shows=TwoPlansPage),
    FormCase(url="today_edit", form=PlanForm, prepare=a_plan, data=chosen),
    FormCase(
        url="today_edit",
        form=PlanForm,
        prepare=changed_meanwhile,
        data=from_an_old_page,
        shows=TwoPlansPage,
    ),
    FormCase(url="today_tick", form=WeekForm, prepare=a_plan, data=a_week),
    FormCase(url="today_look_back", form=BackForm, prepare=a_plan, data=looked_back),
    FormCase(url="today_delete", form=None, prepare=a_plan, data=shown_revision),
    FormCase(url="today_past_delete", form=None, prepare=one_past, data=first_revision),
)
# Without a plan there is nothing to change: one is led to where a plan is begun, and what was typed comes along.
_LED_ON = Line(owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
ACTORS = {
    "today": LOOK,
    "place_mine": LOOK,
    "today_search": WRITE,
    "place_more": Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405)),
    "today_plan": LOOK,
    "today_begin": WRITE,
    "today_edit": Line(owner=(302, 302, 409), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    "today_tick": PRESS,
    "today_look_back": _LED_ON,
    "today_delete": _LED_ON,
    "today_past": LOOK,
    "today_past_delete": DELETE,
    "today_things": LOOK,
    "today_thing": LOOK_AT,
    "today_why": LOOK,
}
