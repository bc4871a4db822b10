"""What came of both answers, read in one's own terms; wanting to see more; saying yes."""

from collections.abc import Mapping
from math import prod

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import couple_actions, wall_clock
from bothand.accounts.access import Visit
from bothand.accounts.meeting_place import Fate, Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Version
from bothand.kit import agreement_store, drafts
from bothand.kit.meetings import decode_payload, encode_payload, find_kept_answer
from bothand.kit.pairs import for_pair
from bothand.kit.yeses import find_yes, say_yes, take_yes_back
from bothand.rooms.agreements.matters.records import agreement_id
from bothand.rooms.agreements.matters.rules import word_package, write_lines
from bothand.rooms.agreements.packages.forms import SeeForm
from bothand.rooms.agreements.packages.pages import Bar, FoundPage, PackageRow, WaitingPage
from bothand.rooms.agreements.packages.records import ShownSuit, ViewWish, shown_id
from bothand.rooms.agreements.packages.store import Round, find_last_round, find_more, find_shown
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.present import find_earlier
from bothand.rooms.agreements.ratings.records import Answers, view_sort
from bothand.rooms.agreements.ratings.store import OpenMatter, find_beside, open_matter, present_own_course
from bothand.shell.page import render
from bothand.vault.body import Opened

MOST_OF_THREE = 3
"""As many as *see three* shows; where more are shown and still not all, the list was cut."""


