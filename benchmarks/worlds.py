"""Invented people whose true levels are known, so that an engine's claims can be held against them.

Everything is drawn for all people of a seed at once, and every answer to every item at every visit is drawn before
any policy asks: all policies are compared on the same people giving the same answers.
"""

from dataclasses import dataclass, replace

import numpy as np

from bothand.engines.measure import FACET_NAMES, Bank, Item
from bothand.relationship import AXES

ITEMS_A_FACET = 10
BLOCK = {"togetherness": (0.4, 0.6), "selfhood": (0.3, 0.45)}
ACROSS = (0.1, 0.3)


@dataclass(frozen=True)
class World:
    """How far a world departs from what the engine assumes. Variances and levels in units of a facet's prior SD."""

    name: str
    wrong_parameters: bool = False
    quirk_sd: float = 0.0
    irregular: bool = False
    state_share: float = 0.30
    state_kept: float = 0.87
    trait_drift: float = 0.003
    skipped: float = 0.0
    mean_shift: float = 0.0
    yes_saying: float = 0.0
    careless: float = 0.0


SLOW = World("", state_share=0.0, trait_drift=0.01)
"""Levels that wander slowly: a random walk with an SD of .5 in half a year, and no mood of the week."""
UNSURE = replace(SLOW, wrong_parameters=True, quirk_sd=0.5)

WORLDS = (
    replace(SLOW, name="parameters right"),
    replace(SLOW, name="parameters wrong", wrong_parameters=True),
    replace(SLOW, name="item quirks", quirk_sd=0.5),
    replace(UNSURE, name="both wrong"),
    replace(UNSURE, name="irregular visits, both wrong", irregular=True, skipped=0.1),
    World("trait and state, both wrong", wrong_parameters=True, quirk_sd=0.5),
    World("trait and state, right"),
)
BOTH_WRONG = WORLDS[5]
STRAINED = (
    replace(BOTH_WRONG, name="everybody .7 higher than assumed", mean_shift=0.7),
    replace(BOTH_WRONG, name="a habit of saying yes (SD .5)", yes_saying=0.5),
    replace(BOTH_WRONG, name="one answer in ten at random", careless=0.1),
    replace(
        BOTH_WRONG, name="state comes and goes faster", state_share=0.4, state_kept=0.8, trait_drift=0.006
    ),
    replace(BOTH_WRONG, name="quirks twice as large (SD 1)", quirk_sd=1.0),
)


@dataclass(frozen=True)
class People:
    """`days` (p, v): day of each visit. `levels` (p, v, 10): the truth. `answers` (p, v, n): as worded, 0 = skipped.
    `expected` (p, v, 10): what each would truly answer on average over the items of a facet, keyed upward.
    """

    bank: Bank
    days: np.ndarray
    levels: np.ndarray
    answers: np.ndarray
    expected: np.ndarray


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
    return levels


def _items(world: World, rng: np.random.Generator) -> tuple[Bank, Bank]:
    """What the engine believes of the items, and what is true of them."""
    true, believed = [], []
    for name in FACET_NAMES:
        for number in range(ITEMS_A_FACET):
            key = 1 if number % 2 else -1
            a = float(min(3.0, 1.4 * np.exp(0.25 * rng.standard_normal())))
            at = np.sort(
                np.array([-1.5, -0.5, 0.5, 1.5])
                + 0.35 * rng.standard_normal()
                + 0.15 * rng.standard_normal(4)
            )
            item = Item(f"{name}-{number}", name, key)
            true.append(replace(item, discrimination=a, thresholds=tuple(float(one) for one in at)))
            believed.append(item if world.wrong_parameters else true[-1])
    return Bank.of(believed), Bank.of(true)


def _at_least(z: np.ndarray, bank: Bank, threshold: int) -> np.ndarray:
    return 1 / (1 + np.exp(-bank.discrimination * (z - bank.thresholds[:, threshold])))


def people(world: World, seed: int, count: int, visits: int) -> People:
    """`count` people of a world over `visits` visits."""
    rng = np.random.default_rng([seed, 11])
    bank, true = _items(world, rng)
    days = _days(world, count, visits, rng)
    levels = _levels(world, days, rng)
    key = np.array([item.key for item in true.items])
    offset = world.quirk_sd * rng.standard_normal((count, len(true)))
    offset = offset + key * world.yes_saying * rng.standard_normal((count, 1))
    z = levels[:, :, true.facets] + offset[:, None, :]
    chance = rng.random(z.shape)
    up = np.ones(z.shape, dtype=int)
    expected = np.ones(z.shape)
    for threshold in range(4):
        probability = _at_least(z, true, threshold)
        up += chance < probability
        expected += probability
    up = np.where(rng.random(z.shape) < world.careless, rng.integers(1, 6, z.shape), up)
    answers = np.where(key == 1, up, 6 - up)
    answers[rng.random(z.shape) < world.skipped] = 0
    return People(
        bank, days, levels, answers, expected.reshape(count, visits, 10, ITEMS_A_FACET).mean(axis=3)
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
