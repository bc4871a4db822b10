"""Agreements as they read in an export, and what an import does with their lists."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.domain.agreements import Agreement, AgreementIndex, Ended, Marked, TakenBack, Version
from bothand.kit.manifest import Readable
from bothand.rooms.agreements.matters.labels import AREAS, CHANGEABLE, SERIOUS
from bothand.rooms.agreements.matters.records import Matter, Voice
from bothand.rooms.agreements.packages.records import ShownSuit
from bothand.rooms.agreements.ratings.labels import SUIT_LABELS
from bothand.rooms.agreements.ratings.records import BegunAnswers


def _make_readable(heading: str, pairs: Iterable[tuple[str, str]], part_of: bytes = b"") -> Readable:
    return Readable(heading=heading, pairs=tuple(pair for pair in pairs if pair[1]), part_of=part_of)


def readable_matter(matter: Matter) -> Readable:
    """A matter with its questions, as it reads in an export."""
    options = (
        (question.name, ", ".join(option.text for option in question.options))
        for question in matter.questions
    )
    area = str(dict(AREAS)[matter.area]) if matter.area in dict(AREAS) and matter.area else ""
    return _make_readable(
        matter.title,
        [(gettext("Begun"), date_format(matter.day, "j F Y")), (gettext("Part of life"), area), *options],
    )


def readable_voice(voice: Voice) -> Readable:
    """What somebody said about a matter."""
    return _make_readable(
        gettext("Words about something to agree on"),
        [
            (gettext("It matters"), str(dict(SERIOUS).get(voice.serious, ""))),
            (gettext("Can it change?"), str(dict(CHANGEABLE).get(voice.changeable, ""))),
            (gettext("What it would give"), voice.gives),
            (gettext("What is feared"), voice.fears),
            (gettext("Understood of the other"), voice.heard),
        ],
        voice.matter,
    )


def readable_begun(begun: BegunAnswers) -> Readable:
    """Answers on their way: how many there are, so that its owner knows what the row is."""
    answered = sum(one > 0 for one in begun.weights) + sum(one >= 0 for row in begun.ratings for one in row)
    return _make_readable(
        gettext("Answers begun, about something to agree on"),
        [
            (gettext("Begun"), date_format(begun.day, "j F Y")),
            (gettext("Answered so far"), str(answered)),
        ],
    )


def readable_shown(shown: ShownSuit) -> Readable:
    """That somebody showed how well a result suits them."""
    words = dict(SUIT_LABELS)
    return _make_readable(
        gettext("How well a result suits, as it was shown"),
        [
            (gettext("Day"), date_format(shown.day, "j F Y")),
            (gettext("The result"), str(words.get(shown.suits, ""))),
            (gettext("How it is now"), str(words.get(shown.now, ""))),
        ],
    )


def readable_marked(mark: Marked) -> Readable:
    """That somebody marked how it is now."""
    return _make_readable(
        gettext("How it is now, as marked"), [(gettext("Day"), date_format(mark.day, "j F Y"))], mark.subject
    )


def readable_agreement(agreement: Agreement) -> Readable:
    """An agreement; its words are in its versions."""
    review = date_format(agreement.review, "j F Y") if agreement.review else ""
    begun = date_format(agreement.day, "j F Y")
    return _make_readable(
        agreement.title, [(gettext("Begun"), begun), (gettext("Look at it again on"), review)]
    )


def readable_version(version: Version) -> Readable:
    """One wording of an agreement."""
    day = (gettext("Written"), date_format(version.day, "j F Y"))
    return _make_readable(
        version.title, [day, *version.lines, (gettext("Words"), version.text)], version.agreement
    )


def readable_ended(ended: Ended) -> Readable:
    """That an agreement ended."""
    day = (gettext("Day"), date_format(ended.day, "j F Y"))
    return _make_readable(gettext("An agreement ended"), [day], ended.agreement)


def readable_back(back: TakenBack) -> Readable:
    """That a yes was taken back."""
    day = (gettext("Day"), date_format(back.day, "j F Y"))
    return _make_readable(gettext("A yes was taken back"), [day], back.version)


def readable_index(index: AgreementIndex) -> Readable:
    """The lists of what there is."""
    lists = (
        (gettext("Agreements"), index.agreements),
        (gettext("Ended"), index.ended),
        (gettext("Being worked on"), index.matters),
        (gettext("Set aside"), index.aside),
    )
    links = tuple((name, each) for name, ids in lists for each in ids)
    return Readable(heading=gettext("Lists of agreements"), pairs=(), links=links)


def merge_indexes(present: AgreementIndex, incoming: AgreementIndex) -> AgreementIndex:
    """Both lists in one, when an import brings a second."""
    return AgreementIndex(
        **{
            name: tuple(dict.fromkeys((*getattr(present, name), *getattr(incoming, name))))
            for name in ("matters", "aside", "agreements", "ended", "reviews", "waits")
        }
    )
