"""Somebody copied the cookie of an unlocked phone. It must not follow its owner through the next unlock."""

import pytest
from django.urls import reverse
from tests.people import PASSWORD, browser

from bothand.accounts import access, account_log, activity, derivation, sessions
from bothand.accounts.account_log import Event
from bothand.accounts.activity import GRACE_SECONDS
from bothand.accounts.models import Session

PIN = "318204"
PAGE = "/you/"


def cookie(who):
    return who.client.cookies[access.COOKIE].value


def holding(value):
    """A browser that holds this cookie."""
    client = browser()
    client.cookies[access.COOKIE] = value
    return client


def events(who):
    return [entry.event for entry in account_log.read_log(who.mine).entries]


@pytest.fixture
def copied(noa, clock):
    """A phone with a PIN, locked; the cookie as somebody copied it before its owner unlocks."""
    sessions.set_pin(noa.live, noa.opened, PIN, derivation.KDF)
    noa.lock()
    return cookie(noa)


@pytest.mark.parametrize("typed", [{"pin": PIN}, {"password": PASSWORD}], ids=["pin", "password"])
def test_an_unlock_gives_the_cookie_a_new_secret(typed, noa, copied):
    noa.client.post(reverse("unlock"), typed)
    assert cookie(noa) != copied
    assert noa.client.get(PAGE).status_code == 200


def test_a_copied_cookie_does_not_follow_its_owner_and_ends_the_session(noa, clock, copied):
    noa.client.post(reverse("unlock"), {"pin": PIN})
    noa.client.get(PAGE)
    clock.minutes((GRACE_SECONDS + 1) / 60)
    answer = holding(copied).get(PAGE)
    assert answer.status_code == 302
    assert not Session.objects.exists()
    assert noa.client.get(PAGE).status_code == 302, "nobody is in any more"


def test_its_owner_is_told_at_the_next_sign_in(noa, clock, copied):
    noa.client.post(reverse("unlock"), {"pin": PIN})
    noa.client.get(PAGE)
    clock.minutes(1)
    holding(copied).get(PAGE)
    noa.client.post(reverse("sign_in"), {"name": "noa", "password": PASSWORD})
    assert Event.OLD_COOKIE in events(noa)
    assert "old copy of one of your sign-ins" in noa.client.get(reverse("today")).content.decode()
    noa.client.post(reverse("account_log"))
    assert "old copy of one of your sign-ins" not in noa.client.get(reverse("today")).content.decode()
    assert Event.OLD_COOKIE in events(noa), "the log keeps it"


def test_a_copy_from_two_unlocks_ago_is_told_too(noa, clock, copied):
    for _ in range(2):
        noa.client.post(reverse("unlock"), {"pin": PIN})
        noa.client.get(PAGE)
        noa.lock()
    clock.minutes(1)
    holding(copied).get(PAGE)
    noa.client.post(reverse("sign_in"), {"name": "noa", "password": PASSWORD})
    assert Event.OLD_COOKIE in events(noa)


def test_an_answer_that_got_lost_is_no_alarm(noa, clock, copied):
    browser_that_heard_nothing = holding(copied)
    noa.client.post(reverse("unlock"), {"pin": PIN})
    clock.minutes(5)
    assert browser_that_heard_nothing.get(PAGE).status_code == 200
    Session.objects.update(two=None)
    browser_that_heard_nothing.post(reverse("unlock"), {"pin": PIN})
    assert browser_that_heard_nothing.get(PAGE).status_code == 200
    assert Event.OLD_COOKIE not in events(noa)


def test_another_tab_that_asked_meanwhile_is_no_alarm(noa, clock, copied):
    noa.client.post(reverse("unlock"), {"pin": PIN})
    noa.client.get(PAGE)
    clock.minutes((GRACE_SECONDS - 1) / 60)
    late = holding(copied).get(PAGE)
    assert late.status_code == 200
    assert access.COOKIE not in late.cookies, "the old cookie is not given the new secret"
    assert noa.client.get(PAGE).status_code == 200


def test_a_copy_that_keeps_asking_is_not_given_the_new_secret(noa, clock, copied):
    thief = holding(copied)
    noa.client.post(reverse("unlock"), {"pin": PIN})
    assert thief.get(PAGE).status_code == 200, "until the new one was used, nobody can tell them apart"
    noa.client.get(PAGE)
    clock.minutes(1)
    assert thief.get(PAGE).status_code == 302


def test_after_a_restart_an_old_one_still_ends_the_session(noa, clock, copied):
    noa.client.post(reverse("unlock"), {"pin": PIN})
    noa.client.get(PAGE)
    activity.clear_activity()
    holding(copied).get(PAGE)
    assert not Session.objects.exists()


def test_a_damaged_row_is_no_alarm(noa, clock, copied):
    Session.objects.update(one=b"\x01" * 60)
    assert noa.client.get(PAGE).status_code == 302
    assert Session.objects.exists()
