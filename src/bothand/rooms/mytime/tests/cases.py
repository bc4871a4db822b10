"""How the harness reaches the pages and forms of *mytime*."""

from datetime import timedelta

from bothand.domain.times import Block, Weekly
from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.mytime.interests.forms import InterestForm
from bothand.rooms.mytime.interests.pages import InterestPage
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.overview.pages import OwnTimePage
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.tests import wish_cases
from bothand.rooms.mytime.times.forms import LineForm, SayForm, TimeForm
from bothand.rooms.mytime.times.pages import LinePage, SayPage, TakePage
from bothand.rooms.mytime.times.records import COLLIDES, TAKES, Line
from bothand.rooms.mytime.weeks.forms import WeekForm
from bothand.rooms.mytime.weeks.pages import WeekPage, WeeksPage
from bothand.rooms.mytime.weeks.records import Week
from bothand.rooms.mytime.weeks.rules import find_monday
from bothand.vault.randomness import new_id

_LOVED = (
    ("The choir", "love", "The hour after it, when everybody is still humming."),
    ("Climbing", "before", "I stopped when we moved. My hands remember."),
    ("Learning to sail", "try", ""),
)
_OBSTACLES = (("work",), ("work", "tired"), (), ("plans",), ("work",), ("guilt",), (), ("tired",))


def some_time(stage: Stage) -> Kwargs:
    """What somebody loves, eight weeks of answers, time taken once and every week."""
    for words, sort, note in _LOVED:
        stage.mine.add(Interest(words=words, sort=sort, note=note))
    monday = find_monday(stage.today)
    for number, obstacles in enumerate(_OBSTACLES):
        day = monday - timedelta(weeks=number)
        if stage.mine.find_day(Week, day) is None:
            had = "little" if obstacles else "enough"
            stage.mine.add(Week(day=day, had=had, minutes=90 + 15 * number, wished=240, obstacles=obstacles))
    stage.mine.add(Block(day=stage.today + timedelta(days=2), start=1080, end=1260, word="The choir"))
    stage.mine.add(Weekly(first=monday - timedelta(weeks=9), start=420, end=480))
    return {}


def time_of_two(stage: Stage) -> Kwargs:
    """The same, said to the other, with what either says to the other's time."""
    some_time(stage)
    day = stage.today + timedelta(days=2)
    said = stage.both.add(Block(day=day, start=1080, end=1260))
    stage.mine.add(Block(day=day, start=1080, end=1260, word="Pottery", copy=said.id))
    stage.partner.both.add(
        Line(day=day, about=said.id, sort=TAKES, words="I cook, and put the children to bed.")
    )
    theirs = stage.partner.both.add(Block(day=day, start=600, end=720, word="Football"))
    stage.partner.mine.add(Block(day=day, start=600, end=720, copy=theirs.id))
    stage.both.add(Line(day=day, about=theirs.id, sort=COLLIDES, words="My mother comes at eleven."))
    return {}


def one_interest(stage: Stage) -> Kwargs:
    """Something somebody loves, and its address."""
    return {"hex_id": stage.mine.add(Interest(words="The choir", note="Tuesdays, in the old school.")).hex}


def interest_changed(stage: Stage) -> Kwargs:
    """The same, changed in another window meanwhile."""
    there = stage.mine.add(Interest(words="The choir"))
    stage.mine.replace(there, Interest(words="The small choir"))
    return {"hex_id": there.hex}


def one_week(stage: Stage) -> Kwargs:
    """Last week as it was answered, and its address."""
    day = find_monday(stage.today) - timedelta(weeks=1)
    if stage.mine.find_day(Week, day) is None:
        stage.mine.add(
            Week(day=day, had="little", minutes=60, obstacles=("work", "afraid"), words="Late every night.")
        )
    return {"day": day.isoformat()}


def week_changed(stage: Stage) -> Kwargs:
    """The week that runs, answered in another window meanwhile."""
    day = find_monday(stage.today)
    there = stage.mine.find_day(Week, day) or stage.mine.add(Week(day=day, had="enough"))
    stage.mine.replace(there, Week(day=day, had="much", words="From the other window."))
    return {}


def one_time(stage: Stage) -> Kwargs:
    """A time taken, and its address."""
    day = stage.today + timedelta(days=3)
    return {"hex_id": stage.mine.add(Block(day=day, start=1080, end=1260, word="The choir")).hex}


def time_changed(stage: Stage) -> Kwargs:
    """A time that was changed in another window meanwhile, and its address."""
    day = stage.today + timedelta(days=3)
    there = stage.mine.add(Block(day=day, start=1080, end=1260))
    stage.mine.replace(there, Block(day=day, start=1140, end=1260))
    return {"hex_id": there.hex}


def time_said(stage: Stage) -> Kwargs:
    """A time that was said to the other, and its address in *mine*."""
    day = stage.today + timedelta(days=3)
    record_id = new_id()
    copy = stage.both.add(Block(day=day, start=1080, end=1260), stage.copy_at(record_id))
    return {"hex_id": stage.mine.add(Block(day=day, start=1080, end=1260, copy=copy.id), record_id).hex}


def their_time(stage: Stage) -> Kwargs:
    """A time the other said, with a line of mine beside it, and its address."""
    day = stage.today + timedelta(days=3)
    there = stage.partner.both.add(Block(day=day, start=1080, end=1260, word="Football"))
    stage.partner.mine.add(Block(day=day, start=1080, end=1260, word="Football", copy=there.id))
    stage.both.add(Line(day=day, about=there.id, sort=COLLIDES, words="My mother comes at seven."))
    return {"hex_id": there.hex}


