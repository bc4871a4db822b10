"""States of *goals* that pages and forms are shown and sent in, and valid data for its forms."""

from datetime import timedelta

from bothand.kit import asks
from bothand.kit.tests.cases import (
    Data,
    Kwargs,
    Stage,
    Words,
)
from bothand.rooms.goals.records import Entry, Goal, Step
from bothand.rooms.goals.store import add_entry, add_step, load_own
from bothand.rooms.goals.support.forms import FITTED
from bothand.rooms.goals.support.records import Fit, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import digest_copy
from bothand.rooms.goals.support.store import add_fit, save_wish
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id

_TEXT = "Sing in front of people again"
_WHY = "It was the one thing I did that nobody had asked me for."
_STEPS = ("Ask whether the choir takes people in spring", "One song, alone, in the car")
_TO_DO = "Sing at the open evening in May"
_WANTED = ("listen", "remind", "room")


def one_goal(stage: Stage) -> Kwargs:
    """A goal with steps and entries, and its address."""
    goal = stage.mine.add(Goal(text=_TEXT, why=_WHY, begun=stage.today - timedelta(days=40)))
    for number, text in enumerate(_STEPS):
        done = None if number else stage.today - timedelta(days=9)
        add_step(stage.mine, goal.id, Step(id=new_id(), text=text, done=done))
    for number, text in enumerate(
        ("They said yes. Tuesday evenings.", "I sang on the bridge. A man nodded.")
    ):
        entry = Entry(day=stage.today - timedelta(days=30 - 9 * number), goal=goal.id, text=text)
        add_entry(stage.mine, entry, new_id())
    wanted = SupportWish(
        goal=goal.id, wanted=_WANTED, unwanted=("do_with",), words="Ask me on Wednesdays, once."
    )
    save_wish(stage.mine, wanted, revision=0)
    return {"hex_id": goal.hex}


def goal_with_a_step_to_do(stage: Stage) -> Kwargs:
    """A goal with one step that is like no other, not done yet, and its address: one at a time."""
    for trail in load_own(stage.mine).trails:
        if any(step.text == _TO_DO and step.done is None for step in trail.record.steps):
            return {"hex_id": trail.record.goal.hex()}
    kwargs = one_goal(stage)
    add_step(stage.mine, bytes.fromhex(kwargs["hex_id"]), Step(id=new_id(), text=_TO_DO))
    return kwargs


def some_goals(stage: Stage) -> Kwargs:
    """Two that stand, one that was put away."""
    one_goal(stage)
    stage.mine.add(Goal(text="Say what I want before I am asked", begun=stage.today))
    stage.mine.add(Goal(text="Learn to swim", begun=stage.today, ended=stage.today))
    return {}


def goal_written_twice(stage: Stage) -> Kwargs:
    """A goal that was changed in another window meanwhile, and its address."""
    goal = stage.mine.add(Goal(text=_TEXT, begun=stage.today))
    stage.mine.replace(goal, Goal(text="Sing, anywhere", begun=stage.today))
    return {"hex_id": goal.hex}


def one_entry(stage: Stage) -> Kwargs:
    """An entry, and its address."""
    goal = bytes.fromhex(one_goal(stage)["hex_id"])
    return {"hex_id": load_own(stage.mine).list_entries(goal)[0].hex()}


def entry_written_twice(stage: Stage) -> Kwargs:
    """An entry that was changed in another window meanwhile, and its address."""
    kwargs = one_entry(stage)
    there = stage.mine.get(Entry, bytes.fromhex(kwargs["hex_id"]))
    stage.mine.replace(there, Entry(day=there.record.day, goal=there.record.goal, text="They said perhaps."))
    return kwargs


def wanted_twice(stage: Stage) -> Kwargs:
    """Support that was said anew in another window meanwhile, and the goal's address."""
    kwargs = one_goal(stage)
    goal = bytes.fromhex(kwargs["hex_id"])
    save_wish(stage.mine, SupportWish(goal=goal, wanted=("room",)), revision=1)
    return kwargs


def copied(stage: Stage) -> SharedGoal:
    """The goal of these cases as the other sees it."""
    return SharedGoal(
        text=_TEXT,
        wanted=_WANTED,
        unwanted=("do_with",),
        words="Ask me on Wednesdays, once.",
        since=stage.today,
    )


def shared_goal(stage: Stage) -> Kwargs:
    """A goal of mine that the other sees, with support that stands, and its address: one at a time."""
    there = {one.record.goal for one in standing_offers(stage)}
    for goal in load_own(stage.mine).goals:
        if stage.copy_at(goal.id) in there:
            return {"hex_id": goal.hex}
    kwargs = one_goal(stage)
    shared = stage.both.add(copied(stage), stage.copy_at(bytes.fromhex(kwargs["hex_id"])))
    words = "I put it in my phone, for Wednesdays."
    stage.partner.both.add(Offer(goal=shared.id, support="remind", words=words, since=stage.today))
    return kwargs


