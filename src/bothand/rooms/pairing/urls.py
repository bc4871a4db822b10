"""Addresses of *pairing*, below `ours/`."""

from django.urls import path

from bothand.rooms.pairing.views import copies, departure, links, ours, reveals, thanks

urlpatterns = [
    path("", ours.show_ours, name="pairing_ours"),
    path("pages/", ours.list_pages, name="pairing_pages"),
    path("pages/in/<str:month>/", ours.list_pages_month, name="pairing_month"),
    path("add/", links.invite_partner, name="pairing_invite"),
    path("add/off/", links.take_back_link, name="pairing_take_back"),
    path("copy/<str:hex_id>/", copies.share_page, name="pairing_share"),
    path("pages/<str:hex_id>/", copies.show_page, name="pairing_page"),
    path("pages/<str:hex_id>/back/", copies.unshare_page, name="pairing_back"),
    path("lines/", thanks.list_thanks, name="pairing_thanks"),
    path("lines/in/<str:month>/", thanks.list_thanks_month, name="pairing_thanks_month"),
    path("lines/<str:hex_id>/back/", thanks.unshare_thanks, name="pairing_thanks_back"),
    path("lines/<str:hex_id>/heart/", thanks.send_heart, name="pairing_heart"),
    path("close/", departure.leave_partner, name="pairing_leave"),
    path("before/", departure.list_kept, name="pairing_kept"),
    path("before/in/<str:month>/", departure.list_kept_month, name="pairing_kept_month"),
    path("open/", ours.list_reveals, name="pairing_reveals"),
    path("open/<slug:name>/", reveals.reveal_together, name="pairing_reveal"),
    path("open/<slug:name>/off/", reveals.take_reveal_back, name="pairing_reveal_off"),
]

# Where a link leads: at the root, since whoever opens it may be nobody here yet.
root_urlpatterns = [
    path("with/", links.join_partner, name="pairing_join"),
    path("with/off/", links.put_link_aside, name="pairing_put_aside"),
    path("with/<str:text>/", links.open_link, name="pairing_link"),
]
