"""What there is, and how something new begins."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts import couple_actions
from bothand.accounts.access import Pair, Visit
from bothand.domain.agreements import Agreement, Version
from bothand.kit import agreement_store, drafts
from bothand.kit.agreement_store import YES, suggest_version
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.paging import page_of
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.forms import NewForm, WriteForm
from bothand.rooms.agreements.pages import ListPage, NewPage, WritePage
from bothand.rooms.agreements.parts import Row
from bothand.rooms.agreements.present import present_agreements, present_alone, present_matters
from bothand.rooms.agreements.records import Matter, Option, Question
from bothand.rooms.agreements.rules import LONGEST_TITLE
from bothand.rooms.agreements.starters import STARTERS, Starter, find_starter
from bothand.rooms.agreements.store import begin_matter as put_matter
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

A_PAGE = 20


@require_safe
@for_pair(present_alone)
def list_agreements(request: HttpRequest) -> HttpResponse:
    """What was agreed, suggested and begun."""
    return _show_list(request, past=False)


@require_safe
@for_pair(present_alone)
def list_past(request: HttpRequest) -> HttpResponse:
    """What was ended and put aside."""
    return _show_list(request, past=True)


def _show_list(request: HttpRequest, *, past: bool) -> HttpResponse:
    both = Visit(request).require_pair()
    index, broken = agreement_store.find_index_and_broken(both.ours)
    agreements, matters = (index.ended, index.aside) if past else (index.agreements, index.matters)
    path = reverse("agreements_past" if past else "agreements_list")
    ids, pages = page_of(agreements[::-1], request.GET.get("page", ""), size=A_PAGE, path=path)
    begun = matters[::-1][:A_PAGE]
    lot = both.ours.several(Agreement, [*ids, *begun], Matter)
    by_id: dict[bytes, Opened[Any]] = {one.id: one for one in lot.items}
    heads = [by_id[one] for one in ids if one in by_id]
    agreed = _find_agreed(request)
    page = ListPage(
        past=past,
        agreed=present_agreements(one for one in heads if past or agreed(one)),
        suggested=present_agreements(one for one in heads if not past and not agreed(one)),
        matters=present_matters(by_id[one] for one in begun if one in by_id),
        pages=pages,
        unopened=lot.unopened + broken,
    )
    return render(request, page)


def _find_agreed(request: HttpRequest) -> Callable[[Opened[Agreement]], bool]:
    """Which agreements both said yes to: while *mine* is open, only those with a yes of mine."""
    if Visit(request).mine_if_open is None:
        return lambda one: bool(one.record.agreed)
    sorts = couple_actions.meet_all(request, YES)
    mine = {sort.split(":")[1] for sort, one in sorts.items() if one.results}
    return lambda one: bool(one.record.agreed) and one.hex in mine


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


@READ_OR_WRITE
@for_pair(present_alone)
def write_agreement(request: HttpRequest) -> HttpResponse:
    """Suggest an agreement in own words. Who suggests it has said yes to it."""
    both = Visit(request).require_pair()
    form = WriteForm(request.POST) if request.method == "POST" else WriteForm()
    if request.method != "POST" or not form.is_valid():
        return render(request, WritePage(form=form), status=422 if form.errors else 200)
    day = Visit(request).today
    version = Version(
        day=day,
        agreement=form.cleaned_data["id"],
        before=b"",
        title=form.cleaned_data["title"],
        text=form.cleaned_data["text"],
    )
    suggest_version(request, both, version)
    return HttpResponseRedirect(reverse("agreements_one", args=[version.agreement.hex()]))
