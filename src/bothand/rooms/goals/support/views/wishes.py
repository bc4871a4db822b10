"""The support I want with a goal, and don't want. It lies in *mine* until it is shared with the goal."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.goals.present import link_goal
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.support.forms import SupportWishForm
from bothand.rooms.goals.support.labels import HINTS, LABELS, name_support
from bothand.rooms.goals.support.pages import SupportWishPage, TwoWishesPage
from bothand.rooms.goals.support.records import SupportWish
from bothand.rooms.goals.support.rules import SUPPORTS, keep_known
from bothand.rooms.goals.support.store import find_wish, save_wish
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict


@READ_OR_WRITE
def edit_wish(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say what helps and what does not."""
    space = Visit(request).mine
    goal = space.get(Goal, id_of(hex_id))
    if request.method != "POST":
        return render(request, _build_page(goal, _fill_form(find_wish(space, goal.id))))
    form = SupportWishForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(goal, form), status=422)
    wish = SupportWish(
        goal=goal.id,
        wanted=keep_known(form.cleaned_data["wanted"]),
        unwanted=keep_known(form.cleaned_data["unwanted"]),
        words=form.cleaned_data["words"],
    )
    try:
        save_wish(space, wish, revision=form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is None:
            return render(request, _build_page(goal, form), status=409)
        return render(request, _show_both(goal, wish, conflict.theirs), status=409)
    return HttpResponseRedirect(link_goal(hex_id))


def _fill_form(wish: Opened[SupportWish] | None) -> SupportWishForm:
    if wish is None:
        return SupportWishForm()
    record = wish.record
    return SupportWishForm(
        initial={
            "wanted": record.wanted,
            "unwanted": record.unwanted,
            "words": record.words,
            "revision": wish.revision,
        }
    )


def _build_page(goal: Opened[Goal], form: SupportWishForm) -> SupportWishPage:
    meanings = tuple((LABELS[one], HINTS[one]) for one in SUPPORTS)
    return SupportWishPage(form=form, hex=goal.hex, text=goal.record.text, meanings=meanings)


def _show_both(goal: Opened[Goal], mine: SupportWish, theirs: Opened[SupportWish]) -> TwoWishesPage:
    lists = [Hidden(name="wanted", value=one) for one in mine.wanted]
    lists += [Hidden(name="unwanted", value=one) for one in mine.unwanted]
    return TwoWishesPage(
        pairs=(
            _pair_lists(_("This would help me"), "wanted", mine.wanted, theirs.record.wanted),
            _pair_lists(_("This would not"), "unwanted", mine.unwanted, theirs.record.unwanted),
            Both(label=_("In my own words"), name="words", mine=mine.words, theirs=theirs.record.words),
        ),
        action=reverse("goals_wish", args=[goal.hex]),
        back_to=link_goal(goal.hex),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="words", value=mine.words),
            *lists,
        ),
        typed=False,
    )


def _pair_lists(label: str, name: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> Both:
    return Both(label=label, name=name, mine=_name_supports(mine), theirs=_name_supports(theirs))


def _name_supports(supports: tuple[str, ...]) -> str:
    return ", ".join(map(name_support, supports)) or _("nothing")
