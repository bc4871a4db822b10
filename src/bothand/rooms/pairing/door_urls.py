"""Where a link leads: at the root, since whoever opens it may be nobody here yet."""

from django.urls import path

from bothand.rooms.pairing.views import linking

urlpatterns = [
    path("with/", linking.join, name="pairing_join"),
    path("with/off/", linking.put_aside, name="pairing_put_aside"),
    path("with/<str:text>/", linking.link, name="pairing_link"),
]
