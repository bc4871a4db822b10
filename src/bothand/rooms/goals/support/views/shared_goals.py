"""A goal, shared with the other: looked at first, taken back at any time. Ending support is one tap."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of
from bothand.rooms.goals.present import find_today, link_goal
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.support import store
from bothand.rooms.goals.support.forms import ShareForm
from bothand.rooms.goals.support.pages import SharePage, WithdrawPage
from bothand.rooms.goals.support.present import show_copy
from bothand.rooms.goals.support.rules import build_copy, digest_copy
from bothand.rooms.goals.support.store import begin_copy, find_copy, find_wish, load_shared
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def share_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Exactly what the other would see; then it is shared, or shared as it is now."""
    space = access.open_mine(request)
    goal = space.get(Goal, id_of(hex_id))
    if goal.record.ended is not None:
        raise Missing
    two = load_shared(request)
    copy = find_copy(request, two, goal.id)
    before = None if copy is None else copy.record
    wanted = find_wish(space, goal.id)
    if request.method == "POST":
        form = ShareForm(request.POST)
        with_why = form.is_valid() and form.cleaned_data["with_why"]
    else:
        with_why = before is not None and bool(before.why)
        form = ShareForm(initial={"with_why": with_why})
    fresh = build_copy(
        goal.record,
        None if wanted is None else wanted.record,
        before,
        with_why=with_why,
        fresh=begin_copy(request, two, goal.id, find_today(request)),
    )
    pressed = request.method == "POST" and request.POST.get("do") == "share"
    if pressed and request.POST.get("trace") == digest_copy(fresh):
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
        trace=digest_copy(fresh),
        moved=pressed,
    )
    return render(request, page)


@READ_OR_WRITE
def withdraw_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a shared goal back, after saying what that does. What is back already stays so."""
    space = access.open_mine(request)
    goal = space.get(Goal, id_of(hex_id))
    if request.method == "POST":
        try:
            store.withdraw_goal(request, goal.id)
        except Conflict:
            return HttpResponseRedirect(request.path)
        return HttpResponseRedirect(link_goal(hex_id))
    name = frame_of(request, "mine").partner
    if find_copy(request, load_shared(request), goal.id) is None:
        raise Missing
    page = WithdrawPage(
        title=_("Take this goal back?"),
        lines=(
            goal.record.text,
            _("%(name)s no longer finds it here, and support that was offered with it ends.")
            % {"name": name},
            _("What was read, copied or backed up until now stays where it is."),
        ),
        action=reverse("goals_withdraw", args=[goal.hex]),
        button=_("Take it back"),
        back=_("Leave it shared"),
        back_to=link_goal(goal.hex),
    )
    return render(request, page)


@require_POST
def end_support(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End support (`offer`) in one tap. Nobody is asked, and no reason is kept."""
    space = access.open_mine(request)
    goal = space.get(Goal, id_of(hex_id))
    store.end_support(request, goal.id, id_of(request.POST.get("offer", "")))
    return HttpResponseRedirect(link_goal(hex_id))
