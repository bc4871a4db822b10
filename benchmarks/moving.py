"""Whether `changes` says what changed: eight weeks with a focus, in worlds where people drift, jump or stay as they are."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from benchmarks.following import FIRST, answer_visit
from benchmarks.worlds import JUMP_AFTER, World, people, worked_on
from bothand.engines import measure as m

WITHIN = 8
HALF_YEAR = 26
LARGE = 0.8
PLAIN = 2.5
"""Standard deviations at which the plain test of two means says a change."""


@dataclass(frozen=True)
class Moved:
    """For people (p,) with one focus each. `moved`: the true change, in SDs between people, after eight weeks.

    `said`: the first direction that was said within eight weeks (-1, 0, 1), `told_focus` and `told_any`: whether any change
    was ever said while looking, of the focus or of anything. `plain`: as `said`, by a plain test of two means, and whether
    it `plain_ever` did. `firmest` and `firmest_ever`: how many standard deviations the change of the focus was at most, within
    eight weeks and in all looks, where a standing moved the same way. After eight weeks: whether the interval holds the mean of the weeks since minus the mean of the weeks
    before (`inside`), or what lies between the two days themselves (`day_inside`); squared errors of the difference, and of
    saying that there is none (`silent_squared`), in answers.
    """

    moved: np.ndarray
    said: np.ndarray
    told_focus: np.ndarray
    told_any: np.ndarray
    plain: np.ndarray
    plain_ever: np.ndarray
    firmest: np.ndarray
    firmest_ever: np.ndarray
    inside: np.ndarray
    day_inside: np.ndarray
    squared: np.ndarray
    silent_squared: np.ndarray


def plain_test(before: list[int], since: list[int]) -> int:
    """-1, 0 or 1: what a plain test of two means with a pooled variance says."""
    if len(before) < 2 or len(since) < 2:
        return 0
    left = len(before) + len(since) - 2
    pooled = (np.var(before) * len(before) + np.var(since) * len(since)) / left
    scale = np.sqrt(max(pooled, 1e-9) * (1 / len(before) + 1 / len(since)))
    z = (np.mean(since) - np.mean(before)) / scale
    return int(np.sign(z)) if abs(z) > PLAIN else 0


def first_of(directions: list[int]) -> int:
    """The first direction said; 0 when none was."""
    return next((one for one in directions if one), 0)


def direction(change: m.Change) -> int:
    """What a change says, as -1, 0 or 1."""
    return {"up": 1, "down": -1, None: 0}[change.said]


def firmness(change: m.Change) -> float:
    """How many standard deviations a change is; 0 where the standing moved the other way."""
    firm = NormalDist().inv_cdf(min(1 - 1e-15, max(1e-15, change.rose)))
    return abs(firm) if firm * (change.now.value - change.then.value) > 0 else 0.0


def follow_change(job: tuple[World, int, int, int, int, m.Assumptions]) -> Moved:
    """People of one seed: nine visits, then `weeks` weeks. `focused` of seven questions are on one facet from the ninth visit
    on, the first check-in of a plan, after which its anchor is laid.
    """
    world, focused, seed, count, weeks, assumptions = job
    p = people(world, seed, count, JUMP_AFTER + 1 + weeks)
    rows = []
    for person in range(count):
        facet = worked_on(person)
        state, before, since = m.start(), [], []
        said, plain, firm, told_focus, told_any, plain_ever = [], [], [], False, False, False
        for visit in range(JUMP_AFTER + 1 + weeks):
            later = visit > JUMP_AFTER
            focus = m.Focus(m.FACET_NAMES[facet], focused) if visit >= JUMP_AFTER else None
            picks = m.choose(state, p.bank, int(p.days[person, visit]), 7 if visit else FIRST, focus)
            state = answer_visit(state, p, (person, visit), picks, assumptions)
            own = [at for at in map(p.bank.index, picks) if p.bank.facets[at] == facet]
            (since if later else before).extend(
                int(p.up[person, visit, at]) for at in own if p.answers[person, visit, at]
            )
            if visit == JUMP_AFTER:
                state = m.anchored(state, int(p.days[person, visit]), "plan", assumptions)
            if not later:
                continue
            seen = m.changes(state, p.bank, "plan", assumptions=assumptions)
            change = seen.facets[facet]
            told_focus |= change.said is not None
            plain_ever |= plain_test(before, since) != 0
            told_any |= any(one.said for one in (*seen.facets, *seen.axes))
            firm.append(firmness(change))
            if visit <= JUMP_AFTER + WITHIN:
                said.append(direction(change))
                plain.append(plain_test(before, since))
            if visit == JUMP_AFTER + WITHIN:
                kept = change
        levels, expected = p.levels[person, :, facet], p.expected[person, :, facet]
        end = JUMP_AFTER + WITHIN
        spans = expected[JUMP_AFTER + 1 : end + 1].mean() - expected[: JUMP_AFTER + 1].mean()
        days = expected[end] - expected[JUMP_AFTER]
        rows.append(
            (
                levels[end] - levels[JUMP_AFTER],
                first_of(said),
                told_focus,
                told_any,
                first_of(plain),
                plain_ever,
                max(firm[:WITHIN]),
                max(firm),
                kept.low <= spans <= kept.high,
                kept.low <= days <= kept.high,
                (kept.difference - spans) ** 2,
                spans**2,
            )
        )
    return Moved(*np.array(rows, dtype=float).T)


def joined(parts: list[Moved]) -> Moved:
    """All people of some seeds."""
    names = Moved.__dataclass_fields__
    return Moved(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
