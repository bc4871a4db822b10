"""Connections that wait: one peer holds only so many, and who never said anything goes first."""

import pytest

from bothand.web.front.connections import Connections


@pytest.fixture
def connections() -> Connections:
    """Three of one peer may wait, and eight in all."""
    return Connections(waiting_per_peer=3, waiting=8)


def lines(peer: str, count: int, first: int = 1000):
    return [(peer, first + number) for number in range(count)]


def test_a_few_of_one_peer_stay(connections):
    assert connections.find_excess(lines("192.0.2.1", 3)) == frozenset()


def test_of_too_many_the_ones_that_came_first_go(connections):
    early, late = lines("192.0.2.1", 2), lines("192.0.2.1", 3, first=2000)
    connections.find_excess(early)
    assert connections.find_excess([*late, *early]) == set(early)


def test_one_peer_holds_nobody_else_up(connections):
    crowd, alone = lines("192.0.2.1", 50), lines("192.0.2.2", 1)
    excess = connections.find_excess([*alone, *crowd])
    assert len(excess) == 47
    assert excess <= set(crowd)


def test_who_never_said_anything_goes_before_who_did(connections):
    (browser,) = lines("192.0.2.1", 1)
    silent = lines("192.0.2.1", 3, first=2000)
    connections.find_excess([browser])
    with connections.work(browser):
        pass
    assert connections.find_excess([browser, *silent]) == {silent[0]}


def test_who_is_being_answered_does_not_wait(connections):
    crowd = lines("192.0.2.1", 4)
    with connections.work(crowd[0]):
        assert connections.find_excess(crowd) == frozenset()
    assert connections.find_excess(crowd) == {crowd[1]}


def test_two_requests_of_one_connection_are_at_work_until_both_are_answered(connections):
    crowd = lines("192.0.2.1", 4)
    with connections.work(crowd[0]):
        with connections.work(crowd[0]):
            pass
        assert connections.find_excess(crowd) == frozenset()


def test_of_too_many_in_all_those_go_of_whom_most_wait(connections):
    three = lines("192.0.2.1", 3)
    pairs = [line for number in range(2, 5) for line in lines(f"192.0.2.{number}", 2)]
    assert connections.find_excess([*pairs, *three]) == {three[0]}


def test_one_household_counts_once_however_many_addresses_it_calls_its_own(connections):
    many = [(f"2001:db8:0:7::{number:x}", 1000) for number in range(1, 6)]
    assert len(connections.find_excess(many)) == 2


def test_what_is_closed_is_forgotten(connections):
    (first,) = lines("192.0.2.1", 1)
    with connections.work(first):
        pass
    connections.find_excess([])
    silent = lines("192.0.2.1", 3, first=2000)
    connections.find_excess(silent)
    # Its port is somebody's new connection now, which has said nothing yet.
    assert connections.find_excess([first, *silent]) == {silent[0]}
