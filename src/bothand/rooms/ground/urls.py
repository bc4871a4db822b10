"""Addresses of *ground*, below `ground/`."""

from django.urls import path

from bothand.rooms.ground.comparison import views
from bothand.rooms.ground.views import dials, overview, pursuits, reliance, values

urlpatterns = [
    path("", overview.show_overview, name="ground_all"),
    path("values/", values.edit_values, name="ground_values"),
    path("values/order/", values.order_values, name="ground_order"),
    path("pursuits/", pursuits.edit_pursuits, name="ground_pursuits"),
    path("dials/", dials.edit_dials, name="ground_dials"),
    path("reliance/", reliance.edit_reliances, name="ground_reliance"),
    path("comparison/<slug:name>/", views.compare_sheets, name="ground_comparison"),
]
