"""From agreements as they are kept to what a page shows, and to what is asked of the other."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.accounts.wall_clock import zone_of
from bothand.domain.agreements import Agreement, AgreementIndex, KnownVersion, Version, find_due
from bothand.kit import drafts
from bothand.kit.alive import Alive, Looking
from bothand.kit.asks import Ask, Asking
from bothand.rooms.agreements.matters.records import Matter, Voice, agreement_id, voice_id
from bothand.rooms.agreements.matters.rules import has_said
from bothand.rooms.agreements.pages import AlonePage, Row, Wording
from bothand.vault.body import Opened

MOST_ALIVE: Final = 4


def present_alone() -> AlonePage:
    """For one without a partner: what can be done alone."""
    return AlonePage(
        hands=drafts.find_hands("page", "boundary", text=_("What I would like to settle one day:"))
    )


def present_agreements(agreements: Iterable[Opened[Agreement]]) -> tuple[Row, ...]:
    """Agreements as a list shows them."""
    return tuple(
        Row(
            path=reverse("agreements_one", args=[opened.hex]),
            title=opened.record.title,
            about=_say_review(opened.record),
        )
        for opened in agreements
    )


def _say_review(agreement: Agreement) -> str:
    if agreement.review is None:
        return ""
    return _("look at it again from %(day)s") % {"day": date_format(agreement.review, "j F Y")}


def present_wording(pair: Pair, known: KnownVersion) -> Wording:
    """A version as a page shows it."""
    return Wording(
        hex=known.id.hex(),
        title=known.version.title,
        lines=known.version.lines,
        text=known.version.text,
        by_me=known.author == pair.me,
        by=_name_author(pair, known),
        day=known.version.day,
        since=None if known.since is None else localdate(known.since),
        taken_back=known.taken_back,
    )


def _name_author(pair: Pair, known: KnownVersion) -> str:
    """Who worded it; nobody for a package, where it would tell who said yes last."""
    if known.version.lines:
        return ""
    return _("you") if known.author == pair.me else pair.partner.name


def write_text(known: KnownVersion) -> str:
    """A wording as one text, to be changed by hand."""
    lines = [f"{question} {way}" for question, way in known.version.lines]
    return "\n".join([*lines, *([known.version.text] if known.version.text else [])])


MOST = 20
"""As many of the newest matters as the list of matters shows."""


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """Wordings are answered with *I can't* here; a matter is put aside where it stands, which ends it for both."""
    index = next(
        (one.record for one in asking.lot.items if isinstance(one.record, AgreementIndex)), AgreementIndex()
    )
    waits = {version: agreement for agreement, version in index.waits if agreement in index.agreements}
    matters = index.matters[::-1][:MOST]
    voices = {who: [voice_id(one, who) for one in matters] for who in (asking.by, asking.of)}
    found = asking.several(Version, [*waits, *matters, *voices[asking.by], *voices[asking.of]], Matter, Voice)
    said = {one.id for one in found if isinstance(one.record, Voice) and has_said(one.record)}
    wordings = (
        Ask(
            id=one.id,
            words=_write_version(one.record),
            path=reverse("agreements_one", args=[waits[one.id].hex()]),
        )
        for one in found
        if isinstance(one.record, Version)
        and one.author == asking.by
        and waits.get(one.id) == one.record.agreement
    )
    opened = (
        Ask(
            id=one.id,
            words=one.record.title,
            path=reverse("agreements_matter", args=[one.hex]) + "?all=1#else",
            there=_("Set aside"),
        )
        for one in found
        if isinstance(one.record, Matter)
        and voice_id(one.id, asking.of) not in said
        and (one.author == asking.by or voice_id(one.id, asking.by) in said)
    )
    return (*wordings, *opened)


def _write_version(version: Version) -> str:
    lines = [f"{question} {way}" for question, way in version.lines]
    return "\n".join(line for line in (version.title, *lines, version.text) if line)


def list_alive(looking: Looking) -> tuple[Alive, ...]:
    """The agreements that are due or hold, and what one is being looked for about; a few of each, the newest last written."""
    index = next(
        (one.record for one in looking.lot.items if isinstance(one.record, AgreementIndex)), AgreementIndex()
    )
    due = find_due(index, looking.today)[:MOST_ALIVE]
    holding = [one for one in reversed(index.agreements) if one not in due][:MOST_ALIVE]
    # What both agreed about is no matter any more.
    sought = [one for one in reversed(index.matters) if agreement_id(one) not in index.agreements][
        :MOST_ALIVE
    ]
    found = {one.id: one for one in looking.several(Agreement, [*due, *holding, *sought], Matter)}
    return tuple(
        _present_alive(found[one], looking, due=one in due)
        for one in (*due, *sought, *holding)
        if one in found
    )


def _present_alive(opened: Opened[Agreement] | Opened[Matter], looking: Looking, *, due: bool) -> Alive:
    record = opened.record
    if isinstance(record, Matter):
        path, about = (
            reverse("agreements_matter", args=[opened.hex]),
            _("You are looking for what suits you both."),
        )
    else:
        path, about = reverse("agreements_one", args=[opened.hex]), _say_alive(record, due=due)
    soon = datetime.combine(looking.today, time(), zone_of(looking.zone)) if due else None
    return Alive(
        picture="agreement",
        of="ours",
        mark=record.title,
        title=record.title,
        own=True,
        about=about,
        path=path,
        soon=soon,
    )


def _say_alive(agreement: Agreement, *, due: bool) -> str:
    if due:
        return _("Is it still good?")
    if not agreement.agreed:
        return _("Suggested, not agreed yet.")
    if agreement.review is None:
        return _("Agreed.")
    return _("Agreed. Look at it again on %(day)s.") % {"day": date_format(agreement.review, "j F")}
