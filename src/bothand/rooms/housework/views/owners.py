"""Whose each part of each task is today."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.forms import ShareForm
from bothand.rooms.housework.pages import OwnersPage
from bothand.rooms.housework.present import present_alone, present_owners
from bothand.rooms.housework.records import Household
from bothand.rooms.housework.rules import own_share, set_owners, set_share
from bothand.rooms.housework.store import change_household, find_household
from bothand.shell.page import render

A_PAGE = 20


@READ_OR_WRITE
@for_pair(present_alone)
def edit_owners(request: HttpRequest) -> HttpResponse:
    """Whose each part is today, twenty tasks at a time, and how the minutes are meant to be shared."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    household = find_household(pair.ours)
    number = request.POST.get("page", "") or request.GET.get("page", "")
    shown, pages = page_of(household.tasks, number, size=A_PAGE, path=reverse("housework_owners"))
    if request.method == "POST":
        form = ShareForm(request.POST)
        share = form.cleaned_data["share"] if form.is_valid() else None

        def change(old: Household) -> Household:
            fresh = set_owners(old, request.POST, pair.place)
            return fresh if share is None else set_share(fresh, share, pair.place)

        change_household(pair.ours, change)
        more = pages.older and request.POST.get("act") == "next"
        return HttpResponseRedirect(pages.older if more else reverse("housework_home"))
    page = OwnersPage(
        rows=tuple(present_owners(task, pair) for task in shown),
        form=ShareForm(initial={"share": own_share(household, pair.place)}),
        pages=pages,
        page=number,
    )
    return render(request, page)
