"""Real people's answers to published questionnaires, one file a questionnaire: `NAME.csv.gz`, a row a person.

A column is `facet.number.direction`; answers are 1 to 5 and keyed upward already. The truth about a facet is the mean of
all its items. Nothing is fitted to a file, but where it is said that half of its people calibrate the items for the others.
"""

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.following import counted, means_of
from benchmarks.moving import LARGE, WITHIN, direction, first_of, plain_test
from benchmarks.worlds import JUMP_AFTER
from bothand.engines import measure as m

STOPS = (7, 24)


@dataclass(frozen=True)
class Sample:
    """`answers` (p, n) of real people to the items of a bank, in the bank's order, keyed upward."""

    name: str
    bank: m.Bank
    answers: np.ndarray

    @property
    def truth(self) -> np.ndarray:
        """The mean over all items of each facet: (p, f)."""
        return self.answers @ self._shares

    @property
    def _shares(self) -> np.ndarray:
        one = np.eye(len(self.bank.questionnaire.facets))[self.bank.facets]
        return one / one.sum(axis=0)


def load(path: Path) -> Sample:
    """One file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    facets = tuple(dict.fromkeys(name.split(".")[0] for name in head))
    # Answers are keyed upward already; the directions only make the rotation mix both.
    directions = {name: -1 if name.endswith(".down") else 1 for name in head}
    mixed = m.Bank.of(
        (m.Item(name, name.split(".")[0], directions[name]) for name in head), m.Questionnaire(facets)
    )
    bank = m.Bank.of((m.Item(one.id, one.facet, 1) for one in mixed.items), mixed.questionnaire)
    answers = np.array(rows, dtype=int)[:, [head.index(one.id) for one in bank.items]]
    return Sample(path.name.removesuffix(".csv.gz"), bank, answers)


def load_all(folder: Path) -> list[Sample]:
    """Every file of a folder. Raises FileNotFoundError when there is none."""
    found = [load(path) for path in sorted(folder.glob("*.csv.gz"))]
    if not found:
        raise FileNotFoundError(f"{folder} holds no .csv.gz file")
    return found


def turns(sample: Sample, rng: np.random.Generator, count: int, *, sharp: bool = False) -> list[int]:
    """The first items of a rotation: facets in turn, each item once, in random order or the sharpest first."""
    facets = rng.permutation(len(sample.bank.questionnaire.facets))
    queues = {facet: list(rng.permutation(np.flatnonzero(sample.bank.facets == facet))) for facet in facets}
    if sharp:
        # The bank has them so; they are taken from the end.
        queues = {facet: sorted(queue, reverse=True) for facet, queue in queues.items()}
    order: list[int] = []
    while len(order) < count and any(queues.values()):
        order += [int(queues[facet].pop()) for facet in facets if queues[facet]]
    return order[:count]


@dataclass(frozen=True)
class Judged:
    """At 7 and at 24 answers (p, f): squared errors, whether the interval holds, and squared errors of three means."""

    squared: dict[int, np.ndarray]
    inside: dict[int, np.ndarray]
    of_means: dict[int, np.ndarray]


def judge(job: tuple[Sample, int, int, m.Assumptions, bool]) -> Judged:
    """`count` people of a sample from person `first` on, asked 24 questions in rotation, `sharp` ones first or any."""
    sample, first, count, assumptions, sharp = job
    rng, truth, bank = np.random.default_rng([first, 31]), sample.truth, sample.bank
    squared, inside = ({stop: [] for stop in STOPS} for _ in range(2))
    of_means = {stop: [] for stop in STOPS}
    items = np.bincount(bank.facets)
    for person in range(first, first + count):
        state, counts, sums = m.start(), np.zeros(len(items)), np.zeros(len(items))
        for number, at in enumerate(turns(sample, rng, max(STOPS), sharp=sharp), 1):
            given = int(sample.answers[person, at])
            state = m.answer(state, bank, 0, bank.items[at].id, given)
            counts[bank.facets[at]] += 1
            sums[bank.facets[at]] += given
            if number in STOPS:
                now = [one.answer for one in m.standing(state, bank, assumptions=assumptions).facets]
                true = truth[person]
                squared[number].append((np.array([one.value for one in now]) - true) ** 2)
                inside[number].append(
                    [one.low <= told <= one.high for one, told in zip(now, true, strict=True)]
                )
                of_means[number].append((counted(means_of(counts, sums), items, sums, counts) - true) ** 2)
    return Judged(
        {stop: np.array(squared[stop]) for stop in STOPS},
        {stop: np.array(inside[stop]) for stop in STOPS},
        {stop: np.array(of_means[stop]).swapaxes(0, 1) for stop in STOPS},
    )


def calibrated(sample: Sample, people: slice) -> tuple[Sample, m.Assumptions]:
    """The sample with items' numbers that some of its people gave."""
    ids = [one.id for one in sample.bank.items]
    found = m.calibrate(sample.bank, ids, sample.answers[people])
    # Calibrated items may come in another order.
    order = [ids.index(one.id) for one in found.bank.items]
    return Sample(sample.name, found.bank, sample.answers[:, order]), found.assumptions


@dataclass(frozen=True)
class Swapped:
    """People (p,) who after nine visits answer as somebody else does: the change in SDs, what was `said`, and by a `plain`
    test; whether the change lay `inside`; and whether the same people unswapped were told a change (`told`).
    """

    moved: np.ndarray
    said: np.ndarray
    plain: np.ndarray
    inside: np.ndarray
    told: np.ndarray


def swap(job: tuple[Sample, int, int]) -> Swapped:
    """`count` people from person `first` on, five of seven questions a week on one facet from the ninth visit on, after which
    the anchor is laid and somebody else answers.
    """
    sample, first, count = job
    truth = sample.truth
    spread = truth.std(axis=0)
    rows = []
    for person in range(first, first + count):
        facet = person % len(spread)
        other = first + (person - first + 1) % count
        said, plain, inside = _looks(sample, person, other, facet, truth)
        same, _, _ = _looks(sample, person, person, facet, truth)
        moved = (truth[other, facet] - truth[person, facet]) / spread[facet]
        rows.append((moved, first_of(said), first_of(plain), inside, first_of(same) != 0))
    return Swapped(*np.array(rows, dtype=float).T)


def _looks(
    sample: Sample, person: int, other: int, facet: int, truth: np.ndarray
) -> tuple[list[int], list[int], bool]:
    """What is said, and by the plain test, at each of eight looks; whether the last interval holds the change."""
    bank, state = sample.bank, m.start()
    focus = m.Focus(bank.questionnaire.facets[facet], 5)
    before, since, said, plain, inside = [], [], [], [], False
    for visit in range(JUMP_AFTER + 1 + WITHIN):
        later = visit > JUMP_AFTER
        for item in m.choose(
            state, bank, visit * 7, 7 if visit else 24, focus if visit >= JUMP_AFTER else None
        ):
            at = bank.index(item)
            given = int(sample.answers[other if later else person, at])
            state = m.answer(state, bank, visit * 7, item, given)
            if bank.facets[at] == facet:
                (since if later else before).append(given)
        if visit == JUMP_AFTER:
            state = m.anchored(state, visit * 7, "plan")
        if later:
            change = m.changes(state, bank, "plan").facets[facet]
            said.append(direction(change))
            plain.append(plain_test(before, since))
            inside = change.low <= truth[other, facet] - truth[person, facet] <= change.high
    return said, plain, inside


def large(swapped: Swapped) -> np.ndarray:
    """Who moved by more than .8 SD."""
    return np.abs(swapped.moved) > LARGE
