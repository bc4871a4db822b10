"""The manifest of *people*."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Readable, Room
from bothand.rooms.people import labels, present, rules
from bothand.rooms.people.records import Alike, People, Person, SharedPerson, Waiting
from bothand.rooms.people.today import list_parts


def readable_people(circle: People) -> Readable:
    """Everybody as they read in an export."""
    return Readable(heading=gettext("Your people"), pairs=_list_people(circle.people))


def readable_waiting(waiting: Waiting) -> Readable:
    """Those a file brought and nobody chose from yet, as they read in an export."""
    dropped = ", ".join(labels.list_dropped(waiting.dropped))
    left = ((gettext("Not kept of the file"), dropped),) if dropped else ()
    return Readable(
        heading=gettext("People from a file, not chosen yet"), pairs=(*_list_people(waiting.people), *left)
    )


def readable_shared(shown: SharedPerson) -> Readable:
    """A copy in *ours* as it reads in an export."""
    facts = tuple((fact.label, fact.text) for fact in present.present_copy(shown).facts)
    words = ((gettext("About them"), shown.words),) if shown.words else ()
    return Readable(heading=shown.name, pairs=(*words, *facts) or ((gettext("Name"), shown.name),))


def readable_alike(alike: Alike) -> Readable:
    """What was computed of the circle, as it reads in an export: how many."""
    return Readable(
        heading=gettext("Computed to find people who came twice"),
        pairs=((gettext("People"), str(len(alike.people))),),
    )


def keep_present(present: Alike, _incoming: Alike) -> Alike:
    """What is there stays: whatever does not fit is computed again."""
    return present


def merge_waiting(present: Waiting, incoming: Waiting) -> Waiting:
    """Both in one, when an import brings a second."""
    there = {one.id for one in present.people}
    fresh = tuple(one for one in incoming.people if one.id not in there)
    return Waiting(people=present.people + fresh, dropped=present.dropped or incoming.dropped)


def _list_people(people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, _write_lines(one)) for one in people)


def _write_lines(person: Person) -> str:
    met = ", ".join(f"{day:%Y-%m-%d}" for day in person.met)
    days = [f"{gettext('Noted on')}: {met}"] if met else []
    facts = [f"{fact.label}: {fact.text}" for fact in present.list_facts(person)]
    return "\n".join(
        [str(labels.GROUPS.get(person.group, "")), *facts, *days, *([person.note] if person.note else [])]
    )


ROOM = Room(
    name="people",
    title=_("People"),
    about=_("Who is around you: your own people, and those of both."),
    place="mine",
    path="people/",
    urls="bothand.rooms.people.urls",
    kinds=(People, Alike, Waiting, SharedPerson),
    today=list_parts,
    readable={
        People: readable_people,
        Alike: readable_alike,
        Waiting: readable_waiting,
        SharedPerson: readable_shared,
    },
    merge={People: rules.merge_people, Alike: keep_present, Waiting: merge_waiting},
)
