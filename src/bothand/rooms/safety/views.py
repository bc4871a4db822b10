"""*Help and safety*. The same bytes for everybody, because the server does not look who asks.

Its path stands in `BOTHAND_UNWATCHED`: `accounts.middleware` reads no cookie and touches no session there, so a visit
neither counts as use (the lock's time goes on) nor shows as "last day here". The template is a page of its own and not
the shell's: the shell's head asks for the app manifest with the cookie, which would touch the session after all. It
has no file of its own either (style, script and icon are the shell's), so that no browser's cache tells of it. And
all that it reads from disk is read with the addresses, at the first request of all: the time at which its texts were
last read would tell the machine's operator of a first visit.

What helps is the answer to a POST, so that the Back button does not bring it back once somebody has left by quick exit:
the address itself shows a plain cover. The form holds nothing and changes nothing, so it takes no token, which would
need a cookie.

A language is chosen by a button of the same form, on the cover and on the page: it travels in the body of that one request
and is kept nowhere (docs/decisions/help-languages.md).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bothand.content.loader import find_languages
from bothand.content.safety import load_help
from bothand.kit import texts
from bothand.rooms.safety.pages import CoverPage, HelpPage
from bothand.rooms.safety.present import list_helplines, list_languages
from bothand.shell.page import render


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def show_help(request: HttpRequest) -> HttpResponse:
    """A cover; behind it everything on one page. What is opened on it stays in the browser."""
    if request.method != "POST":
        return render(request, CoverPage(languages=list_languages()))
    chosen = request.POST.get("language", "")
    if chosen not in dict(list_languages()):
        chosen = translation.get_language() or ""
    with translation.override(chosen):
        return _show_words(request)


def _show_words(request: HttpRequest) -> HttpResponse:
    language = texts.text_language()
    words = load_help(language)
    call, *rest = words.chapters
    listed = list_helplines(settings.BOTHAND_HELPLINES, language)
    page = HelpPage(
        words=words,
        call=call,
        rest=tuple(rest),
        countries=listed.countries,
        unread=listed.unread,
        languages=list_languages(),
    )
    return render(request, page)


def _read_ahead() -> None:
    for language in find_languages():
        load_help(language)
        list_helplines(settings.BOTHAND_HELPLINES, language)
    for template in (CoverPage.template, HelpPage.template, "safety/fold.html", "safety/languages.html"):
        get_template(template)


_read_ahead()
