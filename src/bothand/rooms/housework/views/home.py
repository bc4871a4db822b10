"""The tasks of a home as they are today, and saying that so it is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.domain.agreements import Marked
from bothand.kit import agreement_store
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.labels import say_today
from bothand.rooms.housework.pages import HomePage
from bothand.rooms.housework.present import present_alone, present_task
from bothand.rooms.housework.records import Household, home_digest, home_id
from bothand.rooms.housework.rules import find_next_step, own_share
from bothand.rooms.housework.store import find_confirmed, find_household
from bothand.shell.page import render

A_PAGE = 50


@READ_OR_WRITE
@for_pair(present_alone)
def show_home(request: HttpRequest) -> HttpResponse:
    """The tasks as they are today; by POST: so it is, for me."""
    from bothand.rooms.housework.divisions import rules

    visit = Visit(request)
    pair = visit.require_pair()
    household = find_household(pair.ours)
    digest = home_digest(household)
    if request.method == "POST":
        if request.POST.get("of") == digest.hex() and household.tasks:
            mark = Marked(day=visit.today, subject=home_id(pair.ours.id), of=digest)
            agreement_store.put_mark(pair.ours, mark, pair.me)
        return HttpResponseRedirect(reverse("housework_home"))
    confirmed = find_confirmed(pair, household)
    today = rules.measure_today(household)
    number = request.GET.get("page", "")
    shown, pages = page_of(household.tasks, number, size=A_PAGE, path=reverse("housework_home"))
    page = HomePage(
        lines=tuple(present_task(task, pair) for task in shown),
        said=say_today(today, pair.place, pair.partner.name) if today else _("What keeps your home going?"),
        share=_say_share(household, pair.place),
        step=find_next_step(household, confirmed, pair.me, owned=today is not None and not today.not_said),
        mine=pair.me in confirmed,
        of=digest.hex(),
        pages=pages,
    )
    return render(request, page)


def _say_share(household: Household, place: int) -> str:
    if household.share == 50:
        return ""
    mine = own_share(household, place)
    return _("You want to split the minutes %(mine)d to %(theirs)d.") % {"mine": mine, "theirs": 100 - mine}
