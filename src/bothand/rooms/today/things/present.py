"""From the texts to the things to do."""

from collections.abc import Iterable
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.content import sessions
from bothand.content.plan_ideas import find_plan_idea
from bothand.content.sessions import Session
from bothand.engines import guide
from bothand.kit import texts
from bothand.rooms.today.labels import name_practice
from bothand.rooms.today.things.pages import ThingLine, ThingShelf
from bothand.rooms.today.things.rules import select_offered

IN_JOURNAL: Final = "journal"


def find_things(*, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested, those of the month before the exercises."""
    language = texts.text_language()
    return select_offered(
        (*sessions.load_sessions(language), *sessions.load_exercises(language)), joint=joint
    )


def build_shelves(things: Iterable[Session]) -> tuple[ThingShelf, ...]:
    """The things by practice; those that are written down step by step in the journal by themselves, at the end."""
    shelves: dict[str, list[Session]] = {key: [] for key in (*guide.PRACTICE_IDS, IN_JOURNAL)}
    for thing in things:
        shelves[IN_JOURNAL if thing.kind == "exercise" else thing.practice].append(thing)
    return tuple(_build_shelf(key, held) for key, held in shelves.items() if held)


def _build_shelf(key: str, held: Iterable[Session]) -> ThingShelf:
    written = key == IN_JOURNAL
    return ThingShelf(
        title=_("Sessions with room to write") if written else name_practice(key),
        about=_("They go step by step, in your journal.")
        if written
        else find_plan_idea(key, texts.text_language()).about,
        things=tuple(build_thing_line(thing) for thing in held),
    )


def build_thing_line(thing: Session) -> ThingLine:
    """A thing in a list."""
    return ThingLine(
        title=thing.title,
        minutes=thing.minutes,
        path=find_thing_path(thing),
        two=thing.together == "together",
    )


def find_thing_path(thing: Session) -> str:
    return reverse("today_thing", args=[thing.id.lower()])
