"""The work of a home, alone: what I like of it, what came out, and trying it by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Ended, Marked, Version
from bothand.kit import agreement_store, choices
from bothand.kit.agreement_store import suggest_version
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.meetings import encode_payload
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements import meeting as meetings
from bothand.rooms.agreements import places, store, work_words
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.records import Household
from bothand.rooms.agreements.work_pages import DivisionsPage, FeelingRow, FeelingsPage
from bothand.rooms.agreements.work_payloads import FEELINGS, Divided, Feeling, Feelings, Shared
from bothand.shell.page import render
from bothand.vault.randomness import new_id

if TYPE_CHECKING:
    from bothand.engines.sharing import Sharing

MOST_DIVISIONS = 20


@dataclass(frozen=True, slots=True)
class AgreedHome:
    """The work as both marked it, and what I answered about just that. `agreed` says whether both did."""

    both: Pair
    home: Household
    of: bytes
    agreed: bool
    mine: Meeting


def _open_home(request: HttpRequest) -> AgreedHome:
    both = Visit(request).require_pair()
    access.open_mine(request)
    home = store.find_household(both.ours)
    of = places.work_digest(home)
    marks = store.find_statements(both.ours, places.work_id(both.ours.id), both.accounts)
    agreed = all((Marked, one) in marks and marks[Marked, one].record.of == of for one in both.accounts)
    return AgreedHome(
        both,
        home,
        of,
        agreed and bool(home.tasks),
        couple_actions.meet_partner(request, places.work_sort(of)),
    )


@READ_OR_WRITE
@for_pair(present_alone)
def edit_feelings(request: HttpRequest) -> HttpResponse:
    """What I like, don't mind, don't like, can't do. Nobody else sees it, but for what I can't."""
    asked = _open_home(request)
    if not asked.agreed:
        return HttpResponseRedirect(reverse("agreements_work"))
    kept = meetings.find_kept_feelings(asked.mine)
    if request.method != "POST":
        felt = kept.feelings if kept else ()
        return render(request, _show_feelings(asked, felt))
    if request.POST.get("act") == "back":
        asked.mine.take_back()
        return HttpResponseRedirect(reverse("agreements_work"))
    known: dict[str, Feeling] = {name: name for name in FEELINGS}
    typed = tuple(
        known.get(request.POST.get(f"feel-{places.task_id(one.name).hex()}", ""), "neutral")
        for one in asked.home.tasks
    )
    if request.POST.get("of") != asked.of.hex():
        return render(request, _show_feelings(asked, typed, changed=True), status=409)
    for sort, one in couple_actions.meet_all(request, meetings.WORK).items():
        if sort != asked.mine.sort and one.answer is not None:
            one.take_back()
    feelings = Feelings(work=asked.home, feelings=typed)
    if feelings != kept:
        asked.mine.lay(encode_payload(feelings))
    return HttpResponseRedirect(reverse("agreements_split"))


def _show_feelings(asked: AgreedHome, felt: Sequence[str], *, changed: bool = False) -> FeelingsPage:
    from bothand.rooms.agreements import work

    labels = [
        ("like", _("like it")),
        ("neutral", _("don't mind")),
        ("dislike", _("don't like it")),
        ("cannot", _("can't do it")),
    ]
    return FeelingsPage(
        felt=tuple(
            FeelingRow(
                name=one.name,
                weekly=work_words.say_weekly(work.show_weekly(one)),
                picks=choices.write_picks(
                    f"feel-{places.task_id(one.name).hex()}",
                    labels,
                    felt[number] if number < len(felt) else "neutral",
                ),
            )
            for number, one in enumerate(asked.home.tasks)
        ),
        of=asked.of.hex(),
        kept=asked.mine.answer is not None,
        changed=changed,
    )


@READ_OR_WRITE
@for_pair(present_alone)
def show_divisions(request: HttpRequest) -> HttpResponse:
    """What came out, told to me; by POST: give a task to the other by hand, or suggest what stands there."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.agreements import work, work_telling

    asked = _open_home(request)
    if not asked.agreed:
        return HttpResponseRedirect(reverse("agreements_work"))
    came = meetings.find_work_round(asked.mine)
    answered = asked.mine.answer is not None
    if came is None or came[1].state != "found":
        return render(request, _show_none(came, answered=answered))
    feelings, shared = came
    try:
        sharing = work.lay_out_for_one(feelings, shared, asked.both.place)
    except SharingError:
        return render(request, _show_none(None, answered=answered))
    plans, said = list(shared.divisions), ""
    if request.method == "POST":
        by_hand, said = _move_by_hand(request, asked, sharing, shared)
        if by_hand is not None and request.POST.get("act") == "suggest":
            names = {asked.both.me: Visit(request).settings.name}
            names[asked.both.other] = asked.both.partner.name
            one, other = (names[each] for each in asked.both.accounts)
            agreement = _suggest_division(
                request, asked.both, work_telling.write_lines(sharing, by_hand, (one, other))
            )
            return HttpResponseRedirect(reverse("agreements_one", args=[agreement.hex()]))
        if by_hand is not None:
            plans = [by_hand]
    page = DivisionsPage(
        state="found",
        plans=tuple(work_telling.present_division(asked.both, sharing, shared, one) for one in plans),
        nobody=(),
        effect=said,
        answered=answered,
    )
    return render(request, page)


