"""Contact files: in from iOS, Google and Outlook, out and in again."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bothand.rooms.people.exports.rules import write_contacts
from bothand.rooms.people.imports.rules import Brought, join_address, name_as_given, read_contacts
from bothand.rooms.people.persons.rules import read_birthday
from bothand.rooms.people.records import GIVES, GROUPS, WISHES, Person, Way
from bothand.rooms.people.vcards.rules import MOST_CARDS, NoContacts, TooMany

CARDS = Path(__file__).parent / "cards"


def read(name: str) -> Brought:
    return read_contacts((CARDS / name).read_bytes())


def card(*lines: str, version: str = "3.0") -> Brought:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return read_contacts(text.encode())


def counts(brought: Brought) -> dict[str, int]:
    return {one.line: one.count for one in brought.dropped}


def ways(person: Person, sort: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(way.value, way.label, way.types) for way in person.ways if way.sort == sort]


# iOS


def test_it_reads_what_a_phone_with_ios_writes():
    ines = read("ios.vcf").people[0]
    assert ines.name == "Ines Maria Müller"
    assert ines.parts == ("Müller", "Ines", "Maria", "Dr.", "")
    assert ways(ines, "tel") == [
        ("+43 660 1234567", "mobile", ("pref",)),
        ("+43 1 2345678", "", ("home",)),
        ("+43 2236 99", "Cottage by the lake", ()),
    ]
    assert ways(ines, "email") == [("ines@example.org", "", ("home", "pref"))]
    assert ines.birthday == "--04-17"
    assert ines.org == ("Choir of the Lane", "Altos")
    assert (
        ines.note
        == "Likes tea; no milk.\nKnows the way to the lake, and who has the key to the boat house when the others are away."
    )


def test_it_reads_an_address_and_says_what_it_left():
    found = read("ios.vcf")
    assert ways(found.people[0], "adr")[0][0] == "Rosengasse 1, Stiege 2, 1010 Wien, Austria"
    assert counts(found) == {"PHOTO": 1, "X-SOCIALPROFILE": 1, "X-ANNIVERSARY": 1, "LIST": 1}


def test_it_reads_people_of_any_script():
    assert [one.name for one in read("ios.vcf").people][1:] == ["王小明", "מרים כהן", "👩🏽‍🌾 Ada"]


# Google


def test_it_reads_what_google_writes():
    marek, firm = read("google.vcf").people
    assert marek.name == "Marek Nowak"
    assert marek.nickname == "Maru"
    assert marek.categories == ("Climbing", "Old friends")
    assert marek.birthday == "1979-12-01"
    assert ways(marek, "email") == [
        ("marek@example.org", "", ("pref",)),
        ("m.nowak@example.com", "Work, evenings", ()),
    ]
    assert ways(marek, "url") == [("http://example.org/marek", "Climbing photos", ())]
    assert firm.name == "Bakery on the Corner"


# Outlook


def test_it_reads_quoted_printable_of_outlook():
    ruth, sergei = read("outlook.vcf").people
    assert ruth.name == "Ruth Ängström-Weiß"
    assert ruth.parts[:2] == ("Ängström-Weiß", "Ruth")
    assert ruth.note == "Aunt. Rings twice;\nthen waits, always."
    assert ways(ruth, "tel") == [("+46 8 123 456", "", ("home",)), ("+46 70 123 45 67", "", ("cell",))]
    assert ways(ruth, "adr")[0][0] == "Storgatan 1, 111 22 Stockholm, Sverige"
    assert ruth.birthday == "1948-02-29"
    assert sergei.name == "Сергей Иванов"


def test_it_reads_windows_signs_where_a_file_has_no_others():
    text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jürgen Groß\r\nEND:VCARD\r\n"
    assert read_contacts(text.encode("cp1252")).people[0].name == "Jürgen Groß"
    assert read_contacts(text.encode("utf-16")).people[0].name == "Jürgen Groß"


# What goes wrong


def test_a_bad_line_costs_itself_and_is_counted():
    found = card("FN:Bo", "TEL;===:1", "what is this", "TEL:2")
    assert ways(found.people[0], "tel") == [("2", "", ())]
    assert counts(found) == {"UNREAD": 2}


@pytest.mark.parametrize("evil", ["," * 60_000, ";A" * 20_000, ";A=" * 20_000, ';B="' * 3_000, ",;" * 9_000])
def test_no_line_takes_for_ever(evil):
    assert counts(card("FN:Bo", f"TEL;A={evil}")) == {"UNREAD": 1}


def test_a_file_without_contacts_is_said():
    for content in (b"", b"\x00\xff\x89PNG", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"):
        with pytest.raises(NoContacts):
            read_contacts(content)


def test_a_file_that_was_cut_off_gives_what_is_there():
    whole = (CARDS / "google.vcf").read_bytes()
    found = read_contacts(whole[: whole.rindex(b"END:VCARD")])
    assert [one.name for one in found.people] == ["Marek Nowak", "Bakery on the Corner"]
    assert counts(found)["BROKEN"] == 1


def test_too_many_at_once_are_refused():
    one = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n"
    with pytest.raises(TooMany):
        read_contacts(one * (MOST_CARDS + 1))


@pytest.mark.parametrize("text", ["", "soon", "1980-02-30", "19801", "--13-01", "--02-30"])
def test_what_is_no_birthday_is_none(text):
    assert read_birthday(text) == ""


def test_somebody_without_a_name_is_called_by_what_there_is():
    assert card("N:Okafor;Bo;;;").people[0].name == "Bo Okafor"
    assert card("N:;;;;", "EMAIL:bo@example.org").people[0].name == "bo@example.org"
    assert counts(card("N:;;;;")) == {"NAMELESS": 1}


def test_two_notes_are_both_kept_and_a_second_birthday_is_said():
    found = card("FN:Bo", "NOTE:one", "NOTE:two", "BDAY:1980-01-01", "BDAY:1981-01-01")
    assert found.people[0].note == "one\n\ntwo"
    assert counts(found) == {"BDAY": 1}


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content):
    try:
        found = read_contacts(b"BEGIN:VCARD\n" + content + b"\nEND:VCARD\n")
    except NoContacts:
        return
    assert all(one.name and one.id == b"" for one in found.people)


# Out and in again

LETTERS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85")
WORD = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
TEXT = st.text(LETTERS | st.sampled_from('\n;,:\\"'), max_size=120).filter(
    lambda text: not text or text.strip(" ;\n\\")
)
PART = WORD | st.just("")
TYPES = st.lists(st.sampled_from(["home", "work", "cell", "fax", "pref"]), max_size=3, unique=True).map(
    lambda found: tuple(sorted(found))
)
LABEL = WORD.filter(lambda text: not text.startswith("_$!<")) | st.just("")
BIRTHDAY = (
    st.dates(min_value=date(1605, 1, 1)).map(str) | st.dates().map(lambda day: f"--{day:%m-%d}") | st.just("")
)


def plain_way(sort: str):
    value = WORD.filter(lambda text: text.strip(" ;") and not text.startswith("tel:"))
    return st.builds(Way, sort=st.just(sort), value=value, label=LABEL, types=TYPES)


def parts(size: int):
    return st.tuples(*[PART] * size).filter(any)


ADDRESS = st.builds(
    lambda found, label, types: Way(sort="adr", value=join_address(found), parts=found, label=label, types=types),
    parts(7).filter(lambda found: "".join(found).strip(" ;")), LABEL, TYPES,
)  # fmt: skip
WAYS = st.lists(
    ADDRESS | st.one_of([plain_way(sort) for sort in ("tel", "email", "url", "im")]), max_size=5, unique=True
).map(tuple)
NAME = WORD.filter(lambda text: text.strip(" ;"))
PERSON = st.builds(
    Person,
    id=st.just(b""),
    name=NAME,
    group=st.sampled_from(GROUPS),
    gives=st.lists(st.sampled_from(GIVES), unique=True).map(tuple),
    wish=st.sampled_from(list(WISHES)),
    met=st.sets(st.dates(), max_size=4).map(lambda days: tuple(sorted(days, reverse=True))),
    late=st.booleans(),
    birthday=BIRTHDAY,
    note=TEXT,
    ways=WAYS,
    parts=parts(5).filter(lambda found: "".join(found).strip(" ;")),
    nickname=NAME | st.just(""),
    org=st.lists(NAME, max_size=2).map(tuple),
    title=NAME | st.just(""),
    categories=st.lists(NAME.filter(lambda text: text.lower() != "mycontacts"), max_size=3, unique=True).map(
        tuple
    ),
    uid=NAME | st.just(""),
)


@given(PERSON, st.sampled_from(["3.0", "4.0"]))
def test_nothing_we_hold_is_lost_on_the_way_out_and_in(person, version):
    assume(person.parts != name_as_given(person.name))
    found = read_contacts(write_contacts([person], version, with_own=True))
    assert counts(found) == {}
    (back,) = found.people
    assert back == person


def test_what_i_wrote_for_myself_goes_along_only_when_asked():
    person = Person(id=bytes(16), name="Ines", gives=("comfort",), wish="month", met=(date(2026, 11, 1),))
    assert b"comfort" not in write_contacts([person], "4.0")
    assert b"comfort" in write_contacts([person], "4.0", with_own=True)


@pytest.mark.parametrize("name", ["ios.vcf", "google.vcf", "outlook.vcf"])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_each_dialect_comes_back_as_it_was_read(name, version):
    people = read(name).people
    assert read_contacts(write_contacts(people, version)).people == people


def test_no_line_is_longer_than_files_of_this_kind_have():
    person = Person(id=bytes(16), name="Ines " * 40, note="word " * 60)
    assert max(len(line) for line in write_contacts([person], "3.0").split(b"\r\n")) <= 76


def test_days_come_in_newest_first_whatever_order_a_file_has():
    (ines,) = card("FN:Ines", 'X-BOTHAND:{"met": ["2020-01-02"\\, "2024-05-06"\\, "2020-01-02"]}').people
    assert ines.met == (date(2024, 5, 6), date(2020, 1, 2))


@pytest.mark.parametrize("own", ["[" * 100_000, '{"met": 3}', "null", '{"wish": []}', '{"gives": [[]]}'])
def test_what_is_odd_in_our_own_line_is_left_and_said(own):
    found = card("FN:Ines", "X-BOTHAND:" + own)
    assert [one.name for one in found.people] == ["Ines"]
    assert counts(found) == {"X-BOTHAND": 1}


def test_a_quoted_zero_byte_does_not_come_in():
    (ines,) = card("FN;ENCODING=QUOTED-PRINTABLE:In=00es", version="2.1").people
    assert ines.name == "Ines"
