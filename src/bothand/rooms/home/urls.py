"""The first page, and an index page for each place that has rooms."""

from django.urls import path

from bothand.rooms.home import views

urlpatterns = [
    path("", views.today, name="today"),
    path("mine/", views.mine, name="place_mine"),
    path("more/", views.more, name="place_more"),
]
