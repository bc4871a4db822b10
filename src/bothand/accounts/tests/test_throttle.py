import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.accounts import passwords, throttle
from bothand.accounts.passwords import Weakness
from bothand.accounts.throttle import FREE_TRIES, LONGEST_WAIT, LONGEST_WAIT_KNOWN, REMEMBERED, Throttle

NAME = b"noa"


def after(tries, *, known):
    own = Throttle()
    for _ in range(tries):
        own.failed(NAME, 100.0, known=known)
    return own.wait(NAME, 100.0)


def test_it_lets_slips_pass():
    assert [after(tries, known=False) for tries in range(FREE_TRIES)] == [0] * FREE_TRIES


@given(st.integers(FREE_TRIES, 200))
def test_it_asks_for_more_patience_each_time_up_to_a_bound(tries):
    assert 0 < after(tries, known=False) <= after(tries + 1, known=False) <= LONGEST_WAIT
    assert after(tries, known=True) <= LONGEST_WAIT_KNOWN


def test_it_forgets_after_a_right_one():
    own = Throttle()
    for _ in range(20):
        own.failed(NAME, 100.0, known=False)
    own.passed(NAME)
    assert own.wait(NAME, 100.0) == 0


def test_it_does_not_grow_without_bound():
    own = Throttle()
    for number in range(REMEMBERED + 100):
        own.failed(number.to_bytes(4, "big"), 0.0, known=False)
    assert len(own._tries) == REMEMBERED


def test_guesses_elsewhere_do_not_slow_a_known_device(noa, anyone):
    from django.test import RequestFactory

    from bothand.accounts import access, account_actions
    from bothand.accounts.errors import Throttled, WrongSecret

    def attempt(cookies, password):
        request = RequestFactory().post("/in/")
        request.COOKIES.update(cookies)
        access.read_session(request)
        return account_actions.sign_in(request, "noa", password)

    for _ in range(FREE_TRIES):
        with pytest.raises(WrongSecret):
            attempt({}, "a wrong password")
    with pytest.raises(Throttled):
        attempt({}, noa.password)
    known = {access.KNOWN_COOKIE: account_actions._known_value("noa")}
    assert attempt(known, noa.password).id == noa.opened.id
    assert throttle.signing_in.wait(b"", 0) == 0


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
    ],
)
def test_it_says_what_is_weak(password, names, expected):
    assert passwords.find_weakness(password, *names) is expected


def test_it_offers_what_it_takes_itself():
    offered = {passwords.offer_phrase() for _ in range(50)}
    assert len(offered) == 50
    assert all(passwords.find_weakness(one) is None for one in offered)
    assert all(len(one.split()) == 6 for one in offered)
