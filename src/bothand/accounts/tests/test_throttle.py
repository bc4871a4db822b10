import contextlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from bothand.accounts import access, account_actions, accounts, passwords, tries
from bothand.accounts.address import ADDRESS
from bothand.accounts.errors import Throttled, WrongSecret
from bothand.accounts.passwords import Weakness
from bothand.accounts.preferences import Settings
from bothand.accounts.throttle import FREE_TRIES, LONGEST_WAIT, LONGEST_WAIT_KNOWN, REMEMBERED, Pace, Throttle
from bothand.vault.errors import Busy

NAME = b"noa"
WRONG = "a wrong password"


def after(tries, *, known):
    """How long one waits after so many wrong tries, each made as soon as it was looked at."""
    own, ticks = Throttle(), 100.0
    for _ in range(tries):
        while wait := own.count_try(NAME, ticks, known=known):
            ticks += wait
    return own.count_try(NAME, ticks, known=known)


def test_it_lets_slips_pass():
    assert [after(tries, known=False) for tries in range(FREE_TRIES)] == [0] * FREE_TRIES


@given(st.integers(FREE_TRIES, 200))
def test_it_asks_for_more_patience_each_time_up_to_a_bound(tries):
    assert 0 < after(tries, known=False) <= after(tries + 1, known=False) <= LONGEST_WAIT
    assert after(tries, known=True) <= LONGEST_WAIT_KNOWN


def test_it_forgets_after_a_right_one():
    own = Throttle()
    for _ in range(20):
        own.count_try(NAME, 100.0, known=False)
    own.passed(NAME)
    assert own.count_try(NAME, 100.0, known=False) == 0


def test_a_try_that_was_not_looked_at_does_not_count():
    own = Throttle()
    for _ in range(20):
        assert own.count_try(NAME, 100.0, known=False) == 0
        own.take_back(NAME, 100.0)


def test_it_does_not_grow_without_bound():
    own, pace = Throttle(), Pace(5, 1.0)
    for number in range(REMEMBERED + 100):
        own.count_try(number.to_bytes(4, "big"), 0.0, known=False)
        pace.take_turn(number.to_bytes(4, "big"), 0.0)
    assert len(own._tries) == len(pace._left) == REMEMBERED


def test_a_pace_gives_so_many_turns_and_then_one_at_a_time():
    pace = Pace(3, 10.0)
    assert [pace.take_turn(NAME, 0.0) for _ in range(4)] == [0, 0, 0, 10]
    assert [pace.take_turn(NAME, 10.0) for _ in range(2)] == [0, 10]
    pace.give_back(NAME)
    assert pace.take_turn(NAME, 10.0) == 0
    assert [pace.take_turn(NAME, 9999.0) for _ in range(4)] == [0, 0, 0, 10]


# At the door


def request_from(address="", cookies=()):
    request = RequestFactory().post("/in/", headers={"User-Agent": "any"})
    request.META[ADDRESS] = address
    request.COOKIES.update(cookies)
    access.read_session(request)
    return request


def sign_in(password, address="", cookies=(), name="noa"):
    return account_actions.sign_in(request_from(address, cookies), name, password)


def guess(address="", *, times=1, **more):
    """Guess so often; how often it was not even looked at."""
    refused = 0
    for _ in range(times):
        try:
            sign_in(WRONG, address, **more)
        except Throttled:
            refused += 1
        except WrongSecret:
            pass
    return refused


def test_guesses_elsewhere_do_not_slow_a_known_device(noa, anyone):
    guess(times=FREE_TRIES)
    with pytest.raises(Throttled):
        sign_in(noa.password)
    known = {access.KNOWN_COOKIE: tries._known_value("noa")}
    assert sign_in(noa.password, cookies=known).id == noa.opened.id


def test_a_borrowed_phone_gets_in_while_ten_other_addresses_guess(noa, anyone):
    for number in range(10):
        assert guess(f"192.0.2.{number}", times=FREE_TRIES + 5) == 5
    assert sign_in(noa.password, "192.0.2.99").id == noa.opened.id


