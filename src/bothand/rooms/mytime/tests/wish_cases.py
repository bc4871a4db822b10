"""How the harness reaches the pages and forms of wishes for the week."""

from bothand.domain.wishes import Wish
from bothand.kit.tests.cases import DELETE, EDIT, LOOK, WRITE, Data, FormCase, Kwargs, PageCase, Stage, Words
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.wishes.forms import WishForm
from bothand.rooms.mytime.wishes.pages import WishesPage, WishPage
from bothand.vault.randomness import new_id


def one_wish(stage: Stage) -> Kwargs:
    """A wish for the week, and its address."""
    wish = Wish(words="The choir", sort="interest", minutes=120, part="evening", interest=new_id())
    return {"hex_id": stage.mine.add(wish).hex}


def some_wishes(stage: Stage) -> Kwargs:
    """A few wishes."""
    one_wish(stage)
    stage.mine.add(Wish(words="An evening with Ines", sort="friends", minutes=150))
    stage.mine.add(Wish(words="Breakfast for two", sort="together", minutes=90, times=2, part="morning"))
    return {}


def wish_changed(stage: Stage) -> Kwargs:
    """A wish that was changed in another window meanwhile, and its address."""
    there = stage.mine.add(Wish(words="A walk", sort="rest", minutes=30, times=7))
    stage.mine.replace(there, Wish(words="A long walk", sort="rest", minutes=60, times=7))
    return {"hex_id": there.hex}


def a_wish(_stage: Stage, words: Words) -> Data:
    """A wish for the week, as a form has it."""
    return {
        "id": new_id().hex(),
        "revision": "1",
        "words": words("words"),
        "sort": "rest",
        "hours": "1.5",
        "times": "3",
        "part": "midday",
        "of": "",
    }


def revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


PAGES = (
    PageCase(url="mytime_wishes", page=WishesPage, prepare=some_wishes),
    PageCase(url="mytime_wish_new", page=WishPage),
    PageCase(url="mytime_wish", page=WishPage, prepare=one_wish),
    PageCase(url="mytime_wish_delete", page=DeletePage, prepare=one_wish),
)
FORMS = (
    FormCase(url="mytime_wish_new", form=WishForm, data=a_wish),
    FormCase(url="mytime_wish", form=WishForm, prepare=one_wish, data=a_wish),
    FormCase(url="mytime_wish", form=WishForm, prepare=wish_changed, data=a_wish, shows=TwoWritesPage),
    FormCase(url="mytime_wish_delete", form=None, prepare=one_wish, data=revision),
)
ACTORS = {
    "mytime_wishes": LOOK,
    "mytime_wish_new": WRITE,
    "mytime_wish": EDIT,
    "mytime_wish_delete": DELETE,
}
