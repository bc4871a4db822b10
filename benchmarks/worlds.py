"""Invented people whose true answers are known, so that an engine's claims can be held against them.

Answers come from the graded response model (Samejima 1969), which is not the engine's own. Everything is drawn for all
people of a seed at once, and every answer to every item at every visit is drawn before any policy asks: all policies are
compared on the same people giving the same answers.
"""

from dataclasses import dataclass, replace

import numpy as np

from bothand.engines.measure import FACET_NAMES, Bank, Item
from bothand.relationship import AXES

ITEMS_A_FACET = 12
"""As many as the app's weekly bank has for most facets."""
BLOCK = {"togetherness": (0.4, 0.6), "selfhood": (0.3, 0.45)}
ACROSS = (0.1, 0.3)
JUMP_AFTER = 8
"""In the jump world, the visit after which some of everybody's levels are those of somebody else."""
JUMPING = (0, 3, 6)
"""Which facets jump: these, counted from the one that the person works on."""


@dataclass(frozen=True)
class World:
    """How people and items are. Variances and levels in standard deviations of a facet between people, about .75 answers.

    `items_differ`: true discriminations scatter by a factor of 1.3, locations by .35. `quirk_sd`: how far each person reads
    each item in their own way. `jump`: after visit 8 the levels of three
    facets are another person's (`jump_all`: of all ten); how items are read stays.
    """

    name: str
    items_differ: bool = False
    quirk_sd: float = 0.0
    irregular: bool = False
    state_share: float = 0.30
    state_kept: float = 0.87
    trait_drift: float = 0.003
    skipped: float = 0.0
    mean_shift: float = 0.0
    yes_saying: float = 0.0
    careless: float = 0.0
    jump: bool = False
    jump_all: bool = False


SLOW = World("", state_share=0.0, trait_drift=0.01)
"""Levels that wander slowly: a random walk with an SD of .5 in half a year, and no mood of the week."""
UNSURE = replace(SLOW, items_differ=True, quirk_sd=0.5)
STILL = replace(UNSURE, name="nobody changes", trait_drift=0.0)

WORLDS = (
    replace(SLOW, name="items alike"),
    replace(SLOW, name="items differ", items_differ=True),
    replace(SLOW, name="item quirks", quirk_sd=0.5),
    replace(UNSURE, name="items differ, quirks"),
    replace(UNSURE, name="irregular visits", irregular=True, skipped=0.1),
    World("weeks come and go, items alike"),
    World("weeks come and go", items_differ=True, quirk_sd=0.5),
    STILL,
    replace(STILL, name="jumps", jump=True),
)
"""Where not said otherwise, the last five have items that differ, and quirks."""
WOBBLING = WORLDS[6]
STRAINED = (
    replace(WOBBLING, name="everybody .7 SD higher than assumed", mean_shift=0.7),
    replace(WOBBLING, name="a habit of saying yes (SD .5)", yes_saying=0.5),
    replace(WOBBLING, name="one answer in ten at random", careless=0.1),
    replace(WOBBLING, name="weeks come and go faster", state_share=0.4, state_kept=0.8, trait_drift=0.006),
    replace(WOBBLING, name="quirks twice as large (SD 1)", quirk_sd=1.0),
    replace(STILL, name="jumps of all ten facets at once", jump_all=True),
)


@dataclass(frozen=True)
class Graded:
    """What is true of the items: how steep each is (n,), and where its four thresholds lie (n, 4)."""

    steepness: np.ndarray
    thresholds: np.ndarray

    def at_least(self, z: np.ndarray, threshold: int) -> np.ndarray:
        """The probability of an answer above a threshold, at each item's z (..., n)."""
        return 1 / (1 + np.exp(-self.steepness * (z - self.thresholds[:, threshold])))

    def expected(self, z: np.ndarray) -> np.ndarray:
        """The answer to be expected at each item's z (..., n)."""
        return 1 + sum(self.at_least(z, threshold) for threshold in range(4))


@dataclass(frozen=True)
class People:
    """`days` (p, v): day of each visit. `levels` (p, v, 10): the truth. `up` (p, v, n): answers, keyed upward.
    `answers` (p, v, n): as they are given, 0 = skipped. `expected` (p, v, 10): what each would answer on average over the
    items of a facet; `actual` (p, v, 10): what they do answer that week.
    """

    bank: Bank
    true: Graded
    days: np.ndarray
    levels: np.ndarray
    up: np.ndarray
    answers: np.ndarray
    expected: np.ndarray
    actual: np.ndarray


def worked_on(person: int) -> int:
    """The facet that a person works on where there is a focus."""
    return person % 10


def _correlations(rng: np.random.Generator) -> np.ndarray:
    axis = {name: one.name for one in AXES for name in one.facets}
    while True:
        matrix = np.eye(10)
        for i in range(10):
            for j in range(i):
                same = axis[FACET_NAMES[i]] == axis[FACET_NAMES[j]]
                low, high = BLOCK[axis[FACET_NAMES[i]]] if same else ACROSS
                matrix[i, j] = matrix[j, i] = rng.uniform(low, high)
        if np.linalg.eigvalsh(matrix)[0] > 0.05:
            return matrix


def _days(world: World, people: int, visits: int, rng: np.random.Generator) -> np.ndarray:
    if not world.irregular:
        return np.tile(np.arange(visits) * 7, (people, 1))
    gaps = rng.choice([4, 7, 7, 9, 14, 21, 42], size=(people, visits - 1))
    return np.concatenate([np.zeros((people, 1), dtype=int), gaps.cumsum(axis=1)], axis=1)


