"""What is typed and ticked about agreements."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bothand.rooms.agreements import flow, work_words
from bothand.rooms.agreements.payloads import MOST_TOGETHER, Choice, Together
from bothand.rooms.agreements.records import Matter, Voice
from bothand.rooms.kit.fields import FreshId, Revision, Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Dots, Line, Lines, Picks, Tick

SERIOUS: Final = (("little", _("a little")), ("some", _("some")), ("much", _("very much")))
CHANGEABLE: Final = (
    ("yes", _("yes")),
    ("partly", _("in part")),
    ("no", pgettext_lazy("can it be changed", "no")),
)
RATINGS: Final = (
    (0, _("bad for me")),
    (1, _("rather bad")),
    (2, _("neither")),
    (3, _("rather good")),
    (4, _("good for me")),
)
WEIGHTS: Final = ((1, _("hardly")), (2, _("some")), (3, _("much")), (4, _("most of all")))
AREAS: Final = (
    ("money", pgettext_lazy("area of life", "money")),
    ("home", pgettext_lazy("area of life", "home")),
    ("time", pgettext_lazy("area of life", "time")),
    ("plans", pgettext_lazy("area of life", "plans")),
    ("", _("something else")),
)
"""Those in which a difference may become an agreement."""
TOGETHER: Final = (
    ("", _("no difference")),
    (-8, _("much less for me")),
    (-4, _("less for me")),
    (4, _("more for me")),
    (8, _("much more for me")),
)
MONTHS: Final = (
    ("1", _("in a month")),
    ("3", _("in three months")),
    ("6", _("in half a year")),
    ("12", _("in a year")),
    ("", _("no date")),
)


def _area(label: Any, *, longest: int = flow.LONGEST_WORDS, required: bool = False, **kwargs: Any) -> Words:
    return Words(
        label=label,
        longest=longest,
        required=required,
        widget=Lines({"dir": "auto"}, short=True),
        **kwargs,
    )


def _line(label: Any, empty: Any) -> Words:
    return Words(label=label, longest=flow.LONGEST_TITLE, empty=empty, widget=Line({"dir": "auto"}))


class NewForm(Form):
    """Something to agree on. `starter` is the id of the starter it came from."""

    title = _line(_("What is it about?"), _("Give it a few words, so that you both know what it is."))
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
    gives = _area(_("What would this give me?"))
    fears = _area(_("What do I fear?"))
    heard = _area(_("What I understood of the other's words"))
    talked = forms.BooleanField(
        label=_("We said these things to each other, and each said back what they heard."),
        required=False,
        widget=Tick,
    )
    revision = Revision()

    @classmethod
    def of(cls, voice: Voice | None, revision: int) -> "WordsForm":
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

    question = _line(_("Another question"), _("Write the question first, like: Who cooks in the week?"))


class OptionForm(Form):
    """One more way to settle a question."""

    option = _line(_("Another way"), _("Write the way in a few words."))
    for_other = forms.BooleanField(label=_("Meant for the other"), required=False, widget=Tick)
    who = forms.ChoiceField(
        label=_("Who takes part in it?"),
        choices=(("both", _("both of us")), ("me", _("I alone")), ("other", _("the other alone"))),
        required=False,
        initial="both",
        widget=Chips,
    )
    of = forms.Field(widget=forms.HiddenInput, required=False)


class NowForm(Form):
    """How it is now: one way per question."""

    def __init__(self, *args: Any, matter: Matter | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, one in enumerate(matter.questions if matter else ()):
            self.fields[f"now{number}"] = forms.TypedChoiceField(
                label=one.name,
                choices=[(place, option.text) for place, option in enumerate(one.options)],
                coerce=int,
                widget=Picks,
                error_messages={
                    "required": _("Pick what holds today. If it is none of these, add it first.")
                },
            )

    def now(self) -> tuple[int, ...]:
        """The marks, in the order of the questions."""
        return tuple(int(value) for name, value in self.cleaned_data.items() if name.startswith("now"))


class Ways(forms.Select):
    """One of all ways of all questions, written in one go: there can be 64 of them, four times a page."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """As the parent's, without a template for each option."""
        del renderer
        there = work_words.options(((str(key), str(label)) for key, label in self.choices), str(value or ""))
        return format_html("<select{}>{}</select>", flatatt({**(attrs or {}), "name": name}), there)


