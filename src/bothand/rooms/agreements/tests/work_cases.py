"""How the harness reaches the pages and forms of the work of a home."""

from bothand.kit.tests.cases import Data, FormCase, Kwargs, PageCase, Stage, Words
from bothand.rooms.agreements import places, store, work_pages
from bothand.rooms.agreements.tests import scenes
from bothand.rooms.agreements.work_forms import ShareForm, TaskForm, TasksForm


def home(stage: Stage) -> Kwargs:
    """Some work, as both marked it."""
    scenes.home(stage)
    return {}


def one_task(stage: Stage) -> Kwargs:
    """The same, and the address of a task."""
    return {"hex_id": places.task_id(scenes.home(stage).tasks[0].name).hex()}


def felt(stage: Stage) -> Kwargs:
    """A division that came out."""
    scenes.felt(stage)
    return {}


def so_it_is(stage: Stage, _words: Words) -> Data:
    """The work, marked as it stands."""
    return {"of": places.work_digest(store.find_household(stage.both)).hex()}


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


def marked(stage: Stage, _words: Words) -> Data:
    """Whose each part is."""
    ids = [places.task_id(one.name).hex() for one in store.find_household(stage.both).tasks]
    return {
        "share": "60",
        **{f"done-{one}": "other" for one in ids},
        **{f"noticed-{one}": "both" for one in ids},
    }


def feelings(stage: Stage, _words: Words) -> Data:
    """What I feel about each."""
    there = store.find_household(stage.both)
    chosen = {f"feel-{places.task_id(one.name).hex()}": "dislike" for one in there.tasks}
    return {"of": places.work_digest(there).hex(), **chosen}


def moved(stage: Stage, _words: Words) -> Data:
    """A part of a task given to the other by hand."""
    if not store.find_household(stage.both).tasks:
        return {}
    return {"owners": "0" * scenes.PIECES, "move": f"{places.task_id(scenes.IN_PARTS).hex()}-planning"}


PAGES = (
    PageCase(url="agreements_work", page=work_pages.HomePage, prepare=home, paired=True),
    PageCase(url="agreements_tasks", page=work_pages.TasksPage, prepare=home, paired=True),
    PageCase(url="agreements_task", page=work_pages.TaskPage, prepare=one_task, paired=True),
    PageCase(url="agreements_whose", page=work_pages.OwnersPage, prepare=home, paired=True),
    PageCase(url="agreements_feel", page=work_pages.FeelingsPage, prepare=home, paired=True),
    PageCase(url="agreements_split", page=work_pages.DivisionsPage, prepare=felt, paired=True),
)
FORMS = (
    FormCase(url="agreements_work", form=None, prepare=home, data=so_it_is, paired=True),
    FormCase(url="agreements_tasks", form=TasksForm, prepare=home, data=picked, paired=True),
    FormCase(url="agreements_tasks", form=TaskForm, prepare=home, data=own, paired=True),
    FormCase(url="agreements_task", form=TaskForm, prepare=one_task, data=changed, paired=True),
    FormCase(url="agreements_whose", form=ShareForm, prepare=home, data=marked, paired=True),
    FormCase(url="agreements_feel", form=None, prepare=home, data=feelings, paired=True, unseen=True),
    FormCase(url="agreements_split", form=None, prepare=felt, data=moved, paired=True),
)
