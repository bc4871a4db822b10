"""The blend in words: who comforts, who advises, and whether they are mine or of both. No number is a mark."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.rooms.people.contacts.rules import Smaller, group_by_gift
from bothand.rooms.people.labels import GIVES
from bothand.rooms.people.overview.pages import ChangeFinding
from bothand.rooms.people.records import Head


def describe_blend(own: Sequence[Head], ours: int, sheets: Sequence[Head], partner: str) -> tuple[str, ...]:
    """Some sentences about the mix. `sheets` are my own pages about people of both.

    P3 of the model: mutual friends comfort both; friends of one's own are far enough away to advise freely.
    """
    if not own and not ours:
        return ()
    return (_describe_mix(len(own), ours, partner), *_list_gifts(own, sheets))


def label_picture(own: int, ours: int, theirs: int, partner: str) -> str:
    """What the picture shows, for those who cannot see it."""
    name = partner or _("a partner")
    parts = [
        ngettext("%(n)d person is yours alone.", "%(n)d people are yours alone.", own) % {"n": own},
        ngettext("%(n)d belongs to you both.", "%(n)d belong to you both.", ours) % {"n": ours},
    ]
    if partner:
        parts.append(
            ngettext("%(n)d is %(name)s's alone.", "%(n)d are %(name)s's alone.", theirs)
            % {"n": theirs, "name": name}
            if theirs
            else _("%(name)s's own people are not shown.") % {"name": name}
        )
    return " ".join((_("Two overlapping circles."), *parts))


def describe_change(found: Smaller | None) -> ChangeFinding | None:
    """The pattern C1, kindly, with what says so."""
    if found is None:
        return None
    names = ", ".join(one.name for one in found.gone[:8])
    evidence = [
        ngettext(
            "From six to three months ago you noted %(n)d of your own people.",
            "From six to three months ago you noted %(n)d of your own people.",
            found.then,
        )
        % {"n": found.then},
        ngettext("In the last three months: %(n)d.", "In the last three months: %(n)d.", found.now)
        % {"n": found.now},
        _("Noted then and not since: %(names)s.") % {"names": names},
    ]
    if found.come:
        evidence.append(ngettext("New since: %(n)d.", "New since: %(n)d.", found.come) % {"n": found.come})
    sure = _("Chance alone would do this in fewer than 1 in %(n)d such periods.") % {
        "n": max(10, round(1 / found.chance))
    }
    return ChangeFinding(
        finding=_("You have met fewer of your own people lately."),
        evidence=(
            *evidence,
            sure,
            _("Only what you noted counts here. You may have met people without noting it."),
        ),
    )


def _describe_mix(own: int, ours: int, partner: str) -> str:
    if not partner:
        return _("These are your own people. Whoever comes into your life, they stay yours.")
    if not ours:
        return _("Everybody you noted is your own. People you both know can comfort you both.")
    if not own:
        return _(
            "Everybody you noted is a friend of both. Somebody of your own can give advice from further away."
        )
    return _(
        "Some are your own, some you share. Shared ones can comfort you both; your own can advise you freely."
    )


def _list_gifts(own: Sequence[Head], sheets: Sequence[Head]) -> list[str]:
    mine, both = group_by_gift(own), group_by_gift(sheets)
    sides = (
        (
            _("From your own people: %(what)s."),
            [give for give in GIVES if mine[give] and not both[give]],
        ),
        (
            _("From people you share: %(what)s."),
            [give for give in GIVES if both[give] and not mine[give]],
        ),
        (_("From either: %(what)s."), [give for give in GIVES if mine[give] and both[give]]),
    )
    return [
        said % {"what": ", ".join(str(GIVES[give]).lower() for give in found)}
        for said, found in sides
        if found
    ]
