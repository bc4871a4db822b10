"""Addresses of *growth*, below `goals/`."""

from django.urls import path

from bothand.rooms.growth.views import entries, fitting, goals, sharing, steps, support, theirs

urlpatterns = [
    path("", goals.standing, name="growth_list"),
    path("new/", goals.new, name="growth_new"),
    path("before/", goals.put_away, name="growth_before"),
    path("how/", fitting.fits, name="growth_fits"),
    path("how/<str:hex_id>/", fitting.fit, name="growth_fit"),
    path("how/<str:hex_id>/delete/", fitting.delete, name="growth_fit_delete"),
    path("at/<str:hex_id>/", entries.entry, name="growth_entry"),
    path("at/<str:hex_id>/delete/", entries.delete, name="growth_entry_delete"),
    path("with/<str:hex_id>/", theirs.theirs, name="growth_theirs"),
    path("with/<str:hex_id>/back/", theirs.back, name="growth_offer_back"),
    path("<str:hex_id>/", goals.goal, name="growth_goal"),
    path("<str:hex_id>/edit/", goals.edit, name="growth_edit"),
    path("<str:hex_id>/delete/", goals.delete, name="growth_delete"),
    path("<str:hex_id>/away/", goals.away, name="growth_away"),
    path("<str:hex_id>/step/", steps.add, name="growth_step"),
    path("<str:hex_id>/tick/", steps.tick, name="growth_tick"),
    path("<str:hex_id>/write/", entries.write, name="growth_write"),
    path("<str:hex_id>/support/", support.support, name="growth_support"),
    path("<str:hex_id>/copy/", sharing.share, name="growth_share"),
    path("<str:hex_id>/off/", sharing.withdraw, name="growth_withdraw"),
    path("<str:hex_id>/end/", sharing.end, name="growth_end"),
]
