"""How the harness reaches the pages and forms of housework."""

from typing import Final

from bothand.kit.tests.cases import Data, FormCase, Kwargs, Line, PageCase, Stage, Words
from bothand.rooms.housework.alone.pages import OwnWorkPage
from bothand.rooms.housework.divisions.pages import AnsweredPage, DivisionsPage, FeelingsPage
from bothand.rooms.housework.forms import ShareForm, TaskForm, TasksForm
from bothand.rooms.housework.gains.pages import GainsPage
from bothand.rooms.housework.pages import AlonePage, HomePage, SharesPage, TaskPage, TasksPage
from bothand.rooms.housework.records import home_digest, task_id
from bothand.rooms.housework.store import find_household
from bothand.rooms.housework.tests import scenes
from bothand.rooms.housework.weekly.pages import ListPage

# What is of both can be read while locked; alone one is told what this needs, or finds nothing at an address of something.
ALONE: Final = (200, 200, 200)
GONE: Final = (404, 404, 404)
LEADS: Final = Line(owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=ALONE)


def home(stage: Stage) -> Kwargs:
    """Some work, as both marked it."""
    scenes.home(stage)
    return {}


def one_task(stage: Stage) -> Kwargs:
    """The same, and the address of a task."""
    return {"hex_id": task_id(scenes.home(stage).tasks[0].name).hex()}


def answered(stage: Stage) -> Kwargs:
    """My own part alone."""
    scenes.answered(stage)
    return {}


def own_work(stage: Stage) -> Kwargs:
    """What somebody does at home, and how they feel about it."""
    scenes.own_work(stage)
    return {}


def felt_alone(_stage: Stage, _words: Words) -> Data:
    """One tap about a task."""
    return {"feel": f"{task_id(scenes.OWN).hex()}-dislike"}


def felt(stage: Stage) -> Kwargs:
    """A division that came out."""
    scenes.felt(stage)
    return {}


def settled(stage: Stage) -> Kwargs:
    """A division that both agreed on."""
    scenes.settled(stage)
    return {}


def so_it_is(stage: Stage, _words: Words) -> Data:
    """The work, marked as it stands."""
    return {"of": home_digest(find_household(stage.both)).hex()}


def picked(_stage: Stage, _words: Words) -> Data:
    """Pair of the list."""
    return {"act": "list", "tasks": ["iron", "vacuum"]}


def own(_stage: Stage, words: Words) -> Data:
    """A task of one's own."""
    return {"act": "own"} | changed(_stage, words)


def changed(_stage: Stage, words: Words) -> Data:
    """What a task takes."""
    return {
        "name": words("name"),
        "minutes": "15",
        "times": "300",
        "noticing": "2",
        "planning": "4",
        "split": "phases",
    }


def tapped(stage: Stage, _words: Words) -> Data:
    """One tap: who notices that a task is due."""
    return {"own": f"noticed-{task_id(find_household(stage.both).tasks[0].name).hex()}-both"}


def paid(_stage: Stage, _words: Words) -> Data:
    """Hours of paid work that count."""
    return {"share": "50", "mine": "20", "theirs": "38"}


def feelings(stage: Stage, _words: Words) -> Data:
    """What I feel about each."""
    there = find_household(stage.both)
    chosen = {f"feel-{task_id(one.name).hex()}": "dislike" for one in there.tasks}
    return {"of": home_digest(there).hex(), "shows": "likes", **chosen}


def moved(stage: Stage, _words: Words) -> Data:
    """A part of a task given to the other by hand."""
    if not find_household(stage.both).tasks:
        return {}
    return {"owners": "0" * scenes.PIECES, "move": f"{task_id(scenes.IN_PARTS).hex()}-planning:other"}


PAGES = (
    PageCase(url="housework_alone", page=OwnWorkPage, prepare=own_work),
    PageCase(url="housework_home", page=HomePage, prepare=home, paired=True),
    PageCase(url="housework_home", page=AlonePage),
    PageCase(url="housework_tasks", page=TasksPage, prepare=home, paired=True),
    PageCase(url="housework_task", page=TaskPage, prepare=one_task, paired=True),
    PageCase(url="housework_shares", page=SharesPage, prepare=home, paired=True, content=False),
    PageCase(url="housework_list", page=ListPage, prepare=settled, paired=True),
    PageCase(url="housework_feelings", page=FeelingsPage, prepare=home, paired=True),
    PageCase(url="housework_giving", page=GainsPage, prepare=settled, paired=True),
    PageCase(url="housework_divisions", page=DivisionsPage, prepare=felt, paired=True),
    PageCase(url="housework_divisions", page=AnsweredPage, prepare=answered, paired=True, content=False),
)
FORMS = (
    FormCase(url="housework_alone", form=TasksForm, prepare=own_work, data=picked),
    FormCase(url="housework_alone", form=TaskForm, prepare=own_work, data=own),
    FormCase(url="housework_alone", form=None, prepare=own_work, data=felt_alone),
    FormCase(url="housework_home", form=None, prepare=home, data=so_it_is, paired=True),
    FormCase(url="housework_tasks", form=TasksForm, prepare=home, data=picked, paired=True),
    FormCase(url="housework_tasks", form=TaskForm, prepare=home, data=own, paired=True),
    FormCase(url="housework_task", form=TaskForm, prepare=one_task, data=changed, paired=True),
    FormCase(url="housework_owners", form=None, prepare=home, data=tapped, paired=True),
    FormCase(url="housework_shares", form=ShareForm, prepare=home, data=paid, paired=True),
    FormCase(url="housework_feelings", form=None, prepare=home, data=feelings, paired=True, unseen=True),
    FormCase(url="housework_divisions", form=None, prepare=felt, data=moved, paired=True),
)
ACTORS = {
    "housework_alone": Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    "housework_home": Line(
        owner=(200, 200, 302), locked=(200, 200, 403), anonymous=(302, 302, 403), alone=ALONE
    ),
    "housework_tasks": Line(
        owner=(200, 200, 422), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=ALONE
    ),
    "housework_task": Line(owner=GONE, locked=(403, 403, 403), anonymous=(302, 302, 403), alone=GONE),
    "housework_owners": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 200)
    ),
    "housework_shares": Line(
        owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=ALONE
    ),
    "housework_list": Line(
        owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
    ),
    "housework_giving": Line(
        owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
    ),
    "housework_feelings": LEADS,
    "housework_divisions": LEADS,
}
