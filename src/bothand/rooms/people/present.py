"""From people to what pages show of them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.rooms.people.contacts.rules import Birthday, find_last_day
from bothand.rooms.people.labels import GROUPS, WISHES, describe_ago, format_birthday, label_way, list_gifts
from bothand.rooms.people.pages import Fact, Line
from bothand.rooms.people.persons.rules import show_birthday, write_ways
from bothand.rooms.people.records import Head, Person, SharedPerson, Way
from bothand.vault.body import Opened

SHOWN_DAYS = 12
_NUMBER = re.compile(r"\+?[(\d][\d\s()/.\-\u2010-\u2015]*")


def present_lines(people: Iterable[Head], today: date) -> tuple[Line, ...]:
    """People in a list, in the order given."""
    return tuple(
        Line(
            path=reverse("people_person", args=[one.id.hex()]),
            name=one.name,
            about=describe_person(one, today),
        )
        for one in people
    )


def describe_person(person: Head, today: date) -> str:
    """What somebody is for me, and when I noted them last."""
    met = find_last_day(person)
    seen = _("Noted %(when)s.") % {"when": describe_ago(met, today)} if met else ""
    given = list_gifts(person)
    return " ".join(part for part in (f"{given}." if given else "", seen) if part)


def present_birthdays(found: Iterable[Birthday], today: date) -> tuple[Line, ...]:
    """Birthdays that come."""
    told = []
    for one in found:
        day = _("today") if one.day == today else date_format(one.day, "l j F")
        age = "" if one.age is None else " " + _("The number: %(n)d.") % {"n": one.age}
        told.append(
            Line(
                path=reverse("people_person", args=[one.person.id.hex()]),
                name=one.person.name,
                about=f"{day}.{age}",
            )
        )
    return tuple(told)


def present_shared(shown: Iterable[Opened[SharedPerson]]) -> tuple[Line, ...]:
    """People in *ours*, in the order given."""
    return tuple(
        Line(path=reverse("people_shown", args=[one.hex]), name=one.record.name, about=one.record.words)
        for one in shown
    )


def list_facts(person: Person) -> tuple[Fact, ...]:
    """All that is known of somebody beside name, note and days."""
    plain = (
        (_("Also called"), person.nickname),
        (_("Part of"), ", ".join(person.org)),
        (_("Title"), person.title),
        (_("What they are for you"), list_gifts(person)),
        (_("How often you would like contact"), str(WISHES[person.wish]) if person.wish else ""),
        (_("Birthday"), format_birthday(person.birthday)),
        (_("Lists in the file"), ", ".join(person.categories)),
        (_("Late calls"), _("are fine") if person.late else ""),
    )
    return (*list_ways(person.ways), *(Fact(label=label, text=text) for label, text in plain if text))


def list_ways(found: Sequence[Way]) -> tuple[Fact, ...]:
    """Ways to reach somebody, each with where it leads."""
    return tuple(Fact(label=label_way(way), text=way.value, link=link_way(way)) for way in found)


def link_way(way: Way) -> str:
    """Where a way leads when it is tapped; "" for what cannot be."""
    if way.sort == "tel":
        number = _find_dialled(way.value)
        return f"tel:{number}" if number else ""
    if way.sort == "email" and " " not in way.value and "?" not in way.value:
        return f"mailto:{way.value}"
    return ""


def _find_dialled(text: str) -> str:
    """What a phone dials: digits of any script up to a word or an extension, without a (0) behind a country's code.

    >>> _find_dialled("+43 (0)1 234 ext. 5"), _find_dialled("Tel. 0660/123"), _find_dialled("none")
    ('+431234', '0660123', '')
    """
    found = _NUMBER.search(text)
    if found is None:
        return ""
    number = found.group()
    if number.startswith("+"):
        number = number.replace("(0)", "")
    return "".join(
        letter if letter == "+" else str(int(letter))
        for letter in number
        if letter == "+" or letter.isdecimal()
    )


def list_days(person: Person) -> tuple[str, ...]:
    """The days noted last."""
    return tuple(date_format(day, "j F Y") for day in person.met[:SHOWN_DAYS])


def list_fields(person: Person) -> dict[str, str]:
    """Somebody field by field, as the form has them: for two versions side by side."""
    return {
        "name": person.name,
        "ways": write_ways(person.ways),
        "birthday": show_birthday(person.birthday),
        "note": person.note,
    }


def describe_choices(person: Person) -> str:
    """What is chosen about somebody, a line each."""
    found = [
        str(GROUPS.get(person.group, "")),
        list_gifts(person),
        str(WISHES[person.wish]),
    ]
    return "\n".join([*(one for one in found if one), *([_("A late call is fine.")] if person.late else [])])
