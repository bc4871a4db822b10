"""Two options that count more, or less, when they come together: sealed like all answers, and reckoned exactly."""

import itertools
import random
import re

import msgspec
import pytest

from bothand.accounts import meeting_place
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.agreements.packages.records import Found
from bothand.rooms.agreements.packages.rules import combine_answers, find_gain
from bothand.rooms.agreements.ratings.records import RATINGS, TOGETHER, WEIGHTS, Answers
from bothand.rooms.agreements.tests.walks import begun, rate
from bothand.vault import table
from bothand.vault.meeting_place import OwnCopy, Result

MINE, THEIRS = [[0, 3, 4], [2, 3]], [[3, 2, 0], [0, 4]]
SIZES, NOW = (3, 2, 3), (0, 0, 0)


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def drawn(dice):
    """Somebody's answers by chance, with one or two pairs that count together."""
    choices = [(number, place) for number, size in enumerate(SIZES) for place in range(size)]
    allowed = [
        (one, other)
        for one, other in itertools.combinations(choices, 2)
        if one[0] != other[0] and not (one[1] == 0 == other[1])
    ]
    pairs = dice.sample(allowed, dice.choice((1, 2)))
    return Answers(
        now=NOW,
        weights=tuple(dice.choice(WEIGHTS) for _ in SIZES),
        ratings=tuple(tuple(dice.choice(RATINGS) for _ in range(size)) for size in SIZES),
        never=tuple(dice.choice((-1, -1, 1)) for _ in SIZES),
        secret=bytes(32),
        only_if=tuple((*pair, dice.choice(TOGETHER)) for pair in pairs),
    )


def worth(answers, package):
    total = sum(
        weight * row[place]
        for weight, row, place in zip(answers.weights, answers.ratings, package, strict=True)
    )
    for one, other, step in answers.only_if:
        total += step * (package[one[0]] == one[1] and package[other[0]] == other[1])
    return total


def best(first, second):
    """The share of the worse off and then of the other, by trying every package; None without common ground."""
    open_to_both = [
        package
        for package in itertools.product(*map(range, SIZES))
        if all(
            place != each.never[number] for each in (first, second) for number, place in enumerate(package)
        )
        and all(worth(each, package) >= worth(each, NOW) for each in (first, second))
    ]
    gains = [tuple(worth(each, one) - worth(each, NOW) for each in (first, second)) for one in open_to_both]
    if not gains:
        return None
    most = [max(pair[who] for pair in gains) for who in (0, 1)]
    return max(tuple(sorted(pair[who] / most[who] if most[who] else 1.0 for who in (0, 1))) for pair in gains)


def test_what_comes_out_is_what_trying_every_package_finds():
    for seed in range(300):
        dice = random.Random(seed)
        first, second = drawn(dice), drawn(dice)
        found = decode_payload(combine_answers(encode_payload(first), encode_payload(second)), Found)
        wanted = best(first, second)
        assert (found.state == "found") == (wanted is not None), seed
        if wanted is None:
            continue
        # The most each can gain is taken over agreements, as the rule says.
        every = [
            package
            for package in itertools.product(*map(range, SIZES))
            if all(place != one.never[at] for one in (first, second) for at, place in enumerate(package))
            and all(worth(one, package) >= worth(one, NOW) for one in (first, second))
        ]
        most = [max(worth(one, each) - worth(one, NOW) for each in every) for one in (first, second)]
        got = [worth(one, found.package) - worth(one, NOW) for one in (first, second)]
        shares = sorted(g / m if m else 1.0 for g, m in zip(got, most, strict=True))
        assert tuple(shares) == pytest.approx(wanted), seed


def test_my_gain_is_reckoned_with_them():
    for seed in range(100):
        one = drawn(random.Random(seed))
        packages = [
            package
            for package in itertools.product(*map(range, SIZES))
            if all(place != one.never[at] for at, place in enumerate(package))
        ]
        most = max(worth(one, package) for package in packages)
        for package in packages[:4]:
            assert find_gain(one, package) == (
                worth(one, package) - worth(one, NOW),
                most - worth(one, NOW),
            ), seed


