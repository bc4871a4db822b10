from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "bothand.rooms.kit"
    label = "kit"
