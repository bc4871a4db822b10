"""What *boundaries* puts on *Today*: what came from the other within a week, and what is to be looked at again."""

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.kit.asks import find_noes
from bothand.kit.manifest import Asked, Part
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.pages import NewPart
from bothand.rooms.boundaries.records import Answer

MOST = 3


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """What the other showed or answered within a week, and what one wanted to look at again by now.

    It says what is there. Whether anybody has read or answered it is nobody's to know, and said nowhere.
    """
    own = rules.sort_own(asked.standing().items)
    due = [boundary for boundary in own if rules.is_due(boundary.record, asked.today)]
    news = _list_news(asked)
    if not due and not news:
        return ()
    return (NewPart(came=news[:MOST], due=tuple(map(present.build_due_row, due[:MOST]))),)


def _list_news(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What the other showed or answered of late, each with its address, the newest first.

    What I answered has been here long enough.
    """
    if asked.ours is None:
        return ()
    me, lot = asked.account, asked.between()
    mine = {shared.id for shared in rules.list_shared(lot.items, me)}
    answered = {
        opened.record.boundary
        for opened in lot.items
        if isinstance(opened.record, Answer) and opened.author == me
    } | set(find_noes(lot, me))
    news = []
    for opened in sorted(lot.items, key=lambda opened: opened.changed, reverse=True):
        record = opened.record
        if opened.author == me or not rules.is_fresh(localtime(opened.changed).date(), asked.today):
            continue
        if isinstance(record, SharedBoundary) and opened.id not in answered and record.ended is None:
            path = reverse("boundaries_shared_show", args=[opened.hex])
            news.append((_announce_share(record.words, asked.partner), path))
        elif isinstance(record, Answer) and record.boundary in mine:
            path = reverse("boundaries_shared_show", args=[record.boundary.hex()])
            text = gettext("%(name)s wrote to your boundary.") % {"name": asked.partner}
            news.append((text, path))
    return tuple(news)


def _announce_share(words: Wording, partner: str) -> str:
    area = labels.name_choice(labels.AREAS, words.area)
    named = {"name": partner, "area": area}
    if not words.will:
        return gettext("%(name)s shared a wish.") % named
    if not area:
        return gettext("%(name)s shared a boundary.") % named
    return gettext("%(name)s shared a boundary about %(area)s.") % named
