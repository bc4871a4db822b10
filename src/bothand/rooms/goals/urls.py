"""Addresses of *goals*, below `goals/`."""

from django.urls import path

from bothand.rooms.goals.views import entries, fitting, goals, sharing, steps, support, theirs

urlpatterns = [
    path("", goals.list_goals, name="goals_list"),
    path("new/", goals.add_goal, name="goals_new"),
    path("before/", goals.list_archive, name="goals_before"),
    path("how/", fitting.list_fits, name="goals_fits"),
    path("how/<str:hex_id>/", fitting.add_fit, name="goals_fit"),
    path("how/<str:hex_id>/delete/", fitting.delete_fit, name="goals_fit_delete"),
    path("at/<str:hex_id>/", entries.edit_entry, name="goals_entry"),
    path("at/<str:hex_id>/delete/", entries.delete_entry, name="goals_entry_delete"),
    path("with/<str:hex_id>/", theirs.show_partner_goal, name="goals_theirs"),
    path("with/<str:hex_id>/back/", theirs.withdraw_offer, name="goals_offer_back"),
    path("<str:hex_id>/", goals.show_goal, name="goals_goal"),
    path("<str:hex_id>/edit/", goals.edit_goal, name="goals_edit"),
    path("<str:hex_id>/delete/", goals.delete_goal, name="goals_delete"),
    path("<str:hex_id>/away/", goals.archive_goal, name="goals_away"),
    path("<str:hex_id>/step/", steps.add_step, name="goals_step"),
    path("<str:hex_id>/tick/", steps.tick_step, name="goals_tick"),
    path("<str:hex_id>/write/", entries.add_entry, name="goals_write"),
    path("<str:hex_id>/support/", support.edit_wish, name="goals_support"),
    path("<str:hex_id>/copy/", sharing.share_goal, name="goals_share"),
    path("<str:hex_id>/off/", sharing.withdraw_goal, name="goals_withdraw"),
    path("<str:hex_id>/end/", sharing.end_support, name="goals_end"),
]
