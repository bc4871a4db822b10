"""How the other's acts in *agreements* read in *Between you*, and which agreements it is time to look at again."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain import agreements, checkins
from bothand.domain.agreements import (
    Agreement,
    AgreementIndex,
    Ended,
    Marked,
    TakenBack,
    Version,
)
from bothand.domain.checkins import FearAnswers
from bothand.kit.asks import CANT, Reply
from bothand.kit.news import Around, Between, News, Silent, Told, find_copy
from bothand.kit.yeses import YES
from bothand.rooms.agreements.matters.records import Matter, Voice, voice_id
from bothand.rooms.agreements.matters.rules import has_said
from bothand.rooms.agreements.packages.records import ShownSuit
from bothand.rooms.agreements.ratings.records import RATE
from bothand.vault.body import Opened
from bothand.vault.meeting_place import Result

MOST_DUE = 3


def tell_matter(one: Opened[Matter], around: Around) -> Sequence[News]:
    """A matter they opened; it waits until I have said what it is about for me, unless it was set aside."""
    index = _find_index(around)
    said = around.beside.get(voice_id(one.id, around.me))
    answered = has_said(None if said is None else said.record)
    waits = one.id in index.matters and not answered
    text = _("%(name)s would like to find an agreement about “%(title)s”.") % _named(around, one.record.title)
    return (News(text=text, path=_matter_path(one.id), waits=waits, settled=answered, day=one.record.day),)


def tell_voice(one: Opened[Voice], around: Around) -> Sequence[News]:
    """That they said what a matter is about for them."""
    return _tell_of_matter(one.record.matter, around, _("%(name)s wrote about “%(title)s”."))


def tell_marked(one: Opened[Marked], around: Around) -> Sequence[News]:
    """That they marked how a matter is now, as both do before they rate."""
    return _tell_of_matter(one.record.subject, around, _("%(name)s marked how it is now in “%(title)s”."))


def tell_shown(one: Opened[ShownSuit], around: Around) -> Sequence[News]:
    """That they chose to show how well a result suits them."""
    about = around.beside.get(one.record.matter)
    if about is None or about.kind.type is not Matter:
        return ()
    text = _("%(name)s shows you how well “%(title)s” suits them.") % _named(around, about.record.title)
    return (News(text=text, path=reverse("agreements_found", args=[about.hex])),)


def tell_version(one: Opened[Version], around: Around) -> Sequence[News]:
    """A wording they suggest; it waits for my yes, or my *I can't*, while it is the newest that both have not agreed to."""
    agreement = around.beside.get(one.record.agreement)
    if agreement is None or agreement.kind.type is not Agreement or one.id in agreement.record.agreed:
        return ()
    waiting = (one.record.agreement, one.id) in _find_index(around).waits
    declined = any(
        each.author == around.me and each.record.asked == one.id and each.record.how == CANT
        for each in around.standing(Reply)
    )
    text = _("%(name)s suggests an agreement: %(title)s") % _named(around, one.record.title)
    path = reverse("agreements_one", args=[one.record.agreement.hex()])
    return (News(text=text, path=path, waits=waiting and not declined, settled=declined, day=one.record.day),)


def tell_no(one: Opened[Reply], around: Around) -> Sequence[News]:
    """That they can't say yes to a wording of mine."""
    version = around.beside.get(one.record.asked)
    if one.record.how != CANT or version is None or version.kind.type is not Version:
        return ()
    text = _("%(name)s can’t agree to “%(title)s” as it is worded.") % _named(around, version.record.title)
    return (News(text=text, path=reverse("agreements_one", args=[version.record.agreement.hex()])),)


def tell_ended(one: Opened[Ended], around: Around) -> Sequence[News]:
    """That an agreement ended, on which day. Why is nobody's business."""
    return _tell_of_agreement(
        one.record.agreement, around, _("%(name)s ended the agreement “%(title)s”."), one.record.day
    )


def tell_taken_back(one: Opened[TakenBack], around: Around) -> Sequence[News]:
    """That a yes was taken back within its day."""
    version = around.beside.get(one.record.version)
    if version is None or version.kind.type is not Version:
        return ()
    text = _("%(name)s took back their yes to “%(title)s”.") % _named(around, version.record.title)
    return (News(text=text, path=reverse("agreements_one", args=[version.record.agreement.hex()])),)


def tell_result(one: Opened[Result], around: Around) -> Sequence[News]:
    """What came of two answers: known to both in the same moment, so it tells of neither alone."""
    rated, agreed = find_copy(one, around, RATE), find_copy(one, around, YES)
    if rated is not None:
        matter = bytes.fromhex(rated.sort.split(":")[1])
        return (
            News(
                text=_("There is a result to look at together."),
                path=reverse("agreements_found", args=[matter.hex()]),
            ),
        )
    if agreed is not None:
        path = reverse("agreements_one", args=[agreed.sort.split(":")[1]])
        return (News(text=_("You both said yes to an agreement."), path=path),)
    return ()


def list_due(around: Around) -> Sequence[News]:
    """Agreements that it is time to look at again, the longest due first; none of it is reminded of under the fear rule."""
    if not checkins.ruling_answers(around.own(FearAnswers), around.today).joint:
        return ()
    ids = agreements.find_due(_find_index(around), around.today)[:MOST_DUE]
    around.load_beside(ids)
    due = [around.beside[one] for one in ids if one in around.beside]
    return tuple(
        News(
            text=_("Time to look at “%(title)s” again: is it still good?") % {"title": one.record.title},
            path=reverse("agreements_one", args=[one.hex]),
            waits=True,
            day=one.record.review,
        )
        for one in due
        if one.kind.type is Agreement and agreements.is_due(one.record, around.today)
    )


def _find_index(around: Around) -> AgreementIndex:
    return next((one.record for one in around.standing(AgreementIndex)), AgreementIndex())


def _named(around: Around, title: str) -> dict[str, str]:
    return {"name": around.name, "title": title}


def _matter_path(matter: bytes) -> str:
    return reverse("agreements_matter", args=[matter.hex()])


def _tell_of_matter(matter: bytes, around: Around, text: str) -> Sequence[News]:
    """What they did in a matter; nothing where the matter is not there, or is over."""
    about = around.beside.get(matter)
    if about is None or about.kind.type is not Matter:
        return ()
    return (News(text=text % _named(around, about.record.title), path=_matter_path(matter)),)


def _tell_of_agreement(agreement: bytes, around: Around, text: str, day: date) -> Sequence[News]:
    about = around.beside.get(agreement)
    if about is None or about.kind.type is not Agreement:
        return ()
    path = reverse("agreements_one", args=[agreement.hex()])
    return (News(text=text % _named(around, about.record.title), path=path, day=day),)


BETWEEN: Between = {
    AgreementIndex: Silent("it lists what there is; what is done with it is told by what it lists"),
    Matter: Told(tell_matter, lambda one, around: (voice_id(one.id, around.me),), lasting=True),
    Voice: Told(tell_voice, lambda one, _around: (one.record.matter,)),
    Marked: Told(tell_marked, lambda one, _around: (one.record.subject,)),
    Agreement: Silent("it is told by its wordings, its end, and its day of review"),
    ShownSuit: Told(tell_shown, lambda one, _around: (one.record.matter,)),
    Version: Told(tell_version, lambda one, _around: (one.record.agreement,), lasting=True),
    Reply: Told(tell_no, lambda one, _around: (one.record.asked,)),
    Ended: Told(tell_ended, lambda one, _around: (one.record.agreement,)),
    TakenBack: Told(tell_taken_back, lambda one, _around: (one.record.version,)),
    Result: Told(tell_result),
}
