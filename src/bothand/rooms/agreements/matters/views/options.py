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
from bothand.rooms.agreements.matters.present import present_questions
from bothand.rooms.agreements.matters.records import MOST_QUESTIONS, Matter, Option, questions_digest
from bothand.rooms.agreements.matters.rules import (
    add_option,
    add_question,
    can_be_rated,
    has_option,
    has_option_for_other,
    remove_option,
)
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render


@READ_OR_WRITE
@for_pair(present_alone)
def edit_options(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Questions and options: each may add, and take out; what the other did meanwhile is kept."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    matter = pair.ours.get(Matter, matter_id).record
    if request.method != "POST":
        return render(request, _show_options(pair, hex_id, matter, QuestionForm(), OptionForm()))
    act = request.POST.get("act")
    if act == "remove":
        question, option = request.POST.get("of", ""), request.POST.get("way", "")
        pair.ours.amend(Matter, matter_id, lambda old: remove_option(old, question, option))
        return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))
    question_form = QuestionForm(request.POST if act == "question" else None)
    option_form = OptionForm(None if act == "question" else request.POST)
    if question_form.is_valid():
        _add_question(pair, matter_id, question_form)
    elif option_form.is_valid():
        _add_option(pair, matter_id, option_form)
    if question_form.errors or option_form.errors:
        matter = pair.ours.get(Matter, matter_id).record
        page = _show_options(pair, hex_id, matter, question_form, option_form)
        return render(request, page, status=422)
    return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))


def _add_question(pair: Pair, matter_id: bytes, form: QuestionForm) -> None:
    name = form.cleaned_data["question"].strip()
    matter = pair.ours.amend(Matter, matter_id, lambda old: add_question(old, name)).record
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
    matter = pair.ours.amend(Matter, matter_id, lambda old: add_option(old, of, option)).record
    if not has_option(matter, of, option.text):
        form.add_error(
            "option", _("The question is gone, or has no room for another option. It was not added.")
        )


def _show_options(
    pair: Pair, hex_id: str, matter: Matter, question_form: QuestionForm, option_form: OptionForm
) -> OptionsPage:
    """The page. An option that was sent and not added stands with its question, or by itself where that is gone."""
    questions = present_questions(pair, matter, {}, forms=True)
    spare = option_form if option_form.is_bound else None
    if spare is not None and any(question.name == spare.data.get("of") for question in questions):
        questions = tuple(
            replace(question, form=spare) if question.name == spare.data.get("of") else question
            for question in questions
        )
        spare = None
    return OptionsPage(
        hex=hex_id,
        title=matter.title,
        questions=questions,
        form=question_form,
        spare=spare,
        full=len(matter.questions) >= MOST_QUESTIONS,
        for_other=has_option_for_other(matter, pair.me),
    )


@READ_OR_WRITE
@for_pair(present_alone)
def mark_now(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How it is now, per question: what no agreement means."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    matter = pair.ours.get(Matter, matter_id).record
    if not can_be_rated(matter):
        return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))
    of = questions_digest(matter)
    if request.method != "POST":
        mark = agreement_store.find_marks(pair.ours, matter_id, [pair.me]).get(pair.me)
        marked = mark.now if mark is not None and mark.of == of else ()
        form = NowForm(matter=matter, initial={f"now{number}": place for number, place in enumerate(marked)})
        return render(request, _show_now(hex_id, matter, form))
    form, changed = NowForm(request.POST, matter=matter), request.POST.get("of") != of.hex()
    if changed or not form.is_valid():
        page = _show_now(hex_id, matter, form, changed=changed)
        return render(request, page, status=409 if changed else 422)
    mark = Marked(day=matter.day, subject=matter_id, of=of, now=form.read_now())
    agreement_store.put_mark(pair.ours, mark, pair.me)
    return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))


def _show_now(hex_id: str, matter: Matter, form: NowForm, *, changed: bool = False) -> NowPage:
    of = questions_digest(matter).hex()
    return NowPage(form=form, hex=hex_id, title=matter.title, of=of, changed=changed)
