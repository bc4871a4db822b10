"""The ten ideals."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.content import items
from bothand.domain.checkins import WISHED, Answers
from bothand.kit import texts
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.checkin.ideals.forms import IdealsForm
from bothand.rooms.checkin.ideals.pages import IdealsPage
from bothand.rooms.checkin.questions.rules import FACET_NAMES, order_ideals
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion


@READ_OR_WRITE
def answer_ideals(request: HttpRequest) -> HttpResponse:
    """Say how much of each of the ten one would like; the map shows it. Nothing said keeps nothing."""
    from bothand.domain import standing

    visit = Visit(request)
    space, partner = visit.mine, visit.partner_name
    if request.method != "POST":
        known = standing.state_of(space)
        wish = known.record.wish
        form = IdealsForm(
            asked=FACET_NAMES, partner=partner, said=None if wish is None else dict(wish.ideals)
        )
        return render(request, _build_page(form, unopened=known.unopened))
    form = IdealsForm(request.POST, asked=FACET_NAMES, partner=partner)
    if form.is_valid():
        said = form.read_answers()
        kept = Answers(day=visit.today, sort=WISHED, ideals=order_ideals(said), alone=not partner)
        try:
            # Where not all that was answered opens, what is known would be worked out anew without it, and kept.
            readable = not any(said.values()) or not standing.state_of(space).unopened
            if readable and any(said.values()):
                standing.add_answers(space, kept, form.cleaned_data["id"])
        except (DidNotOpen, NewerVersion):
            readable = False
        if readable:
            return HttpResponseRedirect(reverse("checkin_map"))
        form.add_error(None, not_kept())
    return render(request, _build_page(form), status=422)


def _build_page(form: IdealsForm, *, unopened: int = 0) -> IdealsPage:
    lead = items.load_bank(texts.text_language()).ideal_question
    return IdealsPage(form=form, lead=lead, unopened=unopened)
