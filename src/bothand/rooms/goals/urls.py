"""Addresses of *goals*, below `goals/`."""

from django.urls import path

from bothand.rooms.goals.support.views import fits, offers, shared_goals, wishes
from bothand.rooms.goals.views import entries, goals, steps

urlpatterns = [
    path("", goals.list_goals, name="goals_list"),
    path("new/", goals.add_goal, name="goals_new"),
    path("archive/", goals.list_archive, name="goals_archived"),
    path("how/", fits.list_fits, name="goals_fits"),
    path("how/<str:hex_id>/", fits.add_fit, name="goals_fit"),
    path("how/<str:hex_id>/delete/", fits.delete_fit, name="goals_fit_delete"),
    path("at/<str:hex_id>/", entries.edit_entry, name="goals_entry"),
    path("at/<str:hex_id>/delete/", entries.delete_entry, name="goals_entry_delete"),
    path("with/<str:hex_id>/", offers.show_partner_goal, name="goals_partner"),
    path("with/<str:hex_id>/back/", offers.withdraw_offer, name="goals_offer_withdraw"),
    path("<str:hex_id>/", goals.show_goal, name="goals_show"),
    path("<str:hex_id>/edit/", goals.edit_goal, name="goals_edit"),
    path("<str:hex_id>/delete/", goals.delete_goal, name="goals_delete"),
    path("<str:hex_id>/archive/", goals.archive_goal, name="goals_archive"),
    path("<str:hex_id>/step/", steps.add_step, name="goals_step_add"),
    path("<str:hex_id>/tick/", steps.tick_step, name="goals_step_tick"),
    path("<str:hex_id>/write/", entries.add_entry, name="goals_entry_new"),
    path("<str:hex_id>/support/", wishes.edit_wish, name="goals_wish"),
    path("<str:hex_id>/copy/", shared_goals.share_goal, name="goals_share"),
    path("<str:hex_id>/off/", shared_goals.withdraw_goal, name="goals_withdraw"),
    path("<str:hex_id>/end/", offers.end_support, name="goals_offer_end"),
]
