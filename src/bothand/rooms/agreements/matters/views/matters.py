"""A matter: how it begins, where two are with it, setting it aside."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Pair, Visit
from bothand.content.starters import Starter, find_starter, load_starters
from bothand.kit import agreement_store, drafts, texts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.forms import NewForm
from bothand.rooms.agreements.matters.pages import MatterPage, NewPage
from bothand.rooms.agreements.matters.present import (
    present_matter_course,
    present_questions,
    present_statements,
)
from bothand.rooms.agreements.matters.records import Matter, Option, Question, questions_digest
from bothand.rooms.agreements.matters.rules import LONGEST_TITLE
from bothand.rooms.agreements.matters.store import KnownMatter, find_matter, pick_marks, pick_voices
from bothand.rooms.agreements.matters.store import begin_matter as put_matter
from bothand.rooms.agreements.pages import Row
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing

SCREENS = {
    "words": "agreements_words",
    "back": "agreements_words",
    "options": "agreements_options",
    "now": "agreements_now",
    "rate": "agreements_suits",
    "found": "agreements_found",
}
"""Where each step is done."""
CHANGES = {"words": "?at=gives", "back": "?at=back", "options": "", "now": "?at=0"}
"""What leads back to a step that is done."""


@require_safe
@for_pair(present_alone)
def show_matter(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Lead on to the step that is the reader's, or say that their part is done. `all` shows what there is instead."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    matter = find_matter(pair, matter_id)
    reached = matter.reached
    path = "" if reached.waits or reached.over else reverse(SCREENS[reached.step.key], args=[hex_id])
    if path and "all" not in request.GET and Visit(request).mine_if_open is not None:
        return HttpResponseRedirect(path)
    return render(request, _show_matter(pair, matter, path))


def _show_matter(pair: Pair, matter: KnownMatter, path: str) -> MatterPage:
    marks, voices = pick_marks(matter.about), pick_voices(matter.about)
    index, _broken = agreement_store.find_index_and_broken(pair.ours)
    of, step = questions_digest(matter.record), matter.reached.step
    return MatterPage(
        course=present_matter_course(matter),
        shows=step.shows,
        change=reverse(SCREENS[step.key], args=[matter.hex]) + CHANGES.get(step.key, ""),
        hex=matter.hex,
        path=path,
        over=matter.reached.over,
        said=present_statements(pair, matter.about),
        questions=present_questions(pair, matter.record, marks),
        fixed=any(one.changeable == "no" for one in voices.values()),
        differ=len({one.now for one in marks.values() if one.of == of and -1 not in one.now}) > 1,
        aside=matter.id in index.aside,
        agreement=matter.agreement.hex(),
        hands=drafts.find_hands("boundary", "topic", text=matter.record.title),
    )


@require_POST
@for_pair(present_alone)
def set_aside(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Put it aside (`on=1`), or take it up again. Nobody has to say why."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    pair.ours.get(Matter, matter_id)
    agreement_store.list_record(pair.ours, "aside" if request.POST.get("on") == "1" else "matters", matter_id)
    return HttpResponseRedirect(reverse("agreements_list"))


@READ_OR_WRITE
@for_pair(present_alone)
@keep_form_id
def begin_matter(request: HttpRequest) -> HttpResponse:
    """Something to agree on: in own words, from an idea, or from what another room handed over."""
    pair, given = Visit(request).require_pair(), drafts.read_draft(request)
    picked = find_starter(
        str(request.GET.get("idea") or request.POST.get("starter") or ""), texts.text_language()
    )
    if request.method != "POST" and (made := find_made(pair.ours, Matter)) is not None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[made.hex]))
    if request.method != "POST" or given is not None:
        title = given.text.strip().split("\n")[0][:LONGEST_TITLE] if given else ""
        form = NewForm(
            initial={
                "title": title or (picked.title if picked else ""),
                "starter": picked.id if picked else "",
                "area": given.area if given else picked.area if picked else "",
            }
        )
        return render(request, _show_new(form, picked))
    form = NewForm(request.POST)
    if not form.is_valid():
        return render(request, _show_new(form, picked), status=422)
    matter = Matter(
        day=Visit(request).today,
        title=form.cleaned_data["title"],
        questions=_copy_questions(picked, pair),
        area=form.cleaned_data["area"],
    )
    try:
        kept = put_matter(pair.ours, matter, form.cleaned_data["id"])
    except Conflict as conflict:
        if conflict.theirs is None or conflict.theirs.kind.type is not Matter:
            raise Missing from None
        kept = conflict.theirs  # begun already, and changed since
    return HttpResponseRedirect(reverse("agreements_matter", args=[kept.hex]))


def _copy_questions(picked: Starter | None, pair: Pair) -> tuple[Question, ...]:
    """An idea's questions; nobody thought of its options, so they are meant for nobody in particular."""
    if picked is None:
        return ()
    nobody = bytes(len(pair.me))
    return tuple(
        Question(name=one.name, options=tuple(Option(text=text, by=nobody) for text in one.options))
        for one in picked.question
    )


def _show_new(form: NewForm, picked: Starter | None) -> NewPage:
    where = reverse("agreements_new")
    return NewPage(
        form=form,
        starters=tuple(
            Row(path=f"{where}?idea={one.id}", title=one.title)
            for one in load_starters(texts.text_language())
            if picked is None or one.id != picked.id
        ),
        lines=tuple((one.name, ", ".join(one.options)) for one in picked.question) if picked else (),
        talk=picked.talk if picked else "",
        hands=drafts.find_hands("topic", text=picked.title) if picked and picked.talk else (),
    )
