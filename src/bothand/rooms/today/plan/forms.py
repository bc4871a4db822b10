"""What is chosen and typed for a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.engines import guide
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.today.labels import name_facet, name_practice
from bothand.rooms.today.plan.rules import LONGEST
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines

NOT_CHOSEN = ""


class PlanForm(Form):
    """A plan. `facts` give the practices to choose from; where none for two may be advised, the field is not there.

    `own` is the practice there is already: it stays among the choices whatever the facts say.
    """

    facet = forms.ChoiceField(label=_("What it is about"))
    own = forms.ChoiceField(label=_("What you do on your own"))
    both = forms.ChoiceField(label=_("What you do together"), required=False)
    words = Words(
        label=_("What you mean to do, in your words (if you like)"),
        longest=LONGEST,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
    revision = Revision()

    def __init__(self, facts: guide.Facts, *args: Any, own: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facet = facts.plan.facet if facts.plan else "worth"
        choices = (
            ("facet", [(name, name_facet(name)) for name in guide.FACET_NAMES]),
            (
                "own",
                _practices(
                    tuple(dict.fromkeys((*guide.list_own_practices(facts, facet), *([own] if own else ()))))
                ),
            ),
            (
                "both",
                [(NOT_CHOSEN, _("Nothing together")), *_practices(guide.list_joint_practices(facts, facet))],
            ),
        )
        for name, offered in choices:
            found = self.fields[name]
            assert isinstance(found, forms.ChoiceField)  # declared above
            found.choices = offered
        if not facts.joint:
            del self.fields["both"]


class BackForm(Form):
    """Looking back at a plan."""

    helped = Words(
        label=_("What helped, what did not? (if you like)"),
        longest=LONGEST,
        required=False,
        widget=Lines({"dir": "auto"}),
    )
    id = FreshId()
    revision = Revision()


def _practices(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(key, name_practice(key)) for key in keys]
