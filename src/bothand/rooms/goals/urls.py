"""Addresses of *goals*, below `goals/`."""

from django.urls import path

from bothand.rooms.goals.views import entries, fitting, goals, sharing, steps, support, theirs

urlpatterns = [
    path("", goals.standing, name="goals_list"),
    path("new/", goals.new, name="goals_new"),
    path("before/", goals.put_away, name="goals_before"),
    path("how/", fitting.fits, name="goals_fits"),
    path("how/<str:hex_id>/", fitting.fit, name="goals_fit"),
    path("how/<str:hex_id>/delete/", fitting.delete, name="goals_fit_delete"),
    path("at/<str:hex_id>/", entries.entry, name="goals_entry"),
    path("at/<str:hex_id>/delete/", entries.delete, name="goals_entry_delete"),
    path("with/<str:hex_id>/", theirs.theirs, name="goals_theirs"),
    path("with/<str:hex_id>/back/", theirs.back, name="goals_offer_back"),
    path("<str:hex_id>/", goals.goal, name="goals_goal"),
    path("<str:hex_id>/edit/", goals.edit, name="goals_edit"),
    path("<str:hex_id>/delete/", goals.delete, name="goals_delete"),
    path("<str:hex_id>/away/", goals.away, name="goals_away"),
    path("<str:hex_id>/step/", steps.add, name="goals_step"),
    path("<str:hex_id>/tick/", steps.tick, name="goals_tick"),
    path("<str:hex_id>/write/", entries.write, name="goals_write"),
    path("<str:hex_id>/support/", support.support, name="goals_support"),
    path("<str:hex_id>/copy/", sharing.share, name="goals_share"),
    path("<str:hex_id>/off/", sharing.withdraw, name="goals_withdraw"),
    path("<str:hex_id>/end/", sharing.end, name="goals_end"),
]
