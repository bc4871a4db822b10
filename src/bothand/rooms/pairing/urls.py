"""Addresses of *pairing*, below `ours/`."""

from django.urls import path

from bothand.rooms.pairing.views import copies, leaving, linking, ours, revealing, thanks

urlpatterns = [
    path("", ours.newest, name="pairing_ours"),
    path("in/<str:month>/", ours.month, name="pairing_month"),
    path("add/", linking.invite, name="pairing_invite"),
    path("add/off/", linking.take_back, name="pairing_take_back"),
    path("copy/<str:hex_id>/", copies.share, name="pairing_share"),
    path("page/<str:hex_id>/", copies.page, name="pairing_page"),
    path("page/<str:hex_id>/back/", copies.back, name="pairing_back"),
    path("lines/", thanks.newest, name="pairing_thanks"),
    path("lines/in/<str:month>/", thanks.month, name="pairing_thanks_month"),
    path("lines/<str:hex_id>/back/", thanks.back, name="pairing_thanks_back"),
    path("close/", leaving.leave, name="pairing_leave"),
    path("before/", leaving.kept, name="pairing_kept"),
    path("before/in/<str:month>/", leaving.kept_month, name="pairing_kept_month"),
    path("open/<slug:name>/", revealing.reveal, name="pairing_reveal"),
    path("open/<slug:name>/off/", revealing.take_back, name="pairing_reveal_off"),
]
