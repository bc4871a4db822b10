"""How the other's acts in *housework* read in *Between you*."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.news import Around, Between, News, Told, find_copy
from bothand.rooms.housework.divisions.records import FAMILY
from bothand.rooms.housework.records import Household
from bothand.vault.body import Opened
from bothand.vault.meeting_place import Result


def tell_home(_one: Opened[Household], around: Around) -> Sequence[News]:
    """That they worked on the list of tasks."""
    text = _("%(name)s changed the tasks of your home.") % {"name": around.name}
    return (News(text=text, path=reverse("housework_home")),)


def tell_division(one: Opened[Result], around: Around) -> Sequence[News]:
    """That both said how they feel about each task: known to both in the same moment."""
    if find_copy(one, around, FAMILY) is None:
        return ()
    return (
        News(
            text=_("There is a fair share of the housework to look at."), path=reverse("housework_divisions")
        ),
    )


BETWEEN: Between = {Household: Told(tell_home), Result: Told(tell_division)}
