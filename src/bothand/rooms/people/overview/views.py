"""The first page: who is around me."""

from collections.abc import Sequence
from heapq import nsmallest

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.rooms.people.contacts.rules import (
    compare_seasons,
    find_last_day,
    list_birthdays,
    list_to_call,
    list_unseen,
)
from bothand.rooms.people.imports.store import has_waiting
from bothand.rooms.people.labels import list_gifts
from bothand.rooms.people.overview.pages import AroundPage, Row
from bothand.rooms.people.overview.present import present_calls, present_unseen
from bothand.rooms.people.overview.store import Around, find_around
from bothand.rooms.people.picture.present import describe_blend, describe_change, label_picture
from bothand.rooms.people.picture.rules import OURS, OWN, draw_picture
from bothand.rooms.people.present import present_birthdays, present_lines, present_shared
from bothand.rooms.people.records import Head
from bothand.shell.page import render

CALLS, UNSEEN, BIRTHDAY_DAYS, LISTED, ROWS = 3, 3, 30, 6, 40


@require_safe
def show_around(request: HttpRequest) -> HttpResponse:
    """The picture with its table, the blend in words, who to call, whom I have not seen for long."""
    found, today = find_around(request), Visit(request).today
    partner = Visit(request).partner_name
    everyone = found.people
    own, sheets = found.own, found.sheets
    # Only so many are named anywhere, of however many there are.
    near = nsmallest(ROWS, own, key=_order_key)
    both, theirs = [one.record for one in found.of_both], [one.record for one in found.theirs]
    page = AroundPage(
        picture=draw_picture(near, both, theirs, own_count=len(own)),
        label=label_picture(len(own), len(both), len(theirs), partner),
        caption=_write_caption(len(own) > len(OWN) or len(both) > len(OURS)),
        rows=_list_rows(found, near, partner),
        more_rows=len(own) + len(found.shown) > ROWS,
        blend=describe_blend(own, len(both), sheets, partner),
        calls=present_calls(list_to_call(everyone, today, CALLS)),
        unseen=present_unseen(list_unseen(everyone, today, UNSEEN), today),
        birthdays=present_birthdays(list_birthdays(everyone, today, BIRTHDAY_DAYS)[:LISTED], today),
        own=present_lines(near[:LISTED], today),
        own_more=len(own) > LISTED,
        ours=present_shared(found.of_both),
        to_meet=present_shared(found.to_meet),
        theirs=present_shared(one for one in found.theirs if one.record.stage == "own"),
        told=describe_change(compare_seasons(own, sheets, today)),
        waits=has_waiting(request),
        empty=not everyone and not found.shown,
        unopened=found.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _order_key(person: Head) -> tuple[object, ...]:
    """Who has a name in the picture first: those I noted last, then those I wish to see, then by name."""
    met = find_last_day(person)
    return (met is None, -met.toordinal() if met else 0, not person.wish, person.name)


def _write_caption(points: bool) -> str:
    return _("The ones without a name are everybody else.") if points else ""


def _list_rows(found: Around, near: Sequence[Head], partner: str) -> tuple[Row, ...]:
    own = [Row(name=one.name, whose=_("mine"), gives=list_gifts(one)) for one in near]
    shared = [
        Row(
            name=one.record.name,
            whose=_("ours") if one.record.stage == "ours" else _("%(name)s's") % {"name": partner},
            gives="",
        )
        for one in found.shown
        if one.record.stage == "ours" or one.author != found.me
    ]
    return tuple([*shared[:ROWS], *own][:ROWS])
