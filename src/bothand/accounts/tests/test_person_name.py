"""What people may be called, and how a name stands in a page."""

import msgspec
import pytest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from tests.people import Secure

from bothand.accounts import access, accounts
from bothand.accounts.person_name import NameFault, PersonName, find_fault, show_name

SETTINGS = {"hue": "moss", "zone": "UTC", "lock_after": "15"}


@pytest.mark.parametrize(
    "name", ["Ada", "Zoë", "Jean-Luc", "O'Neill", "סמי", "سامي", "さくら", "Ada 2", "\U0001f33f"]
)
def test_names_of_people_are_taken(name):
    assert find_fault(name) is None


@pytest.mark.parametrize(
    "sign",
    [
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\u034f",
        "\U000e0041",
        "\n",
        "\x1b",
    ],
)
def test_a_sign_that_nobody_sees_or_that_turns_the_line_is_refused(sign):
    assert find_fault(f"Ada{sign}") is NameFault.UNSEEN


@pytest.mark.parametrize(
    "name",
    [
        "only you",
        "Nobody else",
        "Ｏｎｌｙ　ｙｏｕ",
        "no one else",
        "You",
        "nobody",
        "Only-You!",
        "and nobody else",
    ],
)
def test_the_house_s_own_phrases_are_no_names(name):
    assert find_fault(name) is NameFault.OWN_PHRASE


@pytest.mark.parametrize("name", ["...", "-", " "])
def test_a_name_can_be_read(name):
    assert find_fault(name) is NameFault.EMPTY


@pytest.mark.parametrize("name", ["Sam\u202e", "nobody else"])
def test_the_form_refuses_it_and_says_why(noa, name):
    page = noa.client.post(reverse("account"), SETTINGS | {"name": name})
    assert page.status_code == 422
    assert accounts.settings_of(noa.opened).name == "Noa"


def test_in_a_page_it_is_inside_bdi_and_escaped():
    assert format_html("{} wrote", PersonName("<b>")) == "<bdi>&lt;b&gt;</bdi> wrote"


def test_in_a_sentence_a_name_from_the_right_is_isolated_and_another_is_not():
    assert gettext("%(name)s said 3") % {"name": PersonName("סמי")} == "\u2068סמי\u2069 said 3"
    assert f"{PersonName('Sam')} said 3" == "Sam said 3"


def test_it_is_equal_to_the_plain_name():
    assert PersonName("סמי") == "סמי"
    assert type(PersonName("סמי").plain) is str


def test_a_name_that_somebody_wrote_past_the_form_is_cleaned_where_it_is_shown():
    assert show_name("Sam\u202e\u200b") == "Sam"
    assert show_name("nobody else\u200b") == "your partner"
    assert show_name("") == ""


def test_the_partner_s_pages_show_it_cleaned(couple):
    noa, sam = couple
    known = sam.ours.members()[sam.opened.id]
    sam.ours.introduce(msgspec.structs.replace(known, name="nobody else"))
    noa.reread()
    page = noa.client.get(reverse("pairing_ours")).content.decode()
    assert "nobody else" not in page
    assert "your partner" in page


def test_every_name_in_a_page_stands_inside_bdi(couple):
    noa, _ = couple
    raw = Secure()
    raw.reads_names = False
    raw.cookies = noa.client.cookies
    assert "<bdi>Sam</bdi>" in raw.get(reverse("pairing_ours")).content.decode()
    assert access.COOKIE in raw.cookies
