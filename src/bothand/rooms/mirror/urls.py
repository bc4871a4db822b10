"""Addresses of the mirror, below `days/`."""

from django.urls import path

from bothand.rooms.mirror import views

urlpatterns = [
    path("", views.days, name="mirror_days"),
    path("today/", views.pulse, name="mirror_pulse"),
    path("pick/", views.pick, name="mirror_pick"),
    path("<str:day>/delete/", views.delete, name="mirror_delete"),
]
