"""Days as people type them."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from bothand.kit.days import Day, Parts, read_day, read_parts
from bothand.shell.forms import Form

THIRD = date(2026, 2, 3)
LANGUAGES = ("en", "en-gb", "de", "fr", "es", "pl", "da", "tr", "pt-br", "nl", "it")


class DayForm(Form):
    """A form with a day."""

    day = Day(label="Day")


@pytest.mark.parametrize(
    "typed",
    [
        "2026-02-03",
        "2026-2-3",
        "2026/02/03",
        "03.02.2026",
        "3. 2. 2026",
        "3 February 2026",
        "3rd of February 2026",
        "February 3, 2026",
        "Feb 3 2026",
        " tuesday, 3 FEBRUARY 2026 ",
        "Tue, 3 Feb 2026",
    ],
)
def test_it_reads_a_day_in_english(typed):
    assert read_day(typed) == THIRD


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", "3. Februar 2026"),
        ("de", "03.02.2026"),
        ("de", "3.2.2026"),
        ("fr", "3 février 2026"),
        ("fr", "3 fevrier 2026"),
        ("fr", "03/02/2026"),
        ("es", "3 de febrero de 2026"),
        ("pl", "3 lutego 2026"),
        ("da", "3. februar 2026"),
        ("tr", "3 Şubat 2026"),
        ("tr", "3 subat 2026"),
        ("en-gb", "03/02/2026"),
    ],
)
def test_it_reads_a_day_in_the_language_of_the_page(language, typed):
    with translation.override(language):
        assert read_day(typed) == THIRD


@pytest.mark.parametrize(
    "typed",
    [
        "", "soon", "3/2/2026", "31/31/2026", "30 February 2026", "3 February", "3 Feb 26", "3 Ju 2026",
        "3 4 February 2026", "2026", "maybe 3 February 2026", "0001-01-01", "3 February 2026 2027", "१",
    ],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_none(typed):
    assert read_day(typed) is None


def test_in_numbers_a_day_is_read_where_it_can_be_one_only():
    assert read_day("13/2/2026") == date(2026, 2, 13)
    assert read_day("2/13/2026") == date(2026, 2, 13)
    assert read_day("2/2/2026") == date(2026, 2, 2)


def test_a_day_without_a_year_has_none():
    assert read_parts("29 February") == read_parts("29.2.") == Parts(None, 2, 29)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_as_its_own_page_writes_it(language, day):
    with translation.override(language):
        assert read_day(date_format(day, "j F Y")) == day
        assert read_day(day.isoformat()) == day


@given(st.text(max_size=20))
def test_no_text_breaks_it(text):
    found = read_day(text)
    assert found is None or read_day(found.isoformat()) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_shows_a_day_as_browsers_take_it_and_says_how_to_write_one(language):
    with translation.override(language):
        assert 'value="2026-02-03"' in str(DayForm(initial={"day": THIRD})["day"])
        form = DayForm({"day": "soon"})
        assert not form.is_valid()
        assert "2027-03-31" in form.errors["day"][0]
        assert DayForm({"day": "3.2.2026"}).is_valid()
