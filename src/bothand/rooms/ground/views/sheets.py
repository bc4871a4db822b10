"""How each sheet is kept: one form, one record, and both shown where two windows wrote it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.kit.fields import not_kept
from bothand.rooms.ground import store
from bothand.rooms.ground.pages import GroundPage, VersionsOfSheetPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.records import Record

R = TypeVar("R", bound=Record)
Fields = dict[str, str | list[str]]
"""What a form sends, by its fields' names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEditor(Generic[R]):
    """How one sheet is written.

    nothing  the sheet before anything is said
    form     its form: `fill_from` makes it with a sheet in it; it takes what was sent, and the partner's name
    page     the page of a form
    joined   both sheets in one, mine in front
    fields   what a form that says this sheet would send
    pairs    mine and the other, as they are shown beside each other
    typed    whether they can be changed there
    url      its address, and `after` where one goes on
    """

    nothing: R
    form: Any
    page: Callable[[Any, R, str], GroundPage]
    joined: Callable[[R, R], R]
    fields: Callable[[R], Fields]
    pairs: Callable[[R, R, str], tuple[Both, ...]]
    typed: bool
    url: str
    after: str


def edit_sheet(request: HttpRequest, way: SheetEditor[R]) -> HttpResponse:
    """Show a sheet, or keep it. Asks the door first."""
    visit = Visit(request)
    space, name = visit.mine, visit.partner_name
    kind = type(way.nothing)
    if request.method != "POST":
        there = space.only(kind)
        record, revision = (there.record, there.revision) if there else (way.nothing, 0)
        return render(request, way.page(way.form.fill_from(record, revision, name), record, name))
    form, before = way.form(request.POST, partner=name), way.nothing
    try:
        there = space.only(kind)
        before = there.record if there else before
        if not form.is_valid():
            return render(request, way.page(form, before, name), status=422)
        mine: R = form.build_record(before)
        if request.POST.get("keep") == "both":
            mine = way.joined(mine, before)
        store.save_sheet(space, mine, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is None:  # gone again in this very moment: what was sent is kept anew
            return edit_sheet(request, way)
        return render(request, compare_versions(way, mine, conflict.theirs, name), status=409)
    except (DidNotOpen, NewerVersion):
        form.is_valid()
        form.add_error(None, not_kept())
        return render(request, way.page(form, before, name), status=409)
    return HttpResponseRedirect(reverse(way.after))


def compare_versions(way: SheetEditor[R], mine: R, theirs: Opened[R], name: str) -> VersionsOfSheetPage:
    """Mine and what lies there. Mine goes along whole, so that it can be kept from here."""
    pairs = way.pairs(mine, theirs.record, name)
    hidden = [Hidden(name="revision", value=str(theirs.revision))]
    if not way.typed:
        for field, value in way.fields(mine).items():
            hidden += [
                Hidden(name=field, value=one) for one in ([value] if isinstance(value, str) else value)
            ]
    return VersionsOfSheetPage(
        pairs=pairs,
        action=reverse(way.url),
        back_to=reverse(way.after),
        hidden=tuple(hidden),
        typed=way.typed,
        both=True,
    )
