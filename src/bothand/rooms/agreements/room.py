"""The manifest of agreements."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.wall_clock import now
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, AgreementIndex, Ended, Marked, TakenBack, Version
from bothand.kit.manifest import Asked, Part, Readable, Room
from bothand.rooms.agreements.asks import list_asks
from bothand.rooms.agreements.forms import AREAS, CHANGEABLE, SERIOUS
from bothand.rooms.agreements.meeting import RATE
from bothand.rooms.agreements.pages import DuePart
from bothand.rooms.agreements.parts import Row
from bothand.rooms.agreements.present import present_agreements
from bothand.rooms.agreements.records import Matter, Voice
from bothand.vault.meeting_place import OwnCopy, Result

FRESH = timedelta(days=3)
MOST_ON_TODAY = 3


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Agreements to look at again, and matters where something came out these days; nothing else, and no count."""
    if asked.ours is None:
        return ()
    index = next(
        (one.record for one in asked.between().items if isinstance(one.record, AgreementIndex)), None
    )
    if index is None:
        return ()
    fresh = _find_fresh(asked)
    ids = agreements.find_due(index, asked.today)[:MOST_ON_TODAY]
    if not ids and not fresh:
        return ()
    lot = {one.id: one for one in asked.ours.several(Agreement, [*ids, *fresh], Matter).items}
    due = [lot[one] for one in ids if one in lot and agreements.is_due(lot[one].record, asked.today)]
    begun = [lot[one] for one in fresh if one in lot and isinstance(lot[one].record, Matter)]
    found: list[Part] = []
    if begun:
        rows = tuple(
            Row(path=reverse("agreements_found", args=[one.hex]), title=one.record.title)
            for one in begun[:MOST_ON_TODAY]
        )
        found.append(DuePart(fresh=True, rows=rows))
    if due:
        found.append(DuePart(fresh=False, rows=present_agreements(due[:MOST_ON_TODAY])))
    return tuple(found)


def _find_fresh(asked: Asked) -> list[bytes]:
    """The matters of mine that something came out about: known to both in the same moment."""
    since = now() - FRESH
    results = {one.record.topic: one for one in asked.between().items if isinstance(one.record, Result)}
    found = []
    for one in asked.standing().items:
        if isinstance(one.record, OwnCopy) and one.record.sort.startswith(RATE):
            result = results.get(one.record.topic)
            if result is not None and result.created >= since:
                found.append(bytes.fromhex(one.record.sort.split(":")[1]))
    return list(dict.fromkeys(found))


def _make_readable(heading: str, pairs: Iterable[tuple[str, str]]) -> Readable:
    return Readable(heading=heading, pairs=tuple(pair for pair in pairs if pair[1]))


def readable_matter(one: Matter) -> Readable:
    """A matter with its questions, as it reads in an export."""
    ways = ((each.name, ", ".join(option.text for option in each.options)) for each in one.questions)
    area = str(dict(AREAS)[one.area]) if one.area in dict(AREAS) and one.area else ""
    return _make_readable(
        one.title, [(gettext("Begun"), date_format(one.day, "j F Y")), (gettext("Part of life"), area), *ways]
    )


def readable_voice(one: Voice) -> Readable:
    """What somebody said about a matter."""
    return _make_readable(
        gettext("Words about something to agree on"),
        [
            (gettext("Matters"), str(dict(SERIOUS).get(one.serious, ""))),
            (gettext("Can it change?"), str(dict(CHANGEABLE).get(one.changeable, ""))),
            (gettext("What it would give"), one.gives),
            (gettext("What is feared"), one.fears),
            (gettext("Understood of the other"), one.heard),
        ],
    )


def readable_marked(one: Marked) -> Readable:
    """That somebody marked how it is now."""
    return _make_readable(
        gettext("How it is now, as marked"), [(gettext("Day"), date_format(one.day, "j F Y"))]
    )


def readable_agreement(one: Agreement) -> Readable:
    """An agreement; its words are in its versions."""
    review = date_format(one.review, "j F Y") if one.review else ""
    begun = date_format(one.day, "j F Y")
    return _make_readable(one.title, [(gettext("Begun"), begun), (gettext("Look at it again"), review)])


def readable_version(one: Version) -> Readable:
    """One wording of an agreement."""
    day = (gettext("Written"), date_format(one.day, "j F Y"))
    return _make_readable(one.title, [day, *one.lines, (gettext("Words"), one.text)])


def readable_ended(one: Ended) -> Readable:
    """That an agreement ended."""
    return _make_readable(gettext("An agreement ended"), [(gettext("Day"), date_format(one.day, "j F Y"))])


def readable_back(one: TakenBack) -> Readable:
    """That a yes was taken back."""
    return _make_readable(gettext("A yes was taken back"), [(gettext("Day"), date_format(one.day, "j F Y"))])


def readable_index(one: AgreementIndex) -> Readable:
    """The lists of what there is."""
    lists = (
        (gettext("Agreements"), one.agreements),
        (gettext("Ended"), one.ended),
        (gettext("Looked into"), one.matters),
        (gettext("Put aside"), one.aside),
    )
    return _make_readable(
        gettext("Lists of agreements"), [(name, str(len(ids)) if ids else "") for name, ids in lists]
    )


def merge_indexes(present: AgreementIndex, incoming: AgreementIndex) -> AgreementIndex:
    """Both lists in one, when an import brings a second."""
    return AgreementIndex(
        **{
            name: tuple(dict.fromkeys((*getattr(present, name), *getattr(incoming, name))))
            for name in ("matters", "aside", "agreements", "ended", "reviews", "waits")
        }
    )


ROOM = Room(
    name="agreements",
    title=_("Agreements"),
    about=_("For what can change on both sides: find what fulfils both."),
    place="ours",
    path="agreements/",
    urls="bothand.rooms.agreements.urls",
    kinds=(AgreementIndex, Matter, Voice, Marked, Agreement, Version, Ended, TakenBack),
    today=list_parts,
    readable={
        AgreementIndex: readable_index,
        Matter: readable_matter,
        Voice: readable_voice,
        Marked: readable_marked,
        Agreement: readable_agreement,
        Version: readable_version,
        Ended: readable_ended,
        TakenBack: readable_back,
    },
    merge={AgreementIndex: merge_indexes},
    takes={"agreement": "agreements_new"},
    asks=list_asks,
)
