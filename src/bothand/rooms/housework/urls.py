"""Addresses of housework, below `housework/`."""

from django.urls import path

from bothand.rooms.housework.divisions import views as divisions
from bothand.rooms.housework.views import home, owners, tasks

urlpatterns = [
    path("", home.show_home, name="housework_home"),
    path("tasks/", tasks.choose_tasks, name="housework_tasks"),
    path("owners/", owners.edit_owners, name="housework_owners"),
    path("feelings/", divisions.edit_feelings, name="housework_feelings"),
    path("divisions/", divisions.show_divisions, name="housework_divisions"),
    path("<str:hex_id>/", tasks.edit_task, name="housework_task"),
]
