from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "bothand.shell"
    label = "shell"