def test_one_address_does_not_guess_at_many_names_without_end(noa, anyone):
    assert sum(guess("192.0.2.1", name=f"name {number}") for number in range(100)) == 70
    assert guess("192.0.2.2") == 0


def test_many_addresses_do_not_guess_at_one_name_without_end(noa, anyone):
    assert sum(guess(f"192.0.2.{number}") for number in range(200)) == 80


def test_a_hundred_guesses_at_once_are_counted_before_they_are_looked_at(noa, anyone, monkeypatch):
    looked_at = []
    monkeypatch.setattr(accounts, "sign_in", lambda *_args: looked_at.append(1) or refuse())

    def refuse():
        raise WrongSecret

    with ThreadPoolExecutor(20) as hands:
        list(hands.map(attempt, [request_from("192.0.2.1") for _ in range(100)]))
    assert len(looked_at) == FREE_TRIES


def attempt(request):
    with contextlib.suppress(Throttled, WrongSecret):
        account_actions.sign_in(request, "noa", WRONG)


def test_wrong_codes_and_wrong_passwords_do_not_count_for_one_another(noa, anyone):
    guess("192.0.2.1", times=FREE_TRIES)
    with pytest.raises(WrongSecret):
        account_actions.recover_with_code(
            request_from("192.0.2.1"), "noa", "no code", "a new password of mine"
        )
    for _ in range(FREE_TRIES - 1):
        with pytest.raises(WrongSecret):
            account_actions.recover_with_code(
                request_from("192.0.2.2"), "noa", "no code", "a new password of mine"
            )
    assert sign_in(noa.password, "192.0.2.2").id == noa.opened.id


def test_a_try_for_which_there_was_no_place_costs_nothing(noa, anyone, monkeypatch):
    def busy(*_args):
        raise Busy

    with monkeypatch.context() as patched:
        patched.setattr(accounts, "sign_in", busy)
        for _ in range(100):
            with pytest.raises(Busy):
                sign_in(noa.password, "192.0.2.1")
    assert sign_in(noa.password, "192.0.2.1").id == noa.opened.id


def test_an_open_host_makes_only_so_many_accounts_for_one_address(anyone, settings, client):
    settings.BOTHAND_OPEN = True
    for number in range(5):
        account_actions.sign_up(
            request_from("192.0.2.1"), f"name {number}", "words that nobody guesses", Settings()
        )
    with pytest.raises(Throttled):
        account_actions.sign_up(
            request_from("192.0.2.1"), "one more", "words that nobody guesses", Settings()
        )
    account_actions.sign_up(request_from("192.0.2.2"), "another", "words that nobody guesses", Settings())


@pytest.mark.parametrize(
    ("password", "names", "expected"),
    [
        ("short", (), Weakness.TOO_SHORT),
        ("fourteen chars", (), Weakness.TOO_SHORT),
        ("fifteen chars..", (), None),
        ("x" * 1025, (), Weakness.TOO_LONG),
        ("aaaaaaaaaaaaaaaaaaaa", (), Weakness.REPEATS),
        ("abcdefgabcdefgabcdefg", (), Weakness.REPEATS),
        ("wilhelmina wilhelmina", ("Wilhelmina",), Weakness.OWN_NAME),
        ("wilhelmina drinks her tea", ("Wilhelmina",), None),
        ("über den Wolken muß", (), None),
        ("123456789987654321", (), Weakness.COMMON),
        ("Password12345678!", (), Weakness.COMMON),
        ("administrator2026", (), Weakness.COMMON),
        ("password is not in my diary", (), None),
        ("dragon summer harbour lantern", (), None),
    ],
)
def test_it_says_what_is_weak(password, names, expected):
    assert passwords.find_weakness(password, *names) is expected


def test_it_offers_what_it_takes_itself():
    offered = {passwords.offer_phrase() for _ in range(50)}
    assert len(offered) == 50
    assert all(passwords.find_weakness(one) is None for one in offered)
    assert all(len(one.split()) == 6 for one in offered)
