from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bothand.accounts"
    label = "accounts"
