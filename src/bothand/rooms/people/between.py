"""How the other's acts in *people* read in *Between you*."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.news import Around, Between, News, Told
from bothand.rooms.people.records import SharedPerson
from bothand.vault.body import Opened


def tell_person(one: Opened[SharedPerson], around: Around) -> Sequence[News]:
    """Somebody they put among our people, or would like me to meet, or let me know of."""
    words = {
        "ours": _("%(name)s added %(who)s to the people you share."),
        "meet": _("%(name)s would like you to meet %(who)s."),
    }
    text = words.get(one.record.stage, _("%(name)s let you know about %(who)s."))
    named = {"name": around.name, "who": one.record.name}
    return (News(text=text % named, path=reverse("people_shown", args=[one.hex])),)


BETWEEN: Between = {SharedPerson: Told(tell_person)}
