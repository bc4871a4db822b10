"""Contact files that are not as they should be: each gives what is in it, and what was left behind is said."""

import sys
from pathlib import Path

import pytest

from bothand.rooms.people.imports.rules import NAME_IN_ROW, Brought, read_contacts
from bothand.rooms.people.labels import list_dropped
from bothand.rooms.people.persons.forms import PersonForm
from bothand.rooms.people.persons.rules import LONGEST_NAME, LONGEST_NOTE, LONGEST_WAYS
from bothand.rooms.people.records import Dropped, Person
from bothand.rooms.people.twins.present import join_people
from bothand.rooms.people.vcards.rules import MOST_LINES, TooDeep, TooMany

ODD = Path(__file__).parent / "cards" / "odd"


def read(name: str) -> Brought:
    return read_contacts((ODD / f"{name}.vcf").read_bytes())


def read_lines(*lines: str) -> Brought:
    return read_contacts("\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode())


def only(brought: Brought) -> Person:
    (person,) = brought.people
    return person


def test_a_text_that_ends_in_a_backslash_keeps_it_and_nothing_is_added():
    person = only(read("trailing-backslash"))
    assert person.note == "the key lies under C:\\docs\\"
    assert [way.value for way in person.ways] == ["Lane 1\\"]


def test_one_wrong_byte_costs_its_own_line_and_that_line_is_named():
    found = read("one-bad-byte")
    assert [one.name for one in found.people] == ["Zoë Ünal", "王小明", "Test Cut"]
    assert found.dropped == (Dropped("UNREAD", 1, ("Test Cut",)),)
    assert list_dropped(found.dropped) == ("lines that could not be read (1: Test Cut)",)


def test_a_wrong_byte_in_a_name_does_not_cost_the_person():
    found = read_contacts(
        "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\nBEGIN:VCARD\nFN:".encode() + b"M\xfcller\nEND:VCARD\n"
    )
    assert [one.name for one in found.people] == ["Zoë", "M\N{REPLACEMENT CHARACTER}ller"]
    assert [one.line for one in found.dropped] == ["UNREAD"]


def test_a_line_is_read_in_the_charset_it_declares():
    assert only(read("charset-shift-jis")).name == "山田 花子"


def test_quoted_text_without_a_charset_is_utf_8_or_western():
    person = only(read("qp-without-charset"))
    assert (person.name, person.note) == ("Jürgen Groß", "café at noon")
    assert person.parts[:2] == ("Groß", "Jürgen")


def test_any_run_of_returns_is_one_break():
    person = only(read("crcrlf"))
    assert (
        person.note
        == "the first half of a long note that was folded at some seventy five signs and goes on here"
    )


def test_a_folded_picture_is_one_thing_that_was_not_taken():
    picture = "\r\r\n ".join(["PHOTO;ENCODING=b;TYPE=JPEG:abcd", *["efgh" * 18] * 585])
    found = read_contacts(f"BEGIN:VCARD\r\r\nFN:Bo\r\r\n{picture}\r\r\nEND:VCARD\r\r\n".encode())
    assert found.dropped == (Dropped("PHOTO", 1),)


def test_a_picture_that_is_not_indented_is_one_thing_too():
    found = read_lines(
        "VERSION:2.1", "FN:Bo", "PHOTO;JPEG;ENCODING=BASE64:", "abcd" * 18, "Qk0=", "", "TEL:1"
    )
    assert found.dropped == (Dropped("PHOTO", 1),)
    assert [way.value for way in only(found).ways] == ["1"]


def test_in_2_1_the_space_of_a_fold_belongs_to_the_text():
    assert only(read("fold-2.1")).note == "an example of a folded note"
    assert only(read_lines("VERSION:3.0", "FN:Bo", "NOTE:an", " example")).note == "anexample"


def test_an_address_as_printed_is_an_address_where_there_is_no_other():
    (way,) = only(read("label-only")).ways
    assert (way.sort, way.value, way.types) == ("adr", "Lane 1, 1010 Town", ("home",))
    both = read_lines("FN:Bo", "ADR:;;Lane 1;Town;;1010;", "LABEL:Lane 1\\n1010 Town")
    assert [way.value for way in only(both).ways] == ["Lane 1, 1010 Town"]
    assert both.dropped == (Dropped("LABEL", 1, ("Bo",)),)


def test_the_owner_comes_in_and_who_works_for_them_is_not_taken_for_them():
    found = read("agent-nested")
    assert [(one.name, [way.value for way in one.ways]) for one in found.people] == [
        ("Mia Owner", ["1111111"])
    ]
    assert found.dropped == (Dropped("AGENT", 1, ("Mia Owner",)),)


def test_a_card_without_its_end_is_read_as_far_as_it_goes_and_said():
    found = read("no-end")
    assert [way.value for way in only(found).ways] == ["0312345678"]
    assert list_dropped(found.dropped) == ("the ends of entries that were cut off (1: Test Eleven)",)


def test_where_one_begins_in_another_both_come_in():
    found = read_contacts(b"BEGIN:VCARD\nFN:Bo\nBEGIN:VCARD\nFN:Ines\nEND:VCARD\n")
    assert [one.name for one in found.people] == ["Bo", "Ines"]
    assert found.dropped == (Dropped("BROKEN", 1, ("Bo",)),)


def test_birthdays_in_other_forms_come_in_and_what_is_none_is_said_with_whose_it_is():
    found = read("birthdays-dropped")
    assert {one.name.removeprefix("Test "): one.birthday for one in found.people} == {
        "17.04.1980": "1980-04-17",
        "1980/04/17": "1980-04-17",
        "1980-4-17": "1980-04-17",
        "0000-04-17": "--04-17",
        "1900-02-29": "",
        "1985": "",
    }
    assert found.dropped == (Dropped("BDAY", 2, ("Test 1900-02-29", "Test 1985")),)


def test_what_is_longer_than_our_form_takes_is_cut_and_said_and_can_be_changed():
    found = read("longer-than-the-form")
    keeper, long_name = found.people
    assert (len(keeper.note), len(long_name.name)) == (LONGEST_NOTE, LONGEST_NAME)
    assert found.dropped == (
        Dropped("LONG", 1, ("N" * NAME_IN_ROW,)),
        Dropped("LONG_NOTE", 1, ("Log Keeper",)),
    )
    assert is_valid_again(keeper)
    assert is_valid_again(long_name)


def test_two_made_one_can_be_changed_though_both_notes_are_longer_than_one_may_be():
    both = join_people(
        Person(id=b"", name="Bo", note="a" * 15_000), Person(id=b"", name="Bo", note="b" * 15_000)
    )
    assert len(both.note) > LONGEST_NOTE
    form = PersonForm(filled(both))
    assert not form.is_valid()
    form = PersonForm(filled(both))
    form.allow_length(both)
    assert form.is_valid()


@pytest.mark.parametrize(
    "lines",
    [
        [f"FN:{'Bo' * 400}"],
        ["FN:Bo", *[f"TEL:{number:09}" for number in range(990)]],
        ["FN:Bo", f"TEL:{'1' * (LONGEST_WAYS + 1)}", "TEL:2"],
        ["FN:Bo", *["NOTE:" + "n" * 5000] * 9],
    ],
)
def test_whoever_comes_in_can_always_be_changed(lines):
    found = read_lines(*lines)
    assert found.dropped
    assert is_valid_again(only(found))


def is_valid_again(person: Person) -> bool:
    return PersonForm(filled(person)).is_valid()


def filled(person: Person) -> dict[str, object]:
    return {name: value for name, value in PersonForm.showing(person).initial.items() if value}


def test_of_a_card_of_very_many_lines_the_first_are_read_and_it_is_said():
    found = read_lines("FN:Bo", *["X-A:1", " 2"] * MOST_LINES, "NOTE:late")
    assert only(found).note == ""
    assert {one.line: one.count for one in found.dropped} == {"X-A": MOST_LINES - 1, "MORE": 2}


def test_names_are_said_where_they_are_few():
    cards = "".join(f"BEGIN:VCARD\nFN:P{number}\nROLE:x\nEND:VCARD\n" for number in range(9))
    assert read_contacts(cards.encode()).dropped == (Dropped("ROLE", 9),)


def test_cards_in_cards_two_hundred_thousand_deep_are_refused():
    with pytest.raises(TooDeep):
        read_contacts(b"BEGIN:VCARD\nFN:Bo\nAGENT:\n" * 200_000)
    with pytest.raises(TooMany):
        read_contacts(b"BEGIN:VCARD\n" * 200_000)


GROWING = {
    "cards without an end": lambda count: b"BEGIN:VCARD\nFN:Bo\n" * (count // 2),
    "notes": lambda count: b"BEGIN:VCARD\nFN:Bo\n" + b"NOTE:one more\n" * count + b"END:VCARD\n",
    "numbers": lambda count: (
        b"BEGIN:VCARD\nFN:Bo\n" + b"".join(b"TEL:%d\n" % number for number in range(count)) + b"END:VCARD\n"
    ),
    "lists": lambda count: (
        b"BEGIN:VCARD\nFN:Bo\n"
        + b"".join(b"CATEGORIES:a%d,b\n" % number for number in range(count))
        + b"END:VCARD\n"
    ),
    "folds": lambda count: b"BEGIN:VCARD\nFN:Bo\nNOTE:one" + b"\n more" * count + b"\nEND:VCARD\n",
    "soft breaks": lambda count: (
        b"BEGIN:VCARD\nFN:Bo\nNOTE;ENCODING=QUOTED-PRINTABLE:one=" + b"\nmore=" * count + b"\nEND:VCARD\n"
    ),
    "fields": lambda count: b"BEGIN:VCARD\nFN:Bo\nADR:" + b"a;" * count + b"\nEND:VCARD\n",
}


@pytest.mark.parametrize("write", GROWING.values(), ids=GROWING)
def test_twice_the_file_takes_twice_the_steps(write):
    few, many = count_steps(write(400)), count_steps(write(800))
    assert many < 2.2 * few


def count_steps(content: bytes) -> int:
    """How many lines of our own and of the libraries run while a file is read."""
    steps = 0

    def trace(_frame, event, _argument):
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_contacts(content)
    finally:
        sys.settrace(before)
    return steps
