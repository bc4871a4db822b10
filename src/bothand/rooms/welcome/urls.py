"""Addresses of the introduction, below `how/`, and of the first page."""

from django.urls import path

from bothand.rooms.welcome.views import intro, welcome

urlpatterns = [
    path("", intro.show_mine, name="welcome_mine"),
    path("2/", intro.show_ours, name="welcome_ours"),
    path("3/", intro.show_week, name="welcome_week"),
]

root_urlpatterns = [path("hello/", welcome.show_welcome, name="welcome_page")]
