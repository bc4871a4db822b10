"""Codes as a second step, beneath the pages."""

import pytest
from tests.people import QuickKdf

from bothand.accounts import accounts, second_step, sign_in_steps, wall_clock
from bothand.accounts.errors import StepGone, WrongSecret
from bothand.accounts.models import Account
from bothand.vault import one_time

SEED = b"12345678901234567890"


def code_at(clock, off=0):
    step = int(clock.time.timestamp()) // 30 + off
    return one_time._totp(SEED).generate(step * 30).decode()


@pytest.fixture
def asked(noa, clock):
    """Noa, who has just set up codes."""
    noa.opened = second_step.take_up_codes(noa.opened, SEED, code_at(clock))
    clock.minutes(2)
    return noa


def test_codes_are_taken_up_only_with_one_of_them(noa, clock):
    with pytest.raises(WrongSecret):
        second_step.take_up_codes(noa.opened, SEED, "000000")
    assert not noa.opened.keyring.asks_twice


def test_a_code_gets_in_once(asked, clock):
    fresh = second_step.check_code(asked.opened, code_at(clock))
    assert fresh.keyring.asks_twice
    for read in (fresh, accounts.by_key(Account.objects.get(), asked.opened.account_key)):
        with pytest.raises(WrongSecret):
            second_step.check_code(read, code_at(clock))


def test_an_earlier_one_does_not_get_in_after_a_later_one(asked, clock):
    fresh = second_step.check_code(asked.opened, code_at(clock, 1))
    for off in (-1, 0, 1):
        with pytest.raises(WrongSecret):
            second_step.check_code(fresh, code_at(clock, off))


def test_of_two_who_send_the_same_code_at_once_one_gets_in(asked, clock):
    both = [accounts.by_key(Account.objects.get(), asked.opened.account_key) for _ in range(2)]
    second_step.check_code(both[0], code_at(clock))
    with pytest.raises(WrongSecret):
        second_step.check_code(both[1], code_at(clock))


def test_the_one_with_which_they_were_set_up_is_used(noa, clock):
    fresh = second_step.take_up_codes(noa.opened, SEED, code_at(clock))
    with pytest.raises(WrongSecret):
        second_step.check_code(fresh, code_at(clock))


def test_without_codes_no_code_gets_in(noa, clock):
    with pytest.raises(WrongSecret):
        second_step.check_code(noa.opened, code_at(clock))


def test_the_seed_lies_in_no_row(asked):
    row = Account.objects.get()
    for column in (row.keyring, row.by_password, row.by_code, row.login):
        assert SEED not in bytes(column)


def test_they_can_be_dropped(asked):
    assert not second_step.drop_codes(asked.opened).keyring.asks_twice


def test_the_recovery_code_gets_in_and_takes_them_away(asked):
    found = accounts.recover_account(
        "noa", asked.opened.keyring.recovery_code, "a password after it", QuickKdf()
    )
    assert not found.keyring.asks_twice


def test_somebody_knew_it_takes_them_away(asked):
    fresh = accounts.somebody_knew_it(
        asked.opened, "quite another password", QuickKdf(), now=wall_clock.now()
    )
    assert not fresh.keyring.asks_twice


class TestBetweenTheSteps:
    def test_the_account_goes_through_the_page_and_back(self, asked):
        step = sign_in_steps.begin_step(asked.opened)
        assert sign_in_steps.resume_step(step).account_key == asked.opened.account_key
        assert asked.opened.account_key.hex() not in step

    def test_for_minutes_only(self, asked, clock):
        step = sign_in_steps.begin_step(asked.opened)
        clock.minutes(6)
        with pytest.raises(StepGone):
            sign_in_steps.resume_step(step)

    def test_not_after_somebody_knew_it(self, asked):
        step = sign_in_steps.begin_step(asked.opened)
        accounts.somebody_knew_it(asked.opened, "quite another password", QuickKdf(), now=wall_clock.now())
        with pytest.raises(StepGone):
            sign_in_steps.resume_step(step)

    def test_nothing_made_up_goes_through(self, asked):
        for step in ("", "00", "zz"):
            with pytest.raises(StepGone):
                sign_in_steps.resume_step(step)


def test_a_keyring_says_when_the_password_is_not_enough(noa):
    assert not noa.opened.keyring.asks_twice
