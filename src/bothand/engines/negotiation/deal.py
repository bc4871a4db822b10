"""The question: issues with options, and two people's private answers about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bothand.engines.negotiation.errors import BadDealError

Outcome = tuple[int, ...]
"""One option for each issue, as its place in `Issue.options`, in the order of the issues."""

Choice = tuple[int, int]
"""An issue and one of its options, both by place."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to be settled, and the ways in which it can be."""

    name: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.options:
            raise BadDealError(f"{self.name}: there is no option to choose")
        if len(set(self.options)) < len(self.options):
            raise BadDealError(f"{self.name}: an option stands twice")


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A bonus (or, below zero, a loss) for two options of different issues taken together."""

    one: Choice
    other: Choice
    bonus: int


@dataclass(frozen=True, slots=True)
class Side:
    """One person's answers, all in integers.

    An outcome is worth the sum of `weights[issue] * ratings[issue][option]` over the issues, plus the bonuses
    of `only_if` whose two options are both taken. `never` holds the options that this person rules out.
    `no_agreement` is what this person has without an agreement, in the same units.
    Raises `BadDealError` where lengths differ or a number is no integer.
    """

    name: str
    weights: tuple[int, ...]
    ratings: tuple[tuple[int, ...], ...]
    never: frozenset[Choice] = frozenset()
    no_agreement: int = 0
    only_if: tuple[OnlyIf, ...] = ()

    def __post_init__(self) -> None:
        if len(self.weights) != len(self.ratings):
            raise BadDealError(f"{self.name}: each issue needs one weight and its ratings")
        numbers = [self.no_agreement, *self.weights, *(bonus.bonus for bonus in self.only_if)]
        for ratings in self.ratings:
            numbers += ratings
        if set(map(type, numbers)) != {int}:
            raise BadDealError(f"{self.name}: every weight, rating, bonus and no_agreement is an integer")

    @classmethod
    def from_names(
        cls,
        name: str,
        issues: Sequence[Issue],
        ratings: Mapping[str, Mapping[str, int]],
        *,
        weights: Mapping[str, int] | None = None,
        never: Mapping[str, Iterable[str]] | None = None,
        no_agreement: int = 0,
        only_if: Iterable[tuple[Mapping[str, str], int]] = (),
    ) -> Self:
        """Answers by the names of issues and options. A weight that is left out is 1.

        `only_if` holds pairs of a mapping from two issues to an option of each, and the bonus for both
        together.

        >>> home = Issue("home", ("city", "village"))
        >>> Side.from_names("Alex", [home], {"home": {"city": 8, "village": 3}}, weights={"home": 7}).ratings
        ((8, 3),)
        """
        places = {issue.name: place for place, issue in enumerate(issues)}
        weights = weights or {}
        for named in (*ratings, *weights, *(never or {})):
            if named not in places:
                raise BadDealError(f"{name}: there is no issue {named!r}")

        def choice(issue: str, option: str) -> Choice:
            if issue not in places or option not in issues[places[issue]].options:
                raise BadDealError(f"{name}: there is no option {option!r} of an issue {issue!r}")
            return places[issue], issues[places[issue]].options.index(option)

        bonuses = []
        for when, bonus in only_if:
            if len(when) != 2:
                raise BadDealError(f"{name}: a bonus is for one option each of two issues")
            one, other = sorted(choice(issue, option) for issue, option in when.items())
            bonuses.append(OnlyIf(one, other, bonus))
        try:
            table = tuple(tuple(ratings[issue.name][option] for option in issue.options) for issue in issues)
        except KeyError as error:
            raise BadDealError(f"{name}: there is no rating for {error.args[0]!r}") from error
        return cls(
            name,
            tuple(weights.get(issue.name, 1) for issue in issues),
            table,
            frozenset(choice(issue, option) for issue, closed in (never or {}).items() for option in closed),
            no_agreement,
            tuple(bonuses),
        )

    def worth(self, outcome: Outcome) -> int:
        """What `outcome` is worth to this person."""
        total = sum(
            weight * ratings[option]
            for weight, ratings, option in zip(self.weights, self.ratings, outcome, strict=True)
        )
        return total + sum(pair.bonus for pair in self.only_if if self.has(outcome, pair))

    @staticmethod
    def has(outcome: Outcome, pair: OnlyIf) -> bool:
        """Whether both options of `pair` are taken in `outcome`."""
        return outcome[pair.one[0]] == pair.one[1] and outcome[pair.other[0]] == pair.other[1]


@dataclass(frozen=True, slots=True)
class Deal:
    """The issues and both people's answers. Raises `BadDealError` where they do not fit together."""

    issues: tuple[Issue, ...]
    sides: tuple[Side, Side]

    def __post_init__(self) -> None:
        if not self.issues:
            raise BadDealError("there is no issue to settle")
        if len({issue.name for issue in self.issues}) < len(self.issues):
            raise BadDealError("an issue stands twice")
        if len(self.sides) != 2 or self.sides[0].name == self.sides[1].name:
            raise BadDealError("two people with different names are needed")
        sizes = self.sizes
        for side in self.sides:
            if tuple(map(len, side.ratings)) != sizes:
                raise BadDealError(f"{side.name}: each option of each issue needs one rating")
            for issue, option in (
                *side.never,
                *(choice for pair in side.only_if for choice in (pair.one, pair.other)),
            ):
                if not (0 <= issue < len(sizes) and 0 <= option < sizes[issue]):
                    raise BadDealError(f"{side.name}: a never or a bonus names an option that is not there")
            if any(pair.one[0] == pair.other[0] for pair in side.only_if):
                raise BadDealError(f"{side.name}: a bonus is for one option each of two issues")

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many options each issue has."""
        return tuple(len(issue.options) for issue in self.issues)

    def side(self, name: str) -> Side:
        """The answers of the person of that name; raises `BadDealError` where there is none."""
        for side in self.sides:
            if side.name == name:
                return side
        raise BadDealError(f"nobody here is named {name!r}")

    def open_options(self) -> tuple[tuple[int, ...], ...]:
        """Per issue the options that neither person rules out; perhaps none."""
        closed = self.sides[0].never | self.sides[1].never
        if not closed:
            return tuple(tuple(range(size)) for size in self.sizes)
        return tuple(
            tuple(option for option in range(size) if (issue, option) not in closed)
            for issue, size in enumerate(self.sizes)
        )

    def closed_by(self) -> tuple[int, int]:
        """How many options each person rules out, to be held against the number of all, `sum(sizes)`."""
        return len(self.sides[0].never), len(self.sides[1].never)

    def allows(self, outcome: Outcome) -> bool:
        """Whether `outcome` is an agreement: no never in it, and at least as good as none for both.

        >>> deal = Deal((Issue("home", ("city", "village")),), (Side("A", (1,), ((8, 3),), no_agreement=5),
        ...     Side("B", (1,), ((4, 9),))))
        >>> deal.allows((0,)), deal.allows((1,))
        (True, False)
        """
        return all(
            not any(choice in side.never for choice in enumerate(outcome))
            and side.worth(outcome) >= side.no_agreement
            for side in self.sides
        )

    def describe(self, outcome: Outcome) -> dict[str, str]:
        """`outcome` by the names of issues and options."""
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, outcome, strict=True)}
