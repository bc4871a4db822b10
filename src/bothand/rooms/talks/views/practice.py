"""Practising to listen, alone."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bothand.accounts import access
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.talks.forms import PracticeForm
from bothand.rooms.talks.pages import PracticePage
from bothand.rooms.talks.present import find_openers
from bothand.shell.page import render


@READ_OR_WRITE
def practise_listening(request: HttpRequest) -> HttpResponse:
    """Listen, alone: a sentence is given, and said back. Nothing is kept."""
    access.open_mine(request)
    sentences = find_openers("feel", "need", "own")
    ids = [one.id for one in sentences]
    posted = request.method == "POST"
    asked = (request.POST if posted else request.GET).get("which", "")
    place = ids.index(asked) if asked in ids else 0
    form = PracticeForm(request.POST) if posted else PracticeForm(initial={"which": ids[place]})
    good = posted and form.is_valid()
    page = PracticePage(
        form=form,
        given=sentences[place].text,
        back=form.cleaned_data["back"] if good else "",
        other=f"{reverse('talks_practice')}?which={ids[(place + 1) % len(ids)]}",
    )
    return render(request, page, status=422 if posted and not good else 200)