class RateForm(Form):
    """Coarse private answers. Each question has one place for a *never*."""

    def __init__(
        self, *args: Any, matter: Matter | None = None, now: Sequence[int] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.now = matter.questions if matter else (), tuple(now)
        self.found: tuple[Together, ...] = ()
        for number, one in enumerate(self.questions):
            self.fields[f"weight{number}"] = _choice(_("How much does this matter to me?"), WEIGHTS, Chips())
            for place, option in enumerate(one.options):
                self.fields[f"rating{number}_{place}"] = _choice(option.text, RATINGS, Dots())
            ways = [(place, option.text) for place, option in enumerate(one.options)]
            never = _choice(_("Is one of them a never for you?"), [(-1, _("none of them")), *ways], Picks())
            never.initial = -1
            self.fields[f"never{number}"] = never
        self.pairs = range(MOST_TOGETHER if len(self.questions) > 1 else 0)
        ways_of_all = [
            (f"{number}-{place}", f"{one.name} {option.text}")
            for number, one in enumerate(self.questions)
            for place, option in enumerate(one.options)
        ]
        for at in self.pairs:
            for name, label in (("one", _("One way")), ("other", _("and another"))):
                self.fields[f"{name}{at}"] = forms.ChoiceField(
                    label=label, choices=[("", _("none")), *ways_of_all], required=False, widget=Ways
                )
            self.fields[f"step{at}"] = forms.TypedChoiceField(
                label=_("Both together are"),
                choices=TOGETHER,
                coerce=int,
                empty_value=None,
                required=False,
                widget=Chips,
            )

    def clean(self) -> dict[str, Any]:
        """What counts together needs two ways of different questions, not both as it is now, and how much."""
        typed = super().clean() or {}
        found: dict[tuple[Choice, Choice], int] = {}
        for at in self.pairs:
            one, other, step = (typed.get(f"{name}{at}") for name in ("one", "other", "step"))
            if not (one or other or step):
                continue
            if not (one and other and step):
                self.add_error(
                    f"one{at}", _("Pick two ways and how much they count together, or leave all three open.")
                )
                continue
            first, second = sorted((_choice_of(one), _choice_of(other)))
            if first[0] == second[0]:
                self.add_error(f"one{at}", _("These two answer one question. Pick ways of two questions."))
            elif all(self.now[number : number + 1] == (place,) for number, place in (first, second)):
                self.add_error(
                    f"one{at}",
                    _("Both of these are how it is now. What that is worth, your answers above say."),
                )
            elif (first, second) in found:
                self.add_error(f"one{at}", _("These two stand here twice. Once is enough."))
            else:
                found[first, second] = step
        self.found = tuple((*pair, step) for pair, step in sorted(found.items()))
        return typed

    def only_if(self) -> tuple[Together, ...]:
        return self.found

    def weights(self) -> tuple[int, ...]:
        return tuple(self.cleaned_data[f"weight{number}"] for number in range(len(self.questions)))

    def ratings(self) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(self.cleaned_data[f"rating{number}_{place}"] for place in range(len(one.options)))
            for number, one in enumerate(self.questions)
        )

    def never(self) -> tuple[int, ...]:
        return tuple(self.cleaned_data[f"never{number}"] for number in range(len(self.questions)))


def _choice_of(value: str) -> Choice:
    number, place = value.split("-")
    return int(number), int(place)


def _choice(label: Any, choices: Sequence[tuple[Any, Any]], widget: forms.Widget) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, widget=widget)


class SeeForm(Form):
    """Whether to see more than one package; more is shown only if both want it."""

    want = forms.ChoiceField(
        label=_("Would you like to see more?"),
        choices=(("one", _("This one is enough")), ("three", _("See three")), ("all", _("See all of them"))),
        widget=Picks,
    )

    def __init__(self, *args: Any, views: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["want"].widget
        assert isinstance(widget, Picks)
        widget.hints = dict(zip(("one", "three", "all"), views, strict=False))


class WriteForm(Form):
    """An agreement in one's own words."""

    title = _line(_("What is it about?"), _("Give it a few words, so that you both know what it is."))
    text = Words(
        label=_("What you would agree on"),
        longest=flow.LONGEST_WORDS,
        empty=_("There are no words yet. One sentence is enough."),
        widget=Lines({"dir": "auto"}),
    )
    id = FreshId()


class ChangeForm(Form):
    """Another wording of an agreement."""

    text = Words(
        label=_("How it should read from now on"),
        longest=flow.LONGEST_WORDS,
        empty=_("There are no words yet. One sentence is enough."),
        widget=Lines({"dir": "auto"}),
    )


class ReviewForm(Form):
    """When to look at it again."""

    when = forms.ChoiceField(label=_("Look at it again"), choices=MONTHS, required=False, widget=Chips)
