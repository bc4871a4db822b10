"""A goal, shared with the other: looked at first, taken back at any time."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.goals.present import link_goal
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.support import rules, store
from bothand.rooms.goals.support.forms import ShareForm
from bothand.rooms.goals.support.pages import SharePage, WithdrawPage
from bothand.rooms.goals.support.present import show_copy
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def share_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Exactly what the other would see; then it is shared, or shared as it is now."""
    visit = Visit(request)
    goal = visit.mine.get(Goal, id_of(hex_id))
    if goal.record.ended is not None:
        raise Missing
    shared = store.load_shared(request)
    copy = store.find_copy(request, shared, goal.id)
    before = None if copy is None else copy.record
    wish = store.find_wish(visit.mine, goal.id)
    if request.method == "POST":
        form = ShareForm(request.POST)
        with_why = form.is_valid() and form.cleaned_data["with_why"]
    else:
        with_why = before is not None and bool(before.why)
        form = ShareForm(initial={"with_why": with_why})
    fresh = rules.build_copy(
        goal.record,
        None if wish is None else wish.record,
        before,
        with_why=with_why,
        fresh=store.begin_copy(request, shared, goal.id, visit.today),
    )
    pressed = request.method == "POST" and request.POST.get("do") == "share"
    if pressed and request.POST.get("trace") == rules.digest_copy(fresh):
        try:
            shared_copy.share_copy(request, fresh, of=goal.id)
        except Conflict:
            # Another window shared it at once, or support was ended: what stands now is looked at again.
            return HttpResponseRedirect(request.path)
        return HttpResponseRedirect(link_goal(hex_id))
    page = SharePage(
        form=form,
        hex=hex_id,
        seen=show_copy(fresh),
        has_why=bool(goal.record.why),
        again=copy is not None,
        trace=rules.digest_copy(fresh),
        moved=pressed,
    )
    return render(request, page)


@READ_OR_WRITE
def withdraw_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a shared goal back, after saying what that does. What is back already stays so."""
    visit = Visit(request)
    goal = visit.mine.get(Goal, id_of(hex_id))
    if request.method == "POST":
        try:
            store.withdraw_goal(request, goal.id)
        except Conflict:
            return HttpResponseRedirect(request.path)
        return HttpResponseRedirect(link_goal(hex_id))
    if store.find_copy(request, store.load_shared(request), goal.id) is None:
        raise Missing
    page = WithdrawPage(
        title=_("Unshare this goal?"),
        lines=(
            goal.record.text,
            _("%(name)s no longer sees it here, and the support offered with it ends.")
            % {"name": visit.partner_name},
            _("What was read, copied or backed up until now stays where it is."),
        ),
        action=reverse("goals_withdraw", args=[goal.hex]),
        button=_("Unshare"),
        back=_("Keep sharing"),
        back_to=link_goal(goal.hex),
    )
    return render(request, page)
