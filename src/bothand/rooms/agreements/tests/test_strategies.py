"""The ways of bending a result that METHODS measured, replayed against the room's rules: what each side then reaches.

400 deals of five questions with four ways, today the second way of each. A share is 0 at a person's worst package and 1 at
their best, by their true answers.
"""

import random
from datetime import date

import msgspec
import numpy as np
import pytest

from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.agreements.matters.records import Matter, Option, Question
from bothand.rooms.agreements.packages.records import Found
from bothand.rooms.agreements.packages.rules import combine_answers
from bothand.rooms.agreements.ratings.forms import RateForm
from bothand.rooms.agreements.ratings.records import RATINGS, WEIGHTS, Answers

QUESTIONS, WAYS, NOW = 5, 4, (1, 1, 1, 1, 1)


def honest(dice) -> Answers:
    return Answers(
        now=NOW,
        weights=tuple(dice.choice(WEIGHTS) for _ in range(QUESTIONS)),
        ratings=tuple(tuple(dice.choice(RATINGS) for _ in range(WAYS)) for _ in range(QUESTIONS)),
        never=(-1,) * QUESTIONS,
        secret=bytes(32),
    )


def couples():
    for seed in range(400):
        dice = random.Random(seed)
        yield honest(dice), honest(dice)


def share(answers, package):
    rows = [
        [weight * one for one in row] for weight, row in zip(answers.weights, answers.ratings, strict=True)
    ]
    low, high = sum(map(min, rows)), sum(map(max, rows))
    got = sum(row[place] for row, place in zip(rows, package, strict=True))
    return (got - low) / (high - low)


def outcome(first, second):
    return decode_payload(combine_answers(encode_payload(first), encode_payload(second)), Found)


def reached(bend):
    """What both reach on average by their true answers; without common ground it stays as it is today."""
    found = []
    for one, two in couples():
        package = outcome(bend(one), two).package or NOW
        found.append((share(one, package), share(two, package)))
    return np.mean(found, axis=0)


def the_worst_never(one):
    return msgspec.structs.replace(one, never=tuple(row.index(min(row)) for row in one.ratings))


def only_the_best(one):
    """The nearest that coarse steps have to ruling out all but one's best, with a never on top."""
    ratings = tuple(
        tuple(4 if place == row.index(max(row)) else 0 for place in range(WAYS)) for row in one.ratings
    )
    return the_worst_never(msgspec.structs.replace(one, ratings=ratings))


def all_matters(one):
    return msgspec.structs.replace(one, weights=(max(WEIGHTS),) * QUESTIONS)


def test_honest_both_reach_more_than_four_fifths():
    assert reached(lambda one: one) == pytest.approx([0.86, 0.86], abs=0.03)


def test_a_never_in_each_question_wins_little():
    one, other = reached(the_worst_never)
    assert one < 0.91
    assert other > 0.80


def test_calling_all_but_the_best_bad_wins_far_less_than_ruling_it_out_would():
    """Where a side could rule out all but its best it had 1.00 against .51; with no agreement of its own, .98 against .68."""
    one, other = reached(only_the_best)
    assert one < 0.94
    assert other > 0.70


def test_saying_that_all_matters_most_wins_nothing():
    one, other = reached(all_matters)
    assert one <= 0.87
    assert other > 0.84


def test_more_than_one_never_a_question_cannot_be_said():
    matter = Matter(
        day=date(2026, 11, 24),
        title="x",
        questions=(Question(name="q", options=tuple(Option(text=str(way), by=b"") for way in range(3))),),
    )
    data = {"weight0": "2", "rating0_0": "1", "rating0_1": "1", "rating0_2": "4", "never0": ["0", "1"]}
    form = RateForm(data, matter=matter)
    assert not form.is_valid() or len(form.read_nevers()) == 1
    one, two = next(couples())
    beyond = msgspec.msgpack.encode(
        msgspec.to_builtins(one) | {"never": ((0, 1),) * QUESTIONS, "secret": bytes(32)}
    )
    assert decode_payload(combine_answers(beyond, encode_payload(two)), Found).state == "void"


def test_a_worth_of_no_agreement_cannot_be_claimed():
    one, two = next(couples())
    claimed = msgspec.msgpack.encode(
        msgspec.msgpack.decode(encode_payload(one)) | {"no_agreement": 999, "noagreement": 999}
    )
    assert (
        decode_payload(combine_answers(claimed, encode_payload(two)), Found).package
        == outcome(one, two).package
    )


def test_another_today_than_the_one_both_marked_is_void():
    one, two = next(couples())
    assert outcome(msgspec.structs.replace(one, now=(0,) * QUESTIONS), two).state == "void"


def test_steps_finer_than_the_words_are_void():
    one, two = next(couples())
    finer = msgspec.structs.replace(one, ratings=((9, 0, 0, 0), *one.ratings[1:]))
    assert outcome(finer, two).state == "void"
    assert outcome(msgspec.structs.replace(one, weights=(40, 1, 1, 1, 1)), two).state == "void"


def test_it_is_said_when_one_side_closed_most_ways_and_not_otherwise():
    two_ways = Answers(now=(0, 0), weights=(1, 1), ratings=((0, 4), (0, 4)), never=(-1, -1), secret=bytes(32))
    closing = msgspec.structs.replace(two_ways, ratings=((4, 0), (4, 0)), never=(1, 1))
    assert outcome(closing, two_ways).little
    assert outcome(two_ways, closing).little
    assert not outcome(two_ways, two_ways).little
    one, two = next(couples())
    assert not outcome(the_worst_never(one), two).little
