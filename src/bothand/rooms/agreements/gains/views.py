"""Giving way over time: told to each from their own gains only."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain.agreements import Agreement
from bothand.kit import agreement_store
from bothand.kit.gains import GainRow
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.kit.yeses import YES
from bothand.rooms.agreements.gains.pages import GainsPage
from bothand.rooms.agreements.matters.records import Matter, agreement_id
from bothand.rooms.agreements.matters.rules import read_package
from bothand.rooms.agreements.packages.store import find_last_round
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.records import RATE, Answers
from bothand.shell.page import render
from bothand.vault.body import Opened

A_PAGE = 20


@require_safe
@for_pair(present_alone)
def show_gains(request: HttpRequest) -> HttpResponse:
    """What each agreement gave me, of what I could have gained, by my own answers."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    mine = couple_actions.meet_all(request, RATE, YES)
    matters = _sort_matters(mine)
    shown, pages = page_of(
        matters, request.GET.get("page", ""), size=A_PAGE, path=reverse("agreements_giving")
    )
    gains = _find_gains(mine, pair, shown)
    page = GainsPage(
        rows=tuple(one for one, _part in gains), said=_say_all([part for _one, part in gains]), pages=pages
    )
    return render(request, page)


def _sort_matters(mine: Mapping[str, Meeting]) -> list[bytes]:
    """The matters of which something came out, the newest first."""
    came = {
        bytes.fromhex(sort.split(":")[1]): one.results[-1].created
        for sort, one in mine.items()
        if sort.startswith(RATE) and one.results
    }
    return sorted(came, key=lambda one: (came[one], one), reverse=True)


def _find_answers(mine: Mapping[str, Meeting], matter: bytes, place: int) -> list[Answers]:
    """My answers in the newest round of each set of questions about a matter."""
    family = f"{RATE}{matter.hex()}:"
    rounds = (find_last_round(one, place) for sort, one in mine.items() if sort.startswith(family))
    return [one.answers for one in rounds if one is not None]


def _find_gains(
    mine: Mapping[str, Meeting], pair: Pair, shown: Sequence[bytes]
) -> list[tuple[GainRow, float]]:
    """Each agreement that came of these matters, newest first, with the part of my best that it gave me."""
    from bothand.rooms.agreements.packages import present

    lot = pair.ours.query(Agreement, Matter, ids=[*map(agreement_id, shown), *shown])
    by_id: dict[bytes, Opened[Any]] = {opened.id: opened for opened in lot.items}
    heads = [by_id[head] for head in map(agreement_id, shown) if head in by_id]
    gains = []
    for version in agreement_store.find_agreed(pair.ours, heads, mine):
        head = by_id[version.record.agreement]
        matter = by_id.get(head.record.matter)
        if matter is None or not isinstance(matter.record, Matter):
            continue
        package = read_package(matter.record, version.record.lines)
        if package is None:
            continue
        answers = next(
            (each for each in _find_answers(mine, matter.id, pair.place) if fits_package(each, package)),
            None,
        )
        if answers is not None:
            given = GainRow(
                title=head.record.title, day=version.record.day, said=present.say_gain(answers, package)
            )
            gains.append((given, present.find_share(answers, package)))
    return gains


def _say_all(parts: list[float]) -> str:
    from bothand.rooms.agreements.packages import present

    if len(parts) < present.ENOUGH:
        return _("What your agreements gave you, by your own answers")
    middle = sorted(parts)[len(parts) // 2]
    if middle >= present.MOST:
        return _("Most of your agreements gave you most of what you could have gained.")
    if middle >= present.HALF:
        return _("Your agreements gave you about half of what you could have gained.")
    return _("Your agreements gave you little of what you could have gained.")


def fits_package(answers: Answers, package: Sequence[int] | None) -> bool:
    """Whether answers are about a package's questions."""
    return package is not None and [
        place < len(row) for place, row in zip(package, answers.ratings, strict=False)
    ] == [True] * len(answers.ratings)
