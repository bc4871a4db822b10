"""*Today*, put together from what each room offers, and the index pages."""

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.kit import leads, parts, registry
from bothand.kit.manifest import Asked, Part
from bothand.rooms.today.pages import Fold, MinePage, MorePage, TodayPage
from bothand.rooms.today.rules import arrange_day, find_time
from bothand.rooms.today.search.forms import FindForm
from bothand.shell.frame import frame_of
from bothand.shell.navigation import RoomLink
from bothand.shell.page import render


@require_safe
def show_today(request: HttpRequest) -> HttpResponse:
    """The first page."""
    visit, frame = access.Visit(request), frame_of(request, "today")
    now = visit.now
    asked = Asked(
        visit.mine,
        visit.settings,
        now.date(),
        partner=frame.partner,
        ours=visit.ours_if_two,
        account=visit.me,
    )
    offered = [part for room in registry.all_rooms() if room.today for part in room.today(asked)]
    arranged = arrange_day(offered)

    def draw(part: Part) -> SafeString:
        return parts.render_parts(request, part, frame)

    page = TodayPage(
        day=now.date(),
        time=find_time(now.hour),
        over=arranged.over,
        first=tuple(map(draw, arranged.first)),
        between=tuple(map(draw, arranged.between)),
        next=None if arranged.next is None else draw(arranged.next),
        pulse=tuple(map(draw, arranged.pulse)),
        folds=tuple(Fold(summary=part.summary, text=draw(part)) for part in arranged.folds),
        unopened=asked.unopened,
    )
    return render(request, page)


@require_safe
def list_mine(request: HttpRequest) -> HttpResponse:
    """The rooms of *mine*."""
    access.open_mine(request)
    page = MinePage(rooms=_find_rooms(request, "mine"), map=leads.to_step("map"), form=FindForm())
    return render(request, page)


@require_safe
def list_more(request: HttpRequest) -> HttpResponse:
    """The rooms of *more*; they stand open while *mine* is locked."""
    access.live_session(request)
    return render(request, MorePage(title=_("Everything else"), rooms=_find_rooms(request, "more")))


def _find_rooms(request: HttpRequest, key: str) -> tuple[RoomLink, ...]:
    return next((place.rooms for place in frame_of(request, key).places if place.key == key), ())
