"""Giving way over time: told to each from their own gains only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.couples import access, together
from bothand.rooms.agreements import flow, places, telling
from bothand.rooms.agreements import meeting as meetings
from bothand.rooms.agreements.pages import GivingPage
from bothand.rooms.agreements.parts import Given
from bothand.rooms.agreements.payloads import Answers
from bothand.rooms.agreements.records import Agreement, Matter, Version
from bothand.rooms.agreements.two import Two, for_two, two
from bothand.rooms.kit.paging import page_of
from bothand.shell.page import render
from bothand.vault.body import Opened

A_PAGE = 20


@require_safe
@for_two
def giving(request: HttpRequest) -> HttpResponse:
    """What each agreement gave me, of what I could have gained, by my own answers."""
    both = two(request)
    access.mine(request)
    gains = _gains(request, both)
    shown, pages = page_of(
        gains[::-1], request.GET.get("page", ""), size=A_PAGE, path=reverse("agreements_giving")
    )
    page = GivingPage(
        rows=tuple(one for one, _part in shown), said=_said([part for _one, part in gains]), pages=pages
    )
    return render(request, page)


def _gains(request: HttpRequest, both: Two) -> list[tuple[Given, float]]:
    """Each agreement that came of answers of mine, oldest first, with the part of my best that it gave me."""
    mine = together.meet_all(request, meetings.RATE, meetings.YES)
    rounds: dict[bytes, list[Answers]] = {}
    for sort, one in mine.items():
        if sort.startswith(meetings.RATE):
            matter_id = bytes.fromhex(sort.split(":")[1])
            last = meetings.last_round(one, both.place)
            rounds.setdefault(matter_id, []).extend([last.answers] if last is not None else [])
    if not rounds:
        return []
    heads = [places.agreement_id(one) for one in rounds]
    lot: dict[bytes, Opened[Any]] = {
        each.id: each for each in both.ours.several(Agreement, [*heads, *rounds], Matter).items
    }
    wanted = [each for head in heads if head in lot for each in lot[head].record.agreed]
    versions = both.ours.several(Version, wanted).items
    found = []
    for version in sorted(versions, key=lambda each: each.created):
        head = lot[version.record.agreement]
        matter = lot.get(head.record.matter)
        yes = meetings.yes_of(mine, head.id, places.content(version.record))
        if matter is None or yes is None or not yes.results:
            continue
        package = flow.package_of(matter.record, version.record.lines)
        if package is None:
            continue
        answers = next((each for each in rounds[matter.id] if flow.fits(each, package)), None)
        if answers is None:
            continue
        given = Given(title=head.record.title, day=version.record.day, said=telling.gained(answers, package))
        found.append((given, telling.part(answers, package)))
    return found


def _said(parts: list[float]) -> str:
    if len(parts) < telling.ENOUGH:
        return _("What agreements gave you, by your own answers")
    middle = sorted(parts)[len(parts) // 2]
    if middle >= telling.MOST:
        return _("Most of what you agreed on gave you most of what you could gain.")
    if middle >= telling.HALF:
        return _("What you agreed on gave you about half of what you could gain.")
    return _("What you agreed on gave you little of what you could gain.")
