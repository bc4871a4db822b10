"""The question: issues with options, and two people's private answers about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, cast

from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.side import Side
from bothand.engines.validation import find_repeated, show, take_integer, take_kind, take_name, take_row

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
        take_name(self.name, "the name of an issue", BadDealError)
        options = take_row(self.options, f"{self.name}: options", BadDealError)
        if not options:
            raise BadDealError(f"{self.name}: there is no option to choose")
        names = tuple(
            take_name(option, f"{self.name}: options[{at}]", BadDealError)
            for at, option in enumerate(options)
        )
        twice = find_repeated(names)
        if twice is not None:
            raise BadDealError(f"{self.name}: an option stands twice: {show(twice)}")
        object.__setattr__(self, "options", names)


def take_outcome(issues: Sequence[Issue], outcome: object) -> Outcome:
    """An outcome of these issues; raises `BadDealError` for anything else."""
    row = take_row(outcome, "an outcome", BadDealError)
    if len(row) != len(issues):
        raise BadDealError(
            f"an outcome has one option for each of the {len(issues)} issues, and not {show(outcome)}"
        )
    options = []
    for issue, option in zip(issues, row, strict=True):
        if type(option) is int and 0 <= option < len(issue.options):
            options.append(option)
            continue
        where = f"the outcome's option of {show(issue.name)}"
        place = take_integer(option, where, BadDealError)
        if not 0 <= place < len(issue.options):
            raise BadDealError(f"{where} is {place}; expected 0 to {len(issue.options) - 1}")
        options.append(place)
    return tuple(options)


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A bonus (or, below zero, a loss) for two options of different issues taken together."""

    one: Choice
    other: Choice
    bonus: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "one", _take_choice(self.one, "a bonus is for"))
        object.__setattr__(self, "other", _take_choice(self.other, "a bonus is for"))
        object.__setattr__(self, "bonus", take_integer(self.bonus, "the bonus of a pair", BadDealError))


