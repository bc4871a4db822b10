"""A page is a frozen dataclass with a template, which sees `page`, `frame`, `csrf_token` and no more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeVar, cast, dataclass_transform

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context
from django.template.backends.django import Template as BackendTemplate
from django.template.loader import get_template
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from bothand.shell.frame import Frame, frame_of

Space = Literal["mine", "ours", "theirs", "none"]
Place = Literal["today", "mine", "ours", "week", "more", "door"]
T = TypeVar("T")

_DECLARED: list[type[Any]] = []


@dataclass_transform(frozen_default=True, kw_only_default=True)
def page(template: str = "") -> Callable[[type[T]], type[T]]:
    """Declare a page, or a piece of one: a frozen type of what its template may see.

    Without a template it takes its parent's, or is itself a parent. Whatever walks over all pages asks `declared_types`.
    """

    def declare(kind: type[T]) -> type[T]:
        if template:
            kind.template = template  # type: ignore[attr-defined]  # Page and Part name it
        made = dataclass(frozen=True, slots=True, kw_only=True)(kind)
        if hasattr(made, "template"):
            _DECLARED.append(made)
        return made

    return declare


def declared_types(parent: type[T], package: str) -> tuple[type[T], ...]:
    """Every declared type with a template that comes from `parent` and stands in a package that was imported."""
    return tuple(
        kind for kind in _DECLARED if issubclass(kind, parent) and kind.__module__.startswith(f"{package}.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one template may see. A subclass names its template and adds its fields.

    template  path of the template
    tab       one neutral word for the browser's tab: history keeps it
    space     who can open what the page shows: it gives the page its colour
    place     which of the five places the navigation marks; "door" for pages of the signed-out
    aura      whether the two circles stand in the corner; a page with a picture of its own has none
    htmx      whether the page needs htmx
    boosted   whether the page's own forms and links bring the next page without loading it whole (shell/process.html)
    """

    template: ClassVar[str]
    tab: ClassVar[str | Promise] = _("Today")
    space: ClassVar[Space] = "mine"
    place: ClassVar[Place] = "today"
    aura: ClassVar[bool] = True
    htmx: ClassVar[bool] = False
    boosted: ClassVar[bool] = False


def context_of(request: HttpRequest, page: Page) -> dict[str, object]:
    """The whole context of a page's template: three names, whatever the page."""
    frame: Frame = frame_of(request, page.place)
    return {"page": page, "frame": frame, "csrf_token": SimpleLazyObject(lambda: get_token(request))}


def render(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """Render a page. No context processor adds anything to what the page's type says.

    What was asked for from within a page, and belongs to another space or needs other scripts, is loaded whole instead: the
    body's colour, and the script that closes a page of mine, are of the page that was loaded.
    """
    if request.method == "GET" and _needs_whole(request, page):
        return HttpResponse(status=204, headers={"HX-Redirect": request.get_full_path()})
    found = cast("BackendTemplate", get_template(page.template))
    text = found.template.render(Context(context_of(request, page)))
    return HttpResponse(text, status=status)


def _needs_whole(request: HttpRequest, page: Page) -> bool:
    if request.headers.get("HX-Boosted") != "true":
        return False
    return not page.boosted or request.headers.get("X-Bothand-Space") != page.space
