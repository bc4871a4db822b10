"""What a deal refuses, and what it counts."""

import pytest

from bothand.engines.negotiation import BadDealError, Deal, Issue, OnlyIf, Side

HOME = Issue("home", ("city", "village"))
CAR = Issue("car", ("none", "one"))
ALEX = Side("Alex", (7, 2), ((8, 3), (0, 9)))
SAM = Side("Sam", (5, 4), ((2, 9), (7, 1)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Issue("home", ()),
        lambda: Issue("home", ("city", "city")),
        lambda: Side("Alex", (1,), ((8, 3), (0, 9))),
        lambda: Side("Alex", (1.5, 1), ((8, 3), (0, 9))),
        lambda: Side("Alex", (True, 1), ((8, 3), (0, 9))),
        lambda: Side("Alex", (1, 1), ((8, 3), (0, "9"))),
        lambda: Side("Alex", (1, 1), ((8, 3), (0, 9)), no_agreement=0.5),
        lambda: Deal((), (ALEX, SAM)),
        lambda: Deal((HOME, HOME), (ALEX, SAM)),
        lambda: Deal((HOME, CAR), (ALEX, ALEX)),
        lambda: Deal((HOME, CAR), (ALEX,)),
        lambda: Deal((HOME,), (ALEX, SAM)),
        lambda: Deal((HOME, Issue("car", ("none", "one", "two"))), (ALEX, SAM)),
        lambda: Deal((HOME, CAR), (ALEX, Side("Sam", (5, 4), ((2, 9), (7, 1)), frozenset({(0, 2)})))),
        lambda: Deal((HOME, CAR), (ALEX, Side("Sam", (5, 4), ((2, 9), (7, 1)), frozenset({(-1, 0)})))),
        lambda: Deal(
            (HOME, CAR), (ALEX, Side("Sam", (5, 4), ((2, 9), (7, 1)), only_if=(OnlyIf((0, 0), (0, 1), 3),)))
        ),
        lambda: Side.from_names("Alex", [HOME], {"home": {"city": 8}}),
        lambda: Side.from_names("Alex", [HOME], {"hut": {"city": 8, "village": 3}}),
        lambda: Side.from_names("Alex", [HOME], {"home": {"city": 8, "village": 3}}, never={"home": ["hut"]}),
        lambda: Side.from_names(
            "Alex", [HOME], {"home": {"city": 8, "village": 3}}, only_if=[({"home": "city"}, 2)]
        ),
    ],
)
def test_it_refuses_answers_that_do_not_fit(make):
    with pytest.raises(BadDealError):
        make()


def test_it_reads_answers_by_name():
    side = Side.from_names(
        "Alex",
        [HOME, CAR],
        {"home": {"village": 3, "city": 8}, "car": {"none": 0, "one": 9}},
        weights={"home": 7},
        never={"car": ["one"]},
        no_agreement=4,
        only_if=[({"car": "none", "home": "village"}, -5)],
    )
    assert side == Side(
        "Alex", (7, 1), ((8, 3), (0, 9)), frozenset({(1, 1)}), 4, (OnlyIf((0, 1), (1, 0), -5),)
    )
    assert side.worth((1, 0)) == 7 * 3 + 0 - 5


def test_it_tells_an_agreement_from_what_is_none():
    closed = Side("Alex", (7, 2), ((8, 3), (0, 9)), frozenset({(1, 1)}), no_agreement=56)
    deal = Deal((HOME, CAR), (closed, SAM))
    assert [deal.allows(outcome) for outcome in ((0, 0), (0, 1), (1, 0))] == [True, False, False]
    assert deal.open_options() == ((0, 1), (0,))
    assert deal.closed_by() == (1, 0)
    assert deal.describe((0, 1)) == {"home": "city", "car": "one"}


def test_it_knows_who_takes_part():
    deal = Deal((HOME, CAR), (ALEX, SAM))
    assert deal.side("Sam") is SAM
    with pytest.raises(BadDealError, match="nobody here is named 'Noa'"):
        deal.side("Noa")
