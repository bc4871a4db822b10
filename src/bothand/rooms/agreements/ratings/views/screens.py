"""Answering alone, one tap a screen. Each tap is kept in *mine* at once; with the last one all of it is laid down."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.meetings import find_kept_answer
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.forms import TapForm
from bothand.rooms.agreements.ratings.labels import SUIT_LABELS, WEIGHT_LABELS
from bothand.rooms.agreements.ratings.pages import SuitPage, TapStep
from bothand.rooms.agreements.ratings.records import Answers, BegunAnswers
from bothand.rooms.agreements.ratings.screens import (
    Screen,
    answer_screen,
    begin_answers,
    find_next,
    is_answered,
    list_screens,
    read_answer,
)
from bothand.rooms.agreements.ratings.store import (
    Beside,
    OpenMatter,
    begun_place,
    find_begun,
    find_beside,
    is_same,
    lay_answers,
    open_matter,
    present_own_course,
)
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.randomness import random_bytes


@READ_OR_WRITE
@for_pair(present_alone)
def answer_alone(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One private question. Nobody else sees the answer, nor that there is one."""
    matter = open_matter(request, hex_id)
    if matter.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    kept, begun = find_kept_answer(matter.rating, Answers), find_begun(request, matter)
    so_far = begun.record if begun else _begin(request, matter, kept)
    screens = list_screens(matter.record)
    screen = _find_screen(request, screens, so_far)
    if screen is None:
        return HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    if request.method != "POST":
        return render(request, _show_screen(request, matter, so_far, screen, TapForm()))
    if request.POST.get("frame") != matter.frame.hex() or request.POST.get("round") != str(matter.round):
        # The questions changed, or something came of my answers meanwhile: the page there says so.
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    form = TapForm(request.POST, weight=screen.option < 0)
    if not form.is_valid():
        return render(request, _show_screen(request, matter, so_far, screen, form), status=422)
    fresh = answer_screen(
        so_far, screen, form.cleaned_data["step"], never=form.cleaned_data["never"] and screen.option >= 0
    )
    _keep(request, matter, begun, fresh, kept)
    return HttpResponseRedirect(reverse("agreements_suits", args=[hex_id]))


def _begin(request: HttpRequest, matter: OpenMatter, kept: Answers | None) -> BegunAnswers:
    return begin_answers(matter.record, matter.id, matter.frame, kept, Visit(request).today)


def _find_screen(request: HttpRequest, screens: tuple[Screen, ...], so_far: BegunAnswers) -> Screen | None:
    """The screen that was asked for, else the first without an answer."""
    asked = str(request.POST.get("at") or request.GET.get("at") or "")
    return next((one for one in screens if one.key == asked), None) or find_next(so_far, screens)


def _keep(
    request: HttpRequest,
    matter: OpenMatter,
    begun: Opened[BegunAnswers] | None,
    fresh: BegunAnswers,
    kept: Answers | None,
) -> None:
    """Keep answers on their way, or lay them down where none is missing. Raises Conflict, Locked."""
    if find_next(fresh, list_screens(matter.record)) is None:
        answers = _finish(fresh, kept, find_beside(request, matter, matter.standing), matter.now or ())
        idle = matter.rating is not None and bool(matter.rating.fate)
        if idle or not is_same(answers, kept):
            lay_answers(request, matter, answers)
    elif begun is None:
        Visit(request).mine.add(fresh, begun_place(request, matter))
    elif begun.record != fresh:
        Visit(request).mine.replace(begun, fresh)


def _finish(begun: BegunAnswers, kept: Answers | None, beside: Beside, now: tuple[int, ...]) -> Answers:
    return Answers(
        now=now,
        weights=begun.weights,
        ratings=begun.ratings,
        never=begun.never,
        lines=tuple(sorted(beside.taken)),
        secret=random_bytes(32),
        only_if=kept.only_if if kept else (),
    )


def _show_screen(
    request: HttpRequest, matter: OpenMatter, so_far: BegunAnswers, screen: Screen, form: TapForm
) -> SuitPage:
    screens = list_screens(matter.record)
    number = screens.index(screen)
    question = matter.record.questions[screen.question]
    chosen = read_answer(so_far, screen) if is_answered(so_far, screen) else None
    ruled = so_far.never[screen.question]
    labels = WEIGHT_LABELS if screen.option < 0 else SUIT_LABELS
    return SuitPage(
        course=present_own_course(matter, "rate"),
        form=form,
        hex=matter.hex,
        at=screen.key,
        frame_mark=matter.frame.hex(),
        round=matter.round,
        question=question.name,
        option=question.options[screen.option].text if screen.option >= 0 else "",
        number=number + 1,
        count=len(screens),
        steps=tuple(
            TapStep(
                value=value,
                label=str(label),
                picture=str(value + 1) if screen.option >= 0 else "",
                chosen=value == chosen and not (screen.option >= 0 and ruled == screen.option),
            )
            for value, label in labels
        ),
        today=(matter.now or ())[screen.question] == screen.option,
        ruled=screen.option >= 0 and ruled == screen.option,
        other_ruled=question.options[ruled].text if ruled >= 0 and ruled != screen.option else "",
        notes=_list_notes(request, matter, screen),
        back=f"{reverse('agreements_suits', args=[matter.hex])}?at={screens[number - 1].key}"
        if number
        else "",
    )


def _list_notes(request: HttpRequest, matter: OpenMatter, screen: Screen) -> tuple[str, ...]:
    """What of mine stands beside an option: a boundary that rules it out, needs that it meets."""
    if screen.option < 0:
        return ()
    beside, place = find_beside(request, matter, matter.standing), (screen.question, screen.option)
    line = beside.taken.get(place)
    ruled = (
        (_("Your boundary rules this out: %(line)s") % {"line": beside.say_line(line)},)
        if line is not None
        else ()
    )
    met = (
        _("You marked that this meets a need: %(need)s") % {"need": one.words}
        for one in beside.met.get(place, ())
    )
    return (*ruled, *met)
