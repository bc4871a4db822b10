"""One of the two, day by day: pulses, pages, check-ins, plans, through the rooms' own code."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from bothand.cli.demo.simulation import Life
from bothand.cli.demo.story import WRITTEN_WEEKS, Person, PlanTold
from bothand.content.items import Item, find_item, items_for
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers
from bothand.domain.plan import Plan
from bothand.engines.measure import FACET_NAMES
from bothand.kit.demo import Told
from bothand.relationship import facet
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries import store
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.today.plan import present as looking
from bothand.rooms.today.plan import store as plans
from bothand.vault.randomness import new_id

FIRST_VISIT: Final = 24
WEEKLY: Final = 7
CHECKUP_WEEK: Final = 30


@dataclass(slots=True)
class Living:
    """What is told of one person, and the life that goes on from there. `turn` counts answers given by hand."""

    told: Told
    person: Person
    number: int
    life: Life = field(init=False)
    turn: int = 0

    def __post_init__(self) -> None:
        last = self.person.week[WRITTEN_WEEKS - 1].levels
        self.life = Life(self.number, last, self.person.later, self.person.leaning)

    def day(self, day: date, week: int, weekday: int) -> None:
        """Live one day; weeks and weekdays are counted from 1."""
        if weekday == 1 and week > WRITTEN_WEEKS:
            self.life.week()
        for plan in self.person.plan:
            if (plan.week, plan.day) == (week, weekday):
                self._begin(plan, day)
        if weekday == 1:
            self._check_in(day, week)
        self._pulse(day, week, weekday)
        self._pages(day, week, weekday)
        for plan in self.person.plan:
            if weekday == 7 and week - plan.week + 1 in plan.done:
                self._tick(week - plan.week + 1, day)
            if (plan.until, 7) == (week, weekday):
                self._end(plan, day)

    def _begin(self, plan: PlanTold, day: date) -> None:
        self.told.write_on(day, "08:00")
        begun = Plan(
            facet=plan.facet,
            practice_own=plan.own,
            practice_both=plan.both,
            began=day,
            by_hand=True,
            words=plan.words,
        )
        plans.begin_plan(self.told.mine, begun, new_id(), alone=False)

    def _tick(self, number: int, day: date) -> None:
        self.told.write_on(day, "21:30")
        there = self.told.mine.only(Plan)
        assert there is not None  # as below
        plans.tick_week(self.told.mine, there, number, done=True)

    def _end(self, plan: PlanTold, day: date) -> None:
        self.told.write_on(day, "22:55")
        there = self.told.mine.only(Plan)
        assert there is not None  # it was begun in an earlier week
        change = looking.find_change(self.told.mine, there.record, day, alone=False)
        past = plans.make_past_plan(there.record, day, change.said, plan.helped)
        plans.close_plan(self.told.mine, there, past, new_id(), there.revision)

    def _check_in(self, day: date, week: int) -> None:
        self.told.write_on(day, "19:30")
        if week == CHECKUP_WEEK:
            self._keep("checkup", items_for(has_partner=True, checkup=True), day, week)
            self.told.mine.add(FearAnswers(day=day, say_no=0, disagree=0, at_home=0))
            return
        there = self.told.mine.only(Plan)
        asked = standing.next_items(
            standing.state_of(self.told.mine),
            day,
            FIRST_VISIT if week == 1 else WEEKLY,
            alone=False,
            focus=None if there is None else there.record.facet,
        )
        self._keep("first" if week == 1 else "weekly", tuple(find_item(key) for key in asked), day, week)

    def _keep(
        self, sort: Literal["first", "weekly", "checkup"], asked: tuple[Item, ...], day: date, week: int
    ) -> None:
        given = tuple((one.id, self._answer(one, week)) for one in asked)
        ideals = () if sort == "weekly" else tuple((name, self.person.ideals[name]) for name in FACET_NAMES)
        kept = Answers(day=day, sort=sort, given=given, ideals=ideals, closes=sort == "checkup")
        standing.add_answers(self.told.mine, kept, new_id())

    def _answer(self, one: Item, week: int) -> int:
        """As it would be tapped: by hand in the first weeks, by the model after them."""
        if one.facet is None:
            return one.keyed(4)  # the ground is even enough between these two
        place = FACET_NAMES.index(facet(one.facet).name)
        if week > WRITTEN_WEEKS:
            return self.life.answer(measurement.fold_whole()[one.id], place)
        level = self.person.week[week - 1].levels[place]
        self.turn += 1
        return one.keyed(int(level) + (1 if level % 1 and self.turn % 2 else 0))

    def _pulse(self, day: date, week: int, weekday: int) -> None:
        by_hand = week <= WRITTEN_WEEKS
        told = self.person.week[week - 1].days[weekday - 1] if by_hand else self.life.day()
        if not told:
            return
        own, between, balance, *feelings = told.split()
        self.told.write_on(day, "21:10")
        self.told.mine.add(
            Pulse(
                day=day,
                self_feeling=int(own),
                between=int(between) or None,
                balance=balance,
                feelings=tuple(feelings),
            )
        )

    def _pages(self, day: date, week: int, weekday: int) -> None:
        for page in self.person.pages():
            if (page.week, page.day) == (week, weekday):
                self.told.write_on(day, page.at)
                entry = Entry(day=day, at=page.at, prompt_id=page.prompt, text=page.text.strip())
                store.write_entry(self.told.mine, entry, new_id())
