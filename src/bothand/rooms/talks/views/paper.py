"""One page to take along to a counsellor."""

from django.http import HttpRequest, HttpResponse

from bothand.accounts.access import Visit
from bothand.accounts.person_name import show_name
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.talks.forms import PaperForm
from bothand.rooms.talks.pages import PaperFormPage, PaperPage
from bothand.rooms.talks.topics.records import Topic
from bothand.rooms.talks.views.overview import find_talk_months, list_talks_of
from bothand.shell.page import render

MOST_TO_CHOOSE = 30


@READ_OR_WRITE
def make_paper(request: HttpRequest) -> HttpResponse:
    """Choose what goes on one page, and then that page; `?empty=1` gives its headings. Nothing of it is kept."""
    visit = Visit(request)
    mine = visit.mine
    two = visit.pair_if_two()
    lots = [mine.query(Topic), *([two.ours.query(Topic)] if two else [])]
    waiting = (one for lot in lots for one in lot.items if isinstance(one.record, Topic))
    topics = sorted(waiting, key=lambda one: one.created, reverse=True)[:MOST_TO_CHOOSE]
    talks, unopened = list_talks_of(two, find_talk_months(two)) if two else ((), 0)
    talks, unopened = talks[:MOST_TO_CHOOSE], unopened + sum(lot.unopened for lot in lots)
    by_topic = {one.hex: one.record.text for one in topics}
    by_talk = {one.path: one for one in talks}
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        topics=[(key, text[:120]) for key, text in by_topic.items()],
        talks=[(key, f"{one.day:%Y-%m-%d} {one.text[:120]}") for key, one in by_talk.items()],
    )
    empty = request.GET.get("empty") == "1" and request.method != "POST"
    if not empty and (request.method != "POST" or not form.is_valid()):
        return render(
            request, PaperFormPage(form=form, unopened=unopened), status=422 if form.is_bound else 200
        )
    typed = {"text": "", "hope": ""} if empty else form.cleaned_data
    page = PaperPage(
        name=show_name(visit.settings.name),
        day=visit.today,
        text=typed["text"],
        hope=typed["hope"],
        empty=empty,
        topics=tuple(by_topic[one] for one in typed.get("topics", ())),
        talks=tuple(by_talk[one] for one in typed.get("talks", ())),
    )
    return render(request, page)
