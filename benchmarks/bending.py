"""Ways in which one person can bend a negotiation by what they answer."""

from collections.abc import Callable
from dataclasses import replace

from bothand.engines.negotiation import Deal, Preferences, negotiate

Way = Callable[[Deal], Deal]


def _worths(person: Preferences) -> list[list[int]]:
    return [
        [weight * rating for rating in row]
        for weight, row in zip(person.weights, person.ratings, strict=True)
    ]


def _first_answers(deal: Deal, **changed: object) -> Deal:
    return replace(deal, preferences=(replace(deal.preferences[0], **changed), deal.preferences[1]))


def all_but_the_best(deal: Deal) -> Deal:
    """Every option but one's best of each issue is marked never."""
    never = [
        (issue, option)
        for issue, row in enumerate(deal.preferences[0].ratings)
        for option in range(len(row))
        if option != row.index(max(row))
    ]
    return _first_answers(deal, never=frozenset(never))


def one_never_an_issue(deal: Deal) -> Deal:
    """One's worst option of each issue is marked never: the most that the room allows."""
    never = [(issue, row.index(min(row))) for issue, row in enumerate(deal.preferences[0].ratings)]
    return _first_answers(deal, never=frozenset(never))


def inflated_no_agreement(deal: Deal) -> Deal:
    """No agreement is said to be worth 85 % of one's best."""
    return _first_answers(deal, reservation_value=sum(map(max, _worths(deal.preferences[0]))) * 85 // 100)


def today_for_both(deal: Deal) -> Deal:
    """The room's rule: no agreement is the state of today, agreed by both; here the middle option of each issue."""
    today = tuple(len(issue.options) // 2 for issue in deal.issues)
    one, other = (replace(person, reservation_value=person.utility(today)) for person in deal.preferences)
    return replace(deal, preferences=(one, other))


WAYS: dict[str, Way] = {
    "nothing: both honest": lambda deal: deal,
    "all but the best options never": all_but_the_best,
    "no agreement claimed at 85 % of the best": inflated_no_agreement,
    "the room's limit: the worst option of each issue never": one_never_an_issue,
    "the room's rule: today is no agreement, both honest": today_for_both,
    "both of these: today, and the worst option of each never": lambda deal: one_never_an_issue(
        today_for_both(deal)
    ),
}


def shares(deal: Deal, way: Way) -> tuple[float, float] | None:
    """What both reach by their true answers, 0 the worst outcome and 1 the best; None without an agreement."""
    found = negotiate(way(deal)).leximin
    if found is None:
        return None
    one, other = (
        (person.utility(found.outcome) - sum(map(min, _worths(person))))
        / (sum(map(max, _worths(person))) - sum(map(min, _worths(person))))
        for person in deal.preferences
    )
    return one, other
