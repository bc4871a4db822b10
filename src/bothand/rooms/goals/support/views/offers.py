"""Support that is offered: with the other's goal, as they share it; ended with one's own in one tap."""

from contextlib import suppress

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.kit import asks, fear_rule
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.goals.present import link_goal
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.support import rules, store
from bothand.rooms.goals.support.forms import OfferForm
from bothand.rooms.goals.support.pages import PartnerGoalPage
from bothand.rooms.goals.support.present import list_offers, show_copy
from bothand.rooms.goals.support.records import Offer, SharedGoal
from bothand.rooms.goals.support.store import SharedGoals
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def show_partner_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One goal of theirs, and offering support with it."""
    visit = Visit(request)
    posted = request.method == "POST"
    ours = visit.ours_to_write if posted else visit.ours
    shared = store.load_shared(request)
    goal = _find_partner_goal(shared, id_of(hex_id))
    standing = (offer.record.support for offer in shared.list_standing(goal))
    free = rules.list_offerable(goal.record, standing)
    if not posted:
        form = OfferForm().only(free) if free else None
        return render(request, _build_page(request, shared, goal, form))
    form = OfferForm(request.POST).only(free)
    if not form.is_valid():
        # Its owner may have changed what is wanted meanwhile: what was typed stays, with what there is now.
        return render(request, _build_page(request, shared, goal, form), status=422)
    offer = Offer(
        goal=goal.id,
        support=form.cleaned_data["support"],
        words=form.cleaned_data["words"],
        since=visit.today,
    )
    with transaction.atomic():
        store.add_record(ours, offer, form.cleaned_data["id"])
        # Who offers can after all: the *no* is taken back with it.
        asks.take_back(request, goal.id)
    return HttpResponseRedirect(reverse("goals_partner", args=[hex_id]))


@require_POST
def withdraw_offer(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take an offer of mine back; what is gone is back already."""
    visit = Visit(request)
    ours = visit.ours_to_write
    offer = ours.get(Offer, id_of(hex_id))
    if offer.author != visit.me:
        raise Missing
    with suppress(Conflict):
        ours.remove(offer)
    goal = store.load_shared(request).find_goal(offer.record.goal)
    after = reverse("goals_list") if goal is None else reverse("goals_partner", args=[goal.hex])
    return HttpResponseRedirect(after)


@require_POST
def end_support(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End support (`offer`) in one tap. Nobody is asked, and no reason is kept."""
    goal = Visit(request).mine.get(Goal, id_of(hex_id))
    store.end_support(request, goal.id, id_of(request.POST.get("offer", "")))
    return HttpResponseRedirect(link_goal(hex_id))


def _find_partner_goal(shared: SharedGoals, goal_id: bytes) -> Opened[SharedGoal]:
    """A goal of the other. Raises Missing, also for one of mine."""
    goal = shared.find_goal(goal_id)
    if goal is None or goal.author == shared.me:
        raise Missing
    return goal


def _build_page(
    request: HttpRequest, shared: SharedGoals, goal: Opened[SharedGoal], form: OfferForm | None
) -> PartnerGoalPage:
    standing = shared.list_standing(goal)
    ended = [offer for offer in shared.list_offers(goal) if offer not in standing]
    return PartnerGoalPage(
        hex=goal.hex,
        seen=show_copy(goal.record),
        offers=(*list_offers(standing, stand=True), *list_offers(ended, stand=False)),
        form=form,
        asks=rules.asks_support(goal.record) and not standing,
        no=shared.is_declined(goal),
        unopened=shared.unopened,
        afraid=fear_rule.explain_fear_rule(request),
    )