@pytest.mark.parametrize(
    "only_if",
    [
        (((0, 1), (0, 2), 4),),
        (((1, 1), (0, 1), 4),),
        (((0, 0), (1, 0), 8),),
        (((0, 1), (1, 1), 5),),
        (((0, 1), (1, 1), 800),),
        (((0, 1), (1, 2), 4),),
        (((0, 1), (9, 0), 4),),
        (((0, -1), (1, 0), 4),),
        (((0, 1), (1, 1), 4), ((0, 1), (1, 1), 8)),
        (((0, 1), (1, 1), 4), ((0, 2), (1, 1), 4), ((0, 1), (2, 1), 4)),
    ],
)
def test_a_payload_that_no_form_would_send_is_void(only_if):
    one = msgspec.structs.replace(drawn(random.Random(1)), never=(-1, -1, -1))
    odd = msgspec.structs.replace(one, only_if=only_if)
    assert decode_payload(combine_answers(encode_payload(one), encode_payload(one)), Found).state != "void"
    assert decode_payload(combine_answers(encode_payload(odd), encode_payload(one)), Found).state == "void"


def test_answers_laid_down_before_there_were_pairs_still_read():
    old = msgspec.to_builtins(drawn(random.Random(1)), builtin_types=(bytes,))
    del old["only_if"]
    assert decode_payload(msgspec.msgpack.encode(old), Answers).only_if == ()


def test_it_is_kept_and_comes_back_into_the_form(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    assert rate(matter, matter.noa, MINE, together=[("1-1", "0-2", "-8")]).status_code == 302
    (copy,) = noa.mine.query(OwnCopy).items
    assert decode_payload(copy.record.payload, Answers).only_if == (((0, 2), (1, 1), -8),)
    page = matter.noa.get(matter.path("rate")).content.decode()
    assert page.count(" selected") == 4
    assert re.search(r'name="step0" value="-8"[^>]* checked', page)


@pytest.mark.parametrize(
    "together",
    [
        [("0-1", "", "4")],
        [("0-1", "1-1", "")],
        [("", "", "4")],
        [("0-1", "0-2", "4")],
        [("0-0", "1-0", "8")],
        [("0-1", "1-1", "5")],
        [("0-1", "1-9", "4")],
        [("x", "1-1", "4")],
        [("0-1", "1-1", "4"), ("1-1", "0-1", "8")],
    ],
)
def test_bad_input_comes_back_and_nothing_is_kept(together, couple):
    noa, sam = couple
    matter = begun(noa, sam)
    answer = rate(matter, matter.noa, MINE, together=together)
    assert answer.status_code == 422
    assert not noa.mine.query(OwnCopy).items
    assert re.search(r'name="rating0_1" value="3"[^>]* checked', answer.content.decode())


def bare(matter, client):
    """Every page about a matter, without what differs each time."""
    return [
        re.sub(rb"[0-9a-zA-Z]{32,}", b"", client.get(matter.path(name)).content)
        for name in ("matter", "words", "options", "now", "rate", "found")
    ]


def test_nothing_of_it_shows_to_the_other_before_or_after(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    before, rows = bare(matter, sam.client), table.all_rows(sam.ours.id)
    rate(matter, matter.noa, MINE, together=[("0-2", "1-1", "8")])
    assert bare(matter, sam.client) == before
    assert table.all_rows(sam.ours.id) == rows
    rate(matter, matter.sam, THEIRS)
    assert "worth more to you." not in matter.sam.get(matter.path("found")).content.decode()
    (result,) = sam.ours.query(Result).items
    assert decode_payload(result.record.body, Found).state == "found"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("8", "worth more to you."),
        ("-4", "worth less to you."),
    ],
)
def test_it_is_told_to_who_said_it(step, said, couple):
    noa, sam = couple
    matter = begun(noa, sam)
    rate(matter, matter.noa, [[0, 0, 4], [0, 4]], together=[("0-2", "1-1", step)])
    rate(matter, matter.sam, [[0, 0, 4], [0, 4]])
    assert f"which makes both {said}" in matter.noa.get(matter.path("found")).content.decode()


def test_one_question_alone_has_nothing_to_come_together(couple):
    noa, sam = couple
    matter = begun(noa, sam, questions={"When?": ("at six", "at seven")})
    assert (
        "Some options are worth more, or less, together"
        not in matter.noa.get(matter.path("rate")).content.decode()
    )
