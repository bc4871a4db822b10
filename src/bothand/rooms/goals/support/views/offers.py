"""The other's goal, as they share it: what they want, what I offer."""

from contextlib import suppress

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.kit import asks, fear_rule
from bothand.kit.addresses import id_of
from bothand.rooms.goals.present import find_today
from bothand.rooms.goals.support.forms import OfferForm
from bothand.rooms.goals.support.pages import PartnerGoalPage
from bothand.rooms.goals.support.present import list_offers, show_copy
from bothand.rooms.goals.support.records import Offer, SharedGoal
from bothand.rooms.goals.support.rules import asks_support, list_offerable
from bothand.rooms.goals.support.store import SharedGoals, add_record, load_shared
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def show_partner_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One goal of theirs, and offering support with it."""
    if request.method == "POST":
        access.open_mine(request)
    found = load_shared(request)
    goal = _find_partner_goal(found, id_of(hex_id))
    free = list_offerable(goal.record, (one.record.support for one in found.list_standing(goal)))
    if request.method != "POST":
        return render(request, _build_page(request, found, goal, OfferForm().only(free) if free else None))
    form = OfferForm(request.POST).only(free)
    if not form.is_valid():
        # Its owner may have changed what is wanted meanwhile: what was typed stays, with what there is now.
        return render(request, _build_page(request, found, goal, form), status=422)
    offer = Offer(
        goal=goal.id,
        support=form.cleaned_data["support"],
        words=form.cleaned_data["words"],
        since=find_today(request),
    )
    with transaction.atomic():
        add_record(access.open_ours(request), offer, form.cleaned_data["id"])
        # Who offers can after all: the *no* is taken back with it.
        asks.take_back(request, goal.id)
    return HttpResponseRedirect(reverse("goals_partner", args=[hex_id]))


@require_POST
def withdraw_offer(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take an offer of mine back; what is gone is back already."""
    access.open_mine(request)
    ours = access.open_ours(request)
    there = ours.get(Offer, id_of(hex_id))
    if there.author != access.visitor_of_request(request).account:
        raise Missing
    with suppress(Conflict):
        ours.remove(there)
    goal = load_shared(request).find_goal(there.record.goal)
    after = reverse("goals_list") if goal is None else reverse("goals_partner", args=[goal.hex])
    return HttpResponseRedirect(after)


def _find_partner_goal(found: SharedGoals, goal: bytes) -> Opened[SharedGoal]:
    there = found.find_goal(goal)
    if there is None or there.author == found.me:
        raise Missing
    return there


def _build_page(
    request: HttpRequest, found: SharedGoals, goal: Opened[SharedGoal], form: OfferForm | None
) -> PartnerGoalPage:
    standing = found.list_standing(goal)
    over = [one for one in found.list_offers(goal) if one not in standing]
    return PartnerGoalPage(
        hex=goal.hex,
        seen=show_copy(goal.record),
        offers=(*list_offers(standing, stand=True), *list_offers(over, stand=False)),
        form=form,
        asks=asks_support(goal.record) and not standing,
        no=found.is_declined(goal),
        unopened=found.unopened,
        afraid=fear_rule.explain_fear_rule(request),
    )
