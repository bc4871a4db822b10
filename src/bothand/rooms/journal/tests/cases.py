"""How the harness reaches the pages and forms of *journal*."""

from datetime import timedelta

from msgspec.structs import replace

from bothand.domain.needs import Need, Needs
from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS,
    PRESS_AT,
    WRITE,
    Data,
    FormCase,
    Kwargs,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.journal.entries.forms import EntryForm, SearchForm
from bothand.rooms.journal.entries.pages import (
    AgoPage,
    EditPage,
    EntryPage,
    FavouritesPage,
    GuidingPage,
    ListPage,
    SearchPage,
    WritePage,
)
from bothand.rooms.journal.entries.records import GUIDING, Entry
from bothand.rooms.journal.entries.rules import find_year_before
from bothand.rooms.journal.entries.store import mark_entry, write_entry
from bothand.rooms.journal.needs.forms import NeedForm, NeedsForm
from bothand.rooms.journal.needs.pages import NeedPage, NeedsPage
from bothand.rooms.journal.needs.rules import trace_need
from bothand.rooms.journal.pages import DeletePage, TwoWritesPage
from bothand.rooms.journal.sessions.forms import StepForm
from bothand.rooms.journal.sessions.pages import (
    EarlierSessionsPage,
    SessionPage,
    SessionsPage,
    StepPage,
)
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.rooms.journal.sessions.rules import find_waiting, find_words, trace_text
from bothand.rooms.journal.sessions.store import begin_session, find_session_list, write_step
from bothand.rooms.journal.store import amend_only
from bothand.vault.randomness import new_id

_LINES = (
    "The choir again, after two years. My voice was rusty and nobody minded.",
    "I said no to the second dinner this week. It was taken well.\n\nI had been afraid of it for days.",
    "Rain. I walked the long way home, alone, and was not in a hurry.",
)


def some_entries(stage: Stage) -> Kwargs:
    """A few pages: this week, this month, a year ago; one is marked, one answers the guiding question."""
    for number, text in enumerate(_LINES):
        kept = write_entry(
            stage.mine, Entry(day=stage.today - timedelta(days=3 * number), at="21:04", text=text), new_id()
        )
        if number == 0:
            mark_entry(stage.mine, kept.id, on=True)
    answer = "I would see somebody who is curious, and a little slow to trust herself."
    write_entry(stage.mine, Entry(day=stage.today, prompt_id=GUIDING, text=answer), new_id())
    then = Entry(day=find_year_before(stage.today), at="07:40", text="A new desk by the window.")
    write_entry(stage.mine, then, new_id())
    return {}


def one_entry(stage: Stage) -> Kwargs:
    """One page, and its address."""
    kept = write_entry(stage.mine, Entry(day=stage.today, at="21:04", text=_LINES[0]), new_id())
    return {"hex_id": kept.hex}


def written_twice(stage: Stage) -> Kwargs:
    """One page that was changed in another window meanwhile, and its address."""
    kept = write_entry(stage.mine, Entry(day=stage.today, at="21:04", text=_LINES[0]), new_id())
    stage.mine.replace(kept, replace(kept.record, text=_LINES[1]))
    return {"hex_id": kept.hex}


_BESIDE = (
    "Yesterday: the shopping, Mother's form, the bins, two calls for the club.",
    "The form A. The bins B. The calls C.",
    "Quiet, and somebody who asks how it went.",
    "Quiet: an hour in the bath, by myself.",
    "To be asked. I could say it on Sunday.",
)


def one_run(stage: Stage) -> Kwargs:
    """An exercise at its second step, and its address."""
    run = WrittenSession(day=stage.today, at="20:15", session="E05", written=_BESIDE[:1], place=1)
    return {"hex_id": begin_session(stage.mine, run).hex}


def one_small_run(stage: Stage) -> Kwargs:
    """An exercise in its small version, and its address."""
    run = WrittenSession(day=stage.today, at="22:40", session="E09", small=True)
    return {"hex_id": begin_session(stage.mine, run).hex}


