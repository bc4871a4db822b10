"""One address, neutral, since a browser's history keeps it. Choosing a country or a question has none of its own."""

from django.urls import path

from bothand.rooms.safety import views

urlpatterns = [path("", views.show_help, name="safety_page")]
