"""One agreement: write it, read it, say yes, change it, end it, look at it again."""

from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access, wall_clock
from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Ended, KnownVersion, Version
from bothand.kit import agreement_store, asks, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.form_ids import find_made, keep_form_id
from bothand.kit.pairs import for_pair
from bothand.kit.yeses import find_yes, is_declined, meet_yeses, say_yes, suggest_version, take_yes_back
from bothand.rooms.agreements.forms import ChangeForm, ReviewForm, WriteForm
from bothand.rooms.agreements.matters.records import agreement_id as agreement_of
from bothand.rooms.agreements.pages import AgreementPage, ChangePage, EndPage, WritePage
from bothand.rooms.agreements.present import present_alone, present_wording, write_text
from bothand.shell.page import render
from bothand.vault.body import Opened

MOST_BEFORE = 20


@READ_OR_WRITE
@for_pair(present_alone)
@keep_form_id
def write_agreement(request: HttpRequest) -> HttpResponse:
    """Suggest an agreement in own words. Who suggests it has said yes to it."""
    pair = Visit(request).require_pair()
    if request.method != "POST" and (made := find_made(pair.ours, Agreement)) is not None:
        return HttpResponseRedirect(reverse("agreements_one", args=[made.hex]))
    form = WriteForm(request.POST) if request.method == "POST" else WriteForm()
    if request.method != "POST" or not form.is_valid():
        return render(request, WritePage(form=form), status=422 if form.errors else 200)
    version = Version(
        day=Visit(request).today,
        agreement=form.cleaned_data["id"],
        before=b"",
        title=form.cleaned_data["title"],
        text=form.cleaned_data["text"],
    )
    suggest_version(request, pair, version)
    return HttpResponseRedirect(reverse("agreements_one", args=[version.agreement.hex()]))


