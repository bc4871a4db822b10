"""How the harness reaches the pages and forms of *talks*."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bothand.couples import timing
from bothand.rooms.kit.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.talks import flow, forms, keeping, pages
from bothand.rooms.talks.place import Pair, felt_place, words_place
from bothand.rooms.talks.records import (
    Answer,
    Close,
    Felt,
    Invite,
    Later,
    Prepared,
    Round,
    Rounds,
    Table,
    Talk,
    Topic,
    Turn,
)
from bothand.vault.body import Opened
from bothand.vault.chance import new_id

PHONES: Final = "Phones in the evening"
MONEY: Final = "How we pay for the holidays"
DAY_SECONDS: Final = 86_400


def pair_of(stage: Stage) -> Pair:
    """The two, as the person of this stage has them."""
    me, other = stage.account, stage.partner.account
    return Pair(stage.both, me, other, stage.partner.settings.name)


def one_topic(stage: Stage) -> Kwargs:
    """A topic in *mine*, three weeks old, with words found for it, that came up twice."""
    record = Topic(text=PHONES, hard=2, since=stage.today - timedelta(days=22))
    kept = stage.mine.add(record, new_id())
    stage.mine.add(
        Prepared(topic=PHONES, saw="On Monday we both read while we ate.", feel="Alone, a little."),
        words_place(kept.id),
    )
    for days in (16, 2):
        keeping.note_round(stage.mine, Round(kept.id, PHONES, stage.today - timedelta(days=days)))
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
    lines = tuple(Round(thread, PHONES, stage.today - timedelta(days=days)) for days in (80, 51, 30, 4))
    if stage.mine.only(Rounds) is None:
        stage.mine.add(Rounds(lines=lines))
    return {}


def asked(stage: Stage) -> Kwargs:
    """The partner asks for a talk; my own invitation stands beside it, and was answered."""
    two, other = pair_of(stage), pair_of(stage.partner) if stage.partner.other else None
    when = int(timing.now().timestamp()) + DAY_SECONDS
    mine = Invite(new_id(), MONEY, when, "Half an hour, and the list of last year.")
    keeping.set_table(two, lambda table: Table(invite=mine, open=table.open, later=table.later))
    theirs = Invite(new_id(), PHONES, when, "An hour. No phones. Just to be heard.")
    said = Answer(mine.id, mine.when, False, stage.today - timedelta(days=1), when + DAY_SECONDS)
    back = other or Pair(stage.partner.both, two.other, two.me, stage.settings.name)
    keeping.set_table(back, lambda table: Table(invite=theirs, answer=said, open=table.open))
    return {}


def was_asked(stage: Stage) -> Kwargs:
    """An invitation of mine stands; the form was opened before it."""
    when = int(timing.now().timestamp()) + DAY_SECONDS
    mine = Invite(new_id(), MONEY, when, "Half an hour.")
    keeping.set_table(pair_of(stage), lambda table: Table(invite=mine, open=table.open))
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
        began=int(timing.now().timestamp()),
        minutes=30,
    )
    return keeping.begin(two, record, new_id())


def says(stage: Stage, talk: Opened[Talk], *, partner: bool = False, **turn: object) -> None:
    """One turn of somebody's. `act`, `text` and so on as in `Turn`."""
    two = pair_of(stage)
    if partner:
        two = Pair(stage.partner.both, two.other, two.me, stage.settings.name)
    found = keeping.heap(two, talk.id)
    about = found.state.back if turn.get("act") in ("yes", "not") else found.state.said
    record = Turn(
        day=stage.today,
        talk=talk.id,
        step=0,
        about=about.id if about else b"",
        **turn,  # type: ignore[arg-type]  # a turn's own fields
    )
    keeping.add_turn(two, found, record, -1)


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
    two.ours.add(record, flow.close_place(talk.id, two.me))
    theirs = Close(
        day=stage.today, talk=talk.id, outcome="understood", text="I had not known that you wait for it."
    )
    stage.partner.both.add(theirs, flow.close_place(talk.id, two.other))
    return {"hex_id": talk.hex}


def closed_twice(stage: Stage) -> Kwargs:
    """A talk that I left in another window meanwhile."""
    talk, two = listening(stage), pair_of(stage)
    record = Close(day=stage.today, talk=talk.id, outcome="open", text="We leave it here.")
    two.ours.add(record, flow.close_place(talk.id, two.me))
    return {"hex_id": talk.hex}


def felt(stage: Stage) -> Kwargs:
    """A talk that is over, and how it was for me."""
    found = a_closed_talk(stage)
    talk = bytes.fromhex(found["hex_id"])
    record = Felt(day=stage.today, talk=talk, topic=PHONES, heard=4, safe=2, text="Better than last time.")
    stage.mine.add(record, felt_place(talk))
    return found


