"""All addresses: those of the rooms, and those that belong to no room."""

from django.urls import path

from bothand.kit import inbox, registry
from bothand.shell import endings, navigation
from bothand.shell.manifest import serve_manifest as app_manifest

registry.set_places()
registry.set_meetings()
navigation.set_news(inbox.has_news)
endings.set_endings(registry.all_endings())

urlpatterns = [
    *registry.urlpatterns(),
    path("app.webmanifest", app_manifest, name="manifest"),
]

handler400 = "bothand.shell.errors.bad_request"
handler403 = "bothand.shell.errors.forbidden_page"
handler404 = "bothand.shell.errors.not_found"
handler500 = "bothand.shell.errors.server_error"
