"""What is typed and ticked about a matter, before any numbers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.agreements.matters.labels import AREAS, CHANGEABLE, SERIOUS
from bothand.rooms.agreements.matters.records import Question, Voice
from bothand.rooms.agreements.matters.rules import LONGEST_TITLE, LONGEST_WORDS
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, Picks, Tick


def _text_area(label: Any, *, longest: int = LONGEST_WORDS, required: bool = False, **kwargs: Any) -> Words:
    return Words(
        label=label,
        longest=longest,
        required=required,
        widget=Lines({"dir": "auto"}, short=True),
        **kwargs,
    )


def _text_line(label: Any, empty: Any) -> Words:
    return Words(label=label, longest=LONGEST_TITLE, empty=empty, widget=Line({"dir": "auto"}))


class NewForm(Form):
    """Something to agree on. `starter` is the id of the starter it came from."""

    title = _text_line(_("What is it about?"), _("Give it a few words, so that you both know what it is."))
    area = forms.ChoiceField(
        label=_("Which part of life is it?"), choices=AREAS, required=False, widget=Chips
    )
    starter = forms.Field(required=False, widget=forms.HiddenInput)
    id = FreshId()


class WordsForm(Form):
    """What one of the two says before any numbers."""

    serious = forms.ChoiceField(
        label=_("How much does it matter to you?"), choices=SERIOUS, required=False, widget=Chips
    )
    changeable = forms.ChoiceField(
        label=_("Can your side of it change?"), choices=CHANGEABLE, required=False, widget=Chips
    )
    gives = _text_area(_("What would this give me?"))
    fears = _text_area(_("What do I fear?"))
    heard = _text_area(_("What I understood of the other's words"))
    talked = forms.BooleanField(
        label=_("We told each other this, and each of us said back what we heard."),
        required=False,
        widget=Tick,
    )
    revision = Revision()

    @classmethod
    def of_voice(cls, voice: Voice | None, revision: int) -> "WordsForm":
        """As it stands."""
        if voice is None:
            return cls(initial={"revision": revision})
        return cls(
            initial={
                "serious": voice.serious,
                "changeable": voice.changeable,
                "gives": voice.gives,
                "fears": voice.fears,
                "heard": voice.heard,
                "talked": voice.talked,
                "revision": revision,
            }
        )


class QuestionForm(Form):
    """One more question."""

    question = _text_line(_("Another question"), _("Write the question first, like: Who cooks in the week?"))


class OptionForm(Form):
    """One more option of a question."""

    option = _text_line(_("Another option"), _("Write the option in a few words."))
    for_other = forms.BooleanField(label=_("Meant for the other"), required=False, widget=Tick)
    who = forms.ChoiceField(
        label=_("Who takes part in it?"),
        choices=(("both", _("both of us")), ("me", _("me alone")), ("other", _("the other alone"))),
        required=False,
        initial="both",
        widget=Chips,
    )
    of = forms.Field(widget=forms.HiddenInput, required=False)


class NowForm(Form):
    """How it is now: the option that holds, of one question."""

    now = forms.TypedChoiceField(
        label=_("How is it now?"),
        coerce=int,
        widget=Picks,
        error_messages={"required": _("Pick what is so today. If it is none of these, add it first.")},
    )

    def __init__(self, *args: Any, question: Question | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = question.options if question else ()
        choices = [(place, option.text) for place, option in enumerate(options)]
        self.fields["now"].choices = choices  # type: ignore[attr-defined]  # the field is the one above
