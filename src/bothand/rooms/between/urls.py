"""Addresses of *Between you*, below `between/`."""

from django.urls import path

from bothand.rooms.between.views import list_between, list_between_month

urlpatterns = [
    path("", list_between, name="between_list"),
    path("in/<str:month>/", list_between_month, name="between_month"),
]
