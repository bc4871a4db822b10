"""Making a link, opening one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access, account_actions, couple_actions
from bothand.accounts import link as links
from bothand.accounts.errors import LinkGone, PairedAlready, StrangeLink, WrongLink
from bothand.accounts.person_name import show_name
from bothand.kit import qr
from bothand.rooms.pairing.pages import InvitePage, JoinPage
from bothand.shell.frame import HOUSE_HUES, frame_of
from bothand.shell.page import render
from bothand.vault.invitation import Invited

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
GONE = _(
    "This link doesn’t open anything. It has been opened or cancelled, or its week is over. Ask for a new one."
)
OWN = _("This is your own link. Send it to the other person; they open it on their phone.")
TAKEN = _("You already share a place with somebody here. To start again with somebody else, leave first.")
STRANGE = _(
    "This link wasn’t made with your partner’s keys. Somebody else made it, perhaps to read along. Nothing was changed. Ask your partner, face to face if you can, whether they sent it."
)
OTHER = _("This link is for somebody else. Ask for one of your own.")


@READ_OR_WRITE
def invite_partner(request: HttpRequest) -> HttpResponse:
    """A link to send, or to let somebody scan."""
    access.open_mine(request)
    if request.method == "POST":
        try:
            couple_actions.invite_partner(request)
        except PairedAlready:
            return HttpResponseRedirect(reverse("pairing_ours"))
        return HttpResponseRedirect(reverse("pairing_invite"))
    if couple_actions.look_who_came(request) or _has_partner(request):
        return HttpResponseRedirect(reverse("pairing_ours"))
    secret = couple_actions.waiting_link(request)
    address = ""
    if secret:
        address = request.build_absolute_uri(reverse("pairing_link", args=[links.write_link(secret)]))
    page = InvitePage(
        link=address,
        code=qr.draw_code(address) if address else None,
        fresh=couple_actions.waits_for_link(request),
    )
    return render(request, page)


@require_POST
def take_back_link(request: HttpRequest) -> HttpResponse:
    """The link opens nothing any more."""
    couple_actions.take_back(request)
    return HttpResponseRedirect(reverse("pairing_invite"))


@require_safe
def open_link(request: HttpRequest, text: str) -> HttpResponse:
    """The address that was sent. Nothing is used up; the secret goes on in a cookie, and leaves the address."""
    secret = links.read_link(text)
    if secret:
        links.hold_link(request, secret)
    return HttpResponseRedirect(reverse("pairing_join"))


@READ_OR_WRITE
def join_partner(request: HttpRequest) -> HttpResponse:
    """What the link brings, and the button that opens it."""
    secret = links.held_link(request)
    try:
        invited = couple_actions.look_at_link(secret) if secret else None
    except LinkGone:
        invited = None
    if request.method != "POST" or invited is None:
        return render(request, _invite_page(request, invited))
    wrong: Promise | str = ""
    try:
        couple_actions.accept_link(request, secret)
    except LinkGone:
        wrong = GONE
    except PairedAlready:
        wrong = TAKEN
    except StrangeLink:
        wrong = STRANGE
    except WrongLink:
        wrong = OTHER if invited.fresh else OWN
    if wrong:
        return render(request, _invite_page(request, invited, wrong), status=409)
    links.put_aside(request)
    return HttpResponseRedirect(reverse("pairing_ours"))


@require_POST
def put_link_aside(request: HttpRequest) -> HttpResponse:
    """Not now: this browser forgets the link. Whoever has it can open it another day."""
    links.put_aside(request)
    return HttpResponseRedirect(reverse("today"))


def _invite_page(request: HttpRequest, invited: Invited | None, wrong: Promise | str = "") -> JoinPage:
    return JoinPage(
        name=show_name(invited.name) if invited else "",
        hue=_find_hue(request, invited.hue) if invited else "",
        fresh=bool(invited and invited.fresh),
        may_sign_up=account_actions.may_sign_up(request),
        taken=_has_partner(request) and not (invited and invited.fresh),
        wrong=wrong or ("" if invited else GONE),
    )


def _find_hue(request: HttpRequest, theirs: str) -> str:
    """Their hue in the drawing; another one of the house's where it is the reader's own."""
    own = frame_of(request, "door").me_hue
    return theirs if theirs != own else next(hue for hue in reversed(HOUSE_HUES) if hue != own)


def _has_partner(request: HttpRequest) -> bool:
    who = access.visitor_of_request(request)
    return (
        who.signed_in
        and who.partner is not None
        and not (who.unlocked and couple_actions.waits_for_link(request))
    )