def everything(stage: Stage) -> Kwargs:
    """All that the first page can show to one of two."""
    one_topic(stage)
    asked(stage)
    begun(stage)
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
    one = Later(PHONES, stage.today, new_id())
    keeping.set_table(two, lambda table: Table(invite=table.invite, open=table.open, later=(one,)))
    return {}


# Data


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before ending a topic sends along."""
    return {"revision": "1"}


def parked(_stage: Stage, words: Words) -> Data:
    """A topic for oneself."""
    return {"id": new_id().hex(), "text": words("text"), "hard": "2", "where": "mine"}


def rewritten(_stage: Stage, words: Words) -> Data:
    """A topic, written anew."""
    return {"revision": "1", "text": words("text"), "hard": "1"}


def prepared(_stage: Stage, words: Words) -> Data:
    """Words for a topic."""
    return {"revision": "0", **{name: words(name) for name in ("saw", "feel", "need", "ask")}}


def prepared_late(_stage: Stage, words: Words) -> Data:
    """Words for a topic, from a page that was opened before others were kept."""
    return {"revision": "7", **{name: words(name) for name in ("saw", "feel", "need", "ask")}}


def practised(_stage: Stage, words: Words) -> Data:
    """A sentence said back."""
    return {"back": words("back"), "which": "O07"}


def _tomorrow(stage: Stage) -> dict[str, object]:
    return {"day": (stage.today + timedelta(days=1)).isoformat(), "at": "19:30"}


def inviting(stage: Stage, words: Words) -> Data:
    """An invitation."""
    return {"id": new_id().hex(), "text": words("text"), "need": words("need"), **_tomorrow(stage)}


def saying_ready(stage: Stage, _words: Words) -> Data:
    """*Not now*, with another time."""
    return {"answer": "not", **_tomorrow(stage)}


def own_list(_stage: Stage, words: Words) -> Data:
    """One's own list, to be kept."""
    return {"id": new_id().hex(), "ticks": ["rested", "sober"], "afraid": words("afraid")}


def beginning(_stage: Stage, words: Words) -> Data:
    """A talk with turns, on two devices."""
    return {
        "id": new_id().hex(), "text": words("text"), "way": "turns", "devices": "two", "first": "mine",
        "minutes": "30",
    }  # fmt: skip


def speaking(act: str) -> Callable[[Stage, Words], Data]:
    """A turn by the button with this value."""

    def data(_stage: Stage, words: Words) -> Data:
        return {
            "act": act, "number": "0", "text": words("text"), "need": words("need"), "feelings": ["hopeful"],
            "back": "60",
        }  # fmt: skip

    return data


def closing(outcome: str) -> Callable[[Stage, Words], Data]:
    """Leaving a talk."""

    def data(stage: Stage, words: Words) -> Data:
        again = stage.today + timedelta(days=9)
        return {"outcome": outcome, "text": words("text"), "revision": "0", "again": again.isoformat()}

    return data


def how_it_was(_stage: Stage, words: Words) -> Data:
    """How a talk was."""
    return {"heard": "4", "safe": "5", "text": words("text"), "revision": "0"}


def on_paper(_stage: Stage, words: Words) -> Data:
    """What goes on the page."""
    return {"text": words("text"), "hope": words("hope")}


