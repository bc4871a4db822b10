"""From somebody to one of two who look alike."""

from bothand.rooms.people.present import list_facts
from bothand.rooms.people.records import Person
from bothand.rooms.people.twins.pages import Twin


def present_twin(person: Person) -> Twin:
    """One of two who look alike."""
    return Twin(hex=person.id.hex(), name=person.name, facts=list_facts(person), note=person.note)