def _press(stage: Stage, record_id: bytes, place: int, text: str, button: str) -> None:
    """Write beside a step of a run, over whatever stands there."""
    now = find_words(stage.mine.get(WrittenSession, record_id).record, place)
    shown = trace_text(now)
    write_step(stage.mine, record_id, place, text, shown=shown, button=button, today=stage.today)


def one_finished_run(stage: Stage) -> Kwargs:
    """An exercise that was done, once half a year ago and once today, and the address of the second."""
    for days in (180, 0):
        run = WrittenSession(
            day=stage.today - timedelta(days=days), at="20:15", session="E05", written=_BESIDE
        )
        kept = begin_session(stage.mine, run)
        _press(stage, kept.id, 4, _BESIDE[4], "finish")
    return {"hex_id": kept.hex}


def some_runs(stage: Stage) -> Kwargs:
    """One that waits, one that was done."""
    one_run(stage)
    kept = begin_session(stage.mine, WrittenSession(day=stage.today, session="E01"))
    _press(stage, kept.id, 0, "By the sea. Gulls, and then nothing.", "finish")
    return {}


def step_written_twice(stage: Stage) -> Kwargs:
    """An exercise whose second step was written in another window meanwhile, and its address."""
    kwargs = one_run(stage)
    _press(stage, bytes.fromhex(kwargs["hex_id"]), 1, _BESIDE[1], "next")
    return kwargs


_NEEDED = (("quiet, an hour a day", "time"), ("to be asked before it is settled", "plans"), ("rest", ""))


def some_needs(stage: Stage) -> Kwargs:
    """Three needs, or those that are there, and the address of the first."""
    held = tuple(Need(id=new_id(), words=words, area=area) for words, area in _NEEDED)
    amend_only(stage.mine, Needs, lambda before: before if before.held else Needs(held=held))
    found = stage.mine.only(Needs)
    return {"hex_id": (found.record.held if found else held)[0].id.hex()}


def any_needs(stage: Stage) -> Kwargs:
    """The same, at an address of no one of them."""
    some_needs(stage)
    return {}


def new_need(_stage: Stage, words: Words) -> Data:
    """A need of no part of life in particular."""
    return {"text": words("text"), "area": ""}


def changed_need(stage: Stage, words: Words) -> Data:
    """The first need in other words."""
    return {"text": words("text"), "area": "home"} | first_need(stage, words)


def need_written_twice(_stage: Stage, words: Words) -> Data:
    """A need in other words than another window gave it meanwhile."""
    return {"text": words("text"), "area": "home", "shown": trace_text("")}


def first_need(stage: Stage, _words: Words) -> Data:
    """What the page of the first need sends along."""
    found = stage.mine.only(Needs)
    one = found.record.held[0] if found else Need(id=b"", words="")
    return {"shown": trace_need(one)}


def begun(_stage: Stage, _words: Words) -> Data:
    """An exercise that is begun."""
    return {"begin": "E07"}


def beside(_stage: Stage, words: Words) -> Data:
    """Words beside the second step, typed where nothing stood."""
    return {"place": "1", "shown": trace_text(""), "go": "next", "text": words("text")}


def beside_over(stage: Stage, words: Words) -> Data:
    """Words beside the second step, typed over what stands there now."""
    waiting = find_waiting(find_session_list(stage.mine), "E05")
    run = stage.mine.get(WrittenSession, waiting).record if waiting else None
    now = find_words(run, 1) if run else ""
    return {"place": "1", "shown": trace_text(now), "go": "next", "text": words("text")}


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


def second_revision(_stage: Stage, _words: Words) -> Data:
    """As above, of a run that was begun and finished."""
    return {"revision": "2"}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def marked(_stage: Stage, _words: Words) -> Data:
    """A mark."""
    return {"on": "1"}