def standing_offers(stage: Stage) -> list[Opened[Offer]]:
    """Offers to me that stand."""
    lot = stage.both.query(SharedGoal, Offer).items
    goals = {one.id: one.record for one in lot if isinstance(one.record, SharedGoal)}
    return [
        one
        for one in lot
        if isinstance(one.record, Offer)
        and one.author != stage.account
        and one.record.goal in goals
        and one.id not in goals[one.record.goal].ended
    ]


def offered_to_me(stage: Stage) -> Kwargs:
    """Support that the other offers with a goal of mine, and its address."""
    shared_goal(stage)
    return {"hex_id": standing_offers(stage)[0].hex}


def said_often(stage: Stage) -> Kwargs:
    """What was said about support, six times; it took over in four of them."""
    goal = bytes.fromhex(one_goal(stage)["hex_id"])
    for number in range(6):
        fitted = number in {1, 4}
        fit = Fit(
            day=stage.today - timedelta(days=12 * number),
            offer=b"o" * 16,
            goal=goal,
            support="remind",
            fitted=fitted,
            words="" if fitted else "Asked three times before breakfast.",
        )
        add_fit(stage.mine, fit, new_id())
    return {}


def said_once(stage: Stage) -> Kwargs:
    """What was said about support once, and its address."""
    goal = bytes.fromhex(one_goal(stage)["hex_id"])
    fit = Fit(day=stage.today, offer=b"o" * 16, goal=goal, support="listen", fitted=True)
    return {"hex_id": add_fit(stage.mine, fit, new_id()).hex}


def their_goal(stage: Stage) -> Kwargs:
    """A goal that the other shares, with an offer of mine, and its address."""
    copy = SharedGoal(
        text="Finish the thesis", wanted=("listen", "cheer"), unwanted=("remind",), since=stage.today
    )
    shared = stage.partner.both.add(copy)
    stage.both.add(
        Offer(goal=shared.id, support="listen", words="On Sundays, if you like.", since=stage.today)
    )
    return {"hex_id": shared.hex}


def declined(stage: Stage) -> Kwargs:
    """A goal that the other shares, to which I said *I can't*, and its address."""
    copy = SharedGoal(text="Learn to rest", wanted=("remind", "do_with"), since=stage.today)
    shared = stage.partner.both.add(copy)
    stage.both.add(asks.Reply(asked=shared.id), stage.copy_at(asks.no_place(shared.id)))
    return {"hex_id": shared.hex}


def my_offer(stage: Stage) -> Kwargs:
    """An offer of mine with a goal of theirs, and its address."""
    shared = bytes.fromhex(their_goal(stage)["hex_id"])
    offers = [one for one in stage.both.query(Offer).items if one.record.goal == shared]
    return {"hex_id": offers[0].hex}


def both_ways(stage: Stage) -> Kwargs:
    """Goals of both, and an offer whose goal is no longer shared."""
    shared_goal(stage)
    their_goal(stage)
    stage.both.add(Offer(goal=new_id(), support="cheer", since=stage.today))
    return {}


def a_goal(_stage: Stage, words: Words) -> Data:
    """A goal."""
    return {"id": new_id().hex(), "revision": "1", "text": words("text"), "why": words("why")}


def a_text(_stage: Stage, words: Words) -> Data:
    """A step, or an entry."""
    return {"id": new_id().hex(), "revision": "1", "text": words("text")}


def a_step(stage: Stage, _words: Words) -> Data:
    """The step that is like no other, done."""
    steps = (step for trail in load_own(stage.mine).trails for step in trail.record.steps)
    return {"step": next(one for one in steps if one.text == _TO_DO and not one.done).id.hex(), "do": "done"}


def what_fits(_stage: Stage, words: Words) -> Data:
    """Support that is wanted, and not."""
    return {"wanted": ["listen", "room"], "unwanted": ["remind"], "words": words("words"), "revision": "1"}


def sharing(stage: Stage, _words: Words) -> Data:
    """A goal that is shared without its why, after it was looked at."""
    return {"do": "share", "trace": digest_copy(copied(stage))}


def ending(stage: Stage, _words: Words) -> Data:
    """Support that is ended."""
    return {"offer": standing_offers(stage)[0].hex}


def offering(_stage: Stage, words: Words) -> Data:
    """Support that is offered."""
    return {"support": "remind", "words": words("words"), "id": new_id().hex()}


def how_it_was(_stage: Stage, words: Words) -> Data:
    """Support that fitted."""
    return {"felt": FITTED, "words": words("words"), "id": new_id().hex()}


def put_away(_stage: Stage, _words: Words) -> Data:
    """A goal that is put away."""
    return {"on": "1"}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}
