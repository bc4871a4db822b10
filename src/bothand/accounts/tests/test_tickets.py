from collections import OrderedDict

import pytest

from bothand.accounts import tickets
from bothand.accounts.tickets import TicketRefused


def test_a_signed_one_comes_back_once(clock):
    ticket = tickets.sign_ticket("a use", b"somebody")
    tickets.check_ticket("a use", b"somebody", ticket)
    tickets.spend_ticket(ticket)
    with pytest.raises(TicketRefused):
        tickets.check_ticket("a use", b"somebody", ticket)
    with pytest.raises(TicketRefused):
        tickets.spend_ticket(ticket)


@pytest.mark.parametrize(
    ("use", "holder"), [("another use", b"somebody"), ("a use", b"somebody else"), ("a use", b"")]
)
def test_it_is_for_one_use_and_one_holder(clock, use, holder):
    with pytest.raises(TicketRefused):
        tickets.check_ticket(use, holder, tickets.sign_ticket("a use", b"somebody"))
    with pytest.raises(TicketRefused):
        tickets.open_ticket(use, holder, tickets.seal_ticket("a use", b"somebody", b"secret"))


@pytest.mark.parametrize("ticket", [b"", b"x", bytes(24), bytes(56), bytes(200)])
def test_none_can_be_made_up(clock, ticket):
    with pytest.raises(TicketRefused):
        tickets.check_ticket("a use", b"", ticket)


@pytest.mark.parametrize("text", ["", "x", "00", "zz" * 40, "é"])
def test_no_sealed_one_can_be_made_up(clock, text):
    with pytest.raises(TicketRefused):
        tickets.open_ticket("a use", b"", text)


def test_it_holds_for_five_minutes(clock):
    signed, sealed = tickets.sign_ticket("a use", b""), tickets.seal_ticket("a use", b"", b"secret")
    clock.minutes(5)
    tickets.check_ticket("a use", b"", signed)
    assert tickets.open_ticket("a use", b"", sealed) == b"secret"
    clock.minutes(1)
    with pytest.raises(TicketRefused):
        tickets.check_ticket("a use", b"", signed)
    with pytest.raises(TicketRefused):
        tickets.open_ticket("a use", b"", sealed)


def test_those_that_are_too_old_are_not_remembered(clock, monkeypatch):
    monkeypatch.setattr(tickets, "_spent", OrderedDict())
    for _ in range(3):
        tickets.spend_ticket(tickets.sign_ticket("a use", b""))
    clock.minutes(6)
    tickets.spend_ticket(tickets.sign_ticket("a use", b""))
    assert len(tickets._spent) == 1


def test_another_process_knows_none_of_it(clock):
    ticket, sealed = tickets.sign_ticket("a use", b""), tickets.seal_ticket("a use", b"", b"secret")
    tickets._own_key.cache_clear()
    with pytest.raises(TicketRefused):
        tickets.check_ticket("a use", b"", ticket)
    with pytest.raises(TicketRefused):
        tickets.open_ticket("a use", b"", sealed)


def test_nothing_secret_can_be_read_in_a_sealed_one(clock):
    assert b"secret".hex() not in tickets.seal_ticket("a use", b"", b"secret")