PAGES = (
    PageCase(url="journal_list", page=ListPage, prepare=some_entries),
    PageCase(url="journal_month", page=ListPage, prepare=this_month),
    PageCase(url="journal_new", page=WritePage, query="prompt=J05"),
    PageCase(url="journal_guiding", page=GuidingPage, prepare=some_entries),
    PageCase(url="journal_search", page=SearchPage),
    PageCase(url="journal_favourites", page=FavouritesPage, prepare=some_entries),
    PageCase(url="journal_ago", page=AgoPage, prepare=some_entries),
    PageCase(url="journal_entry", page=EntryPage, prepare=one_entry),
    PageCase(url="journal_edit", page=EditPage, prepare=one_entry),
    PageCase(url="journal_sessions", page=SessionsPage, prepare=some_runs),
    PageCase(url="journal_step", page=StepPage, prepare=one_run),
    PageCase(url="journal_step", page=StepPage, prepare=one_small_run),
    PageCase(url="journal_session", page=SessionPage, prepare=one_finished_run),
    PageCase(url="journal_sessions_earlier", page=EarlierSessionsPage, prepare=some_runs),
    PageCase(url="journal_session_delete", page=DeletePage, prepare=one_finished_run),
    PageCase(url="journal_delete", page=DeletePage, prepare=one_entry),
    PageCase(url="journal_needs", page=NeedsPage, prepare=any_needs),
    PageCase(url="journal_need", page=NeedPage, prepare=some_needs),
    PageCase(url="journal_need_delete", page=DeletePage, prepare=some_needs),
)
FORMS = (
    FormCase(url="journal_new", form=EntryForm, data=new_words),
    FormCase(url="journal_guiding", form=EntryForm, data=new_words),
    FormCase(url="journal_search", form=SearchForm, data=looked_for),
    FormCase(url="journal_edit", form=EntryForm, prepare=one_entry, data=changed_words),
    FormCase(
        url="journal_edit", form=EntryForm, prepare=written_twice, data=changed_words, shows=TwoWritesPage
    ),
    FormCase(url="journal_delete", form=None, prepare=one_entry, data=first_revision),
    FormCase(url="journal_session_begin", form=None, data=begun),
    FormCase(url="journal_step", form=StepForm, prepare=one_run, data=beside_over),
    FormCase(url="journal_step", form=StepForm, prepare=step_written_twice, data=beside, shows=TwoWritesPage),
    FormCase(url="journal_session_delete", form=None, prepare=one_finished_run, data=second_revision),
    FormCase(url="journal_needs", form=NeedsForm, data=new_need),
    FormCase(url="journal_need", form=NeedForm, prepare=some_needs, data=changed_need),
    FormCase(
        url="journal_need", form=NeedForm, prepare=some_needs, data=need_written_twice, shows=TwoWritesPage
    ),
    FormCase(url="journal_need_delete", form=None, prepare=some_needs, data=first_need),
    FormCase(url="journal_favourite", form=None, prepare=one_entry, data=marked),
)
ACTORS = {
    "journal_list": LOOK,
    "journal_month": LOOK,
    "journal_new": WRITE,
    "journal_guiding": WRITE,
    "journal_search": WRITE,
    "journal_favourites": LOOK,
    "journal_ago": LOOK,
    "journal_entry": LOOK_AT,
    # What was typed about a page that is gone comes back on a new one.
    "journal_edit": EDIT,
    "journal_delete": DELETE,
    "journal_favourite": PRESS_AT,
    "journal_sessions": LOOK,
    "journal_sessions_earlier": LOOK,
    "journal_session_begin": PRESS,
    "journal_step": EDIT,
    "journal_session": LOOK_AT,
    "journal_session_delete": DELETE,
    "journal_needs": WRITE,
    # As with pages.
    "journal_need": EDIT,
    "journal_need_delete": DELETE,
}
SHARED = one_entry
