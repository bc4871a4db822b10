"""States of *talks* for the harness, and for tests: topics, invitations, talks."""

from datetime import timedelta
from typing import Final

from bothand.accounts import wall_clock
from bothand.accounts.access import Pair
from bothand.accounts.partner import Partner
from bothand.kit.tests.cases import (
    Kwargs,
    Stage,
)
from bothand.rooms.talks.conversation import rules, store
from bothand.rooms.talks.conversation.records import Close, Impression, Talk, Turn
from bothand.rooms.talks.conversation.rules import place_of_impression
from bothand.rooms.talks.invitations.records import Answer, Invitation, Reminder, Table
from bothand.rooms.talks.invitations.store import change_table
from bothand.rooms.talks.topics.records import Mention, Mentions, Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation
from bothand.rooms.talks.topics.store import note_mention
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id

PHONES: Final = "Phones in the evening"
MONEY: Final = "How we pay for the holidays"
DAY_SECONDS: Final = 86_400


def pair_of(stage: Stage) -> Pair:
    """The two, as the person of this stage has them."""
    other, settings = stage.partner.account, stage.partner.settings
    return Pair(stage.both, stage.account, Partner(account=other, name=settings.name, hue=settings.hue))


def pair_of_partner(stage: Stage) -> Pair:
    """The two, as the partner of this stage's person has them."""
    me = Partner(account=stage.account, name=stage.settings.name, hue=stage.settings.hue)
    return Pair(stage.partner.both, stage.partner.account, me)


def one_topic(stage: Stage) -> Kwargs:
    """A topic in *mine*, three weeks old, with words found for it, that came up twice."""
    record = Topic(text=PHONES, hard=2, since=stage.today - timedelta(days=22))
    kept = stage.mine.add(record, new_id())
    stage.mine.add(
        Preparation(topic=PHONES, saw="On Monday we both read while we ate.", feel="Alone, a little."),
        place_of_preparation(kept.id),
    )
    for days in (16, 2):
        note_mention(stage.mine, Mention(kept.id, PHONES, stage.today - timedelta(days=days)))
    return {"hex_id": kept.hex}


def bare_topic(stage: Stage) -> Kwargs:
    """A topic in *mine*, as it was put aside."""
    return {"hex_id": stage.mine.add(Topic(text=PHONES, since=stage.today), new_id()).hex}


def topic_written_twice(stage: Stage) -> Kwargs:
    """A topic that was changed in another window meanwhile."""
    kept = stage.mine.add(Topic(text=PHONES, since=stage.today), new_id())
    stage.mine.replace(kept, Topic(text=MONEY, since=stage.today))
    return {"hex_id": kept.hex}


def round_and_round(stage: Stage) -> Kwargs:
    """A topic that came up on four days."""
    thread = new_id()
    lines = tuple(Mention(thread, PHONES, stage.today - timedelta(days=days)) for days in (80, 51, 30, 4))
    if stage.mine.only(Mentions) is None:
        stage.mine.add(Mentions(lines=lines))
    return {}


def asked(stage: Stage) -> Kwargs:
    """The partner asks for a talk; my own invitation stands beside it, and was answered."""
    two = pair_of(stage)
    when = int(wall_clock.now().timestamp()) + DAY_SECONDS
    mine = Invitation(new_id(), MONEY, when, "Half an hour, and the list of last year.")
    change_table(two, lambda table: Table(invite=mine, open=table.open, later=table.later))
    theirs = Invitation(new_id(), PHONES, when, "Half an hour on the bench, and no phones.")
    said = Answer(mine.id, mine.when, False, stage.today - timedelta(days=1), when + DAY_SECONDS)
    change_table(pair_of_partner(stage), lambda table: Table(invite=theirs, answer=said, open=table.open))
    return {}


def was_asked(stage: Stage) -> Kwargs:
    """An invitation of mine stands; the form was opened before it."""
    when = int(wall_clock.now().timestamp()) + DAY_SECONDS
    mine = Invitation(new_id(), MONEY, when, "Half an hour.")
    change_table(pair_of(stage), lambda table: Table(invite=mine, open=table.open))
    return {}


