"""How the harness reaches the pages and forms of *people*."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.people import store
from bothand.rooms.people.exports.forms import OutForm
from bothand.rooms.people.exports.pages import OutPage
from bothand.rooms.people.imports.forms import BringForm
from bothand.rooms.people.imports.pages import BringPage, ChoosePage
from bothand.rooms.people.imports.rules import Brought
from bothand.rooms.people.imports.store import add_waiting
from bothand.rooms.people.overview.pages import AroundPage
from bothand.rooms.people.persons.forms import FindForm, MetForm, PersonForm
from bothand.rooms.people.persons.pages import (
    DeletePersonPage,
    FindPage,
    PeopleListPage,
    PersonFormPage,
    PersonPage,
    TwoPeoplePage,
)
from bothand.rooms.people.records import Dropped, Person, SharedPerson, Way
from bothand.rooms.people.shared.forms import ShareForm
from bothand.rooms.people.shared.pages import SharedPersonPage, SharePage
from bothand.rooms.people.twins.pages import TwinsPage
from bothand.vault.randomness import new_id

_NUMBER = Way(sort="tel", value="+43 660 1234567", types=("cell",))
_PEOPLE = (
    ("Ines Müller", "friend", ("advice", "comfort"), "month", (9, 40)),
    ("Marek", "friend", ("fun",), "month", (100,)),
    ("Aunt Ruth", "family", ("comfort",), "season", (20,)),
    ("Bo", "other", ("help",), "", (3,)),
    ("Dariush", "friend", (), "", ()),
    ("王小明", "friend", ("fun", "advice"), "year", (5,)),
)


def some_people(stage: Stage) -> Kwargs:
    """A few people of mine: one with a birthday soon, one not seen for long, one who does not mind a late call."""
    there = {one.name for one in store.find_people(stage.mine).people}
    for name, group, gives, wish, days in _PEOPLE:
        if name in there:
            continue
        person = Person(
            id=new_id(),
            name=name,
            group=group,
            gives=gives,
            wish=wish,
            met=tuple(stage.today - timedelta(days=day) for day in days),
            late=name == "Ines Müller",
            birthday=f"--{stage.today + timedelta(days=3):%m-%d}" if name == "Aunt Ruth" else "",
            ways=(_NUMBER,) if name in {"Ines Müller", "Bo"} else (),
            note="Met on the ferry. Laughs at the weather." if name == "Marek" else "",
        )
        store.add_person(stage.mine, person)
    return {}


def people_of_two(stage: Stage) -> Kwargs:
    """The same, with people in *ours*, of both and of either."""
    some_people(stage)
    for name, by_me, kind in (
        ("Jun", True, "ours"),
        ("Lea", False, "ours"),
        ("Tomas", False, "meet"),
        ("Vera", False, "own"),
    ):
        ours = stage.both if by_me else stage.partner.both
        words = "From the house by the canal." if kind == "meet" else ""
        birthday = f"--{stage.today:%m-%d}" if name == "Lea" else ""
        ours.add(SharedPerson(name=name, stage=kind, words=words, birthday=birthday))
    return {}


def one_person(stage: Stage) -> Kwargs:
    """Somebody with all that can be said of them, and their address."""
    person = Person(
        id=new_id(),
        name="Ines Müller",
        gives=("advice", "comfort"),
        wish="month",
        met=(stage.today - timedelta(days=9),),
        late=True,
        birthday="1980-04-17",
        note="Knows the way to the lake.",
        ways=(
            _NUMBER,
            Way(sort="email", value="ines@example.org"),
            Way(sort="url", value="https://example.org", label="Choir"),
        ),
        org=("Choir of the Lane",),
    )
    store.add_person(stage.mine, person)
    return {"hex_id": person.id.hex()}


def changed_twice(stage: Stage) -> Kwargs:
    """Somebody who was changed in another window meanwhile, and their address."""
    kwargs = one_person(stage)
    store.rewrite_person(stage.mine, bytes.fromhex(kwargs["hex_id"]), 1, _renamed)
    return kwargs


def _renamed(person: Person) -> Person:
    from msgspec.structs import replace

    return replace(person, name="Ines M.")


def alike(stage: Stage) -> Kwargs:
    """Two who may be one, and the address of the first."""
    kwargs = one_person(stage)
    twin = Person(
        id=bytes(15) + b"\x01", name="Muller, Ines", ways=(_NUMBER,), birthday="--04-17", org=("Boat house",)
    )
    if not any(one.id == twin.id for one in store.find_people(stage.mine).people):
        store.add_person(stage.mine, twin)
    return kwargs


def no_arguments(stage: Stage) -> Kwargs:
    """Two who may be one."""
    alike(stage)
    return {}


def waiting(stage: Stage) -> Kwargs:
    """People from a file, not chosen yet; one of them looks like somebody who is here."""
    one_person(stage)
    people = (
        Person(id=bytes(15) + b"\x02", name="Ines Müller", ways=(_NUMBER,)),
        Person(
            id=bytes(15) + b"\x03", name="Сергей Иванов", ways=(Way(sort="tel", value="+7 900 000-00-00"),)
        ),
        Person(id=bytes(15) + b"\x04", name="Bakery on the Corner", org=("Bakery",)),
    )
    add_waiting(stage.mine, Brought(people, (Dropped("PHOTO", 2), Dropped("X-SOCIALPROFILE", 1, ("Ines",)))))
    return {}


def shown_by_me(stage: Stage) -> Kwargs:
    """Somebody I put into *ours*, and the address of the copy."""
    shown = SharedPerson(
        name="Jun", stage="meet", words="From the house by the canal.", ways=(_NUMBER,), birthday="--04-17"
    )
    return {"hex_id": stage.both.add(shown).hex}


def shown_by_the_other(stage: Stage) -> Kwargs:
    """Somebody whom the other put into *ours*, and the address of the copy."""
    return {"hex_id": stage.partner.both.add(SharedPerson(name="Lea", stage="ours")).hex}


def written(_stage: Stage, words: Words) -> Data:
    """Somebody, as a form has them."""
    return {
        "id": new_id().hex(),
        "revision": "1",
        "name": words("name"),
        "group": "friend",
        "gives": ["fun"],
        "wish": "month",
        "ways": words("ways"),
        "birthday": "1980-04-17",
        "note": words("note"),
    }


def a_day(stage: Stage, _words: Words) -> Data:
    """A day on which we met."""
    return {"day": stage.today.isoformat()}


def looked_for(_stage: Stage, words: Words) -> Data:
    """A word to look for."""
    return {"term": words("term")}


def a_file(_stage: Stage, words: Words) -> Data:
    """A contact file with somebody in it."""
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{words('file')}\r\nNOTE:{words('file note')}\r\nEND:VCARD\r\n"
    return {"file": SimpleUploadedFile("people.vcf", text.encode(), content_type="text/vcard")}


def marks(_stage: Stage, _words: Words) -> Data:
    """One is added to who is here, one comes in, one is left out."""
    one, other, third = (f"take-{(bytes(15) + end).hex()}" for end in (b"\x02", b"\x03", b"\x04"))
    return {"do": "marked", one: "into", other: "friend", third: "leave"}


def one_of_two(_stage: Stage, _words: Words) -> Data:
    """The second, who becomes one with the first."""
    return {"other": (bytes(15) + b"\x01").hex(), "do": "one"}


def everybody(stage: Stage, _words: Words) -> Data:
    """All, for most programs."""
    return {"whom": "all", "version": "3.0", "password": stage.password}


def a_copy(_stage: Stage, words: Words) -> Data:
    """A copy of somebody, after the look at it."""
    return {"stage": "ours", "words": words("words"), "ways": "on", "do": "keep", "looked": "1"}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


PAGES = (
    PageCase(url="people_around", page=AroundPage, prepare=some_people),
    PageCase(url="people_around", page=AroundPage, prepare=people_of_two, paired=True),
    PageCase(url="people_people", page=PeopleListPage, prepare=some_people),
    PageCase(url="people_find", page=FindPage),
    PageCase(url="people_new", page=PersonFormPage),
    PageCase(url="people_bring", page=BringPage),
    PageCase(url="people_choose", page=ChoosePage, prepare=waiting),
    PageCase(url="people_twins", page=TwinsPage, prepare=no_arguments),
    PageCase(url="people_out", page=OutPage, prepare=some_people),
    PageCase(url="people_person", page=PersonPage, prepare=one_person),
    PageCase(url="people_edit", page=PersonFormPage, prepare=one_person),
    PageCase(url="people_delete", page=DeletePersonPage, prepare=one_person),
    PageCase(url="people_share", page=SharePage, prepare=one_person, paired=True),
    PageCase(url="people_shown", page=SharedPersonPage, prepare=shown_by_me, paired=True),
    PageCase(url="people_shown", page=SharedPersonPage, prepare=shown_by_the_other, paired=True),
)
FORMS = (
    FormCase(url="people_find", form=FindForm, data=looked_for),
    FormCase(url="people_new", form=PersonForm, data=written),
    FormCase(url="people_edit", form=PersonForm, prepare=one_person, data=written),
    FormCase(url="people_edit", form=PersonForm, prepare=changed_twice, data=written, shows=TwoPeoplePage),
    FormCase(url="people_delete", form=None, prepare=one_person, data=first_revision),
    FormCase(url="people_met", form=MetForm, prepare=one_person, data=a_day),
    FormCase(url="people_bring", form=BringForm, data=a_file),
    FormCase(url="people_choose", form=None, prepare=waiting, data=marks),
    FormCase(url="people_merge", form=None, prepare=alike, data=one_of_two),
    FormCase(url="people_out", form=OutForm, prepare=some_people, data=everybody),
    FormCase(url="people_share", form=ShareForm, prepare=one_person, data=a_copy, paired=True),
    FormCase(url="people_withdraw", form=None, prepare=shown_by_me, data=nothing_typed, paired=True),
    FormCase(
        url="people_sheet",
        form=None,
        prepare=shown_by_the_other,
        data=nothing_typed,
        paired=True,
        unseen=True,
    ),
)
ACTORS = {
    "people_around": LOOK,
    "people_people": LOOK,
    "people_find": WRITE,
    "people_new": WRITE,
    "people_bring": WRITE,
    # Nothing marked: nothing is done, and one goes on.
    "people_choose": Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    "people_twins": LOOK,
    "people_out": WRITE,
    "people_person": LOOK_AT,
    "people_edit": EDIT,
    "people_delete": DELETE,
    "people_met": PRESS_AT,
    "people_merge": PRESS_AT,
    "people_share": WRITE_AT,
    "people_shown": LOOK_AT,
    "people_withdraw": PRESS_AT,
    "people_sheet": PRESS_AT,
}
