"""How the other's acts in *talks* read in *Between you*, and the topic I wanted to come back to.

*Not now* makes no line: it is no answer that anybody has to see. Nor does what is said in a talk.
"""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain import checkins
from bothand.domain.checkins import FearAnswers
from bothand.kit.news import Around, Between, News, Silent, Told
from bothand.rooms.talks.conversation.records import Close, Talk, Turn
from bothand.rooms.talks.invitations.present import list_reminders
from bothand.rooms.talks.invitations.records import Answer, Invitation, Table
from bothand.rooms.talks.rules import time_in_zone
from bothand.rooms.talks.topics.records import Topic
from bothand.vault.body import Opened

MOST_DUE = 1


def tell_topic(one: Opened[Topic], around: Around) -> Sequence[News]:
    """A topic they set aside in *ours*."""
    text = _("%(name)s set a topic aside for the two of you: %(topic)s") % _named(around, one.record.text)
    return (News(text=text, path=reverse("talks_topic", args=[one.hex]), day=one.record.since),)


def tell_table(one: Opened[Table], around: Around) -> Sequence[News]:
    """That they ask for a talk, which waits for an answer; and what they said when I asked."""
    mine = next((each.record for each in around.standing(Table) if each.author == around.me), Table())
    met = {*one.record.met, *mine.met}
    return (
        *_tell_invitation(one.record.invite, mine.answer, met, around),
        *_tell_answer(one.record.answer, mine.invite, met, around),
    )


def tell_talk(one: Opened[Talk], around: Around) -> Sequence[News]:
    """That they began a talk."""
    text = _("%(name)s began a talk: %(topic)s") % _named(around, one.record.text)
    return (News(text=text, path=reverse("talks_talk", args=[one.hex]), day=one.record.day),)


def tell_close(one: Opened[Close], around: Around) -> Sequence[News]:
    """That they wrote how they left a talk."""
    talk = around.beside.get(one.record.talk)
    if talk is None or talk.kind.type is not Talk:
        return ()
    text = _("%(name)s wrote how they left the talk: %(topic)s") % _named(around, talk.record.text)
    return (News(text=text, path=reverse("talks_talk", args=[talk.hex]), day=one.record.day),)


def list_due(around: Around) -> Sequence[News]:
    """A topic that I wanted to look at again from this day on; nothing for two is reminded of under the fear rule."""
    if not checkins.ruling_answers(around.own(FearAnswers), around.today).joint:
        return ()
    mine = next((each.record for each in around.standing(Table) if each.author == around.me), Table())
    return tuple(
        News(
            text=_("You wanted to come back to this: %(topic)s") % {"topic": one.text},
            path=reverse("talks_list"),
            waits=True,
            day=one.day,
        )
        for one in list_reminders(mine, around.today)[:MOST_DUE]
    )


def _tell_invitation(
    invite: Invitation | None, answer: Answer | None, met: set[bytes], around: Around
) -> Sequence[News]:
    if invite is None or invite.id in met:
        return ()
    answered = answer is not None and (answer.invite, answer.when) == (invite.id, invite.when)
    if not answered and time_in_zone(around.zone, invite.when).date() < around.today:
        # Its time is over: it is nobody's to answer any more.
        return ()
    day = date_format(time_in_zone(around.zone, invite.when), "l j F")
    text = _("%(name)s would like to talk on %(day)s: %(topic)s") % {
        **_named(around, invite.text),
        "day": day,
    }
    return (
        News(text=text, path=reverse("talks_answer"), waits=not answered, settled=answered, day=invite.day),
    )


def _tell_answer(
    answer: Answer | None, invite: Invitation | None, met: set[bytes], around: Around
) -> Sequence[News]:
    if answer is None or invite is None or invite.id in met:
        return ()
    if (answer.invite, answer.when) != (invite.id, invite.when):
        return ()
    if answer.ready:
        text = _("%(name)s is ready to talk: %(topic)s") % _named(around, invite.text)
    elif answer.other:
        text = _("%(name)s suggests another time to talk: %(topic)s") % _named(around, invite.text)
    else:
        return ()
    return (News(text=text, path=reverse("talks_list"), day=answer.day),)


def _named(around: Around, topic: str) -> dict[str, str]:
    return {"name": around.name, "topic": topic}


BETWEEN: Between = {
    Topic: Told(tell_topic),
    Table: Told(tell_table, lasting=True),
    Talk: Told(tell_talk),
    Turn: Silent("a talk shows its own turns to both; a line for each would follow every word"),
    Close: Told(tell_close, lambda one, _around: (one.record.talk,)),
}
