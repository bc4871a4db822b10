import numpy as np
import pytest

from bothand.engines import measure as m

TWO = m.Questionnaire(("calm", "warm"), (m.Axis("both", ("calm", "warm")),), 7)
SHIFTS = np.array([0.8, -0.8, 0.0, 0.0, 0.5, -0.5, 0.0, 0.0])
SLOPES = np.array([1.4, 0.6, 1.0, 1.0, 1.0, 1.0, 1.3, 0.7])
BANK = m.Bank.of((m.Item(f"q{n}", "calm" if n < 4 else "warm", -1 if n % 2 else 1) for n in range(8)), TWO)
IDS = [f"q{n}" for n in range(8)]


def people(count=3000, seed=1):
    """Levels of two facets, and the answers as they were given."""
    dice = np.random.default_rng(seed)
    levels = dice.multivariate_normal([4.2, 3.6], [[0.8, 0.4], [0.4, 0.8]], count)
    facet = np.repeat([0, 1], 4)
    line = 4.0 + SHIFTS + SLOPES * (levels[:, facet] - 4.0)
    up = (line + 0.9 * dice.normal(size=line.shape)).round().clip(1, 7).astype(int)
    return levels, np.where(np.arange(8) % 2, 8 - up, up)


@pytest.fixture(scope="module")
def found():
    return m.calibrate(BANK, IDS, people()[1])


def test_it_finds_the_numbers_by_which_the_answers_were_made(found):
    numbers = np.array(
        [(found.bank[one].shift, found.bank[one].slope, found.bank[one].spread) for one in IDS]
    )
    assert np.abs(numbers[:, 0] - SHIFTS).max() < 0.12
    assert np.abs(numbers[:, 1] - SLOPES).max() < 0.15  # the steepest runs into the end of the scale
    assert np.abs(numbers[:, 2] - np.hypot(0.9, 0.29)).max() < 0.1


def test_it_finds_where_people_stand_and_how_facets_go_together(found):
    assert np.abs(found.assumptions.means - [4.2, 3.6]).max() < 0.1
    assert np.abs(found.assumptions.covariance - [[0.8, 0.4], [0.4, 0.8]]).max() < 0.12


def test_it_measures_better_with_the_numbers_than_without(found):
    levels, answers = people(200, seed=2)
    squared = {}
    for name, bank, assumptions in (
        ("untested", BANK, m.DEFAULT),
        ("calibrated", found.bank, found.assumptions),
    ):
        errors = []
        for person in range(200):
            state = m.start()
            for at in (0, 1, 4, 5):
                state = m.answer(state, bank, 0, IDS[at], answers[person, at])
            now = m.standing(state, bank, 30, assumptions)
            errors.append([one.answer.value for one in now.facets] - levels[person])
        squared[name] = np.mean(np.square(errors))
    assert squared["calibrated"] < 0.9 * squared["untested"]


def test_it_takes_a_missing_answer_for_none():
    answers = people()[1]
    gaps = np.where(np.random.default_rng(3).random(answers.shape) < 0.3, 0, answers)
    whole, gappy = (m.calibrate(BANK, IDS, one) for one in (answers, gaps))
    for one in IDS:
        assert gappy.bank[one].slope == pytest.approx(whole.bank[one].slope, abs=0.15)
        assert gappy.bank[one].shift == pytest.approx(whole.bank[one].shift, abs=0.1)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (lambda a: a[:50], "answered by 50 people"),
        (lambda a: a[:, :7], r"shape \(3000, 7\)"),
        (lambda a: np.where(np.arange(8) == 3, 8, a), "of person 0 to 'q3' is 8"),
        (lambda a: np.where(np.arange(8) == 3, np.nan, a.astype(float)), "to 'q3' is nan"),
        (lambda a: a + 0.5, "to 'q0' is"),
        (lambda a: np.where(np.arange(8) % 2, 8 - a, a), "of 'calm' do not go together"),
    ],
)
def test_it_says_why_answers_calibrate_nothing(wrong, named):
    with pytest.raises(ValueError, match=named):
        m.calibrate(BANK, IDS, wrong(people()[1]))


def test_it_needs_each_item_of_the_bank_once():
    with pytest.raises(ValueError, match="each item of the bank once"):
        m.calibrate(BANK, ["q0", *IDS[:7]], people()[1])
    with pytest.raises(m.UnknownItemError, match="q9"):
        m.calibrate(BANK, ["q9", *IDS[1:]], people()[1])


@pytest.mark.parametrize("answers", [2, 3, 4, 7, 11, 101])
def test_it_measures_on_any_number_of_answers(answers):
    bank = m.Bank.of(
        (m.Item(f"q{n}", "calm", 1) for n in range(12)), m.Questionnaire(("calm",), answers=answers)
    )
    low, high = m.start(), m.start()
    for n in range(6):
        low = m.answer(low, bank, 0, f"q{n}", 1)
        high = m.answer(high, bank, 0, f"q{n}", answers)
    below, above = (m.standing(one, bank).facet("calm").answer for one in (low, high))
    assert 1 <= below.low <= below.value < bank.questionnaire.middle < above.value <= above.high <= answers
    assert below.value - 1 == pytest.approx(answers - above.value)
    assert below.high < above.low


@pytest.mark.parametrize("answers", [2, 3, 5, 7, 11])
def test_its_intervals_hold_on_any_number_of_answers(answers):
    dice = np.random.default_rng(5)
    questionnaire = m.Questionnaire(("a", "b", "c"), answers=answers)
    bank = m.Bank.of(
        (m.Item(f"{name}{n}", name, 1) for name in questionnaire.facets for n in range(8)), questionnaire
    )
    inside = []
    for _ in range(150):
        level = questionnaire.middle + questionnaire.unit * (0.6 * dice.normal() + 0.74 * dice.normal(size=3))
        scatter = questionnaire.unit * 1.08 * dice.normal(size=24)
        up = (level[bank.facets] + scatter).round().clip(1, answers).astype(int)
        state = m.start()
        for at in dice.permutation(24)[:9]:
            state = m.answer(state, bank, 0, bank.items[at].id, int(up[at]))
        for name, true in zip(questionnaire.facets, up.reshape(3, 8).mean(axis=1), strict=True):
            answer = m.standing(state, bank).facet(name).answer
            inside.append(answer.low <= true <= answer.high)
    assert 0.85 <= np.mean(inside) <= 0.97


def test_it_has_no_region_where_there_are_not_two_axes():
    now = m.standing(m.start(), BANK)
    now.check()
    assert [one.name for one in now.axes] == ["both"]
    with pytest.raises(ValueError, match="1 axes, not two"):
        _ = now.region
