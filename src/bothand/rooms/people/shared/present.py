"""From a copy in *ours* to what both see of it."""

from django.utils.translation import gettext as _

from bothand.rooms.people.labels import format_birthday
from bothand.rooms.people.pages import Fact
from bothand.rooms.people.present import list_ways
from bothand.rooms.people.records import SharedPerson
from bothand.rooms.people.shared.pages import Copied


def present_copy(shown: SharedPerson) -> Copied:
    """A copy in *ours*, as both see it."""
    birthday = format_birthday(shown.birthday)
    found = (Fact(label=_("Birthday"), text=birthday),) if birthday else ()
    return Copied(
        name=shown.name, stage=shown.stage, words=shown.words, facts=(*list_ways(shown.ways), *found)
    )
