"""Addresses of housework, below `housework/`."""

from django.urls import path

from bothand.rooms.housework.alone.views import edit_own_work
from bothand.rooms.housework.divisions.views import edit_feelings, show_divisions
from bothand.rooms.housework.gains.views import show_gains
from bothand.rooms.housework.views.home import show_home
from bothand.rooms.housework.views.owners import edit_owner
from bothand.rooms.housework.views.shares import edit_shares
from bothand.rooms.housework.views.tasks import choose_tasks, edit_task
from bothand.rooms.housework.weekly.views import show_list

urlpatterns = [
    path("", show_home, name="housework_home"),
    path("tasks/", choose_tasks, name="housework_tasks"),
    path("owners/", edit_owner, name="housework_owners"),
    path("shares/", edit_shares, name="housework_shares"),
    path("list/", show_list, name="housework_list"),
    path("feelings/", edit_feelings, name="housework_feelings"),
    path("divisions/", show_divisions, name="housework_divisions"),
    path("alone/", edit_own_work, name="housework_alone"),
    path("own/", show_gains, name="housework_giving"),
    path("<str:hex_id>/", edit_task, name="housework_task"),
]
