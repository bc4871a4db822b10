"""Conversations that are held aloud. *Mine* is locked first; where two are in them stands in the address, and nowhere else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access, account_actions
from bothand.accounts.access import Pair, Visit
from bothand.accounts.person_name import show_name
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.talks.aloud.pages import AloudPage
from bothand.rooms.talks.aloud.process import ALOUD, EARS, SPOKEN, Round
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.process import Process
from bothand.shell.process_page import present_course


@READ_OR_WRITE
@for_two
def hold_aloud(request: HttpRequest) -> HttpResponse:
    """Talk aloud: one speaks, the other says it back, is that right, swap."""
    return _hold(request, "talks_aloud", ALOUD)


@READ_OR_WRITE
@for_two
def lend_ears(request: HttpRequest) -> HttpResponse:
    """Only ears: one tells of trouble from outside, the other listens, and asks what would help."""
    return _hold(request, "talks_ears", EARS)


def _hold(request: HttpRequest, name: str, process: Process[Round]) -> HttpResponse:
    if request.method == "POST":
        # Beginning locks, and needs nothing open for it.
        Visit(request).require_partner()
        account_actions.lock_mine(request)
        return HttpResponseRedirect(f"{reverse(name)}?at=0")
    return render(request, _show_round(request, Visit(request).require_pair(), name, process))


def _show_round(request: HttpRequest, pair: Pair, name: str, process: Process[Round]) -> AloudPage:
    asked, steps = request.GET.get("at", ""), len(process.steps)
    number = int(asked) if asked in {str(one) for one in range(steps)} else 0
    swapped, where, ears = request.GET.get("swapped") == "1", reverse(name), name == "talks_ears"
    title = _("Only ears") if ears else _("Talk aloud")
    passed = steps if asked == "end" else number
    course = present_course(
        process, process.find_place(Round(passed)), title=title, later=reverse("talks_list")
    )
    if not asked or access.visitor_of_request(request).unlocked:
        # Nothing of mine may lie open on a table: however one came here, it is locked first.
        return AloudPage(course=course, stage="begin", ears=ears, begin=where)
    here = f"{where}?at={number}&swapped={int(swapped)}"
    if "break" in request.GET:
        return AloudPage(course=course, stage="break", ears=ears, onward=here)
    if asked == "end":
        return AloudPage(course=course, stage="end", ears=ears)
    spoken = SPOKEN[process.steps[number].key]
    names = show_name(access.visitor_of_request(request).settings.name), pair.partner.name
    mine = spoken.speaks != swapped
    last = number == steps - 1
    return AloudPage(
        course=course,
        stage="step",
        ears=ears,
        speaker=names[0] if mine else names[1],
        listener=names[1] if mine else names[0],
        mine=mine,
        prompts=spoken.prompts,
        onward="" if last else f"{where}?at={number + 1}&swapped={int(swapped)}",
        pause=f"{here}&break=1",
        end=f"{where}?at=end",
        swap=f"{where}?at=0&swapped={int(not swapped)}" if last else "",
    )
