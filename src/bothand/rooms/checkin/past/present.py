"""From a sitting to its pages."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.domain.checkins import DID_NOT_COME_UP, Answers, is_answer
from bothand.kit.documents import GONE
from bothand.rooms.checkin.labels import SORTS, find_wording, name_answer
from bothand.rooms.checkin.past.pages import (
    DeleteSittingPage,
    SittingLine,
    SittingPage,
    TwoSittingsPage,
)
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened


def build_sitting_line(sitting: Opened[Answers]) -> SittingLine:
    """A sitting in the list."""
    record = sitting.record
    told = [answer for _key, answer in (*record.given, *record.ideals)]
    count, absent = sum(map(is_answer, told)), told.count(DID_NOT_COME_UP)
    about = ngettext("%(count)d answer", "%(count)d answers", count) % {"count": count}
    if absent:
        words = ngettext("%(count)d that did not come up", "%(count)d that did not come up", absent)
        about = f"{about}, {words % {'count': absent}}"
    return SittingLine(
        path=reverse("checkin_sitting", args=[sitting.hex]),
        title=date_format(record.day, "j F Y"),
        about=f"{SORTS[record.sort]}, {about}",
    )


def build_sitting_page(form: QuestionsForm, found: Opened[Answers]) -> SittingPage:
    """A sitting whose answers can be changed."""
    return SittingPage(
        form=form,
        action=reverse("checkin_sitting", args=[found.hex]),
        delete=reverse("checkin_delete_sitting", args=[found.hex]),
        title=str(SORTS[found.record.sort]),
        day=found.record.day,
    )


def build_both_page(mine: Answers, theirs: Opened[Answers], partner: str) -> TwoSittingsPage:
    """A sitting that was changed in two windows, with the answers that differ."""
    said = {key: answer for key, answer in (*mine.given, *mine.ideals) if answer}
    return TwoSittingsPage(
        pairs=(
            Both(
                label=date_format(mine.day, "j F"),
                name="sitting",
                mine=_join_differing(mine, theirs.record, partner),
                theirs=_join_differing(theirs.record, mine, partner),
            ),
        ),
        action=reverse("checkin_sitting", args=[theirs.hex]),
        back_to=reverse("checkin_past"),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            *(Hidden(name=key, value=str(answer)) for key, answer in said.items()),
        ),
        typed=False,
    )


def _join_differing(one: Answers, other: Answers, partner: str) -> str:
    """The answers of `one` that `other` has otherwise, a sentence a line."""
    theirs = dict((*other.given, *other.ideals))
    return "\n".join(
        f"{find_wording(key, partner)} {name_answer(answer)}"
        for key, answer in (*one.given, *one.ideals)
        if theirs.get(key) != answer
    )


def build_deletion_page(found: Opened[Answers], *, changed: bool = False) -> DeleteSittingPage:
    """What is asked before a sitting is deleted."""
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    listed = build_sitting_line(found)
    return DeleteSittingPage(
        title=_("Delete what you answered on %(day)s?") % {"day": listed.title},
        lines=(
            *lines,
            f"{listed.about}.",
            _("The map, trends and patterns are worked out anew, as if it had not been answered."),
            GONE,
        ),
        action=reverse("checkin_delete_sitting", args=[found.hex]),
        button=_("Delete these answers"),
        back=_("Keep them"),
        back_to=reverse("checkin_past"),
        hidden=(Hidden(name="revision", value=str(found.revision)),),
        care=True,
    )
