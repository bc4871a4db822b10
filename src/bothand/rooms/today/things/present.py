"""From the texts to the things to do."""

from collections.abc import Iterable

from django.urls import reverse

from bothand.content import sessions
from bothand.content.plan_ideas import find_plan_idea
from bothand.content.sessions import Session
from bothand.engines import guide
from bothand.kit import texts
from bothand.rooms.today.labels import name_practice
from bothand.rooms.today.things.pages import ThingLine, ThingShelf
from bothand.rooms.today.things.rules import select_offered


def find_things(*, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested, those of the month before the exercises."""
    language = texts.text_language()
    return select_offered(
        (*sessions.load_sessions(language), *sessions.load_exercises(language)), joint=joint
    )


def build_shelves(things: Iterable[Session]) -> tuple[ThingShelf, ...]:
    """The things by practice."""
    listed = tuple(things)
    return tuple(
        ThingShelf(
            title=name_practice(key),
            about=find_plan_idea(key, texts.text_language()).about,
            things=tuple(build_thing_line(thing) for thing in listed if thing.practice == key),
        )
        for key in guide.PRACTICE_IDS
        if any(thing.practice == key for thing in listed)
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
