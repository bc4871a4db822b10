"""How the minutes are meant to be shared."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.forms import ShareForm
from bothand.rooms.housework.labels import say_share
from bothand.rooms.housework.pages import SharesPage
from bothand.rooms.housework.present import present_alone
from bothand.rooms.housework.records import Household
from bothand.rooms.housework.rules import own_share, read_paid, set_paid, set_share
from bothand.rooms.housework.store import change_household, find_household
from bothand.shell.page import render


@READ_OR_WRITE
@for_pair(present_alone)
def edit_shares(request: HttpRequest) -> HttpResponse:
    """By parts, or so that both work as long in all once paid work is counted in."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    household, name = find_household(pair.ours), pair.partner.name
    if request.method == "POST":
        form = ShareForm(request.POST, partner=name)
        if form.is_valid():
            typed = form.cleaned_data

            def change(old: Household) -> Household:
                if typed["mine"] is not None:
                    return set_paid(old, typed["mine"], typed["theirs"], pair.place)
                return set_share(old, typed["share"] if typed["share"] != "" else 50, pair.place)

            change_household(pair.ours, change)
            return HttpResponseRedirect(reverse("housework_home"))
    else:
        mine, theirs = read_paid(household, pair.place)
        share = own_share(household, pair.place)
        form = ShareForm(initial={"share": share, "mine": mine, "theirs": theirs}, partner=name)
    page = SharesPage(form=form, share=say_share(household, pair.place, name))
    return render(request, page, status=422 if form.errors else 200)
