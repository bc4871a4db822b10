"""Addresses of *two*, below `ours/`."""

from django.urls import path

from bothand.rooms.two.views import copies, leaving, linking, ours, revealing, thanks

urlpatterns = [
    path("", ours.newest, name="two_ours"),
    path("in/<str:month>/", ours.month, name="two_month"),
    path("add/", linking.invite, name="two_invite"),
    path("add/off/", linking.take_back, name="two_take_back"),
    path("copy/<str:hex_id>/", copies.share, name="two_share"),
    path("page/<str:hex_id>/", copies.page, name="two_page"),
    path("page/<str:hex_id>/back/", copies.back, name="two_back"),
    path("lines/", thanks.newest, name="two_thanks"),
    path("lines/in/<str:month>/", thanks.month, name="two_thanks_month"),
    path("lines/<str:hex_id>/back/", thanks.back, name="two_thanks_back"),
    path("close/", leaving.leave, name="two_leave"),
    path("before/", leaving.kept, name="two_kept"),
    path("before/in/<str:month>/", leaving.kept_month, name="two_kept_month"),
    path("open/<slug:name>/", revealing.reveal, name="two_reveal"),
    path("open/<slug:name>/off/", revealing.take_back, name="two_reveal_off"),
]
