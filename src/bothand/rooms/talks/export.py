"""How each kind of *talks* reads in an export."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from bothand.kit.manifest import Readable
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import present
from bothand.rooms.talks.conversation.records import Close, Impression, Talk, Turn
from bothand.rooms.talks.invitations.records import Checklist, Table
from bothand.rooms.talks.topics.records import Mentions, Preparation, Topic
from bothand.vault.records import Record


def _say_day(one: Any) -> str:
    return date_format(one, "j F Y")


def _say_time(seconds: int) -> str:
    return date_format(localtime(datetime.fromtimestamp(seconds, UTC)), "j F Y, H:i")


def _drop_empty(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if pair[1])


def _describe_topic(one: Topic) -> Readable:
    hard = str(labels.HARD.get(one.hard, ""))
    pairs = _drop_empty((_("Your words"), one.text), (_("How hard"), hard), (_("Since"), _say_day(one.since)))
    return Readable(heading=_("A topic set aside"), pairs=pairs)


def _describe_table(one: Table) -> Readable:
    pairs: list[tuple[str, str]] = []
    if one.invite:
        pairs += _drop_empty(
            (_("You asked to talk about"), one.invite.text),
            (_("When"), _say_time(one.invite.when)),
            (_("What you need"), one.invite.need),
        )
    if one.answer:
        pairs += _drop_empty(
            (_("What you said to an invitation"), _("Ready") if one.answer.ready else _("Not now")),
            (_("Another time"), _say_time(one.answer.other) if one.answer.other else ""),
        )
    if one.open:
        pairs += [(_("A talk you began"), one.open.text)]
    pairs += [(_("To look at again"), f"{_say_day(each.day)}: {each.text}") for each in one.later]
    return Readable(heading=_("Topics for both"), pairs=tuple(pairs))


def _describe_talk(one: Talk) -> Readable:
    pairs = (
        (_("About"), one.text),
        (_("Begun"), _say_time(one.began)),
        (_("How"), str(labels.WAYS[one.way])),
    )
    return Readable(heading=_("A talk on %(day)s") % {"day": _say_day(one.day)}, pairs=pairs)


def _describe_turn(one: Turn) -> Readable:
    pairs = _drop_empty(
        (_("In words"), one.text),
        (_("What was needed"), one.need),
        (_("Feelings"), present.feeling_words(one.feelings)),
        (_("Whose words"), _("the other's, typed on the author's device") if one.voice else ""),
        (_("Until"), _say_time(one.until) if one.until else ""),
    )
    return Readable(heading=str(labels.ACTS[one.act]), pairs=pairs, part_of=one.talk)


def _describe_close(one: Close) -> Readable:
    pairs = _drop_empty(
        (_("How it was left"), str(labels.OUTCOMES[one.outcome])),
        (_("In words"), one.text),
        (_("To look at again"), _say_day(one.again) if one.again else ""),
    )
    heading = _("A talk closed on %(day)s") % {"day": _say_day(one.day)}
    return Readable(heading=heading, pairs=pairs, part_of=one.talk)


def _describe_impression(one: Impression) -> Readable:
    pairs = _drop_empty(
        (_("About"), one.topic),
        (_("Felt heard"), str(labels.FELT.get(one.heard, ""))),
        (_("Felt safe"), str(labels.FELT.get(one.safe, ""))),
        (_("Your words"), one.text),
    )
    heading = _("How a talk on %(day)s was for you") % {"day": _say_day(one.day)}
    return Readable(heading=heading, pairs=pairs, part_of=one.talk)


def _describe_mentions(one: Mentions) -> Readable:
    pairs = tuple((_say_day(line.day), line.text) for line in one.lines)
    return Readable(heading=_("When which topic came up"), pairs=pairs)


def _describe_preparation(one: Preparation) -> Readable:
    pairs = _drop_empty(
        (_("About"), one.topic),
        (_("What you saw or heard"), one.saw),
        (_("What you feel"), one.feel),
        (_("What matters to you"), one.need),
        (_("What you would like to ask for"), one.ask),
        (_("Anything else"), one.rest),
    )
    return Readable(heading=_("Words you found"), pairs=pairs)


def _describe_checklist(one: Checklist) -> Readable:
    ticked = "\n".join(str(labels.LIST[name]) for name in one.ticks if name in labels.LIST)
    pairs = _drop_empty(
        (_("About"), one.topic), (_("How it was"), ticked), (_("What you were afraid of"), one.afraid)
    )
    return Readable(heading=_("Before a talk, on %(day)s") % {"day": _say_day(one.day)}, pairs=pairs)


READABLE: Mapping[type[Record], Callable[[Any], Readable]] = {
    Topic: _describe_topic,
    Table: _describe_table,
    Talk: _describe_talk,
    Turn: _describe_turn,
    Close: _describe_close,
    Impression: _describe_impression,
    Mentions: _describe_mentions,
    Preparation: _describe_preparation,
    Checklist: _describe_checklist,
}
