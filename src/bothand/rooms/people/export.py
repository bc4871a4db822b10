"""What *people* seals as it reads in an export, and what follows when an import brings a second."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.kit.manifest import Readable
from bothand.rooms.people.labels import GROUPS, list_dropped
from bothand.rooms.people.present import list_facts
from bothand.rooms.people.records import People, Person, SharedPerson, Waiting
from bothand.rooms.people.shared.present import present_copy
from bothand.rooms.people.twins.records import Alike


def readable_people(circle: People) -> Readable:
    """Everybody as they read in an export."""
    return Readable(heading=gettext("Your people"), pairs=_list_people(circle.people))


def readable_waiting(waiting: Waiting) -> Readable:
    """Those a file brought and nobody chose from yet, as they read in an export."""
    dropped = ", ".join(list_dropped(waiting.dropped))
    left = ((gettext("Left out of the file"), dropped),) if dropped else ()
    return Readable(
        heading=gettext("People from a file, not chosen yet"), pairs=(*_list_people(waiting.people), *left)
    )


def readable_shared(shown: SharedPerson) -> Readable:
    """A copy in *ours* as it reads in an export."""
    facts = tuple((fact.label, fact.text) for fact in present_copy(shown).facts)
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
    met = ", ".join(date_format(day, "j F Y") for day in person.met)
    days = [f"{gettext('Noted on')}: {met}"] if met else []
    facts = [f"{fact.label}: {fact.text}" for fact in list_facts(person)]
    return "\n".join(
        [str(GROUPS.get(person.group, "")), *facts, *days, *([person.note] if person.note else [])]
    )
