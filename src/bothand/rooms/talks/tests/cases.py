"""How the harness reaches the pages and forms of *talks*."""

from collections.abc import Callable
from datetime import timedelta

from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.talks.aloud.pages import AloudPage
from bothand.rooms.talks.conversation.forms import CloseForm, ImpressionForm, NewTalkForm, TurnForm
from bothand.rooms.talks.conversation.pages import (
    ClosePage,
    ImpressionPage,
    NewTalkPage,
    RemoveWordsPage,
    TalkPage,
)
from bothand.rooms.talks.forms import PaperForm, PracticeForm
from bothand.rooms.talks.invitations import rules
from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm, InvitationForm
from bothand.rooms.talks.invitations.pages import AnswerPage, InvitationPage
from bothand.rooms.talks.invitations.present import token_of_invitation
from bothand.rooms.talks.invitations.store import read_tables
from bothand.rooms.talks.pages import (
    AlonePage,
    GuidePage,
    HelpPage,
    OverviewPage,
    PaperFormPage,
    PaperPage,
    PastPage,
    PracticePage,
    VersionsOfTalksPage,
)
from bothand.rooms.talks.tests.scenes import (
    a_closed_talk,
    a_fresh_talk,
    a_talk,
    all_alone,
    asked,
    bare_topic,
    closed_twice,
    everything,
    felt,
    one_topic,
    pair_of,
    round_and_round,
    some_past,
    to_look_at_again,
    topic_written_twice,
    was_asked,
)
from bothand.rooms.talks.topics.forms import NewTopicForm, PreparationForm, TopicForm
from bothand.rooms.talks.topics.pages import (
    DeleteTopicPage,
    EditTopicPage,
    NewTopicPage,
    PreparationPage,
    RecurringPage,
    TopicPage,
)
from bothand.vault.randomness import new_id

