"""What one of the two says about a matter, and understood of the other's words: one question a screen."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.kit import agreement_store
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.pairs import for_pair
from bothand.rooms.agreements.matters.forms import WordsForm
from bothand.rooms.agreements.matters.pages import BothWordsPage, WordsPage
from bothand.rooms.agreements.matters.present import pair_voice, present_matter_course
from bothand.rooms.agreements.matters.records import Voice, voice_id
from bothand.rooms.agreements.matters.rules import has_said
from bothand.rooms.agreements.matters.store import KnownMatter, find_matter, pick_voices
from bothand.rooms.agreements.present import present_alone
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

SCREENS: Final = ("serious", "gives", "back")


@READ_OR_WRITE
@for_pair(present_alone)
def edit_words(request: HttpRequest, hex_id: str) -> HttpResponse:
    """My words about it, and what I understood of the other's. Each screen sends all of them, most of it hidden."""
    pair, matter_id = Visit(request).require_pair(), id_of(hex_id)
    access.open_mine(request)
    matter = find_matter(pair, matter_id)
    mine = matter.about.get((Voice, pair.me))
    screen = _find_screen(request, mine.record if mine else None)
    if request.method != "POST":
        form = WordsForm.of_voice(mine.record if mine else None, mine.revision if mine else 0)
        return render(request, _show_words(matter, form, screen))
    form = WordsForm(request.POST)
    if not form.is_valid():
        return render(request, _show_words(matter, form, screen), status=422)
    typed = {name: value for name, value in form.cleaned_data.items() if name != "revision"}
    voice = Voice(day=matter.record.day, matter=matter_id, **typed)
    try:
        _put_words(pair, mine, voice, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(hex_id, voice, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("agreements_matter", args=[hex_id]))


def _find_screen(request: HttpRequest, voice: Voice | None) -> str:
    """The screen that was asked for, or the first that is not answered."""
    asked = str(request.POST.get("at") or request.GET.get("at") or "")
    if asked in SCREENS:
        return asked
    if voice is None or not (voice.serious or has_said(voice)):
        return "serious"
    return "back" if has_said(voice) else "gives"


def _show_words(matter: KnownMatter, form: WordsForm, screen: str) -> WordsPage:
    where = reverse("agreements_words", args=[matter.hex])
    number = SCREENS.index(screen)
    theirs = pick_voices(matter.about).get(matter.pair.other)
    return WordsPage(
        course=present_matter_course(matter, "back" if screen == "back" else "words"),
        form=form,
        hex=matter.hex,
        screen=screen,
        theirs=pair_voice(theirs, about_me=True) if screen == "back" else (),
        back=f"{where}?at={SCREENS[number - 1]}" if number else "",
    )


def _put_words(pair: Pair, mine: Opened[Voice] | None, voice: Voice, revision: int) -> None:
    place = voice_id(voice.matter, pair.me)
    if mine is None:
        # What somebody else may have put there is no words of mine, and is written over.
        agreement_store.put_own(pair.ours, voice, place)
    elif mine.record != voice:
        pair.ours.replace(mine.seen_at(revision), voice)


def _show_both(hex_id: str, voice: Voice, theirs: Opened[Voice]) -> BothWordsPage:
    fields = (
        ("gives", _("What would this give me?")),
        ("fears", _("What do I fear?")),
        ("heard", _("What I understood of the other's words")),
    )
    hidden = [
        ("revision", str(theirs.revision)),
        ("serious", voice.serious),
        ("changeable", voice.changeable),
    ]
    if voice.talked:
        hidden.append(("talked", "on"))
    return BothWordsPage(
        pairs=tuple(
            Both(label=label, name=name, mine=getattr(voice, name), theirs=getattr(theirs.record, name))
            for name, label in fields
        ),
        action=reverse("agreements_words", args=[hex_id]),
        back_to=reverse("agreements_matter", args=[hex_id]),
        hidden=tuple(Hidden(name=name, value=value) for name, value in hidden),
    )
