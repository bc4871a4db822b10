from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "bothand.kit"
    label = "kit"
