"""Addresses of *ground*, below `ground/`."""

from django.urls import path

from bothand.rooms.ground.views import around, sheets, side, values

urlpatterns = [
    path("", around.around, name="ground_all"),
    path("values/", values.pick, name="ground_values"),
    path("values/order/", values.order, name="ground_order"),
    path("things/", sheets.things, name="ground_things"),
    path("dials/", sheets.dials, name="ground_dials"),
    path("places/", sheets.places, name="ground_places"),
    path("beside/<slug:name>/", side.beside, name="ground_beside"),
]
