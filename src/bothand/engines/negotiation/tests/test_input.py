"""What is handed in is looked at: a wrong type, no number, an unknown name is refused, and it is said where."""

import numpy as np
import pytest

from bothand.engines.negotiation import (
    BadDealError,
    Deal,
    Issue,
    OnlyIf,
    Preferences,
    Side,
    disclosure,
    explain,
    find_reopenings,
    negotiate,
    sensitivity,
)

HOME, CAR = Issue("home", ("city", "village")), Issue("car", ("none", "one"))
ALEX, SAM = Preferences("Alex", (7, 2), ((8, 3), (0, 9))), Preferences("Sam", (5, 4), ((2, 9), (7, 1)))
DEAL = Deal((HOME, CAR), (ALEX, SAM))
RATINGS = {"home": {"city": 8, "village": 3}, "car": {"none": 0, "one": 9}}


def named(**changed):
    return Preferences.from_names("Alex", [HOME, CAR], **({"ratings": RATINGS} | changed))


def test_integers_of_numpy_are_integers():
    weights, ratings = np.array([7, 2]), np.array([[8, 3], [0, 9]])
    person = Preferences(
        "Alex",
        tuple(weights),
        tuple(map(tuple, ratings)),
        frozenset({(np.int64(1), np.int64(0))}),
        np.int64(4),
    )
    assert person == Preferences("Alex", (7, 2), ((8, 3), (0, 9)), frozenset({(1, 0)}), 4)
    assert {type(number) for number in (*person.weights, *person.ratings[0], person.reservation_value)} == {
        int
    }
    assert negotiate(Deal((HOME, CAR), (Preferences("Alex", weights, ratings), SAM))) == negotiate(DEAL)
    assert OnlyIf((np.int64(0), 0), (1, 0), np.int64(3)) == OnlyIf((0, 0), (1, 0), 3)


@pytest.mark.parametrize("number", [1.5, None, "8", float("nan"), float("inf"), True, np.float64(8)])
@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda number: Preferences("Alex", (7, number), ((8, 3), (0, 9))), r"Alex: weights\[1\] is"),
        (lambda number: Preferences("Alex", (7, 2), ((8, 3), (0, number))), r"Alex: ratings\[1\]\[1\] is"),
        (
            lambda number: Preferences("Alex", (7, 2), ((8, 3), (0, 9)), reservation_value=number),
            "Alex: reservation_value is",
        ),
        (
            lambda number: Preferences("Alex", (7, 2), ((8, 3), (0, 9)), frozenset({(0, number)})),
            "Alex: never holds",
        ),
        (lambda number: OnlyIf((0, 0), (1, 0), number), "the bonus of a pair is"),
        (lambda number: OnlyIf((0, number), (1, 0), 3), "a bonus is for"),
        (
            lambda number: named(ratings=RATINGS | {"car": {"none": 0, "one": number}}),
            r"Alex: ratings\[1\]\[1\] is",
        ),
        (lambda number: named(weights={"car": number}), r"Alex: weights\[1\] is"),
        (lambda number: sensitivity(DEAL, Side.FIRST, within=number), "within is"),
        (lambda number: sensitivity(DEAL, Side.FIRST, ratings=(0, number)), r"ratings\[1\] is"),
    ],
)
def test_what_is_no_whole_number_is_refused_and_named(make, where, number):
    with pytest.raises(BadDealError, match=where):
        make(number)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Issue("home", "city"), "home: options is 'city'"),
        (lambda: Issue("home", ("city", 5)), r"home: options\[1\] is 5"),
        (lambda: Issue(None, ("city",)), "the name of an issue is None"),
        (lambda: Issue("home", ("city", "hut", "city")), "home: an option stands twice: 'city'"),
        (lambda: Preferences(None, (1,), ((1,),)), "the name of a person is None"),
        (lambda: Preferences("Alex", "7", ((1,),)), "Alex: weights is '7'"),
        (lambda: Preferences("Alex", (7,), (5,)), r"Alex: ratings\[0\] is 5"),
        (lambda: Preferences("Alex", (7,), ((5,),), never=((0, 0, 0),)), r"Alex: never holds \(0, 0, 0\)"),
        (lambda: Preferences("Alex", (7,), ((5,),), never="00"), "Alex: never holds '0'"),
        (lambda: Preferences("Alex", (7,), ((5,),), only_if=((0, 0),)), r"Alex: only_if\[0\] is \(0, 0\)"),
        (lambda: Deal("home", (ALEX, SAM)), "the issues is 'home'"),
        (lambda: Deal((HOME, "car"), (ALEX, SAM)), r"the issues\[1\] is 'car'"),
        (lambda: Deal((HOME, CAR), (ALEX, "Sam")), r"the people\[1\] is 'Sam'"),
        (lambda: Deal((HOME, HOME), (ALEX, SAM)), "an issue stands twice: 'home'"),
        (
            lambda: named(ratings=RATINGS | {"car": {"none": 0, "one": 9, "two": 4}}),
            "no option 'two' of an issue 'car'",
        ),
        (lambda: named(ratings=RATINGS | {"boat": {"none": 0}}), "there is no issue 'boat'"),
        (lambda: named(weights={"boat": 2}), "there is no issue 'boat'"),
        (lambda: named(never={"car": ["one", "one"]}), "never names an option twice: 'one'"),
        (lambda: named(never={"car": "one"}), "the nevers of 'car' is 'one'"),
        (lambda: named(only_if=[({"car": "two", "home": "city"}, 2)]), "no option 'two' of an issue 'car'"),
        (lambda: negotiate("deal"), "the deal is 'deal'"),
        (lambda: find_reopenings("deal"), "the deal is 'deal'"),
        (lambda: sensitivity("deal", Side.FIRST), "the deal is 'deal'"),
        (lambda: disclosure("deal", Side.FIRST, []), "the deal is 'deal'"),
        (lambda: disclosure(DEAL, Side.FIRST, [], guess="lucky"), "guess is 'lucky'"),
        (lambda: DEAL.is_agreement((0,)), "an outcome has one option for each of the 2 issues"),
        (lambda: DEAL.describe((0, -1)), "the outcome's option of 'car' is -1"),
        (lambda: DEAL.describe((0, 2)), "the outcome's option of 'car' is 2"),
        (lambda: DEAL.describe((0, 0.0)), "the outcome's option of 'car' is 0.0"),
        (lambda: explain((HOME, CAR), ALEX, (2, 0)), "the outcome's option of 'home' is 2"),
        (lambda: disclosure(DEAL, Side.FIRST, [(0, 2)]), "the outcome's option of 'car' is 2"),
        (lambda: disclosure(DEAL, "Noa", [(0, 0)]), "guesser is 'Noa'"),
        (lambda: sensitivity(DEAL, Side.FIRST, within=-1), "within is -1"),
        (lambda: sensitivity(DEAL, Side.FIRST, weights=(0, 2, 2, 7)), "weights names a step twice: 2"),
    ],
)
def test_what_is_of_no_use_is_refused_and_named(make, words):
    with pytest.raises(BadDealError, match=words):
        make()
