"""Taking one's own words out of a talk."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.talks.conversation import store
from bothand.rooms.talks.conversation.pages import RemoveWordsPage
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.vault import erasure
from bothand.vault.errors import Conflict


@READ_OR_WRITE
@for_two
def remove_words(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take my words out of a talk, after asking. The other's stay."""
    access.open_mine(request)
    two = Visit(request).require_pair()
    transcript = store.read_transcript(two.ours, two.me, id_of(hex_id))
    where = reverse("talks_talk", args=[transcript.talk.hex])
    if request.method == "POST":
        try:
            store.remove_own_words(two, transcript)
        except Conflict:
            # Sent twice, or from two windows: what is left is taken out now.
            store.remove_own_words(two, store.read_transcript(two.ours, two.me, transcript.talk.id))
        erasure.erase_traces()
        return HttpResponseRedirect(f"{where}?done=out")
    page = RemoveWordsPage(
        title=_("Delete your words from this talk?"),
        lines=(
            _(
                "Everything you wrote here is deleted, for both of you, and so are your closing words. How you left it stays."
            ),
            _(
                "What was read, copied or backed up stays where it is. Nothing else changes, and nobody is told."
            ),
        ),
        action=reverse("talks_remove", args=[transcript.talk.hex]),
        button=_("Delete them"),
        back=_("Keep them"),
        back_to=where,
        care=True,
    )
    return render(request, page)