@require_safe
@for_pair(present_alone)
def show_outcome(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What came of both answers; before that, that mine lie there."""
    matter = open_matter(request, hex_id)
    if matter.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    last = find_last_round(matter.rating, matter.pair.place)
    answered = matter.rating is not None and matter.rating.answer is not None
    if last is None:
        return render(
            request,
            _show_nothing(matter, _find_earlier(request, matter) if answered else (), answered=answered),
        )
    return render(request, _show_packages(matter, last, before=_find_before(matter), answered=answered))


def _find_before(matter: OpenMatter) -> bytes:
    return agreement_store.find_before(matter.pair.ours, agreement_id(matter.id), matter.mine)


def _find_packages(matter: OpenMatter, last: Round) -> tuple[tuple[int, ...], ...]:
    """The packages I may see, my own way first; only the fair one until both wanted more."""
    wanted = find_more(matter.mine.get(view_sort(matter.id, last.topic)))
    if wanted is None or last.found.package not in wanted.packages:
        return (last.found.package,)
    return wanted.packages if matter.pair.place == 0 else wanted.packages[::-1]


def _show_packages(matter: OpenMatter, last: Round, *, before: bytes, answered: bool) -> FoundPage:
    from bothand.rooms.agreements.packages import present

    found, pair = last.found, matter.pair
    packages = _find_packages(matter, last) if found.state == "found" else ()
    wish = matter.mine.get(view_sort(matter.id, last.topic))
    yes = _find_my_yes(matter, packages, before)
    shown = find_shown(pair.ours, last.topic, pair.accounts) if found.package else {}
    order = found.order or ((5, 5, 5), (5, 5, 5))
    given = last.answers if found.package else None
    return FoundPage(
        course=present_own_course(matter),
        hex=matter.hex,
        state=found.state,
        packages=_present_packages(matter, last, packages, yes),
        count=prod(len(question.options) for question in matter.record.questions),
        given=present.present_given(matter.record, given, found.package) if given else (),
        why=present.explain_package(given, found.package) if given else (),
        bars=_draw_bars(matter, last, shown),
        shown=pair.me in shown,
        firm=present.explain_firmness(last.own),
        turns=present.present_turns(matter.record, last.own),
        same=found.package == last.answers.now,
        little=found.little,
        again=tuple(
            _(" and ").join(matter.record.questions[number].name for number in group) for group in found.again
        ),
        see=SeeForm(
            initial={"want": _find_wanted(wish)},
            views=present.explain_views(order[pair.place], order[1 - pair.place], pair.partner.name),
        )
        if found.packages > 1 and len(packages) == 1
        else None,
        more=len(packages) > 1,
        of=found.packages if MOST_OF_THREE < len(packages) < found.packages else 0,
        wanted=wish is not None and wish.answer is not None,
        yes=yes,
        agreed=_find_agreed(matter, packages, before),
        answered=answered,
        fate=_find_fate(
            matter.rating, wish, _find_yes_to(matter, packages[yes], before) if yes >= 0 else None
        ),
        topic=last.topic.hex(),
        hands=drafts.find_hands("topic", text=matter.record.title),
    )


def _find_earlier(request: HttpRequest, matter: OpenMatter) -> tuple[str, ...]:
    kept = find_kept_answer(matter.rating, Answers)
    if kept is None or matter.now is None:
        return ()
    told = find_earlier(kept, matter.record, matter.voice, find_beside(request, matter, matter.standing))
    return tuple(line for lines in told.values() for line in lines)


def _show_nothing(matter: OpenMatter, earlier: tuple[str, ...], *, answered: bool) -> WaitingPage:
    return WaitingPage(
        course=present_own_course(matter, "rate"),
        change=reverse("agreements_rate", args=[matter.hex]),
        hex=matter.hex,
        answered=answered,
        fate=_find_fate(matter.rating),
        earlier=earlier,
    )


def _draw_bars(matter: OpenMatter, last: Round, shown: Mapping[bytes, Opened[ShownSuit]]) -> tuple[Bar, ...]:
    """How well it suits me by my answers, and the other by what they chose to show."""
    from bothand.rooms.agreements.packages import present

    if not last.found.package:
        return ()
    suits, now = (present.measure_suit(last.answers, one) for one in (last.found.package, last.answers.now))
    mine = present.draw_bar(_("You"), suits, now, mine=True)
    theirs = shown.get(matter.pair.other)
    if theirs is None:
        return (mine,)
    named = matter.pair.partner.name
    return mine, present.draw_bar(named, theirs.record.suits, theirs.record.now, mine=False)


@require_POST
@for_pair(present_alone)
def show_suit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Show the other how well a result suits me, or no longer."""
    from bothand.rooms.agreements.packages import present

    matter = open_matter(request, hex_id)
    pair, last = matter.pair, find_last_round(matter.rating, matter.pair.place)
    back = HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    if last is None or not last.found.package or request.POST.get("topic") != last.topic.hex():
        return back
    if request.POST.get("act") == "unshare":
        mine = find_shown(pair.ours, last.topic, [pair.me]).get(pair.me)
        if mine is not None:
            pair.ours.remove(mine)
        return back
    suit = ShownSuit(
        day=Visit(request).today,
        matter=matter.id,
        topic=last.topic,
        suits=present.measure_suit(last.answers, last.found.package),
        now=present.measure_suit(last.answers, last.answers.now),
    )
    agreement_store.put_own(pair.ours, suit, shown_id(last.topic, pair.me))
    return back


def _find_fate(*meetings: Meeting | None) -> Fate:
    return next((one.fate for one in meetings if one is not None and one.fate), "")


def _find_wanted(wish: Meeting | None) -> str:
    if wish is None or wish.answer is None:
        return "one"
    return decode_payload(wish.answer.record.payload, ViewWish).want


def _word_version(matter: OpenMatter, package: tuple[int, ...], before: bytes) -> Version:
    return word_package(matter.record, matter.id, package, before, wall_clock.now().date())


def _find_my_yes(matter: OpenMatter, packages: tuple[tuple[int, ...], ...], before: bytes) -> int:
    for number, package in enumerate(packages):
        one = _find_yes_to(matter, package, before)
        if one is not None and one.answer is not None:
            return number
    return -1


def _find_yes_to(matter: OpenMatter, package: tuple[int, ...], before: bytes) -> Meeting | None:
    digest = agreements.content_digest(_word_version(matter, package, before))
    return find_yes(matter.mine, agreement_id(matter.id), digest)


def _find_agreed(matter: OpenMatter, packages: tuple[tuple[int, ...], ...], before: bytes) -> int:
    """The number of the package that both said yes to, -1 for none. While one is not written down yet."""
    for number, package in enumerate(packages):
        version = _word_version(matter, package, before)
        one = find_yes(matter.mine, version.agreement, agreements.content_digest(version))
        if (
            one is not None
            and one.results
            and agreement_store.find_taken_back(matter.pair.ours, version) is None
        ):
            return number
    return -1


def _present_packages(
    matter: OpenMatter, last: Round, packages: tuple[tuple[int, ...], ...], yes: int
) -> tuple[PackageRow, ...]:
    fair = last.found.package
    chosen = yes if yes >= 0 else packages.index(fair) if fair in packages else -1
    end = len(packages) - 1
    ends = (
        {0: _("best for you"), end: _("best for %(name)s") % {"name": matter.pair.partner.name}}
        if end
        else {}
    )
    return tuple(
        PackageRow(
            number=number,
            lines=write_lines(matter.record, package),
            mark=_("best for both") if package == fair else ends.get(number, ""),
            chosen=number == chosen,
        )
        for number, package in enumerate(packages)
    )


@require_POST
@for_pair(present_alone)
def choose_view(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Want to see more, or no longer. More is shown only if both want it; until then nobody sees who does."""
    matter = open_matter(request, hex_id)
    last = find_last_round(matter.rating, matter.pair.place)
    back = HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    form = SeeForm(request.POST)
    if last is None or not form.is_valid() or request.POST.get("topic") != last.topic.hex():
        return back
    wish = couple_actions.meet_partner(request, view_sort(matter.id, last.topic))
    if wish.results:
        return back
    if form.cleaned_data["want"] == "one":
        wish.take_back()
    else:
        wish.lay(
            encode_payload(
                ViewWish(want=form.cleaned_data["want"], answers=last.payload, made_of=last.found.made_of)
            )
        )
    return back


@require_POST
@for_pair(present_alone)
def answer_package(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Say yes to a package, or take that back. It is an agreement once both said yes to the same."""
    matter = open_matter(request, hex_id)
    last = find_last_round(matter.rating, matter.pair.place)
    back = HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    if last is None or last.found.state != "found" or request.POST.get("topic") != last.topic.hex():
        return back
    packages, before = _find_packages(matter, last), _find_before(matter)
    typed = request.POST.get("package", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else len(packages)
    if number >= len(packages):
        return back
    version = _word_version(matter, packages[number], before)
    digest = agreements.content_digest(version)
    if request.POST.get("act") == "back":
        take_yes_back(request, version.agreement, digest)
        return back
    with transaction.atomic():
        if not say_yes(
            request, version.agreement, digest, agreement_store.find_taken_back(matter.pair.ours, version)
        ):
            return back
        agreement_store.agree_version(matter.pair.ours, version, version.day, matter=matter.id)
    return HttpResponseRedirect(reverse("agreements_one", args=[version.agreement.hex()]))