PAGES = (
    PageCase(url="talks_list", page=pages.ListPage, prepare=all_alone),
    PageCase(url="talks_list", page=pages.ListPage, prepare=everything, paired=True),
    PageCase(url="talks_list", page=pages.ListPage, prepare=to_look_at_again, paired=True),
    PageCase(url="talks_new", page=pages.NewPage),
    PageCase(url="talks_topic", page=pages.TopicPage, prepare=one_topic),
    PageCase(url="talks_edit", page=pages.EditTopicPage, prepare=one_topic),
    PageCase(url="talks_end", page=pages.EndTopicPage, prepare=one_topic),
    PageCase(url="talks_prepare", page=pages.PreparePage, prepare=one_topic),
    PageCase(url="talks_practice", page=pages.PracticePage),
    PageCase(url="talks_ask", page=pages.LonePage),
    PageCase(url="talks_ask", page=pages.InvitePage, prepare=was_asked, paired=True),
    PageCase(url="talks_ready", page=pages.ReadyPage, prepare=asked, paired=True),
    PageCase(url="talks_begin", page=pages.BeginPage, paired=True),
    PageCase(url="talks_talk", page=pages.TalkPage, prepare=a_talk, paired=True),
    PageCase(url="talks_talk", page=pages.TalkPage, prepare=a_closed_talk, paired=True),
    PageCase(url="talks_close", page=pages.ClosePage, prepare=a_talk, paired=True),
    PageCase(url="talks_after", page=pages.AfterPage, prepare=felt, paired=True),
    PageCase(url="talks_out", page=pages.TakeOutPage, prepare=a_closed_talk, paired=True),
    PageCase(url="talks_past", page=pages.PastPage, prepare=some_past, paired=True),
    PageCase(url="talks_again", page=pages.AgainPage, prepare=round_and_round),
    PageCase(url="talks_guide", page=pages.GuidePage),
    PageCase(url="talks_outside", page=pages.HelpPage),
    PageCase(url="talks_paper", page=pages.ChoosePaperPage, prepare=all_alone),
    PageCase(url="talks_paper", page=pages.PaperPage, query="empty=1"),
)
FORMS = (
    FormCase(url="talks_new", form=forms.ParkForm, data=parked),
    FormCase(url="talks_edit", form=forms.TopicForm, prepare=bare_topic, data=rewritten),
    FormCase(url="talks_edit", form=forms.TopicForm, prepare=topic_written_twice, data=rewritten, shows=pages.TwoPage),
    FormCase(url="talks_end", form=None, prepare=one_topic, data=first_revision),
    FormCase(url="talks_came", form=None, prepare=bare_topic, data=nothing_typed),
    FormCase(url="talks_prepare", form=forms.PreparedForm, prepare=bare_topic, data=prepared),
    FormCase(url="talks_prepare", form=forms.PreparedForm, prepare=one_topic, data=prepared_late, shows=pages.TwoPage),
    FormCase(url="talks_practice", form=forms.PracticeForm, data=practised),
    FormCase(url="talks_ask", form=forms.InviteForm, data=inviting, paired=True),
    FormCase(url="talks_ask", form=forms.InviteForm, prepare=was_asked, data=inviting, paired=True, shows=pages.TwoPage),
    FormCase(url="talks_withdraw", form=None, prepare=was_asked, data=nothing_typed, paired=True),
    FormCase(url="talks_ready", form=forms.ReadyForm, prepare=asked, data=saying_ready, paired=True),
    FormCase(url="talks_before", form=forms.BeforeForm, prepare=asked, data=own_list, paired=True),
    FormCase(url="talks_begin", form=forms.BeginForm, data=beginning, paired=True),
    FormCase(url="talks_talk", form=forms.SayForm, prepare=a_fresh_talk, data=speaking("say:0"), paired=True),
    FormCase(url="talks_talk", form=forms.SayForm, prepare=a_fresh_talk, data=speaking("pause:0"), paired=True),
    FormCase(url="talks_talk", form=forms.SayForm, prepare=a_fresh_talk, data=speaking("park:0"), paired=True),
    FormCase(url="talks_close", form=forms.CloseForm, prepare=a_fresh_talk, data=closing("again"), paired=True),
    FormCase(url="talks_close", form=forms.CloseForm, prepare=closed_twice, data=closing("open"), paired=True, shows=pages.TwoPage),
    FormCase(url="talks_after", form=forms.FeltForm, prepare=a_fresh_talk, data=how_it_was, paired=True),
    FormCase(url="talks_after", form=forms.FeltForm, prepare=felt, data=how_it_was, paired=True, shows=pages.TwoPage),
    FormCase(url="talks_out", form=None, prepare=a_talk, data=nothing_typed, paired=True),
    FormCase(url="talks_paper", form=forms.PaperForm, prepare=all_alone, data=on_paper),
)  # fmt: skip
# Words to read, which hold nothing of anybody's: they stand open while *mine* is locked.
_READ = Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405))
# For two: one alone is told kindly, and gets what was typed back.
_TWO = Line(owner=(200, 200, 422), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409))
ACTORS = {
    "talks_list": LOOK,
    "talks_new": WRITE,
    "talks_topic": LOOK_AT,
    # What was typed about a topic that is gone comes back on a new one.
    "talks_edit": EDIT,
    "talks_end": DELETE,
    "talks_came": PRESS_AT,
    "talks_prepare": WRITE_AT,
    "talks_practice": WRITE,
    "talks_ask": _TWO,
    "talks_withdraw": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 409)
    ),
    # Without an invitation there is nothing to be ready for.
    "talks_ready": Line(
        owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409)
    ),
    "talks_before": Line(
        owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409)
    ),
    "talks_begin": _TWO,
    # *Ours* can be read while *mine* is locked.
    "talks_talk": Line(owner=(404, 404, 404), locked=(404, 404, 403), anonymous=(302, 302, 403)),
    "talks_close": WRITE_AT,
    "talks_after": WRITE_AT,
    "talks_out": WRITE_AT,
    "talks_past": Line(
        owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
    ),
    "talks_again": LOOK,
    "talks_guide": _READ,
    "talks_outside": _READ,
    "talks_paper": Line(owner=(200, 200, 200), locked=(403, 403, 403), anonymous=(302, 302, 403)),
}
