"""Agreements as they read in an export, and what an import does with their lists."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.domain.agreements import Agreement, AgreementIndex, Ended, Marked, TakenBack, Version
from bothand.kit.manifest import Readable
from bothand.rooms.agreements.matters.labels import AREAS, CHANGEABLE, SERIOUS
from bothand.rooms.agreements.matters.records import Matter, Voice


def _make_readable(heading: str, pairs: Iterable[tuple[str, str]]) -> Readable:
    return Readable(heading=heading, pairs=tuple(pair for pair in pairs if pair[1]))


def readable_matter(one: Matter) -> Readable:
    """A matter with its questions, as it reads in an export."""
    options = ((each.name, ", ".join(option.text for option in each.options)) for each in one.questions)
    area = str(dict(AREAS)[one.area]) if one.area in dict(AREAS) and one.area else ""
    return _make_readable(
        one.title,
        [(gettext("Begun"), date_format(one.day, "j F Y")), (gettext("Part of life"), area), *options],
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