@require_safe
@for_pair(present_alone)
def show_agreement(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One agreement, as it holds and as it was."""
    pair, agreement_id = Visit(request).require_pair(), id_of(hex_id)
    opened = pair.ours.get(Agreement, agreement_id)
    versions, yeses = _find_versions(request, pair, opened)
    holds = agreements.find_in_force(versions)
    waits = _find_waiting(versions, holds)
    ended = pair.ours.query(Ended, ids=[agreements.ended_id(agreement_id)]).items
    yes = find_yes(yeses, agreement_id, agreements.content_digest(waits.version)) if waits else None
    today = Visit(request).today
    # Only a wording that waits can have been answered with no: what stands is looked at then, and not otherwise.
    said = pair.ours.query(asks.Reply) if waits and not ended else None
    declined = [who for who in pair.accounts if said and waits and waits.id in asks.find_noes(said, who)]
    page = AgreementPage(
        hex=hex_id,
        title=opened.record.title,
        holds=present_wording(pair, holds) if holds else None,
        suggested=present_wording(pair, waits) if waits else None,
        said_yes=yes is not None and yes.answer is not None,
        fate="" if yes is None else yes.fate,
        asked=waits is not None and waits.author == pair.other,
        no=pair.me in declined,
        declined=pair.other in declined,
        may_back=holds is not None and agreements.may_take_back(holds.since, wall_clock.now()),
        before=tuple(
            present_wording(pair, one)
            for one in versions[::-1][:MOST_BEFORE]
            if one not in (holds, waits) and one.since is not None
        ),
        ended=localdate(ended[0].changed) if ended else None,
        review=opened.record.review,
        due=agreements.is_due(opened.record, today),
        form=ReviewForm(initial={"when": "3"}),
        hands=drafts.find_hands("topic", text=opened.record.title),
    )
    return render(request, page)


def _find_versions(
    request: HttpRequest, pair: Pair, opened: Opened[Agreement]
) -> tuple[list[KnownVersion], dict[str, Meeting]]:
    """The versions of an agreement, and my part in what was said yes to: nothing while *mine* is locked."""
    if Visit(request).mine_if_open is None:
        return agreement_store.find_versions(pair.ours, opened, None), {}
    yeses = meet_yeses(request, opened.id)
    return agreement_store.find_versions(pair.ours, opened, yeses), yeses


def _find_waiting(versions: list[KnownVersion], holds: KnownVersion | None) -> KnownVersion | None:
    """The newest wording that both have not said yes to, if it is newer than what holds."""
    places = {one.id: number for number, one in enumerate(versions)}
    newer = versions[places[holds.id] + 1 :] if holds else versions
    return next((one for one in reversed(newer) if one.since is None or one.taken_back), None)


@require_POST
@for_pair(present_alone)
def accept_version(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say yes to a wording, or take a yes back."""
    pair, agreement_id = Visit(request).require_pair(), id_of(hex_id)
    opened = pair.ours.get(Agreement, agreement_id)
    versions, _yeses = _find_versions(request, pair, opened)
    meant = next((one for one in versions if one.id.hex() == request.POST.get("version")), None)
    back = HttpResponseRedirect(reverse("agreements_one", args=[hex_id]))
    if meant is None or agreement_store.is_ended(pair.ours, agreement_id):
        return back
    digest = agreements.content_digest(meant.version)
    agreed = meant.since is not None and not meant.taken_back
    if request.POST.get("act") == "back":
        if not agreed:
            take_yes_back(request, agreement_id, digest)
        elif agreements.may_take_back(meant.since, wall_clock.now()):
            _take_back(pair, opened, meant.id, Visit(request).today)
        return back
    if not agreed and not is_declined(pair, meant.id, pair.other):
        with transaction.atomic():
            # Who says yes can after all: a *no* of theirs is taken back with it.
            asks.take_back(request, meant.id)
            taken_back = agreement_store.find_taken_back(pair.ours, meant.version)
            if say_yes(request, agreement_id, digest, taken_back):
                agreement_store.agree_version(pair.ours, meant.version, Visit(request).today)
    return back


def _take_back(pair: Pair, agreement: Opened[Agreement], version: bytes, day: date) -> None:
    """Take a yes back that both had said; the matter that it came of is looked into again."""
    matter = agreement.record.matter
    with transaction.atomic():
        agreement_store.take_back_yes(pair.ours, agreement.id, version, day)
        if matter and agreement_of(matter) == agreement.id:
            agreement_store.list_record(pair.ours, "matters", matter)


@READ_OR_WRITE
@for_pair(present_alone)
def change_agreement(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Suggest another wording. What holds goes on until both said yes to it."""
    pair, agreement_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    opened = pair.ours.get(Agreement, agreement_id)
    versions, _yeses = _find_versions(request, pair, opened)
    holds = agreements.find_in_force(versions)
    latest = _find_waiting(versions, holds) or holds
    if request.method != "POST":
        form = ChangeForm(initial={"text": write_text(latest) if latest else ""})
        return render(request, ChangePage(form=form, hex=hex_id, title=opened.record.title))
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return render(request, ChangePage(form=form, hex=hex_id, title=opened.record.title), status=422)
    version = Version(
        day=Visit(request).today,
        agreement=agreement_id,
        before=agreements.content_digest(holds.version) if holds else b"",
        title=opened.record.title,
        text=form.cleaned_data["text"],
    )
    suggest_version(request, pair, version)
    return HttpResponseRedirect(reverse("agreements_one", args=[hex_id]))


@READ_OR_WRITE
@for_pair(present_alone)
def end_agreement(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End an agreement, after asking once. Alone, at any time, without a reason."""
    pair, agreement_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    opened = pair.ours.get(Agreement, agreement_id)
    if request.method != "POST":
        return render(request, _ask_to_end(hex_id, opened.record.title, pair.partner.name))
    agreement_store.end_agreement(pair.ours, agreement_id, Visit(request).today)
    return HttpResponseRedirect(reverse("agreements_one", args=[hex_id]))


def _ask_to_end(hex_id: str, title: str, name: str) -> EndPage:
    return EndPage(
        title=_("End “%(title)s”?") % {"title": title},
        lines=(
            _("From now on it no longer holds, for either of you. You need no reason and nobody's yes."),
            _("%(name)s can see that it ended. Its words can still be read.") % {"name": name},
        ),
        action=reverse("agreements_end", args=[hex_id]),
        button=_("End it"),
        back=_("Keep the agreement"),
        back_to=reverse("agreements_one", args=[hex_id]),
    )


@require_POST
@for_pair(present_alone)
def set_review(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say when to look at it again."""
    pair, agreement_id = Visit(request).require_pair(), id_of(hex_id)
    form = ReviewForm(request.POST)
    pair.ours.get(Agreement, agreement_id)
    if form.is_valid():
        months = form.cleaned_data["when"]
        agreement_store.set_review(
            pair.ours,
            agreement_id,
            agreements.add_months(Visit(request).today, int(months)) if months else None,
        )
    return HttpResponseRedirect(reverse("agreements_one", args=[hex_id]))
