"""What is asked about agreements: a yes to a wording that the other suggests, and one's part in a matter they opened."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.agreements import AgreementIndex, Version
from bothand.kit.asks import Ask, Asking
from bothand.rooms.agreements.places import voice_id
from bothand.rooms.agreements.records import Matter, Voice
from bothand.rooms.agreements.rules import has_said

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
            path=reverse("agreements_matter", args=[one.hex]) + "#else",
            there=_("Put it aside"),
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
