"""The support I want with a goal, and don't want. It lies in *mine* until it is shared with the goal."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.rooms.goals import labels, present, rules, store
from bothand.rooms.goals.forms import SupportForm
from bothand.rooms.goals.pages import SupportPage, TwoWantedPage
from bothand.rooms.goals.records import Goal, Wanted
from bothand.rooms.goals.views.goals import READ_OR_WRITE
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict


@READ_OR_WRITE
def support(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say what helps and what does not."""
    space = access.open_mine(request)
    goal = space.get(Goal, id_of(hex_id))
    if request.method != "POST":
        return render(request, _page(goal, _form(store.own(space).wanted_of(goal.id))))
    form = SupportForm(request.POST)
    if not form.is_valid():
        return render(request, _page(goal, form), status=422)
    wanted = Wanted(
        goal=goal.id,
        wanted=rules.known(form.cleaned_data["wanted"]),
        unwanted=rules.known(form.cleaned_data["unwanted"]),
        words=form.cleaned_data["words"],
    )
    try:
        store.say_wanted(space, wanted, revision=form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is None:
            return render(request, _page(goal, form), status=409)
        return render(request, _two(goal, wanted, conflict.theirs), status=409)
    return HttpResponseRedirect(present.goal_address(hex_id))


def _form(there: Opened[Wanted] | None) -> SupportForm:
    if there is None:
        return SupportForm()
    record = there.record
    return SupportForm(
        initial={
            "wanted": record.wanted,
            "unwanted": record.unwanted,
            "words": record.words,
            "revision": there.revision,
        }
    )


def _page(goal: Opened[Goal], form: SupportForm) -> SupportPage:
    meanings = tuple((labels.LABELS[one], labels.HINTS[one]) for one in rules.SUPPORTS)
    return SupportPage(form=form, hex=goal.hex, text=goal.record.text, meanings=meanings)


def _two(goal: Opened[Goal], mine: Wanted, theirs: Opened[Wanted]) -> TwoWantedPage:
    lists = [Hidden(name="wanted", value=one) for one in mine.wanted]
    lists += [Hidden(name="unwanted", value=one) for one in mine.unwanted]
    return TwoWantedPage(
        pairs=(
            _both(_("This would help me"), "wanted", mine.wanted, theirs.record.wanted),
            _both(_("This would not"), "unwanted", mine.unwanted, theirs.record.unwanted),
            Both(label=_("In my own words"), name="words", mine=mine.words, theirs=theirs.record.words),
        ),
        action=reverse("goals_support", args=[goal.hex]),
        back_to=present.goal_address(goal.hex),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="words", value=mine.words),
            *lists,
        ),
        typed=False,
    )


def _both(label: str, name: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> Both:
    return Both(label=label, name=name, mine=_names(mine), theirs=_names(theirs))


def _names(supports: tuple[str, ...]) -> str:
    return ", ".join(map(labels.label, supports)) or _("nothing")