def my_line(stage: Stage) -> Kwargs:
    """A line of mine beside a time of the other's, and its address."""
    day = stage.today + timedelta(days=3)
    there = stage.partner.both.add(Block(day=day, start=1080, end=1260))
    return {"hex_id": stage.both.add(Line(day=day, about=there.id, sort=TAKES, words="Dinner.")).hex}


def their_line(stage: Stage) -> Kwargs:
    """A line of the other's beside a time of mine, and its address."""
    day = stage.today + timedelta(days=3)
    said = stage.both.add(Block(day=day, start=1080, end=1260))
    stage.mine.add(Block(day=day, start=1080, end=1260, copy=said.id))
    return {"hex_id": stage.partner.both.add(Line(day=day, about=said.id, sort=COLLIDES, words="Again.")).hex}


def an_interest(_stage: Stage, words: Words) -> Data:
    """Something somebody loves, as a form has it."""
    return {
        "id": new_id().hex(),
        "revision": "1",
        "words": words("words"),
        "sort": "before",
        "note": words("note"),
    }


def a_week(stage: Stage, words: Words) -> Data:
    """A week, as a form has it."""
    return {
        "of": find_monday(stage.today).isoformat(),
        "revision": "1",
        "had": "little",
        "minutes": "2.5",
        "wished": "6",
        "obstacles": ["work", "tired"],
        "words": words("words"),
    }


def a_time(stage: Stage, words: Words) -> Data:
    """A time, as a form has it."""
    return {
        "id": new_id().hex(),
        "revision": "1",
        "day": (stage.today + timedelta(days=4)).isoformat(),
        "start": "18:30",
        "end": "21:00",
        "often": "once",
        "word": words("word"),
    }


def a_word(_stage: Stage, words: Words) -> Data:
    """What the other will see, after the look at it."""
    return {"how": "word", "word": words("word"), "do": "keep", "looked": "1"}


def a_line(_stage: Stage, words: Words) -> Data:
    """What somebody says to a time of the other's."""
    return {"sort": TAKES, "words": words("words")}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def cannot(_stage: Stage, _words: Words) -> Data:
    """*I can't*, said."""
    return {"on": "1"}


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


PAGES = (
    PageCase(url="mytime_own", page=OwnTimePage, prepare=some_time),
    PageCase(url="mytime_own", page=OwnTimePage, prepare=time_of_two, paired=True),
    PageCase(url="mytime_new", page=InterestPage),
    PageCase(url="mytime_edit", page=InterestPage, prepare=one_interest),
    PageCase(url="mytime_delete", page=DeletePage, prepare=one_interest),
    PageCase(url="mytime_weeks", page=WeeksPage, prepare=some_time),
    PageCase(url="mytime_week", page=WeekPage),
    PageCase(url="mytime_week_delete", page=DeletePage, prepare=one_week),
    *wish_cases.PAGES,
    PageCase(url="mytime_take", page=TakePage),
    PageCase(url="mytime_time_edit", page=TakePage, prepare=time_said, paired=True),
    PageCase(url="mytime_time_delete", page=DeletePage, prepare=one_time),
    PageCase(url="mytime_say", page=SayPage, prepare=one_time, paired=True),
    PageCase(url="mytime_line", page=LinePage, prepare=their_time, paired=True),
)
FORMS = (
    FormCase(url="mytime_new", form=InterestForm, data=an_interest),
    FormCase(url="mytime_edit", form=InterestForm, prepare=one_interest, data=an_interest),
    FormCase(
        url="mytime_edit",
        form=InterestForm,
        prepare=interest_changed,
        data=an_interest,
        shows=TwoWritesPage,
    ),
    FormCase(url="mytime_delete", form=None, prepare=one_interest, data=first_revision),
    FormCase(url="mytime_week", form=WeekForm, data=a_week),
    FormCase(url="mytime_week", form=WeekForm, prepare=week_changed, data=a_week, shows=TwoWritesPage),
    FormCase(url="mytime_week_delete", form=None, prepare=one_week, data=first_revision),
    *wish_cases.FORMS,
    FormCase(url="mytime_take", form=TimeForm, data=a_time),
    FormCase(url="mytime_time_edit", form=TimeForm, prepare=one_time, data=a_time),
    FormCase(
        url="mytime_time_edit",
        form=TimeForm,
        prepare=time_changed,
        data=a_time,
        shows=TwoWritesPage,
    ),
    FormCase(url="mytime_time_delete", form=None, prepare=one_time, data=first_revision),
    FormCase(url="mytime_say", form=SayForm, prepare=one_time, data=a_word, paired=True),
    FormCase(url="mytime_unsay", form=None, prepare=time_said, data=nothing_typed, paired=True),
    FormCase(url="mytime_line", form=LineForm, prepare=their_time, data=a_line, paired=True),
    FormCase(url="mytime_line_back", form=None, prepare=my_line, data=nothing_typed, paired=True),
    FormCase(url="mytime_cannot", form=None, prepare=their_line, data=cannot, paired=True),
    FormCase(url="mytime_away", form=None, prepare=their_line, data=nothing_typed, paired=True, unseen=True),
)
ACTORS = {
    "mytime_own": LOOK,
    "mytime_new": WRITE,
    "mytime_edit": EDIT,
    "mytime_delete": DELETE,
    "mytime_weeks": LOOK,
    "mytime_week": WRITE,
    "mytime_week_delete": DELETE,
    **wish_cases.ACTORS,
    "mytime_take": WRITE,
    "mytime_time_edit": EDIT,
    "mytime_time_delete": DELETE,
    "mytime_say": WRITE_AT,
    "mytime_unsay": PRESS_AT,
    "mytime_line": WRITE_AT,
    "mytime_line_back": PRESS_AT,
    "mytime_away": PRESS_AT,
    "mytime_cannot": PRESS_AT,
}
