"""A write that cannot go on as it was meant: said, with every word that was typed, to copy or to keep elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell import carry, errors
from bothand.shell.page import Page, Place, Space, render


@dataclass(frozen=True, slots=True, kw_only=True)
class RescuePage(Page):
    """What is so, what can be done, and the words that were typed."""

    template: ClassVar[str] = "shell/rescue.html"
    tab: ClassVar[str | Promise] = _("Page")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "ours"
    aura: ClassVar[bool] = False

    title: str | Promise
    lines: tuple[str | Promise, ...]
    typed: tuple[str, ...]


def alone(request: HttpRequest, error: Exception) -> HttpResponse:
    """A page for two, asked for by one alone: nowhere. A form of it, from before: its words come back."""
    typed = carry.words_of(request)
    if not typed:
        return errors.not_found(request, error)
    page = RescuePage(
        title=_("You are by yourself here now."),
        lines=(_("So this has nobody to go to, and it was not kept. Your words are still here, to copy."),),
        typed=typed,
    )
    return render(request, page, status=409)


def read_only(request: HttpRequest) -> HttpResponse:
    """*Ours* waits for a fresh link, or the page belongs to the other."""
    page = RescuePage(
        title=_("This can only be read for now."),
        lines=(
            _(
                "After new keys, what you two share waits for a fresh link. Until it is opened, nothing is added."
            ),
            _("It was not kept. Your words are still here, to copy."),
        ),
        typed=carry.words_of(request),
    )
    return render(request, page, status=409)
