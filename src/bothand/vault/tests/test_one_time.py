"""Codes of six digits. The first two are from RFC 6238, Appendix B, cut to six digits."""

import pytest

from bothand.vault.one_time import OneTime, find_step, new_seed, spell_seed

SEED = b"12345678901234567890"
KEPT = OneTime(seed=SEED, since="2026-11-24")


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924")]
)
def test_it_makes_the_codes_of_the_standard(seconds, code):
    assert find_step(KEPT, code, seconds) == seconds // 30


@pytest.mark.parametrize("off", [-30, 0, 30])
def test_it_takes_the_neighbours_of_this_half_minute(off):
    assert find_step(KEPT, "287082", 59 + off) == 1


@pytest.mark.parametrize("off", [-60, 60, 90])
def test_it_takes_no_others(off):
    assert find_step(KEPT, "287082", 59 + off) is None


def test_it_takes_none_twice_and_none_before_the_last():
    assert find_step(OneTime(seed=SEED, since="", last=1), "287082", 59) is None
    assert find_step(OneTime(seed=SEED, since="", last=2), "287082", 59) is None


@pytest.mark.parametrize("typed", ["", "28708", "2870822", "28708x", "٢٨٧٠٨٢", "-28708", "287082\0"])
def test_it_takes_six_digits_and_nothing_else(typed):
    assert find_step(KEPT, typed, 59) is None


def test_spaces_do_not_matter():
    assert find_step(KEPT, " 287 082 ", 59) == 1


def test_a_seed_has_160_bits_and_is_spelled_in_groups():
    assert len(new_seed()) == 20
    assert new_seed() != new_seed()
    assert spell_seed(SEED) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
