"""What the parts of somebody are called, in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.rooms.people.records import Dropped, Head, Way

Words = str | Promise

GROUPS: dict[str, Words] = {
    "friend": gettext_lazy("A friend"),
    "family": gettext_lazy("Family"),
    "other": gettext_lazy("Somebody else"),
}
GIVES: dict[str, Words] = {
    "comfort": gettext_lazy("Comfort"),
    "advice": gettext_lazy("Advice"),
    "fun": gettext_lazy("Fun"),
    "help": gettext_lazy("Help"),
}
WISHES: dict[str, Words] = {
    "": gettext_lazy("No wish"),
    "week": gettext_lazy("Once a week"),
    "fortnight": gettext_lazy("Every two weeks"),
    "month": gettext_lazy("Once a month"),
    "season": gettext_lazy("A few times a year"),
    "year": gettext_lazy("Once a year"),
}
SORTS: dict[str, Words] = {
    "tel": gettext_lazy("Phone"),
    "email": gettext_lazy("Mail"),
    "adr": gettext_lazy("Address"),
    "url": gettext_lazy("Page on the web"),
    "im": gettext_lazy("Messages"),
}
TYPES: dict[str, Words] = {
    "home": gettext_lazy("home"),
    "work": gettext_lazy("work"),
    "cell": gettext_lazy("mobile"),
    "mobile": gettext_lazy("mobile"),
    "iphone": gettext_lazy("mobile"),
    "fax": gettext_lazy("fax"),
    "pref": gettext_lazy("first"),
}
BESIDE: dict[str, Words] = {
    "name": gettext_lazy("Also called"),
    "nickname": gettext_lazy("Another nickname"),
    "title": gettext_lazy("Another title"),
    "birthday": gettext_lazy("Another birthday"),
    "org": gettext_lazy("Also at"),
}
DROPPED: dict[str, Words] = {
    "PHOTO": gettext_lazy("pictures"),
    "LOGO": gettext_lazy("pictures of firms"),
    "SOUND": gettext_lazy("sounds"),
    "KEY": gettext_lazy("keys"),
    "LIST": gettext_lazy("lists of contacts"),
    "NAMELESS": gettext_lazy("entries without any name or number"),
    "BROKEN": gettext_lazy("the ends of entries that were cut off"),
    "UNREAD": gettext_lazy("lines that could not be read"),
    "X-ANNIVERSARY": gettext_lazy("anniversaries"),
    "ANNIVERSARY": gettext_lazy("anniversaries"),
    "X-ABDATE": gettext_lazy("dates other than birthdays"),
    "RELATED": gettext_lazy("who is related to whom"),
    "X-ABRELATEDNAMES": gettext_lazy("who is related to whom"),
    "X-SOCIALPROFILE": gettext_lazy("profiles elsewhere"),
    "ROLE": gettext_lazy("roles"),
    "GEO": gettext_lazy("places on a map"),
    "TZ": gettext_lazy("time zones"),
    "GENDER": gettext_lazy("genders"),
    "LABEL": gettext_lazy("addresses as printed, beside the ones kept"),
    "BDAY": gettext_lazy("birthdays that could not be read, or a second one"),
    "AGENT": gettext_lazy("who works for somebody"),
    "MORE": gettext_lazy("lines of entries that have very many"),
    "LONG": gettext_lazy("the ends of names and lists that were longer than fits here"),
    "LONG_NOTE": gettext_lazy("the ends of notes that were longer than fits here"),
    "MORE_WAYS": gettext_lazy("ways to reach somebody who has very many"),
}


def list_gifts(person: Head) -> str:
    """What somebody is for me, in a row."""
    found = ", ".join(str(GIVES[give]).lower() for give in person.gives if give in GIVES)
    return found[:1].upper() + found[1:]


def label_way(way: Way) -> str:
    """What stands beside a way: its own name, or what the file said of it, or its sort."""
    types = [str(TYPES[one]) for one in way.types if one in TYPES]
    return way.label or ", ".join(dict.fromkeys(types)) or str(SORTS.get(way.sort, way.sort))


def format_birthday(text: str) -> str:
    """A birthday as one reads it."""
    if not text:
        return ""
    year = text[:4]
    known = year.isdecimal()
    day = date(int(year) if known else 2000, int(text[-5:-3]), int(text[-2:]))
    return date_format(day, "j F Y" if known else "j F")


def describe_ago(day: date, today: date) -> str:
    """How long ago a day was, roughly: nobody is to count days."""
    days = (today - day).days
    if days < 1:
        return _("today")
    if days < 7:
        return _("this week")
    if days < 14:
        return _("last week")
    if days < 31:
        return _("this month")
    if (today.year - day.year) * 12 + today.month - day.month < 11:
        return _("in %(month)s") % {"month": date_format(day, "F")}
    return _("in %(month)s") % {"month": date_format(day, "F Y")}


def list_dropped(dropped: tuple[Dropped, ...]) -> tuple[str, ...]:
    """What a file brought that is not kept, how often, and of whom."""
    return tuple(_describe_dropped(one) for one in dropped)


def _describe_dropped(one: Dropped) -> str:
    what = DROPPED.get(one.line) or _("“%(name)s”") % {"name": one.line.capitalize()}
    if not one.whose:
        return _("%(what)s (%(n)d)") % {"what": what, "n": one.count}
    return _("%(what)s (%(n)d: %(names)s)") % {"what": what, "n": one.count, "names": ", ".join(one.whose)}


def add_beside(person_note: str, beside: tuple[tuple[str, str], ...]) -> str:
    """A note with what had no other place when two became one: nothing of it is lost."""
    lines = [
        f"{BESIDE[name]}: {format_birthday(text) if name == 'birthday' else text}" for name, text in beside
    ]
    return "\n".join(part for part in (person_note, *lines) if part)
