"""What each answers alone, and what comes of two answers. Pure; it runs in memory, where both lie for a moment.

The rules that keep a result from being bent (docs/methods/negotiation.md) are in the shape of the answers: a side has
one place for a *never* per question, none for a worth of no agreement (that is today, which both marked), and steps as
coarse as words.

It needs numpy, so views import it where they use it and never at the start.
"""

import hashlib
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from bothand.engines.negotiation import (
    Deal,
    Issue,
    OnlyIf,
    Preferences,
    Result,
    Side,
    TooLargeError,
    disclosure,
    explain,
    find_reopenings,
    negotiate,
    sensitivity,
)
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.agreements.packages.records import Found, MorePackages, OwnPart, Turn, ViewWish
from bothand.rooms.agreements.ratings.records import RATINGS, WEIGHTS, Answers
from bothand.rooms.agreements.ratings.rules import is_whole
from bothand.vault.meeting_place import seal_part

STEPS_TRIED: Final = 2
MOST_TURNS: Final = 4
MOST_SHOWN: Final = 40
NOBODY: Final = ("one", "two")
"""The engine wants names; these are nobody's."""


def build_side(name: str, answers: Answers) -> Preferences:
    """Answers as the engine takes them: what no agreement is worth is today, by one's own answers."""
    closed = {(number, option) for number, option in enumerate(answers.never) if option >= 0}
    together = tuple(OnlyIf(*one) for one in answers.only_if)
    bare = Preferences(name, answers.weights, answers.ratings, only_if=together)
    return Preferences(
        name,
        answers.weights,
        answers.ratings,
        frozenset(closed | set(answers.lines)),
        bare.utility(answers.now),
        together,
    )


def build_issues(answers: Answers) -> tuple[Issue, ...]:
    """The questions by number, as the engine takes them."""
    return tuple(
        Issue(str(number), tuple(map(str, range(len(row))))) for number, row in enumerate(answers.ratings)
    )


def build_deal(first: Answers, second: Answers) -> Deal | None:
    """Both answers as one deal, or None where they are not about the same."""
    shape = [len(row) for row in first.ratings] == [len(row) for row in second.ratings]
    if not (shape and first.now == second.now and is_whole(first) and is_whole(second)):
        return None
    return Deal(build_issues(first), (build_side(NOBODY[0], first), build_side(NOBODY[1], second)))


def combine_answers(first: bytes, second: bytes) -> bytes:
    """What comes of two payloads of `Answers`. Never raises: what cannot be read is void, and both answer anew."""
    try:
        both = decode_payload(first, Answers), decode_payload(second, Answers)
        deal = build_deal(*both)
        found = Found(state="void") if deal is None else _find_outcome(deal, both, (first, second))
    except (msgspec.MsgspecError, TooLargeError):
        found = Found(state="void")
    return encode_payload(found)


def closes_most(deal: Deal, who: int, today: tuple[int, ...]) -> bool:
    """Whether one of the two closed more than half of all options, or more than half of those that differ from today.

    Today's option is always there to fall back on: who closes all others has left nothing to choose.
    """
    closed, sizes = deal.preferences[who].never, deal.sizes
    others = {(number, option) for number, size in enumerate(sizes) for option in range(size)} - set(
        enumerate(today)
    )
    return 2 * len(closed) > sum(sizes) or 2 * len(closed & others) > len(others)


def _find_outcome(deal: Deal, both: tuple[Answers, Answers], payloads: tuple[bytes, bytes]) -> Found:
    result = negotiate(deal)
    made_of = tuple(hashlib.sha256(one).digest() for one in payloads)
    little = any(closes_most(deal, who, both[0].now) for who in (0, 1))
    if result.leximin is None:
        return Found(state="none", little=little, again=find_reopenings(deal).sets, made_of=made_of)
    return Found(
        state="found",
        package=result.leximin.outcome,
        packages=len(result.frontier),
        little=little,
        order=tuple(_count_order(result, reader) for reader in Side),
        own=tuple(
            seal_part(answers.secret, encode_payload(_find_own_part(deal, reader)))
            for reader, answers in zip(Side, both, strict=True)
        ),
        made_of=made_of,
    )


