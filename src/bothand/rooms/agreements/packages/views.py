"""What came of both answers, read in one's own terms; wanting to see more; saying yes."""

from math import prod

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import couple_actions, wall_clock
from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Version
from bothand.kit import agreement_store, drafts
from bothand.kit.meetings import encode_payload, find_kept_answer
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.records import agreement_id
from bothand.rooms.agreements.matters.rules import word_package, write_lines
from bothand.rooms.agreements.packages.forms import SeeForm
from bothand.rooms.agreements.packages.pages import FoundPage, PackageRow
from bothand.rooms.agreements.packages.records import ViewWish
from bothand.rooms.agreements.packages.store import Round, find_last_round, find_more
from bothand.rooms.agreements.present import present_alone
from bothand.rooms.agreements.ratings.present import find_earlier
from bothand.rooms.agreements.ratings.records import Answers, view_sort
from bothand.rooms.agreements.ratings.store import RatedMatter, find_beside, open_matter
from bothand.shell.page import render

MOST_OF_THREE = 3
"""As many as *see three* shows; where more are shown and still not all, the list was cut."""


@require_safe
@for_pair(present_alone)
def show_outcome(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What came of both answers; before that, that mine lie there."""
    asked = open_matter(request, hex_id)
    if asked.now is None:
        return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))
    last = find_last_round(asked.rating, asked.both.place)
    answered = asked.rating is not None and asked.rating.answer is not None
    if last is None:
        return render(
            request,
            _show_nothing(asked, _find_earlier(request, asked) if answered else (), answered=answered),
        )
    return render(request, _show_packages(asked, last, before=_find_before(asked), answered=answered))


def _find_before(asked: RatedMatter) -> bytes:
    return agreement_store.find_before(asked.both.ours, agreement_id(asked.id), asked.mine)


def _find_packages(asked: RatedMatter, last: Round) -> tuple[tuple[int, ...], ...]:
    """The packages I may see, my own way first; only the fair one until both wanted more."""
    wanted = find_more(asked.mine.get(view_sort(asked.id, last.topic)))
    if wanted is None or last.found.package not in wanted.packages:
        return (last.found.package,)
    return wanted.packages if asked.both.place == 0 else wanted.packages[::-1]


def _show_packages(asked: RatedMatter, last: Round, *, before: bytes, answered: bool) -> FoundPage:
    from bothand.rooms.agreements.packages import present

    found, matter, both = last.found, asked.matter, asked.both
    packages = _find_packages(asked, last) if found.state == "found" else ()
    wish = asked.mine.get(view_sort(asked.id, last.topic))
    yes = _find_my_yes(asked, packages, before)
    order = found.order or ((5, 5, 5), (5, 5, 5))
    return FoundPage(
        hex=asked.hex,
        title=matter.title,
        state=found.state,
        packages=_present_packages(asked, last, packages, yes),
        ways=prod(len(one.options) for one in matter.questions),
        why=present.explain_package(matter, last.answers, found.package) if found.package else (),
        firm=present.explain_firmness(matter, last.own),
        same=found.package == last.answers.now,
        little=found.little,
        again=tuple(_(" and ").join(matter.questions[one].name for one in group) for group in found.again),
        see=SeeForm(
            initial={"want": _find_wanted(wish)},
            views=present.explain_views(order[both.place], order[1 - both.place], both.partner.name),
        )
        if found.packages > 1 and len(packages) == 1
        else None,
        more=len(packages) > 1,
        of=found.packages if MOST_OF_THREE < len(packages) < found.packages else 0,
        wanted=wish is not None and wish.answer is not None,
        yes=yes,
        agreed=_find_agreed(asked, packages, before),
        answered=answered,
        earlier=(),
        topic=last.topic.hex(),
        hands=drafts.find_hands("topic", text=matter.title),
    )


def _find_earlier(request: HttpRequest, asked: RatedMatter) -> tuple[str, ...]:
    kept = find_kept_answer(asked.rating, Answers)
    if kept is None or asked.now is None:
        return ()
    told = find_earlier(kept, asked.matter, asked.voice, find_beside(request, asked, asked.standing))
    return tuple(line for lines in told.values() for line in lines)


def _show_nothing(asked: RatedMatter, earlier: tuple[str, ...], *, answered: bool) -> FoundPage:
    return FoundPage(
        hex=asked.hex, title=asked.matter.title, state="", packages=(), ways=0, why=(), firm=(), same=False,
        little=False, again=(), see=None, more=False, of=0, wanted=False, yes=-1, agreed=-1, answered=answered, earlier=earlier, topic="",
        hands=(),
    )  # fmt: skip


def _find_wanted(wish: Meeting | None) -> str:
    if wish is None or wish.answer is None:
        return "one"
    return ViewWish.read(wish.answer.record.payload).want


def _word_version(asked: RatedMatter, package: tuple[int, ...], before: bytes) -> Version:
    return word_package(asked.matter, asked.id, package, before, wall_clock.now().date())


def _find_my_yes(asked: RatedMatter, packages: tuple[tuple[int, ...], ...], before: bytes) -> int:
    for number, package in enumerate(packages):
        one = agreement_store.find_yes(
            asked.mine,
            agreement_id(asked.id),
            agreements.content_digest(_word_version(asked, package, before)),
        )
        if one is not None and one.answer is not None:
            return number
    return -1


def _find_agreed(asked: RatedMatter, packages: tuple[tuple[int, ...], ...], before: bytes) -> int:
    """The number of the package that both said yes to, -1 for none. While one is not written down yet."""
    for number, package in enumerate(packages):
        version = _word_version(asked, package, before)
        one = agreement_store.find_yes(asked.mine, version.agreement, agreements.content_digest(version))
        if (
            one is not None
            and one.results
            and agreement_store.find_taken_back(asked.both.ours, version) is None
        ):
            return number
    return -1


def _present_packages(
    asked: RatedMatter, last: Round, packages: tuple[tuple[int, ...], ...], yes: int
) -> tuple[PackageRow, ...]:
    fair = last.found.package
    chosen = yes if yes >= 0 else packages.index(fair) if fair in packages else -1
    end = len(packages) - 1
    ends = (
        {0: _("your way"), end: _("the way of %(name)s") % {"name": asked.both.partner.name}} if end else {}
    )
    return tuple(
        PackageRow(
            number=number,
            lines=write_lines(asked.matter, package),
            mark=_("best for both") if package == fair else ends.get(number, ""),
            chosen=number == chosen,
        )
        for number, package in enumerate(packages)
    )


@require_POST
@for_pair(present_alone)
def choose_view(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Want to see more, or no longer. More is shown only if both want it; until then nobody sees who does."""
    asked = open_matter(request, hex_id)
    last = find_last_round(asked.rating, asked.both.place)
    back = HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    form = SeeForm(request.POST)
    if last is None or not form.is_valid() or request.POST.get("topic") != last.topic.hex():
        return back
    wish = couple_actions.meet_partner(request, view_sort(asked.id, last.topic))
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
    asked = open_matter(request, hex_id)
    last = find_last_round(asked.rating, asked.both.place)
    back = HttpResponseRedirect(reverse("agreements_found", args=[hex_id]))
    if last is None or last.found.state != "found" or request.POST.get("topic") != last.topic.hex():
        return back
    packages, before = _find_packages(asked, last), _find_before(asked)
    typed = request.POST.get("package", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else len(packages)
    if number >= len(packages):
        return back
    version = _word_version(asked, packages[number], before)
    digest = agreements.content_digest(version)
    if request.POST.get("act") == "back":
        agreement_store.take_yes_back(request, version.agreement, digest)
        return back
    with transaction.atomic():
        if not agreement_store.say_yes(
            request, version.agreement, digest, agreement_store.find_taken_back(asked.both.ours, version)
        ):
            return back
        agreement_store.agree_version(asked.both.ours, version, version.day, matter=asked.id)
    return HttpResponseRedirect(reverse("agreements_one", args=[version.agreement.hex()]))
