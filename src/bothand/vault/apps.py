from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "bothand.vault"
    label = "vault"
