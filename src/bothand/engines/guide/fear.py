"""The fear rule: who is afraid is never advised to do things as two.

Three questions, asked before anything for two is first suggested and again in the check-up: am I afraid to say
no, to disagree, of what happens at home? Any answer but *never* means that for eight weeks no joint step is
advised, and the way to the page on safety is shown, to that person only, who is told why. Work for two presumes
that both can say no; whether it is safe for a couple has to be asked first, and some are to be kept out of it (Bograd & Mederos 1999, J. Marital and
Family Therapy 25: 291-312; McCollum & Stith 2008, Violence and Victims 23: 187-201). The eight weeks are
ours: no study gives a length.

- A question that was skipped was not asked: it sets nothing off, and it ends nothing. Until each of the three was
  answered once, nobody knows, and no joint step is advised. Once answered, a question stays asked.
- A later *never* does not shorten the eight weeks. Nobody gains by pressing somebody to answer once more.
- While *mine* is locked nobody knows, and then no joint step is advised either; a locked page looks the same
  whatever the answers are.
- Nothing else sets it off. Its input has no place for items, marks, pulses or anybody else's answers.
- It rules what is *advised*. It closes no room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Final, Literal

from bothand.engines.guide.errors import BadFactsError
from bothand.engines.validation import show, take_integer, take_kind, take_row

DAYS: Final = 56
"""Eight weeks, the day of the answer included."""

NEVER: Final = 0
MOST: Final = 3

Question = Literal["say_no", "disagree", "at_home"]
QUESTIONS: Final[tuple[Question, ...]] = ("say_no", "disagree", "at_home")


def take_day(value: object, where: str) -> date:
    """A day without a time; raises `BadFactsError` for anything else."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise BadFactsError(f"{where} is {show(value)}; expected a date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The fear questions as they were answered once: 0 never, 1 rarely, 2 sometimes, 3 often, None skipped.

    Raises `BadFactsError` for any other answer: what is not understood must not pass for *never*.
    """

    day: date
    say_no: int | None = None
    disagree: int | None = None
    at_home: int | None = None

    def __post_init__(self) -> None:
        take_day(self.day, "the day of the answers")
        for name in QUESTIONS:
            answer: object = getattr(self, name)
            if answer is None:
                continue
            said = take_integer(answer, name, BadFactsError)
            if not NEVER <= said <= MOST:
                raise BadFactsError(f"{name} is 0 (never) to 3 (often) or None (skipped), not {said}")
            object.__setattr__(self, name, said)

    def afraid(self) -> tuple[Question, ...]:
        """The questions answered with anything but *never*, in the order in which they are asked."""
        return tuple(name for name in QUESTIONS if getattr(self, name) not in (None, NEVER))


assert tuple(each.name for each in fields(Answers))[1:] == QUESTIONS


@dataclass(frozen=True, slots=True)
class Locked:
    """The answers cannot be read now."""


@dataclass(frozen=True, slots=True)
class Unasked:
    """Not each of the three questions was answered yet: nobody knows, and nothing is said about fear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afraid:
    """Why no joint step is advised; told to the person who answered and to nobody else.

    questions  what was answered with anything but *never*, in the eight weeks up to today
    day        the last day on which that was answered
    again_on   the first day on which joint steps may be advised again
    """

    questions: tuple[Question, ...]
    day: date
    again_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Whether joint steps may be advised to this person today, and why not.

    `why` is None where they may; Locked and Unasked where nobody knows (nothing is said then); Afraid where it is told.
    """

    why: Afraid | Locked | Unasked | None

    def __post_init__(self) -> None:
        if self.why is not None and not isinstance(self.why, Afraid | Locked | Unasked):
            raise BadFactsError(f"why is {show(self.why)}; expected Afraid, Locked, Unasked or None")

    @property
    def joint(self) -> bool:
        """Whether joint steps may be advised."""
        return self.why is None

    @property
    def unasked(self) -> bool:
        """Whether the three questions come before anything for two."""
        return isinstance(self.why, Unasked)

    @property
    def shows_safety(self) -> bool:
        """Whether the way to the page on safety is shown before anything else."""
        return isinstance(self.why, Afraid)


def rule_on(known: Sequence[Answers] | Locked, today: date) -> Ruling:
    """Rule on one person, from all their own answers to the three questions.

    A day after today (somebody travelled, or a clock was put right) counts as today's.

    >>> november = Answers(day=date(2026, 11, 1), say_no=1, disagree=0, at_home=0)
    >>> ruling = rule_on([november], date(2026, 11, 24))
    >>> ruling.joint, ruling.shows_safety, ruling.why.questions, ruling.why.again_on
    (False, True, ('say_no',), datetime.date(2026, 12, 27))
    >>> rule_on([november], date(2026, 12, 27)).joint
    True
    >>> skipped = Answers(day=date(2026, 11, 1), say_no=0, disagree=0)  # skipped is not asked
    >>> rule_on([skipped], date(2026, 11, 24)).unasked, rule_on([], date(2026, 11, 24)).joint
    (True, False)
    >>> locked = rule_on(Locked(), date(2026, 11, 24))
    >>> locked.joint, locked.shows_safety
    (False, False)
    """
    take_day(today, "today")
    if isinstance(known, Locked):
        return Ruling(why=known)
    answers = [
        take_kind(one, Answers, f"known[{at}]", BadFactsError)
        for at, one in enumerate(take_row(known, "known", BadFactsError))
    ]
    counting = [one for one in answers if (today - one.day).days < DAYS and one.afraid()]
    if not counting:
        asked = {name for one in answers for name in QUESTIONS if getattr(one, name) is not None}
        return Ruling(why=None if asked.issuperset(QUESTIONS) else Unasked())
    last = max(one.day for one in counting)
    named = {name for one in counting for name in one.afraid()}
    return Ruling(
        why=Afraid(
            questions=tuple(name for name in QUESTIONS if name in named),
            day=last,
            again_on=last + timedelta(days=DAYS),
        )
    )
