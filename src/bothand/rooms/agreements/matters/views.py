"""A matter before the numbers: how it begins, words, options, how it is now."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Marked
from bothand.kit import agreement_store, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.forms import NewForm, NowForm, OptionForm, QuestionForm, WordsForm
from bothand.rooms.agreements.matters.labels import STARTERS, Starter, find_starter
from bothand.rooms.agreements.matters.pages import (
    BothWordsPage,
    MatterPage,
    NewPage,
    NowPage,
    OptionsPage,
    WordsPage,
)
from bothand.rooms.agreements.matters.present import (
    pair_voice,
    pick_marks,
    pick_voices,
    present_questions,
    present_statements,
)
from bothand.rooms.agreements.matters.records import (
    MOST_QUESTIONS,
    Matter,
    Option,
    Question,
    Voice,
    agreement_id,
    questions_digest,
    voice_id,
)
from bothand.rooms.agreements.matters.rules import (
    LONGEST_TITLE,
    add_option,
    add_question,
    can_be_rated,
    find_next_step,
    has_option,
    has_option_for_other,
    remove_option,
)
from bothand.rooms.agreements.matters.store import begin_matter as put_matter
from bothand.rooms.agreements.matters.store import find_statements
from bothand.rooms.agreements.pages import Row
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@require_safe
@for_pair(present_alone)
def show_matter(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One matter: what was said, what could be, and what comes next."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    there = both.ours.get(Matter, matter_id)
    about = find_statements(both.ours, matter_id, both.accounts)
    voices, marks = pick_voices(about), pick_marks(about)
    index, _broken = agreement_store.find_index_and_broken(both.ours)
    agreement = both.ours.several(Agreement, [agreement_id(matter_id)]).items
    of = questions_digest(there.record)
    page = MatterPage(
        hex=hex_id,
        title=there.record.title,
        said=present_statements(both, about),
        asked=present_questions(both, there.record, marks),
        step=find_next_step(there.record, voices, marks, me=both.me, other=both.other),
        fixed=any(one.changeable == "no" for one in voices.values()),
        differ=len({one.now for one in marks.values() if one.of == of}) > 1,
        aside=matter_id in index.aside,
        agreement=agreement[0].hex if agreement else "",
        hands=drafts.find_hands("boundary", "topic", text=there.record.title),
    )
    return render(request, page)


@READ_OR_WRITE
@for_pair(present_alone)
def edit_words(request: HttpRequest, hex_id: str) -> HttpResponse:
    """My words about it, and what I understood of the other's."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    there = both.ours.get(Matter, matter_id)
    about = find_statements(both.ours, matter_id, both.accounts)
    mine = about.get((Voice, both.me))
    theirs = pair_voice(pick_voices(about).get(both.other), about_me=True)
    if request.method != "POST":
        form = WordsForm.of(mine.record if mine else None, mine.revision if mine else 0)
        return render(request, WordsPage(form=form, hex=hex_id, title=there.record.title, theirs=theirs))
    form = WordsForm(request.POST)
    if not form.is_valid():
        page = WordsPage(form=form, hex=hex_id, title=there.record.title, theirs=theirs)
        return render(request, page, status=422)
    typed = {name: value for name, value in form.cleaned_data.items() if name != "revision"}
    voice = Voice(day=there.record.day, matter=matter_id, **typed)
    try:
        _put_words(both, mine, voice, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(hex_id, voice, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))


def _put_words(both: Pair, mine: Opened[Voice] | None, voice: Voice, revision: int) -> None:
    place = voice_id(voice.matter, both.me)
    if mine is None:
        # What somebody else may have put there is no words of mine, and is written over.
        agreement_store.put_own(both.ours, voice, place)
    elif mine.record != voice:
        both.ours.replace(mine.seen_at(revision), voice)


def _show_both(hex_id: str, voice: Voice, theirs: Opened[Voice]) -> BothWordsPage:
    fields = (
        ("gives", _("What would this give me?")),
        ("fears", _("What do I fear?")),
        ("heard", _("What I understood of the other's words")),
    )
    hidden = [
        ("revision", str(theirs.revision)),
        ("serious", voice.serious),
        ("changeable", voice.changeable),
    ]
    if voice.talked:
        hidden.append(("talked", "on"))
    return BothWordsPage(
        pairs=tuple(
            Both(label=label, name=name, mine=getattr(voice, name), theirs=getattr(theirs.record, name))
            for name, label in fields
        ),
        action=reverse("agreements_words", args=[hex_id]),
        back_to=reverse("agreements_matter", args=[hex_id]),
        hidden=tuple(Hidden(name=name, value=value) for name, value in hidden),
    )


