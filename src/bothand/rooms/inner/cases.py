"""How the harness reaches the pages and forms of *inner*."""

from datetime import timedelta

from bothand.rooms.inner import flow, keeping
from bothand.rooms.inner.forms import EditForm, SearchForm, WriteForm
from bothand.rooms.inner.pages import (
    AgoPage,
    DeleteEntryPage,
    EditPage,
    EntryPage,
    FavouritesPage,
    GuidingPage,
    ListPage,
    SearchPage,
    TwoEntriesPage,
    WritePage,
)
from bothand.rooms.inner.records import GUIDING, Entry
from bothand.rooms.kit.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS_AT,
    WRITE,
    Data,
    FormCase,
    Kwargs,
    PageCase,
    Stage,
    Words,
)
from bothand.vault.chance import new_id

_LINES = (
    "The choir again, after two years. My voice was rusty and nobody minded.",
    "I said no to the second dinner this week. It was taken well.\n\nI had been afraid of it for days.",
    "Rain. I walked the long way home, alone, and was not in a hurry.",
)


def some_entries(stage: Stage) -> Kwargs:
    """A few pages: this week, this month, a year ago; one is marked, one answers the guiding question."""
    for number, text in enumerate(_LINES):
        kept = keeping.write(
            stage.mine, Entry(day=stage.today - timedelta(days=3 * number), at="21:04", text=text), new_id()
        )
        if number == 0:
            keeping.favour(stage.mine, kept.id, on=True)
    answer = "I would see somebody who is curious, and a little slow to trust herself."
    keeping.write(stage.mine, Entry(day=stage.today, prompt_id=GUIDING, text=answer), new_id())
    then = Entry(day=flow.year_before(stage.today), at="07:40", text="A new desk by the window.")
    keeping.write(stage.mine, then, new_id())
    return {}


def one_entry(stage: Stage) -> Kwargs:
    """One page, and its address."""
    kept = keeping.write(stage.mine, Entry(day=stage.today, at="21:04", text=_LINES[0]), new_id())
    return {"hex_id": kept.hex}


def written_twice(stage: Stage) -> Kwargs:
    """One page that was changed in another window meanwhile, and its address."""
    kept = keeping.write(stage.mine, Entry(day=stage.today, at="21:04", text=_LINES[0]), new_id())
    keeping.rewrite(stage.mine, kept, _LINES[1])
    return {"hex_id": kept.hex}


def this_month(stage: Stage) -> Kwargs:
    """Some pages, and the address of their month."""
    some_entries(stage)
    return {"month": f"{stage.today:%Y-%m}"}


def new_words(_stage: Stage, words: Words) -> Data:
    """A new page with a question."""
    return {"id": new_id().hex(), "prompt": "J05", "text": words("text")}


def changed_words(_stage: Stage, words: Words) -> Data:
    """A page written anew."""
    return {"revision": "1", "text": words("text")}


def looked_for(_stage: Stage, words: Words) -> Data:
    """A word to look for."""
    return {"term": words("term")}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def marked(_stage: Stage, _words: Words) -> Data:
    """A mark."""
    return {"on": "1"}


PAGES = (
    PageCase(url="inner_list", page=ListPage, prepare=some_entries),
    PageCase(url="inner_month", page=ListPage, prepare=this_month),
    PageCase(url="inner_new", page=WritePage, query="prompt=J05"),
    PageCase(url="inner_guiding", page=GuidingPage, prepare=some_entries),
    PageCase(url="inner_search", page=SearchPage),
    PageCase(url="inner_favourites", page=FavouritesPage, prepare=some_entries),
    PageCase(url="inner_ago", page=AgoPage, prepare=some_entries),
    PageCase(url="inner_entry", page=EntryPage, prepare=one_entry),
    PageCase(url="inner_edit", page=EditPage, prepare=one_entry),
    PageCase(url="inner_delete", page=DeleteEntryPage, prepare=one_entry),
)
FORMS = (
    FormCase(url="inner_new", form=WriteForm, data=new_words),
    FormCase(url="inner_guiding", form=WriteForm, data=new_words),
    FormCase(url="inner_search", form=SearchForm, data=looked_for),
    FormCase(url="inner_edit", form=EditForm, prepare=one_entry, data=changed_words),
    FormCase(
        url="inner_edit", form=EditForm, prepare=written_twice, data=changed_words, shows=TwoEntriesPage
    ),
    FormCase(url="inner_delete", form=None, prepare=one_entry, data=first_revision),
    FormCase(url="inner_favourite", form=None, prepare=one_entry, data=marked),
)
ACTORS = {
    "inner_list": LOOK,
    "inner_month": LOOK,
    "inner_new": WRITE,
    "inner_guiding": WRITE,
    "inner_search": WRITE,
    "inner_favourites": LOOK,
    "inner_ago": LOOK,
    "inner_entry": LOOK_AT,
    # What was typed about a page that is gone comes back on a new one.
    "inner_edit": EDIT,
    "inner_delete": DELETE,
    "inner_favourite": PRESS_AT,
}
