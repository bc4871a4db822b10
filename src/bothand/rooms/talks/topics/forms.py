"""What is typed about topics."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision
from bothand.rooms.talks import labels
from bothand.rooms.talks.forms import MINE, OURS, topic_field, words_field
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, TwoPicks


def hard_field() -> forms.TypedChoiceField:
    """How hard it is to bring up; it can be left out."""
    return forms.TypedChoiceField(
        label=_("How hard is it to bring up?"),
        choices=list(labels.HARD.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Chips(),
    )


class NewTopicForm(Form):
    """A topic that waits. `where` is asked only where there are two."""

    text = topic_field(help_text=_("One thing. It need not be fair or well put yet."))
    hard = hard_field()
    where = forms.ChoiceField(label=_("Who can open it?"), widget=TwoPicks())
    id = FreshId()

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not partner:
            del self.fields["where"]
            return
        both = _("You and %(name)s") % {"name": partner}
        self.fields["where"].choices = [(MINE, _("Only you")), (OURS, both)]  # type: ignore[attr-defined]  # the field is the one above
        self.fields["where"].initial = MINE


class TopicForm(Form):
    """A topic, written anew."""

    text = topic_field()
    hard = hard_field()
    revision = Revision()


class PreparationForm(Form):
    """Words for a topic, found beforehand."""

    saw = words_field(_("What I saw or heard"), _("One moment, as a camera would have it."))
    feel = words_field(_("What I feel"), _("A word or two. “I feel that you …” is a thought."))
    need = words_field(_("What matters to me in it"))
    ask = words_field(_("What I would like to ask for"), _("A wish the other can say no to."))
    rest = words_field(_("Anything else that comes to mind"))
    revision = Revision()
