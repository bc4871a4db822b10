"""The other's goal, as they share it: what they want, what I offer."""

from contextlib import suppress

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.kit import asks, fear_rule
from bothand.kit.addresses import id_of
from bothand.rooms.goals import between, present, rules, store
from bothand.rooms.goals.between import Between
from bothand.rooms.goals.forms import OfferForm
from bothand.rooms.goals.pages import TheirsPage
from bothand.rooms.goals.records import Offer, SharedGoal
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.rooms.goals.views.whole import today_of
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def theirs(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One goal of theirs, and offering support with it."""
    if request.method == "POST":
        access.open_mine(request)
    found = between.between(request)
    goal = _of_the_other(found, id_of(hex_id))
    free = rules.may_be_offered(goal.record, (one.record.support for one in found.standing(goal)))
    if request.method != "POST":
        return render(request, _page(request, found, goal, OfferForm().only(free) if free else None))
    form = OfferForm(request.POST).only(free)
    if not form.is_valid():
        # Its owner may have changed what is wanted meanwhile: what was typed stays, with what there is now.
        return render(request, _page(request, found, goal, form), status=422)
    offer = Offer(
        goal=goal.id,
        support=form.cleaned_data["support"],
        words=form.cleaned_data["words"],
        since=today_of(request),
    )
    with transaction.atomic():
        store.add(access.open_ours(request), offer, form.cleaned_data["id"])
        # Who offers can after all: the *no* is taken back with it.
        asks.take_back(request, goal.id)
    return HttpResponseRedirect(reverse("goals_theirs", args=[hex_id]))


@require_POST
def back(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take an offer of mine back; what is gone is back already."""
    access.open_mine(request)
    ours = access.open_ours(request)
    there = ours.get(Offer, id_of(hex_id))
    if there.author != access.visitor_of_request(request).account:
        raise Missing
    with suppress(Conflict):
        ours.remove(there)
    goal = between.between(request).goal(there.record.goal)
    after = reverse("goals_list") if goal is None else reverse("goals_theirs", args=[goal.hex])
    return HttpResponseRedirect(after)


def _of_the_other(found: Between, goal: bytes) -> Opened[SharedGoal]:
    there = found.goal(goal)
    if there is None or there.author == found.me:
        raise Missing
    return there


def _page(
    request: HttpRequest, found: Between, goal: Opened[SharedGoal], form: OfferForm | None
) -> TheirsPage:
    standing = found.standing(goal)
    over = [one for one in found.offers_to(goal) if one not in standing]
    return TheirsPage(
        hex=goal.hex,
        seen=present.seen(goal.record),
        offers=(*present.offers(standing, stand=True), *present.offers(over, stand=False)),
        form=form,
        asks=rules.asks(goal.record) and not standing,
        no=found.declined(goal),
        unopened=found.unopened,
        afraid=fear_rule.explain_fear_rule(request),
    )