def _show_none(came: tuple[Feelings, Shared] | None, *, answered: bool) -> DivisionsPage:
    state = "" if came is None else came[1].state
    tasks = came[0].work.tasks if came else ()
    nobody = tuple(tasks[one].name for one in came[1].nobody) if came else ()
    return DivisionsPage(state=state, plans=(), nobody=nobody, effect="", answered=answered)


def _move_by_hand(
    request: HttpRequest, asked: AgreedHome, sharing: "Sharing", shared: Shared
) -> tuple[Divided | None, str]:
    """The division that was sent along, with one task or part moved where that was asked; and what it did."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.agreements import work, work_telling

    typed = request.POST.get("owners", "")
    if len(typed) != len(sharing.pieces) or not set(typed) <= {"0", "1"}:
        return None, _("This did not arrive whole. Here is what came out; nothing is lost.")
    owners = tuple(int(one) for one in typed)
    known = next((one for one in shared.divisions if one.owners == owners), None)
    try:
        now = known or work.arrange_pieces(sharing, owners)
        moved = request.POST.get("move", "")
        if not moved:
            return now, ""
        keys = work_telling.name_pieces(sharing)
        if moved not in keys:
            return now, ""
        piece = sharing.pieces[keys.index(moved)]
        after, done = work.move_piece(sharing, now, keys.index(moved))
        named = work_words.name_task(sharing.work.tasks[piece.task].name, [piece.phase])
        return after, work_words.say_effect(done, named, asked.both.place, asked.both.partner.name)
    except (SharingError, KeyError):
        return None, _("One of you can't do that. It stays where it was.")


def _suggest_division(request: HttpRequest, both: Pair, lines: tuple[tuple[str, str], ...]) -> bytes:
    """Suggest a division as an agreement, or as the next wording of the one there is. The agreement's id."""
    day = Visit(request).today
    agreement_id = _find_agreement_id(both)
    heads = both.ours.several(Agreement, [agreement_id]).items
    before = b""
    if heads:
        yes = couple_actions.meet_all(request, f"{agreement_store.YES}{agreement_id.hex()}:")
        holds = agreements.find_in_force(
            agreement_store.find_versions(
                both.ours, heads[0], lambda each, digest: agreement_store.find_yes(yes, each, digest)
            )
        )
        before = agreements.content_digest(holds.version) if holds else b""
    version = Version(
        day=day,
        agreement=agreement_id,
        before=before,
        title=_("The work of our home"),
        lines=lines,
    )
    with transaction.atomic():
        suggest_version(request, both, version)
    return agreement_id


def _find_agreement_id(both: Pair) -> bytes:
    """Where the division lies that has not ended."""
    all_of_them = [places.work_agreement_id(both.ours.id, number) for number in range(MOST_DIVISIONS)]
    ended = {
        one.record.agreement
        for one in both.ours.several(Ended, [agreements.ended_id(each) for each in all_of_them]).items
    }
    return next((one for one in all_of_them if one not in ended), new_id())
