"""Thanks, said (G5): one line, seen by the other, never counted."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts, month_links
from bothand.kit.addresses import id_of, month_of
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.resent import hide_choice, save_line
from bothand.rooms.pairing import present
from bothand.rooms.pairing.forms import ThanksForm
from bothand.rooms.pairing.pages import BackPage, ThanksPage, TwoThanksPage
from bothand.rooms.pairing.records import Heart, Thanks, heart_id
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
@keep_form_id
def list_thanks(request: HttpRequest) -> HttpResponse:
    """Say thanks, with words from another room when it handed some over; and the newest month of them."""
    ours = access.open_ours(request)
    if request.method != "POST":
        if find_made(ours, Thanks) is not None:
            return HttpResponseRedirect(reverse("pairing_thanks"))
        return _render_month(request, "", ThanksForm())
    access.open_mine(request)
    if handed := drafts.read_draft(request):
        return _render_month(request, "", ThanksForm(initial={"text": " ".join(handed.text.split())}))
    form = ThanksForm(request.POST)
    if not form.is_valid():
        return _render_month(request, "", form, status=422)
    line = Thanks(day=Visit(request).today, text=form.cleaned_data["text"])
    there = save_line(ours, line, form, request.POST.get("keep", ""))
    if there is not None:
        return render(request, _build_choice(line, there), status=409)
    return HttpResponseRedirect(reverse("pairing_thanks") + "?said=1")


def _build_choice(line: Thanks, there: Opened[Thanks]) -> TwoThanksPage:
    """The same form, sent again with other words: both are shown."""
    return TwoThanksPage(
        pairs=(Both(label=_("What for?"), name="text", mine=line.text, theirs=there.record.text),),
        action=reverse("pairing_thanks"),
        back_to=reverse("pairing_thanks"),
        hidden=(*hide_choice(there), Hidden(name="text", value=line.text)),
        typed=False,
        both=True,
    )


@require_safe
def list_thanks_month(request: HttpRequest, month: str) -> HttpResponse:
    """Another month."""
    return _render_month(request, month_of(month), ThanksForm())


@require_POST
def send_heart(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A heart back for a line of the other's (`on=1`), or take it back. One tap, and no words needed."""
    access.open_mine(request)
    ours, me = access.open_ours(request), Visit(request).me
    line = ours.get(Thanks, id_of(hex_id))
    if line.author == me:
        raise Missing
    place, heart = heart_id(line.id, me), Heart(day=line.record.day, thanks=line.id)
    with suppress(Conflict):  # pressed in two windows at once: the page shows how it is
        there = ours.at(place)
        if request.POST.get("on") != "1":
            if there is not None and not there.deleted:
                ours.remove(there)
        elif there is None:
            ours.add(heart, place)
        elif there.deleted:
            ours.replace(there, heart)
    return HttpResponseRedirect(reverse("pairing_thanks_month", args=[f"{line.record.day:%Y-%m}"]))


def _render_month(request: HttpRequest, wanted: str, form: ThanksForm, status: int = 200) -> HttpResponse:
    ours, who = access.open_ours(request), access.visitor_of_request(request)
    month = month_links.read_month(ours, Thanks, Heart, wanted=wanted)
    page = ThanksPage(
        form=form,
        month=month.first,
        lines=present.present_thanks(month.lot.items, who.account),
        pages=month_links.link_months(month.beside, "pairing_thanks_month"),
        unopened=month.lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page, status=status)


@READ_OR_WRITE
def unshare_thanks(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a line of one's own back."""
    access.open_mine(request)
    ours, after = access.open_ours(request), reverse("pairing_thanks")
    try:
        found = ours.get(Thanks, id_of(hex_id))
    except Missing:
        if request.method == "POST":
            return HttpResponseRedirect(after)
        raise
    if found.author != Visit(request).me:
        raise Missing
    if request.method == "POST":
        try:
            ours.remove(found)
        except Conflict:
            return HttpResponseRedirect(after)
        return HttpResponseRedirect(f"{after}?done={deletion.deletion_flag()}")
    page = BackPage(
        title=_("Delete this line?"),
        lines=(found.record.text, _("It leaves Ours. What has been read stays known.")),
        action=request.path,
        button=_("Unshare"),
        back=_("Cancel"),
        back_to=after,
    )
    return render(request, page)
