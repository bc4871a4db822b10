"""What is typed and chosen in *people*."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.people import labels, typed
from bothand.rooms.people.records import STAGES, Person, SharedPerson
from bothand.rooms.people.vcards.lexing import LARGEST
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, ManyChips, Picks, Tick

WHOM = ("all", "friend", "family", "other")


class BirthdayField(forms.Field):
    """A birthday, with or without its year."""

    widget = Line({"inputmode": "text"})

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        found = typed.read_birthday(text)
        if text and not found:
            told = _(
                "This day could not be read. Write it like 1980-04-17, or 04-17 where you don't know the year."
            )
            raise ValidationError(told)
        return found


class PersonForm(Form):
    """Somebody around me. `copy` is the id for a second one, should both be kept after a conflict."""

    name = Words(
        label=gettext_lazy("Name"),
        longest=300,
        empty=gettext_lazy("A name is missing. What you call them is enough."),
        widget=Line({"dir": "auto"}),
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Who they are"), choices=list(labels.GROUPS.items()), widget=Chips
    )
    gives = forms.MultipleChoiceField(
        label=gettext_lazy("What they are for you"),
        choices=list(labels.GIVES.items()),
        widget=ManyChips,
        required=False,
    )
    wish = forms.ChoiceField(
        label=gettext_lazy("How often you would like to see or hear them"),
        choices=list(labels.WISHES.items()),
        required=False,
    )
    ways = Words(
        label=gettext_lazy("How to reach them"),
        longest=8_000,
        required=False,
        help_text=gettext_lazy("One a line: a number, a mail address, where they live."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    late = forms.BooleanField(
        label=gettext_lazy("A late call is fine with them"), required=False, widget=Tick
    )
    birthday = BirthdayField(
        label=gettext_lazy("Birthday"),
        required=False,
        help_text=gettext_lazy("Like 1980-04-17, or 04-17 without the year."),
    )
    note = Words(
        label=gettext_lazy("A note"),
        longest=20_000,
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
                "ways": typed.write_ways(person.ways),
                "late": person.late,
                "birthday": typed.show_birthday(person.birthday),
                "note": person.note,
                "id": person.id.hex(),
                "revision": person.revision,
            }
        )

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
            ways=typed.read_ways(data["ways"], person.ways),
            late=data["late"],
            birthday=data["birthday"],
            note=data["note"],
        )


class MetForm(Form):
    """A day on which we met or spoke."""

    day = forms.DateField(label=gettext_lazy("On another day"), widget=forms.DateInput({"type": "date"}))


class FindForm(Form):
    """Who or what is looked for."""

    term = Words(
        label=gettext_lazy("A name, a number, a word"),
        longest=200,
        empty=gettext_lazy("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )


class BringForm(Form):
    """A contact file."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy("It ends in .vcf. Phones and mail programs call it “export contacts”."),
        widget=forms.FileInput({"accept": ".vcf,text/vcard"}),
    )

    @staticmethod
    def too_large() -> str:
        """What is said of a file that is larger than one can be."""
        return _("This file is larger than one can be here. Export it without pictures, or in parts.")

    def clean_file(self) -> Any:
        """The file, when it is not larger than one can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(self.too_large())
        return file


class OutForm(Form):
    """Whom to write into a contact file, and in which shape."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Whom"),
        choices=[
            ("all", gettext_lazy("Everybody of mine")),
            ("friend", gettext_lazy("Friends")),
            ("family", gettext_lazy("Family")),
            ("other", gettext_lazy("All others")),
        ],
        initial="all",
        widget=Chips,
    )
    version = forms.ChoiceField(
        label=gettext_lazy("For which program"),
        choices=[
            ("3.0", gettext_lazy("Most phones and programs (3.0)")),
            ("4.0", gettext_lazy("Newer ones (4.0)")),
        ],
        initial="3.0",
        widget=Picks,
    )
    own = forms.BooleanField(
        label=gettext_lazy("With what I noted here"),
        help_text=gettext_lazy("What they are for you, your wish, the days. Other programs could read it."),
        required=False,
        widget=Tick,
    )


class ShareForm(Form):
    """What the other will see of somebody."""

    stage = forms.ChoiceField(
        label=gettext_lazy("Who they are to the two of you"),
        choices=[(one, one) for one in STAGES],
        widget=Picks,
    )
    words = Words(
        label=gettext_lazy("A line about them, if you like"),
        longest=2_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    birthday = forms.BooleanField(label=gettext_lazy("Show the birthday"), required=False, widget=Tick)
    ways = forms.BooleanField(label=gettext_lazy("Show how to reach them"), required=False, widget=Tick)

    def __init__(self, *args: Any, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stage = self.fields["stage"]
        assert isinstance(stage, forms.ChoiceField)
        stage.choices = [
            ("ours", _("Somebody of both of you")),
            ("meet", _("Somebody you would like %(name)s to meet") % {"name": partner}),
            ("own", _("Somebody of your own, for %(name)s to know of") % {"name": partner}),
        ]

    @classmethod
    def showing(cls, shown: SharedPerson | None, partner: str) -> "ShareForm":
        """The form as it was filled in last, or with nothing but the first choice."""
        if shown is None:
            return cls(initial={"stage": STAGES[0]}, partner=partner)
        return cls(
            partner=partner,
            initial={
                "stage": shown.stage,
                "words": shown.words,
                "birthday": bool(shown.birthday),
                "ways": bool(shown.ways),
            },
        )

    def shown(self, person: Person) -> SharedPerson:
        """The copy, exactly as the other will be able to open it."""
        data = self.cleaned_data
        return SharedPerson(
            name=person.name,
            stage=data["stage"],
            group=person.group,
            words=data["words"],
            birthday=person.birthday if data["birthday"] else "",
            ways=person.ways if data["ways"] else (),
        )