@READ_OR_WRITE
@for_pair(present_alone)
def edit_options(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Questions and ways: each may add, and take out; what the other did meanwhile is kept."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    there = both.ours.get(Matter, matter_id)
    if request.method != "POST":
        return render(request, _show_options(both, hex_id, there.record))
    asked, way = QuestionForm(), OptionForm()
    act = request.POST.get("act", "")
    if act == "remove":
        question, option = request.POST.get("of", ""), request.POST.get("way", "")
        both.ours.amend(Matter, matter_id, lambda old: remove_option(old, question, option))
    elif act == "question":
        asked = QuestionForm(request.POST)
        if asked.is_valid():
            name = asked.cleaned_data["question"].strip()
            there = both.ours.amend(Matter, matter_id, lambda old: add_question(old, name))
            if not any(one.name == name for one in there.record.questions):
                asked.add_error("question", _("As many questions as fit are there. It was not added."))
    else:
        way = OptionForm(request.POST)
        if way.is_valid():
            fresh = Option(
                text=way.cleaned_data["option"].strip(),
                by=both.me,
                for_other=way.cleaned_data["for_other"],
                who={"me": (both.me,), "other": (both.other,)}.get(way.cleaned_data["who"], ()),
            )
            of = way.cleaned_data["of"] or ""
            there = both.ours.amend(Matter, matter_id, lambda old: add_option(old, of, fresh))
            if not has_option(there.record, of, fresh.text):
                way.add_error(
                    "option", _("The question is gone, or has as many ways as fit. It was not added.")
                )
    if asked.errors or way.errors:
        page = _show_options(both, hex_id, there.record, asked if asked.is_bound else None, way)
        return render(request, page, status=422)
    return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))


def _show_options(
    both: Pair, hex_id: str, matter: Matter, asked: QuestionForm | None = None, way: OptionForm | None = None
) -> OptionsPage:
    shown = present_questions(both, matter, {}, forms=True)
    spare = way if way is not None and way.is_bound else None
    if spare is not None and any(one.name == spare.data.get("of") for one in shown):
        shown = tuple(replace(one, form=spare) if one.name == spare.data.get("of") else one for one in shown)
        spare = None
    return OptionsPage(
        hex=hex_id,
        title=matter.title,
        asked=shown,
        form=asked or QuestionForm(),
        spare=spare,
        full=len(matter.questions) >= MOST_QUESTIONS,
        for_other=has_option_for_other(matter, both.me),
    )


@READ_OR_WRITE
@for_pair(present_alone)
def mark_now(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How it is now, per question: what no agreement means."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    there = both.ours.get(Matter, matter_id)
    if not can_be_rated(there.record):
        return HttpResponseRedirect(reverse("agreements_options", args=[hex_id]))
    of = questions_digest(there.record)
    mine = find_statements(both.ours, matter_id, [both.me]).get((Marked, both.me))
    if request.method != "POST":
        marked = mine.record.now if mine is not None and mine.record.of == of else ()
        initial = {f"now{number}": place for number, place in enumerate(marked)}
        page = NowPage(
            form=NowForm(matter=there.record, initial=initial),
            hex=hex_id,
            title=there.record.title,
            of=of.hex(),
            changed=False,
        )
        return render(request, page)
    form, changed = NowForm(request.POST, matter=there.record), request.POST.get("of") != of.hex()
    if changed or not form.is_valid():
        page = NowPage(form=form, hex=hex_id, title=there.record.title, of=of.hex(), changed=changed)
        return render(request, page, status=409 if changed else 422)
    marked_now = Marked(day=there.record.day, subject=matter_id, of=of, now=form.now())
    agreement_store.put_own(both.ours, marked_now, agreements.marked_id(matter_id, both.me))
    return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))


@require_POST
@for_pair(present_alone)
def set_aside(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Put it aside (`on=1`), or take it up again. Nobody has to say why."""
    both, matter_id = Visit(request).require_pair(), id_of(hex_id)
    both.ours.get(Matter, matter_id)
    agreement_store.list_record(both.ours, "aside" if request.POST.get("on") == "1" else "matters", matter_id)
    return HttpResponseRedirect(reverse("agreements_list"))


@READ_OR_WRITE
@for_pair(present_alone)
def begin_matter(request: HttpRequest) -> HttpResponse:
    """Something to agree on: in own words, from an idea, or from what another room handed over."""
    both, given = Visit(request).require_pair(), drafts.read_draft(request)
    picked = find_starter(str(request.GET.get("idea") or request.POST.get("starter") or ""))
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
        questions=_copy_questions(picked, both),
        area=form.cleaned_data["area"],
    )
    try:
        kept = put_matter(both.ours, matter, form.cleaned_data["id"])
    except Conflict as conflict:
        if conflict.theirs is None or conflict.theirs.kind.type is not Matter:
            raise Missing from None
        kept = conflict.theirs  # begun already, and changed since
    return HttpResponseRedirect(reverse("agreements_matter", args=[kept.hex]))


def _copy_questions(picked: Starter | None, both: Pair) -> tuple[Question, ...]:
    """An idea's questions; nobody thought of its ways, so they are meant for nobody in particular."""
    if picked is None:
        return ()
    nobody = bytes(len(both.me))
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
