"""The app manifest, for those who put Bothand on a home screen: a plain name by choice, a plain icon always.

There is no service worker, and nothing is kept on the device.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.visitor import Visitor
from bothand.shell.frame import frame_of


@require_safe
def serve_manifest(request: HttpRequest) -> HttpResponse:
    """GET /app.webmanifest. Who is signed out gets the plain name: the name may already say too much."""
    visitor: Visitor = getattr(request, "visitor", Visitor.nobody())
    frame = frame_of(request, "door")
    plain = not visitor.signed_in or visitor.settings.plain_name
    name = _("Notes") if plain else "Bothand"
    icon = {"src": static("shell/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    return JsonResponse(
        {
            "name": name,
            "short_name": name,
            "id": reverse("today"),
            "start_url": reverse("today"),
            "scope": reverse("today"),
            "display": "minimal-ui",
            "lang": frame.language,
            "dir": frame.direction,
            "icons": [icon],
        },
        content_type="application/manifest+json",
    )
