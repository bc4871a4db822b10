"""What the two invented people of the demo want to grow into, and the support that suits them."""

from typing import Final

from bothand.kit.demo import Told, made_id
from bothand.rooms.goals.records import Entry, Goal, Step
from bothand.rooms.goals.store import add_entry, add_step
from bothand.rooms.goals.support.records import Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.store import save_wish

SING: Final = "Sing in front of people again"
SWIM: Final = "Swim across the lake before I am old"
STEPS: Final = {
    SING: (("Ask whether the choir takes people in spring", 14), ("One song, alone, in the car", 16), ("The open evening in May", 0)),
    SWIM: (("Buy goggles that fit", 24), ("Once a week, before work", 28), ("Ask Ivo to row beside me", 0)),
}  # fmt: skip
ENTRIES: Final = {
    SING: ((15, "They do. Tuesday evenings."), (22, "I sang on the bridge. A man nodded."), (37, "Second row, and I could hear myself.")),
    SWIM: ((29, "Twenty lengths. My arms are surprised."), (41, "Missed two weeks and went again. Nobody died.")),
}  # fmt: skip
WANTED: Final = ("listen", "remind", "room")


def put(one: Told, other: Told) -> None:
    """A goal each, with steps and words about it; one is shared, with support that was offered."""
    sing = _live(one, SING, "It was the one thing I did that nobody had asked me for.", 13)
    _live(other, SWIM, "My uncle did it at sixty.", 23)
    one.write_on(one.day(17, 3))
    wished = SupportWish(goal=sing, wanted=WANTED, unwanted=("do_with",), words="Ask me on Wednesdays, once.")
    save_wish(one.mine, wished, revision=0)
    shared = SharedGoal(
        text=SING, wanted=WANTED, unwanted=("do_with",), words=wished.words, since=one.day(17, 3)
    )
    copy = one.ours.add(shared, one.copy_at(sing))
    other.write_on(other.day(17, 5))
    offer = Offer(
        goal=copy.id,
        support="remind",
        words="I put it in my phone, for Wednesdays.",
        since=other.day(17, 5),
    )
    other.ours.add(offer, made_id("offer", SING))


def _live(who: Told, text: str, why: str, week: int) -> bytes:
    """A goal from a week on. Its id."""
    who.write_on(who.day(week, 2))
    goal = who.mine.add(Goal(text=text, why=why, begun=who.day(week, 2)), made_id("goal", text)).id
    for words, done in STEPS[text]:
        day = who.day(done, 3) if done else None
        add_step(who.mine, goal, Step(id=made_id("step", words), text=words, done=day))
    for number, words in ENTRIES[text]:
        day = who.day(number, 4)
        who.write_on(day)
        add_entry(who.mine, Entry(day=day, goal=goal, text=words), made_id("entry", words))
    return goal
