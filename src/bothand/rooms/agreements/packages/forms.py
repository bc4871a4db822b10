"""Whether one wants to see more of what came out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.shell.forms import Form
from bothand.shell.widgets import Picks


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
