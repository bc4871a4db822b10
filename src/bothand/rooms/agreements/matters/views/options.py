"""Questions and options of a matter, and which of them hold now."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.domain.agreements import Marked
from bothand.kit import agreement_store
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.forms import NowForm, OptionForm, QuestionForm
from bothand.rooms.agreements.matters.pages import NowPage, OptionsPage
from bothand.rooms.agreements.matters.present import present_matter_course, present_questions
from bothand.rooms.agreements.matters.records import MOST_QUESTIONS, Option, questions_digest
from bothand.rooms.agreements.matters.records import Matter as MatterRecord
from bothand.rooms.agreements.matters.rules import (
    add_option,
    add_question,
    can_be_rated,
    has_option,
    has_option_for_other,
    offer_option,
    remove_option,
)
from bothand.rooms.agreements.matters.store import KnownMatter, find_matter, pick_marks, pick_voices
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render


@READ_OR_WRITE
@for_pair(present_alone)
def edit_options(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Questions and options: each may offer one, add, and take out; what the other did meanwhile is kept."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    matter = find_matter(pair, matter_id)
    if request.method != "POST":
        return render(request, _show_options(matter, QuestionForm(), OptionForm()))
    act = request.POST.get("act")
    question, option = request.POST.get("of", ""), request.POST.get("way", "")
    if act == "remove":
        pair.ours.amend(MatterRecord, matter_id, lambda old: remove_option(old, question, option))
        return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))
    if act == "offer":
        pair.ours.amend(MatterRecord, matter_id, lambda old: offer_option(old, question, option, pair.me))
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    question_form = QuestionForm(request.POST if act == "question" else None)
    option_form = OptionForm(None if act == "question" else request.POST)
    if question_form.is_valid():
        _add_question(pair, matter_id, question_form)
    elif option_form.is_valid():
        _add_option(pair, matter_id, option_form)
    if question_form.errors or option_form.errors:
        page = _show_options(find_matter(pair, matter_id), question_form, option_form)
        return render(request, page, status=422)
    return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))


def _add_question(pair: Pair, matter_id: bytes, form: QuestionForm) -> None:
    name = form.cleaned_data["question"].strip()
    matter = pair.ours.amend(MatterRecord, matter_id, lambda old: add_question(old, name)).record
    if not any(question.name == name for question in matter.questions):
        form.add_error("question", _("There is no room for another question. It was not added."))


def _add_option(pair: Pair, matter_id: bytes, form: OptionForm) -> None:
    option = Option(
        text=form.cleaned_data["option"].strip(),
        by=pair.me,
        for_other=form.cleaned_data["for_other"],
        who={"me": (pair.me,), "other": (pair.other,)}.get(form.cleaned_data["who"], ()),
    )
    of = form.cleaned_data["of"] or ""
    matter = pair.ours.amend(MatterRecord, matter_id, lambda old: add_option(old, of, option)).record
    if not has_option(matter, of, option.text):
        form.add_error(
            "option", _("The question is gone, or has no room for another option. It was not added.")
        )


def _show_options(matter: KnownMatter, question_form: QuestionForm, option_form: OptionForm) -> OptionsPage:
    """The page. An option that was sent and not added stands with its question, or by itself where that is gone."""
    pair, record = matter.pair, matter.record
    questions = present_questions(pair, record, {}, forms=True)
    spare = option_form if option_form.is_bound else None
    if spare is not None and any(question.name == spare.data.get("of") for question in questions):
        questions = tuple(
            replace(question, form=spare, open=True) if question.name == spare.data.get("of") else question
            for question in questions
        )
        spare = None
    theirs = pick_voices(matter.about).get(pair.other)
    return OptionsPage(
        course=present_matter_course(matter, "options"),
        hex=matter.hex,
        questions=questions,
        form=question_form,
        spare=spare,
        full=len(record.questions) >= MOST_QUESTIONS,
        for_other=has_option_for_other(record, pair.me),
        theirs=theirs.gives if theirs else "",
    )


@READ_OR_WRITE
@for_pair(present_alone)
def mark_now(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How it is now, one question a screen: what no agreement means."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    matter = find_matter(pair, matter_id)
    if not can_be_rated(matter.record):
        return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))
    marked = _find_marked(matter, pair.me)
    at = _find_question(request, marked)
    question = matter.record.questions[at]
    if request.method != "POST":
        return render(request, _show_now(matter, at, NowForm(question=question)))
    of = questions_digest(matter.record)
    form, changed = NowForm(request.POST, question=question), request.POST.get("of") != of.hex()
    if changed or not form.is_valid():
        page = _show_now(matter, at, form, changed=changed)
        return render(request, page, status=409 if changed else 422)
    places = (*marked[:at], form.cleaned_data["now"], *marked[at + 1 :])
    mark = Marked(day=matter.record.day, subject=matter_id, of=of, now=places)
    agreement_store.put_mark(pair.ours, mark, pair.me)
    where = "agreements_now" if -1 in places else "agreements_matter"
    return HttpResponseRedirect(reverse(where, args=[hex_id]))


def _find_marked(matter: KnownMatter, account: bytes) -> tuple[int, ...]:
    """What somebody marked of these questions, -1 where nothing is marked."""
    mark = pick_marks(matter.about).get(account)
    nothing = (-1,) * len(matter.record.questions)
    fits = mark is not None and mark.of == questions_digest(matter.record) and len(mark.now) == len(nothing)
    return mark.now if mark is not None and fits else nothing


def _find_question(request: HttpRequest, marked: tuple[int, ...]) -> int:
    """The question that was asked for, else the first that is not marked."""
    asked = str(request.POST.get("at") or request.GET.get("at") or "")
    if asked in {str(number) for number in range(len(marked))}:
        return int(asked)
    return marked.index(-1) if -1 in marked else 0


def _show_now(matter: KnownMatter, at: int, form: NowForm, *, changed: bool = False) -> NowPage:
    options = matter.record.questions[at].options
    theirs = _find_marked(matter, matter.pair.other)[at]
    where = reverse("agreements_now", args=[matter.hex])
    return NowPage(
        course=present_matter_course(matter, "now"),
        form=form,
        hex=matter.hex,
        question=matter.record.questions[at].name,
        number=at + 1,
        count=len(matter.record.questions),
        options=tuple(option.text for option in options),
        marked=_find_marked(matter, matter.pair.me)[at],
        theirs=options[theirs].text if 0 <= theirs < len(options) else "",
        of=questions_digest(matter.record).hex(),
        at=at,
        back=f"{where}?at={at - 1}" if at else reverse("agreements_options", args=[matter.hex]),
        changed=changed,
    )
