"""What a deal refuses, and what it counts."""

import pytest

from bothand.engines.negotiation import BadDealError, Deal, Issue, OnlyIf, Preferences, Side

HOME = Issue("home", ("city", "village"))
CAR = Issue("car", ("none", "one"))
ALEX = Preferences("Alex", (7, 2), ((8, 3), (0, 9)))
SAM = Preferences("Sam", (5, 4), ((2, 9), (7, 1)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Issue("home", ()),
        lambda: Issue("home", ("city", "city")),
        lambda: Preferences("Alex", (1,), ((8, 3), (0, 9))),
        lambda: Preferences("Alex", (1.5, 1), ((8, 3), (0, 9))),
        lambda: Preferences("Alex", (True, 1), ((8, 3), (0, 9))),
        lambda: Preferences("Alex", (1, 1), ((8, 3), (0, "9"))),
        lambda: Preferences("Alex", (1, 1), ((8, 3), (0, 9)), reservation_value=0.5),
        lambda: Deal((), (ALEX, SAM)),
        lambda: Deal((HOME, HOME), (ALEX, SAM)),
        lambda: Deal((HOME, CAR), (ALEX, ALEX)),
        lambda: Deal((HOME, CAR), (ALEX,)),
        lambda: Deal((HOME,), (ALEX, SAM)),
        lambda: Deal((HOME, Issue("car", ("none", "one", "two"))), (ALEX, SAM)),
        lambda: Deal((HOME, CAR), (ALEX, Preferences("Sam", (5, 4), ((2, 9), (7, 1)), frozenset({(0, 2)})))),
        lambda: Deal((HOME, CAR), (ALEX, Preferences("Sam", (5, 4), ((2, 9), (7, 1)), frozenset({(-1, 0)})))),
        lambda: Deal(
            (HOME, CAR),
            (ALEX, Preferences("Sam", (5, 4), ((2, 9), (7, 1)), only_if=(OnlyIf((0, 0), (0, 1), 3),))),
        ),
        lambda: Preferences.from_names("Alex", [HOME], {"home": {"city": 8}}),
        lambda: Preferences.from_names("Alex", [HOME], {"hut": {"city": 8, "village": 3}}),
        lambda: Preferences.from_names(
            "Alex", [HOME], {"home": {"city": 8, "village": 3}}, never={"home": ["hut"]}
        ),
        lambda: Preferences.from_names(
            "Alex", [HOME], {"home": {"city": 8, "village": 3}}, only_if=[({"home": "city"}, 2)]
        ),
    ],
)
def test_it_refuses_answers_that_do_not_fit(make):
    with pytest.raises(BadDealError):
        make()


def test_it_reads_answers_by_name():
    person = Preferences.from_names(
        "Alex",
        [HOME, CAR],
        {"home": {"village": 3, "city": 8}, "car": {"none": 0, "one": 9}},
        weights={"home": 7},
        never={"car": ["one"]},
        reservation_value=4,
        only_if=[({"car": "none", "home": "village"}, -5)],
    )
    assert person == Preferences(
        "Alex", (7, 1), ((8, 3), (0, 9)), frozenset({(1, 1)}), 4, (OnlyIf((0, 1), (1, 0), -5),)
    )
    assert person.utility((1, 0)) == 7 * 3 + 0 - 5


def test_it_tells_an_agreement_from_what_is_none():
    closed = Preferences("Alex", (7, 2), ((8, 3), (0, 9)), frozenset({(1, 1)}), reservation_value=56)
    deal = Deal((HOME, CAR), (closed, SAM))
    assert [deal.is_agreement(outcome) for outcome in ((0, 0), (0, 1), (1, 0))] == [True, False, False]
    assert deal.list_open_options() == ((0, 1), (0,))
    assert deal.count_nevers() == (1, 0)
    assert deal.describe((0, 1)) == {"home": "city", "car": "one"}


def test_it_knows_who_takes_part():
    deal = Deal((HOME, CAR), (ALEX, SAM))
    assert deal.find_side("Sam") is Side.SECOND
    with pytest.raises(BadDealError, match="nobody here is named 'Noa'"):
        deal.find_side("Noa")
