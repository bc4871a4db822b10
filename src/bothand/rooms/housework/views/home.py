"""The tasks of a home as they are today, and saying that so it is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.domain.agreements import Marked
from bothand.kit import agreement_store
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.divisions.store import is_settled
from bothand.rooms.housework.labels import say_elsewhere, say_share, say_unsaid
from bothand.rooms.housework.pages import HomePage
from bothand.rooms.housework.present import draw_bars, present_alone, present_steps, present_task
from bothand.rooms.housework.process import Standing
from bothand.rooms.housework.records import home_digest, home_id
from bothand.rooms.housework.rules import count_elsewhere, count_minutes, find_next_step
from bothand.rooms.housework.store import find_confirmed, find_household
from bothand.shell.page import render

A_PAGE = 30


@READ_OR_WRITE
@for_pair(present_alone)
def show_home(request: HttpRequest) -> HttpResponse:
    """The tasks as they are today; by POST: so it is, for me. Once both said so, each goes on alone."""
    from bothand.rooms.housework.divisions import rules

    visit = Visit(request)
    pair = visit.require_pair()
    household = find_household(pair.ours)
    digest = home_digest(household)
    if request.method == "POST":
        if request.POST.get("of") == digest.hex() and household.tasks:
            mark = Marked(day=visit.today, subject=home_id(pair.ours.id), of=digest)
            agreement_store.put_mark(pair.ours, mark, pair.me)
        both = household.tasks and len(find_confirmed(pair, household)) == 2
        return HttpResponseRedirect(reverse("housework_feelings" if both else "housework_home"))
    confirmed = find_confirmed(pair, household)
    settled = is_settled(pair, household)
    standing = Standing(
        tasks=bool(household.tasks),
        confirmed=pair.me in confirmed,
        their_confirmed=pair.other in confirmed,
        found=settled,
        settled=settled,
    )
    today = rules.measure_today(household)
    minutes = today.minutes if today else (0, 0)
    number = request.GET.get("page", "")
    shown, pages = page_of(household.tasks, number, size=A_PAGE, path=reverse("housework_home"))
    opened = request.GET.get("open", "")
    page = HomePage(
        course=present_steps(standing, pair),
        rows=tuple(present_task(task, pair, opened) for task in shown),
        bars=draw_bars(
            minutes[pair.place], minutes[1 - pair.place], sum(map(count_minutes, household.tasks))
        ),
        unsaid=say_unsaid(today),
        elsewhere=say_elsewhere(count_elsewhere(household.tasks)),
        share=say_share(household, pair.place, pair.partner.name),
        step=find_next_step(household, confirmed, pair.me, owned=today is not None and not today.not_said),
        mine=pair.me in confirmed,
        settled=settled,
        of=digest.hex(),
        pages=pages,
        number=number,
    )
    return render(request, page)
