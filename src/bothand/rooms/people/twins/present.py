"""From somebody to one of two who look alike, and two in one."""

from msgspec.structs import replace

from bothand.rooms.people.labels import add_beside
from bothand.rooms.people.present import list_facts
from bothand.rooms.people.records import Person
from bothand.rooms.people.twins.pages import Twin
from bothand.rooms.people.twins.rules import merge_two


def present_twin(person: Person) -> Twin:
    """One of two who look alike."""
    return Twin(hex=person.id.hex(), name=person.name, facts=list_facts(person), note=person.note)


def join_people(first: Person, second: Person) -> Person:
    """The first with all of the second; what has no other place stands in the note, in words."""
    person, beside = merge_two(first, second)
    return replace(person, note=add_beside(person.note, beside))
