"""What the two invented people of the demo set aside to talk about, and one talk that they held."""

from typing import Any, Final

from bothand.accounts import wall_clock
from bothand.kit.demo import Told, made_id
from bothand.rooms.talks.conversation import rules, store
from bothand.rooms.talks.conversation.records import Close, Impression, Talk, Turn
from bothand.rooms.talks.conversation.rules import place_of_impression
from bothand.rooms.talks.topics.records import Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation

PHONES: Final = "Phones in the evening"
TURNS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("sam", {"act": "say", "text": "I look forward to supper all day.", "feelings": ("hopeful",)}),
    ("noa", {"act": "back", "text": "You look forward to it, the whole day."}),
    ("sam", {"act": "yes"}),
    ("noa", {"act": "say", "text": "When there is a phone between us, I feel far away. I miss just sitting there.", "need": "Half an hour without it.", "feelings": ("lonely",)}),
    ("sam", {"act": "back", "text": "You feel far away, and you would like half an hour without it."}),
    ("noa", {"act": "yes"}),
)  # fmt: skip


def put(one: Told, other: Told) -> None:
    """A topic of one's own with words for it, one of both, and a talk that both have left."""
    two = {one.login: one, other.login: other}
    noa, sam = two["noa"], two["sam"]
    noa.write_on(noa.day(46, 3))
    visits = noa.mine.add(
        Topic(text="How often we visit your parents", hard=3, since=noa.day(46, 3)),
        made_id("topic", "visits"),
    )
    words = Preparation(
        topic=visits.record.text,
        saw="Four Sundays in a row we went there for lunch.",
        feel="Tired, and a bit invisible.",
        ask="Could we say once a month, and go gladly?",
    )
    noa.mine.add(words, place_of_preparation(visits.id))
    sam.write_on(sam.day(47, 5))
    sam.ours.add(
        Topic(text="Whether the spare room becomes a workshop", hard=1, since=sam.day(47, 5)),
        made_id("topic", "workshop"),
    )
    _talk(noa, sam)


def _talk(noa: Told, sam: Told) -> None:
    day = sam.day(45, 6)
    sam.write_on(day, "19:30")
    pair = sam.pair_with(noa)
    begun = Talk(
        day=day, text=PHONES, way="turns", devices="two", first=pair.me, people=(pair.me, pair.other),
        began=int(wall_clock.now().timestamp()), minutes=30,
    )  # fmt: skip
    talk = store.start_talk(pair, begun, made_id("talk"))
    for minute, (login, turn) in enumerate(TURNS):
        who, other = (sam, noa) if login == "sam" else (noa, sam)
        who.write_on(day, f"19:{32 + minute}")
        two = who.pair_with(other)
        transcript = store.read_transcript(two.ours, two.me, talk.id)
        about = transcript.state.back if turn["act"] == "yes" else transcript.state.said
        said = Turn(day=day, talk=talk.id, step=0, about=about.id if about else b"", **turn)
        store.add_turn(two, transcript, said, -1)
    for who, outcome, text in (
        (sam, "agreement", "Supper without phones, for a week."),
        (noa, "understood", "I had not known that you look forward to it."),
    ):
        who.write_on(day, "19:55")
        close = Close(
            day=day, talk=talk.id, outcome="agreement" if outcome == "agreement" else "understood", text=text
        )
        who.ours.add(close, rules.place_of_close(talk.id, who.account))
        felt = Impression(day=day, talk=talk.id, topic=PHONES, heard=4, safe=5)
        who.mine.add(felt, place_of_impression(talk.id))
