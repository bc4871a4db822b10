"""How goals, steps and entries come from what was opened to what pages show."""

from collections.abc import Collection, Iterable

from django.urls import reverse

from bothand.rooms.goals.pages import EntryRow, GoalRow, StepRow
from bothand.rooms.goals.records import Entry, Goal, Step
from bothand.rooms.goals.support.records import SharedGoal
from bothand.vault.body import Opened


def link_goal(hex_id: str) -> str:
    """Where a goal of mine is read."""
    return reverse("goals_show", args=[hex_id])


def list_goal_rows(goals: Iterable[Opened[Goal]], shared: Collection[bytes] = ()) -> tuple[GoalRow, ...]:
    """Goals of mine, in the order given; `shared` are the ids of those that the other sees."""
    return tuple(
        GoalRow(path=link_goal(goal.hex), text=goal.record.text, shared=goal.id in shared) for goal in goals
    )


def list_partner_rows(goals: Iterable[Opened[SharedGoal]]) -> tuple[GoalRow, ...]:
    """Goals that the other shares, in the order given."""
    return tuple(
        GoalRow(path=reverse("goals_partner", args=[goal.hex]), text=goal.record.text) for goal in goals
    )


def list_steps(steps: Iterable[Step]) -> tuple[StepRow, ...]:
    """Steps, in the order given."""
    return tuple(StepRow(hex=step.id.hex(), text=step.text, done=step.done) for step in steps)


def list_entries(entries: Iterable[Opened[Entry]]) -> tuple[EntryRow, ...]:
    """Entries, the last first."""
    newest = sorted(entries, key=lambda entry: (entry.record.day, entry.created), reverse=True)
    return tuple(
        EntryRow(path=reverse("goals_entry", args=[entry.hex]), day=entry.record.day, text=entry.record.text)
        for entry in newest
    )