def _levels(world: World, days: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    people, visits = days.shape
    root = np.linalg.cholesky(_correlations(rng))
    draw = lambda: rng.standard_normal((people, 10)) @ root.T  # noqa: E731  (used twice a visit)
    trait = draw() * np.sqrt(1 - world.state_share) + world.mean_shift
    state = draw() * np.sqrt(world.state_share)
    levels = np.empty((people, visits, 10))
    for visit in range(visits):
        if visit:
            weeks = ((days[:, visit] - days[:, visit - 1]) / 7)[:, None]
            kept = world.state_kept**weeks
            trait = trait + draw() * np.sqrt(world.trait_drift * weeks)
            state = kept * state + draw() * np.sqrt(world.state_share * (1 - kept**2))
        levels[:, visit] = trait + state
    if world.jump or world.jump_all:
        others = np.roll(levels, 1, axis=0)
        for person in range(people):
            facets = range(10) if world.jump_all else [(worked_on(person) + more) % 10 for more in JUMPING]
            for facet in facets:
                levels[person, JUMP_AFTER + 1 :, facet] = others[person, JUMP_AFTER + 1 :, facet]
    return levels


def _items(world: World, rng: np.random.Generator) -> tuple[Bank, Graded]:
    """The items as the engine knows them, all with the same numbers, and what is true of them."""
    bank = Bank.of(
        Item(f"{name}-{number}", name, 1 if number % 2 else -1)
        for name in FACET_NAMES
        for number in range(ITEMS_A_FACET)
    )
    count = len(bank)
    steepness, thresholds = np.full(count, 1.4), np.tile([-1.5, -0.5, 0.5, 1.5], (count, 1))
    if world.items_differ:
        steepness = np.minimum(3.0, 1.4 * np.exp(0.25 * rng.standard_normal(count)))
        thresholds = (
            thresholds + 0.35 * rng.standard_normal((count, 1)) + 0.15 * rng.standard_normal((count, 4))
        )
        thresholds.sort(axis=1)
    return bank, Graded(steepness, thresholds)


def people(world: World, seed: int, count: int, visits: int) -> People:
    """`count` people of a world over `visits` visits."""
    rng = np.random.default_rng([seed, 11])
    bank, true = _items(world, rng)
    days = _days(world, count, visits, rng)
    levels = _levels(world, days, rng)
    key = np.array([item.key for item in bank.items])
    offset = world.quirk_sd * rng.standard_normal((count, len(bank)))
    offset = offset + key * world.yes_saying * rng.standard_normal((count, 1))
    z = levels[:, :, bank.facets] + offset[:, None, :]
    chance = rng.random(z.shape)
    up = np.ones(z.shape, dtype=int)
    expected = np.ones(z.shape)
    for threshold in range(4):
        probability = true.at_least(z, threshold)
        up += chance < probability
        expected += probability
    up = np.where(rng.random(z.shape) < world.careless, rng.integers(1, 6, z.shape), up)
    answers = np.where(key == 1, up, 6 - up)
    answers[rng.random(z.shape) < world.skipped] = 0
    by_facet = (count, visits, 10, ITEMS_A_FACET)
    return People(
        bank,
        true,
        days,
        levels,
        up,
        answers,
        expected.reshape(by_facet).mean(axis=3),
        up.reshape(by_facet).mean(axis=3),
    )


@dataclass(frozen=True)
class DailyWorld:
    """Half a year of pulses. `weekend`, `trend`: what both feelings share without one moving the other, in SDs."""

    name: str
    weekend: float = 0.0
    trend: float = 0.0
    between_kept: float = 0.3
    feeling_kept: float = 0.3


DAILY_WORLDS = (DailyWorld("plain"), DailyWorld("weekend", weekend=0.8), DailyWorld("trend", trend=1.5))
STRAINED_DAYS = (
    DailyWorld("moods that last", between_kept=0.6, feeling_kept=0.6),
    DailyWorld("moods that last long", between_kept=0.8, feeling_kept=0.8),
    DailyWorld("strong trend", trend=3.0),
)
HALF_YEAR = 182
MONDAY = 738000 - 738000 % 7 + 1


def pulses(world: DailyWorld, slope: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Days (p, 182), self-feeling and between (1 to 5), for people whose latent slopes are given (p,)."""
    rng = np.random.default_rng([seed, 12])
    count = len(slope)
    days = MONDAY + rng.integers(0, 7, (count, 1)) + np.arange(HALF_YEAR)
    free = np.isin((days + 6) % 7, (5, 6)).astype(float)
    shared = world.weekend * free + world.trend * np.arange(HALF_YEAR) / HALF_YEAR
    shocks = rng.standard_normal((2, HALF_YEAR, count))
    own = np.sqrt(np.maximum(0.05, 1 - world.feeling_kept**2 - slope**2))
    between, feeling = np.zeros((HALF_YEAR + 1, count)), np.zeros((HALF_YEAR + 1, count))
    for day in range(HALF_YEAR):
        kept = world.between_kept
        between[day + 1] = kept * between[day] + np.sqrt(1 - kept**2) * shocks[0, day]
        feeling[day + 1] = world.feeling_kept * feeling[day] + slope * between[day + 1] + own * shocks[1, day]
    tapped = [np.clip(np.round(3.0 + 0.9 * (one[1:].T + shared)), 1, 5) for one in (feeling, between)]
    return days, tapped[0], tapped[1]
