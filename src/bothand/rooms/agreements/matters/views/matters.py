"""A matter: how it begins, what was said and what comes next, setting it aside."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Pair, Visit
from bothand.domain.agreements import Agreement
from bothand.kit import agreement_store, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.forms import NewForm
from bothand.rooms.agreements.matters.labels import STARTERS, Starter, find_starter
from bothand.rooms.agreements.matters.pages import (
    MatterPage,
    NewPage,
)
from bothand.rooms.agreements.matters.present import (
    pick_marks,
    pick_voices,
    present_questions,
    present_statements,
)
from bothand.rooms.agreements.matters.process import NEGOTIATION, find_standing
from bothand.rooms.agreements.matters.records import (
    Matter,
    Option,
    Question,
    agreement_id,
    questions_digest,
)
from bothand.rooms.agreements.matters.rules import LONGEST_TITLE
from bothand.rooms.agreements.matters.store import begin_matter as put_matter
from bothand.rooms.agreements.matters.store import find_statements
from bothand.rooms.agreements.pages import Row
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render
from bothand.shell.process_page import present_course
from bothand.vault.errors import Conflict, Missing


@require_safe
@for_pair(present_alone)
def show_matter(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One matter: what was said, what could be, and what comes next."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    opened = pair.ours.get(Matter, matter_id)
    about = find_statements(pair.ours, matter_id, pair.accounts)
    voices, marks = pick_voices(about), pick_marks(about)
    index, _broken = agreement_store.find_index_and_broken(pair.ours)
    agreement = pair.ours.query(Agreement, ids=[agreement_id(matter_id)]).items
    of = questions_digest(opened.record)
    settled = bool(agreement) and bool(agreement[0].record.agreed)
    standing = find_standing(
        opened.record, voices, marks, me=pair.me, other=pair.other, found=settled, settled=settled
    )
    reached = NEGOTIATION.find_place(standing)
    page = MatterPage(
        course=present_course(NEGOTIATION, reached, title=opened.record.title, partner=pair.partner.name),
        hex=hex_id,
        waits=reached.waits,
        shows=reached.step.shows,
        said=present_statements(pair, about),
        questions=present_questions(pair, opened.record, marks),
        step=reached.step.key,
        fixed=any(one.changeable == "no" for one in voices.values()),
        differ=len({one.now for one in marks.values() if one.of == of}) > 1,
        aside=matter_id in index.aside,
        agreement=agreement[0].hex if agreement else "",
        hands=drafts.find_hands("boundary", "topic", text=opened.record.title),
    )
    return render(request, page)


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
    picked = find_starter(str(request.GET.get("idea") or request.POST.get("starter") or ""))
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
        Question(name=str(name), options=tuple(Option(text=str(way), by=nobody) for way in ways))
        for name, ways in picked.questions
    )


def _show_new(form: NewForm, picked: Starter | None) -> NewPage:
    where = reverse("agreements_new")
    ideas = tuple(
        Row(path=f"{where}?idea={one.id}", title=str(one.title))
        for one in STARTERS
        if picked is None or one.id != picked.id
    )
    lines = tuple((str(name), ", ".join(map(str, ways))) for name, ways in picked.questions) if picked else ()
    return NewPage(form=form, starters=ideas, lines=lines)