# Data


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before ending a topic sends along."""
    return {"revision": "1"}


def set_aside(_stage: Stage, words: Words) -> Data:
    """A topic for oneself."""
    return {"id": new_id().hex(), "text": words("text"), "hard": "2", "where": "mine"}


def rewritten(_stage: Stage, words: Words) -> Data:
    """A topic, written anew."""
    return {"revision": "1", "text": words("text"), "hard": "1"}


def prepared(_stage: Stage, words: Words) -> Data:
    """Words for a topic."""
    return {"revision": "0", **{name: words(name) for name in ("saw", "feel", "need", "ask", "rest")}}


def prepared_late(_stage: Stage, words: Words) -> Data:
    """Words for a topic, from a page that was opened before others were kept."""
    return {"revision": "7", **{name: words(name) for name in ("saw", "feel", "need", "ask", "rest")}}


def practised(_stage: Stage, words: Words) -> Data:
    """A sentence said back."""
    return {"back": words("back"), "which": "O07"}


def _tomorrow(stage: Stage) -> dict[str, object]:
    return {"day": (stage.today + timedelta(days=1)).isoformat(), "at": "19:30"}


def inviting(stage: Stage, words: Words) -> Data:
    """An invitation, in the place of the one that stands, if any."""
    standing = read_tables(pair_of(stage))[0].invite
    return {**inviting_late(stage, words), "was": standing.id.hex() if standing else ""}


def inviting_late(stage: Stage, words: Words) -> Data:
    """An invitation, from a page that was opened before another one stood."""
    return {"id": new_id().hex(), "text": words("text"), "need": words("need"), **_tomorrow(stage)}


def saying_ready(stage: Stage, _words: Words) -> Data:
    """*Not now*, with another time."""
    mine, theirs = read_tables(pair_of(stage))
    asked_for = rules.find_invitation(mine, theirs)
    return {
        "answer": "not",
        "to": token_of_invitation(asked_for) if asked_for else "",
        **_tomorrow(stage),
    }


def own_list(_stage: Stage, words: Words) -> Data:
    """One's own list, to be kept."""
    return {"revision": "0", "ticks": ["rested", "sober"], "afraid": words("afraid")}


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
    PageCase(url="talks_list", page=OverviewPage, prepare=all_alone),
    PageCase(url="talks_list", page=OverviewPage, prepare=everything, paired=True),
    PageCase(url="talks_list", page=OverviewPage, prepare=to_look_at_again, paired=True),
    PageCase(url="talks_new", page=NewTopicPage),
    PageCase(url="talks_topic", page=TopicPage, prepare=one_topic),
    PageCase(url="talks_edit", page=EditTopicPage, prepare=one_topic),
    PageCase(url="talks_delete", page=DeleteTopicPage, prepare=one_topic),
    PageCase(url="talks_prepare", page=PreparationPage, prepare=one_topic),
    PageCase(url="talks_practice", page=PracticePage),
    PageCase(url="talks_invite", page=AlonePage),
    PageCase(url="talks_invite", page=InvitationPage, prepare=was_asked, paired=True),
    PageCase(url="talks_answer", page=AnswerPage, prepare=asked, paired=True),
    PageCase(url="talks_begin", page=NewTalkPage, paired=True),
    PageCase(url="talks_talk", page=TalkPage, prepare=a_talk, paired=True),
    PageCase(url="talks_talk", page=TalkPage, prepare=a_closed_talk, paired=True),
    PageCase(url="talks_close", page=ClosePage, prepare=a_talk, paired=True),
    PageCase(url="talks_after", page=ImpressionPage, prepare=felt, paired=True),
    PageCase(url="talks_remove", page=RemoveWordsPage, prepare=a_closed_talk, paired=True),
    PageCase(url="talks_past", page=PastPage, prepare=some_past, paired=True),
    PageCase(url="talks_recurring", page=RecurringPage, prepare=round_and_round),
    PageCase(url="talks_guide", page=GuidePage),
    PageCase(url="talks_help", page=HelpPage),
    PageCase(url="talks_aloud", page=AloudPage, content=False, paired=True),
    PageCase(url="talks_ears", page=AloudPage, content=False, paired=True),
    PageCase(url="talks_paper", page=PaperFormPage, prepare=all_alone),
    PageCase(url="talks_paper", page=PaperPage, query="empty=1", content=False),
)
FORMS = (
    FormCase(url="talks_new", form=NewTopicForm, data=set_aside),
    FormCase(url="talks_edit", form=TopicForm, prepare=bare_topic, data=rewritten),
    FormCase(url="talks_edit", form=TopicForm, prepare=topic_written_twice, data=rewritten, shows=VersionsOfTalksPage),
    FormCase(url="talks_delete", form=None, prepare=one_topic, data=first_revision),
    FormCase(url="talks_mention", form=None, prepare=bare_topic, data=nothing_typed),
    FormCase(url="talks_prepare", form=PreparationForm, prepare=bare_topic, data=prepared),
    FormCase(url="talks_prepare", form=PreparationForm, prepare=one_topic, data=prepared_late, shows=VersionsOfTalksPage),
    FormCase(url="talks_practice", form=PracticeForm, data=practised),
    FormCase(url="talks_invite", form=InvitationForm, data=inviting, paired=True),
    FormCase(url="talks_invite", form=InvitationForm, prepare=was_asked, data=inviting_late, paired=True, shows=VersionsOfTalksPage),
    FormCase(url="talks_withdraw", form=None, prepare=was_asked, data=nothing_typed, paired=True),
    FormCase(url="talks_answer", form=AnswerForm, prepare=asked, data=saying_ready, paired=True),
    FormCase(url="talks_checklist", form=ChecklistForm, prepare=asked, data=own_list, paired=True),
    FormCase(url="talks_begin", form=NewTalkForm, data=beginning, paired=True),
    FormCase(url="talks_talk", form=TurnForm, prepare=a_fresh_talk, data=speaking("say:0"), paired=True),
    FormCase(url="talks_talk", form=TurnForm, prepare=a_fresh_talk, data=speaking("pause:0"), paired=True),
    FormCase(url="talks_talk", form=TurnForm, prepare=a_fresh_talk, data=speaking("aside:0"), paired=True),
    FormCase(url="talks_close", form=CloseForm, prepare=a_fresh_talk, data=closing("again"), paired=True),
    FormCase(url="talks_close", form=CloseForm, prepare=closed_twice, data=closing("open"), paired=True, shows=VersionsOfTalksPage),
    FormCase(url="talks_after", form=ImpressionForm, prepare=a_fresh_talk, data=how_it_was, paired=True, unseen=True),
    FormCase(url="talks_after", form=ImpressionForm, prepare=felt, data=how_it_was, paired=True, shows=VersionsOfTalksPage),
    FormCase(url="talks_remove", form=None, prepare=a_talk, data=nothing_typed, paired=True),
    FormCase(url="talks_aloud", form=None, data=nothing_typed, paired=True, ends=True),
    FormCase(url="talks_ears", form=None, data=nothing_typed, paired=True, ends=True),
    FormCase(url="talks_paper", form=PaperForm, prepare=all_alone, data=on_paper),
)  # fmt: skip
# Words to read, which hold nothing of anybody's: they stand open while *mine* is locked.
_READ = Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405))
# For two: one alone is told kindly, and gets what was typed back.
_TWO = Line(owner=(200, 200, 422), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409))
# Held aloud: what is shown is nobody's, and beginning only locks.
_ALOUD = Line(owner=(200, 200, 302), locked=(200, 200, 302), anonymous=(302, 302, 403), alone=(200, 200, 409))
ACTORS = {
    "talks_list": LOOK,
    "talks_aloud": _ALOUD,
    "talks_ears": _ALOUD,
    "talks_new": WRITE,
    "talks_topic": LOOK_AT,
    # What was typed about a topic that is gone comes back on a new one.
    "talks_edit": EDIT,
    "talks_delete": DELETE,
    "talks_mention": PRESS_AT,
    "talks_prepare": WRITE_AT,
    "talks_practice": WRITE,
    "talks_invite": _TWO,
    "talks_withdraw": Line(
        owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403), alone=(405, 405, 409)
    ),
    # Without an invitation there is nothing to be ready for.
    "talks_answer": Line(
        owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409)
    ),
    "talks_checklist": Line(
        owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 409)
    ),
    "talks_begin": _TWO,
    # *Ours* can be read while *mine* is locked.
    "talks_talk": Line(owner=(404, 404, 404), locked=(404, 404, 403), anonymous=(302, 302, 403)),
    "talks_close": WRITE_AT,
    "talks_after": WRITE_AT,
    "talks_remove": WRITE_AT,
    "talks_past": Line(
        owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
    ),
    "talks_recurring": LOOK,
    "talks_guide": _READ,
    "talks_help": _READ,
    "talks_paper": Line(owner=(200, 200, 200), locked=(403, 403, 403), anonymous=(302, 302, 403)),
}