def _find_own_part(deal: Deal, reader: Side) -> OwnPart:
    # The page has no words for other kinds: a never is a line, and no agreement is today.
    told = sensitivity(
        deal, reader, within=STEPS_TRIED, ratings=RATINGS, weights=WEIGHTS, kinds=("rating", "weight")
    )
    turns = tuple(
        Turn(
            question=turn.issue,
            option=-1 if turn.option is None else turn.option,
            now=turn.now,
            then=turn.then,
        )
        for turn in told.turns[:MOST_TURNS]
        if turn.issue is not None
    )
    return OwnPart(steps=told.steps or 0, turns=turns)


def _count_order(result: Result, reader: Side) -> tuple[int, int, int]:
    """For each view: of ten pairs of options, how many this reader could put in the other's order."""
    views = (choose_packages(result, "one"), choose_packages(result, "three"), choose_packages(result, "all"))
    one, three, every = (
        round(10 * disclosure(result.deal, reader, view.packages, whole=view.whole).share) for view in views
    )
    return one, max(one, three), max(one, three, every)


def choose_packages(result: Result, want: Literal["one", "three", "all"]) -> MorePackages:
    """The packages of a view. Three: the fair one, and the ones halfway from it to each one's own best."""
    if result.leximin is None:
        return MorePackages()
    last = len(result.frontier) - 1
    best = result.frontier.index(result.leximin)
    if want == "one":
        places: Sequence[int] = (best,)
    elif want == "three":
        places = sorted({best // 2, best, (best + last + 1) // 2})
    elif last < MOST_SHOWN:
        places = range(last + 1)
    else:
        places = sorted({*(at * last // (MOST_SHOWN - 2) for at in range(MOST_SHOWN - 1)), best})
    # The first one's worth rises along the frontier: their way comes first when it is turned round.
    packages = tuple(result.frontier[place].outcome for place in reversed(places))
    return MorePackages(packages=packages, whole=len(packages) == last + 1)


def combine_wishes(first: bytes, second: bytes) -> bytes:
    """What comes of two payloads of `ViewWish`: all packages where both want all, else three. Never raises."""
    try:
        asked = [decode_payload(one, ViewWish) for one in (first, second)]
        same = asked[0].made_of == asked[1].made_of
        brought = tuple(hashlib.sha256(one.answers).digest() for one in asked)
        if not same or brought != asked[0].made_of:
            return encode_payload(MorePackages())
        deal = build_deal(
            decode_payload(asked[0].answers, Answers), decode_payload(asked[1].answers, Answers)
        )
        if deal is None:
            return encode_payload(MorePackages())
        want: Literal["three", "all"] = "all" if {one.want for one in asked} == {"all"} else "three"
        return encode_payload(choose_packages(negotiate(deal), want))
    except (msgspec.MsgspecError, TooLargeError):
        return encode_payload(MorePackages())


def find_gain(answers: Answers, package: tuple[int, ...]) -> tuple[int, int]:
    """What a package gives me over today, and the most any way would, both by my own answers alone."""
    mine = build_side(NOBODY[0], answers)
    if mine.only_if:
        told = explain(build_issues(answers), mine, package)
        most = (told.range or (0, told.utility))[1]
        return told.utility - mine.reservation_value, most - mine.reservation_value
    best = sum(
        weight * max(rating for option, rating in enumerate(row) if (number, option) not in mine.never)
        for number, (weight, row) in enumerate(zip(answers.weights, answers.ratings, strict=True))
        if any((number, option) not in mine.never for option in range(len(row)))
    )
    return mine.utility(package) - mine.reservation_value, best - mine.reservation_value