def begun(stage: Stage, *, way: str = "turns", devices: str = "two", mine_first: bool = True) -> Opened[Talk]:
    """A talk that was begun just now."""
    two = pair_of(stage)
    record = Talk(
        day=stage.today,
        text=PHONES,
        way="turns" if way == "turns" else "plain",
        devices="two" if devices == "two" else "one",
        first=two.me if mine_first else two.other,
        people=(two.me, two.other),
        began=int(wall_clock.now().timestamp()),
        minutes=30,
    )
    return store.start_talk(two, record, new_id())


def says(stage: Stage, talk: Opened[Talk], *, partner: bool = False, **turn: object) -> None:
    """One turn of somebody's. `act`, `text` and so on as in `Turn`."""
    two = pair_of_partner(stage) if partner else pair_of(stage)
    found = store.read_transcript(two.ours, two.me, talk.id)
    about = found.state.back if turn.get("act") in ("yes", "not") else found.state.said
    record = Turn(
        day=stage.today,
        talk=talk.id,
        step=0,
        about=about.id if about else b"",
        **turn,  # type: ignore[arg-type]  # a turn's own fields
    )
    store.add_turn(two, found, record, -1)


def listening(stage: Stage) -> Opened[Talk]:
    """A talk with a few turns: now I say back what I heard."""
    talk = begun(stage)
    says(stage, talk, act="say", text="I look forward to supper all day.", feelings=("hopeful",))
    says(stage, talk, act="back", text="You look forward to it.", partner=True)
    says(stage, talk, act="yes", text="")
    said = "When we sit down and there is a phone between us, I feel far away. I miss just being with you."
    says(
        stage, talk, act="say", text=said, need="Half an hour without it.", feelings=("lonely",), partner=True
    )
    return talk


def a_talk(stage: Stage) -> Kwargs:
    """A talk in which it is my turn to listen."""
    return {"hex_id": listening(stage).hex}


def a_fresh_talk(stage: Stage) -> Kwargs:
    """A talk that has just begun; I speak first."""
    return {"hex_id": begun(stage).hex}


def a_closed_talk(stage: Stage) -> Kwargs:
    """A talk that both have left."""
    talk, two = listening(stage), pair_of(stage)
    record = Close(
        day=stage.today, talk=talk.id, outcome="agreement", text="Supper without phones, for a week."
    )
    two.ours.add(record, rules.place_of_close(talk.id, two.me))
    theirs = Close(
        day=stage.today, talk=talk.id, outcome="understood", text="I had not known that you wait for it."
    )
    stage.partner.both.add(theirs, rules.place_of_close(talk.id, two.other))
    return {"hex_id": talk.hex}


def closed_twice(stage: Stage) -> Kwargs:
    """A talk that I left in another window meanwhile."""
    talk, two = listening(stage), pair_of(stage)
    record = Close(day=stage.today, talk=talk.id, outcome="open", text="We leave it here.")
    two.ours.add(record, rules.place_of_close(talk.id, two.me))
    return {"hex_id": talk.hex}


def felt(stage: Stage) -> Kwargs:
    """A talk that is over, and how it was for me."""
    found = a_closed_talk(stage)
    talk = bytes.fromhex(found["hex_id"])
    record = Impression(
        day=stage.today, talk=talk, topic=PHONES, heard=4, safe=2, text="Better than last time."
    )
    stage.mine.add(record, place_of_impression(talk))
    return found


def everything(stage: Stage) -> Kwargs:
    """All that the first page can show to one of two."""
    one_topic(stage)
    begun(stage)
    asked(stage)
    round_and_round(stage)
    topic = Topic(text="Your mother's visits", since=stage.today)
    stage.partner.both.add(topic, new_id())
    return {}


def all_alone(stage: Stage) -> Kwargs:
    """What the first page shows to one alone."""
    one_topic(stage)
    round_and_round(stage)
    return {}


def some_past(stage: Stage) -> Kwargs:
    """Talks that were."""
    a_closed_talk(stage)
    return {}


def to_look_at_again(stage: Stage) -> Kwargs:
    """A topic whose day has come."""
    two = pair_of(stage)
    one = Reminder(PHONES, stage.today, new_id())
    change_table(two, lambda table: Table(invite=table.invite, open=table.open, later=(one,)))
    return {}