def _take_choice(value: object, where: str) -> Choice:
    if isinstance(value, tuple) and len(value) == 2:
        try:
            return take_integer(value[0], "", BadDealError), take_integer(value[1], "", BadDealError)
        except BadDealError:
            pass  # said below, with the whole choice
    raise BadDealError(f"{where} {show(value)}; expected the places of an issue and of one of its options")


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's answers, all in integers: what each outcome is to them.

    The utility of an outcome is the sum of `weights[issue] * ratings[issue][option]` over the issues, plus the bonuses
    of `only_if` whose two options are both taken. `never` holds the options that this person rules out.
    `reservation_value` is the utility of having no agreement, in the same units.
    Integers of numpy become plain ones. Raises `BadDealError` where lengths differ or a number is no integer.
    """

    name: str
    weights: tuple[int, ...]
    ratings: tuple[tuple[int, ...], ...]
    never: frozenset[Choice] = frozenset()
    reservation_value: int = 0
    only_if: tuple[OnlyIf, ...] = ()

    def __post_init__(self) -> None:
        take_name(self.name, "the name of a person", BadDealError)
        for field, value in (
            ("weights", self._take_integers(self.weights, "weights")),
            ("ratings", self._take_ratings()),
            ("never", self._take_nevers()),
            (
                "reservation_value",
                take_integer(self.reservation_value, f"{self.name}: reservation_value", BadDealError),
            ),
            ("only_if", take_row(self.only_if, f"{self.name}: only_if", BadDealError)),
        ):
            object.__setattr__(self, field, value)
        for at, pair in enumerate(self.only_if):
            take_kind(pair, OnlyIf, f"{self.name}: only_if[{at}]", BadDealError)
        if len(self.weights) != len(self.ratings):
            raise BadDealError(f"{self.name}: each issue needs one weight and its ratings")

    def _take_integers(self, given: object, what: str) -> tuple[int, ...]:
        row = take_row(given, f"{self.name}: {what}", BadDealError)
        if set(map(type, row)) == {int}:
            return cast("tuple[int, ...]", row)
        return tuple(
            take_integer(value, f"{self.name}: {what}[{at}]", BadDealError) for at, value in enumerate(row)
        )

    def _take_ratings(self) -> tuple[tuple[int, ...], ...]:
        rows = take_row(self.ratings, f"{self.name}: ratings", BadDealError)
        return tuple(self._take_integers(row, f"ratings[{at}]") for at, row in enumerate(rows))

    def _take_nevers(self) -> frozenset[Choice]:
        try:
            given = tuple(self.never)
        except TypeError:
            raise BadDealError(f"{self.name}: never is {show(self.never)}; expected choices") from None
        return frozenset(_take_choice(choice, f"{self.name}: never holds") for choice in given)

    @classmethod
    def from_names(
        cls,
        name: str,
        issues: Sequence[Issue],
        ratings: Mapping[str, Mapping[str, int]],
        *,
        weights: Mapping[str, int] | None = None,
        never: Mapping[str, Iterable[str]] | None = None,
        reservation_value: int = 0,
        only_if: Iterable[tuple[Mapping[str, str], int]] = (),
    ) -> Self:
        """Answers by the names of issues and options. A weight that is left out is 1.

        `only_if` holds pairs of a mapping from two issues to an option of each, and the bonus for both
        together.

        >>> home = Issue("home", ("city", "village"))
        >>> Preferences.from_names("Alex", [home], {"home": {"city": 8, "village": 3}}, weights={"home": 7}).ratings
        ((8, 3),)
        """
        places = {issue.name: place for place, issue in enumerate(issues)}
        weights = weights or {}
        closed = {
            issue: take_row(options, f"{name}: the nevers of {show(issue)}", BadDealError)
            for issue, options in (never or {}).items()
        }
        for named in (*ratings, *weights, *closed):
            if named not in places:
                raise BadDealError(f"{name}: there is no issue {show(named)}")

        def choice(issue: str, option: object) -> Choice:
            if issue not in places or option not in issues[places[issue]].options:
                raise BadDealError(f"{name}: there is no option {show(option)} of an issue {show(issue)}")
            return places[issue], issues[places[issue]].options.index(str(option))

        for issue, row in (*ratings.items(), *closed.items()):
            for option in row:
                choice(issue, option)
        for options in closed.values():
            twice = find_repeated(options)
            if twice is not None:
                raise BadDealError(f"{name}: never names an option twice: {show(twice)}")
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
            frozenset(choice(issue, option) for issue, options in closed.items() for option in options),
            reservation_value,
            tuple(bonuses),
        )

    def utility(self, outcome: Outcome) -> int:
        """The utility of `outcome` to this person."""
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
    preferences: tuple[Preferences, Preferences]

    def __post_init__(self) -> None:
        for field, kind, what in (
            ("issues", Issue, "the issues"),
            ("preferences", Preferences, "the people"),
        ):
            row = take_row(getattr(self, field), what, BadDealError)
            for at, each in enumerate(row):
                take_kind(each, kind, f"{what}[{at}]", BadDealError)
            object.__setattr__(self, field, row)
        if not self.issues:
            raise BadDealError("there is no issue to settle")
        twice = find_repeated(issue.name for issue in self.issues)
        if twice is not None:
            raise BadDealError(f"an issue stands twice: {show(twice)}")
        if len(self.preferences) != 2 or self.preferences[0].name == self.preferences[1].name:
            raise BadDealError("two people with different names are needed")
        sizes = self.sizes
        for person in self.preferences:
            if tuple(map(len, person.ratings)) != sizes:
                raise BadDealError(f"{person.name}: each option of each issue needs one rating")
            for issue, option in (
                *person.never,
                *(choice for pair in person.only_if for choice in (pair.one, pair.other)),
            ):
                if not (0 <= issue < len(sizes) and 0 <= option < sizes[issue]):
                    raise BadDealError(f"{person.name}: a never or a bonus names an option that is not there")
            if any(pair.one[0] == pair.other[0] for pair in person.only_if):
                raise BadDealError(f"{person.name}: a bonus is for one option each of two issues")

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many options each issue has."""
        return tuple(len(issue.options) for issue in self.issues)

    def find_side(self, name: str) -> Side:
        """Which of the two has that name; raises `BadDealError` where nobody has."""
        for side in Side:
            if self.preferences[side].name == name:
                return side
        raise BadDealError(f"nobody here is named {show(name)}")

    def list_open_options(self) -> tuple[tuple[int, ...], ...]:
        """Per issue the options that neither person rules out; perhaps none."""
        closed = self.preferences[0].never | self.preferences[1].never
        if not closed:
            return tuple(tuple(range(size)) for size in self.sizes)
        return tuple(
            tuple(option for option in range(size) if (issue, option) not in closed)
            for issue, size in enumerate(self.sizes)
        )

    def count_nevers(self) -> tuple[int, int]:
        """How many options each person rules out, to be held against the number of all, `sum(sizes)`."""
        return len(self.preferences[0].never), len(self.preferences[1].never)

    def is_agreement(self, outcome: Outcome) -> bool:
        """Whether `outcome` is an agreement: no never in it, and at least as good as none for both.

        >>> deal = Deal((Issue("home", ("city", "village")),), (Preferences("A", (1,), ((8, 3),), reservation_value=5),
        ...     Preferences("B", (1,), ((4, 9),))))
        >>> deal.is_agreement((0,)), deal.is_agreement((1,))
        (True, False)
        """
        outcome = take_outcome(self.issues, outcome)
        return all(
            not any(choice in person.never for choice in enumerate(outcome))
            and person.utility(outcome) >= person.reservation_value
            for person in self.preferences
        )

    def describe(self, outcome: Outcome) -> dict[str, str]:
        """`outcome` by the names of issues and options."""
        outcome = take_outcome(self.issues, outcome)
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, outcome, strict=True)}
