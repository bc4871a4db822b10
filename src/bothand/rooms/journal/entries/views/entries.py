"""New pages, changed pages, deleted pages."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, wall_clock
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.drafts import read_draft
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.journal.entries import store
from bothand.rooms.journal.entries.forms import EditForm, WriteForm
from bothand.rooms.journal.entries.pages import EditPage, WritePage
from bothand.rooms.journal.entries.present import (
    check_prompt,
    find_writing_address,
    list_prompt_ids,
    quote_question,
)
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.rules import next_prompt
from bothand.rooms.journal.pages import DeletePage, TwoWritesPage
from bothand.rooms.journal.rules import EXCERPT_LETTERS, cut_text
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
def new_entry(request: HttpRequest) -> HttpResponse:
    """A new page; `?prompt=` names what it answers. Words from another room stand in it, and are kept only when sent."""
    space = access.open_mine(request)
    if (handed := read_draft(request)) is not None:
        form = WriteForm(initial={"text": handed.text.replace("\0", "")})
        return render(request, _write_page(request, form, ""))
    if request.method != "POST":
        prompt = check_prompt(request.GET.get("prompt"))
        return render(request, _write_page(request, WriteForm(initial={"prompt": prompt}), prompt))
    form = WriteForm(request.POST)
    prompt = check_prompt(request.POST.get("prompt"))
    return _keep_new(request, space, form, prompt) or render(
        request, _write_page(request, form, prompt), status=422
    )


@READ_OR_WRITE
def edit_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a page anew."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there = space.get(Entry, record_id)
        form = EditForm(initial={"text": there.record.text, "revision": there.revision})
        return render(request, _edit_page(request, form, there))
    form = EditForm(request.POST)
    try:
        there = space.get(Entry, record_id)
        if not form.is_valid():
            return render(request, _edit_page(request, form, there), status=422)
        return _keep_changed(request, space, there, form)
    except Missing:
        return rescue_words(request, _("This page was deleted while you were writing. Your words are here."))
    except (DidNotOpen, NewerVersion):
        return rescue_words(request, not_kept() + " " + _("Your words are here."))


@READ_OR_WRITE
def delete_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a page, after asking."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(space.get(Entry, record_id)))
    try:
        there = space.get(Entry, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.delete_entry(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _confirm_deletion(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('journal_list')}?done={deletion.deletion_flag()}")


def _keep_new(request: HttpRequest, space: Space, form: WriteForm, prompt: str) -> HttpResponse | None:
    """Keep a new page and go to it; None when something in the form is still open."""
    if not form.is_valid():
        return None
    zone = wall_clock.zone_of(access.visitor_of_request(request).settings.zone)
    local = wall_clock.now().astimezone(zone)
    mine = Entry(day=local.date(), at=f"{local:%H:%M}", prompt_id=prompt, text=form.cleaned_data["text"])
    try:
        kept = store.write_entry(space, mine, form.cleaned_data["id"])
    except Conflict as conflict:
        return render(request, _show_versions(mine.text, conflict.theirs), status=409)
    except (DidNotOpen, NewerVersion):
        return rescue_words(request, not_kept() + " " + _("Your words are here."), prompt)
    return HttpResponseRedirect(reverse("journal_entry", args=[kept.hex]))


def _keep_changed(request: HttpRequest, space: Space, there: Opened[Entry], form: EditForm) -> HttpResponse:
    text = form.cleaned_data["text"]
    if request.POST.get("keep") == "both":
        mine = Entry(day=there.record.day, at=there.record.at, prompt_id=there.record.prompt_id, text=text)
        kept = store.write_entry(space, mine, form.cleaned_data["copy"])
        return HttpResponseRedirect(reverse("journal_entry", args=[kept.hex]))
    try:
        if text != there.record.text:
            store.rewrite_entry(space, there.seen_at(form.cleaned_data["revision"]), text)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_versions(text, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("journal_entry", args=[there.hex]))


def _show_versions(text: str, theirs: Opened[Entry]) -> TwoWritesPage:
    return TwoWritesPage(
        pairs=(Both(label=_("Your words"), name="text", mine=text, theirs=theirs.record.text),),
        action=reverse("journal_edit", args=[theirs.hex]),
        back_to=reverse("journal_entry", args=[theirs.hex]),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="copy", value=new_id().hex()),
        ),
        both=True,
    )


def rescue_words(request: HttpRequest, why: str, prompt: str = "") -> HttpResponse:
    """A page could not be kept: what was typed stands in a new one, with an id of its own."""
    form = WriteForm(initial={"text": request.POST.get("text", "").replace("\0", ""), "prompt": prompt})
    return render(request, _write_page(request, form, prompt, rescued=why), status=409)


def _write_page(request: HttpRequest, form: WriteForm, prompt: str, rescued: str = "") -> WritePage:
    return WritePage(
        form=form,
        prompt=" ".join(quote_question(prompt, frame_of(request, "mine").partner)),
        other=find_writing_address(next_prompt(prompt, list_prompt_ids())),
        rescued=rescued,
    )


def _edit_page(request: HttpRequest, form: EditForm, there: Opened[Entry]) -> EditPage:
    asked = quote_question(there.record.prompt_id, frame_of(request, "mine").partner)
    return EditPage(form=form, hex=there.hex, day=there.record.day, asked=asked)


def _confirm_deletion(there: Opened[Entry], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this page in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Delete what you wrote on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            *lines,
            cut_text(there.record.text, EXCERPT_LETTERS),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("journal_delete", args=[there.hex]),
        button=_("Delete this page"),
        back=_("Keep it"),
        back_to=reverse("journal_entry", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
