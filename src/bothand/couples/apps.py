from django.apps import AppConfig


class CouplesConfig(AppConfig):
    name = "bothand.couples"
    label = "couples"
