"""What is typed of somebody, of a day we met, of who is looked for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.days import Day, read_parts
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.people.labels import GIVES, GROUPS, WISHES
from bothand.rooms.people.persons.rules import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WAYS,
    read_birthday,
    read_ways,
    show_birthday,
    write_ways,
)
from bothand.rooms.people.records import Person
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, ManyChips, Tick


class BirthdayField(forms.Field):
    """A birthday, with or without its year."""

    widget = Line({"inputmode": "text"})

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        found = read_birthday(text)
        if not found and (parts := read_parts(text)) is not None:
            found = read_birthday(f"{parts.year or '-'}-{parts.month:02}-{parts.day:02}")
        if text and not found:
            told = _(
                "This day could not be read. Write it like 17 April 1980, or 17 April where you don't know the year."
            )
            raise ValidationError(told)
        return found


class PersonForm(Form):
    """Somebody around me. `copy` is the id for a second one, should both be kept after a conflict."""

    name = Words(
        label=gettext_lazy("Name"),
        longest=LONGEST_NAME,
        empty=gettext_lazy("A name is missing. What you call them is enough."),
        widget=Line({"dir": "auto"}),
    )
    group = forms.ChoiceField(label=gettext_lazy("Who they are"), choices=list(GROUPS.items()), widget=Chips)
    gives = forms.MultipleChoiceField(
        label=gettext_lazy("What they are for you"),
        choices=list(GIVES.items()),
        widget=ManyChips,
        required=False,
    )
    wish = forms.ChoiceField(
        label=gettext_lazy("How often you would like to see or hear them"),
        choices=list(WISHES.items()),
        required=False,
    )
    ways = Words(
        label=gettext_lazy("How to reach them"),
        longest=LONGEST_WAYS,
        required=False,
        help_text=gettext_lazy("One per line: a phone number, a mail address, where they live."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    late = forms.BooleanField(
        label=gettext_lazy("A late call is fine with them"), required=False, widget=Tick
    )
    birthday = BirthdayField(
        label=gettext_lazy("Birthday"),
        required=False,
        help_text=gettext_lazy("Like 17 April 1980, or 17 April without the year."),
    )
    note = Words(
        label=gettext_lazy("A note"),
        longest=LONGEST_NOTE,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
    revision = Revision()

    @classmethod
    def showing(cls, person: Person) -> "PersonForm":
        """The form with somebody in it."""
        return cls(
            initial={
                "name": person.name,
                "group": person.group,
                "gives": list(person.gives),
                "wish": person.wish,
                "ways": write_ways(person.ways),
                "late": person.late,
                "birthday": show_birthday(person.birthday),
                "note": person.note,
                "id": person.id.hex(),
                "revision": person.revision,
            }
        )

    def allow_length(self, person: Person) -> None:
        """Take texts as long as somebody has them already: two who became one may have longer ones than one can type."""
        for name, text in (("name", person.name), ("ways", write_ways(person.ways)), ("note", person.note)):
            field = self.fields[name]
            assert isinstance(field, Words)
            field.longest = max(field.longest, len(text))

    def put_into(self, person: Person) -> Person:
        """Somebody with what was typed; what the form does not show stays."""
        from msgspec.structs import replace

        data = self.cleaned_data
        return replace(
            person,
            name=data["name"],
            # Where the name was written anew, its parts are no longer known.
            parts=person.parts if data["name"] == person.name else (),
            group=data["group"],
            gives=tuple(data["gives"]),
            wish=data["wish"],
            ways=read_ways(data["ways"], person.ways),
            late=data["late"],
            birthday=data["birthday"],
            note=data["note"],
        )


class MetForm(Form):
    """A day on which we met or spoke."""

    day = Day(label=gettext_lazy("On another day"))


class FindForm(Form):
    """Who or what is looked for."""

    term = Words(
        label=gettext_lazy("A name, a number, a word"),
        longest=200,
        empty=gettext_lazy("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )
