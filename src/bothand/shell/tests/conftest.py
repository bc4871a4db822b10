"""A house small enough for the shell's own tests: its app, its paths, a visitor who needs no account."""

import pytest
from django.test import RequestFactory

from bothand.accounts.preferences import Settings
from bothand.accounts.visitor import Visitor
from bothand.shell import navigation


@pytest.fixture(autouse=True)
def house(settings, monkeypatch):
    monkeypatch.setattr(navigation, "_places", ())
    settings.ROOT_URLCONF = "bothand.shell.tests.urls"
    settings.INSTALLED_APPS = [
        "django.contrib.staticfiles",
        "template_partials",
        "django_htmx",
        "bothand.vault",
        "bothand.accounts",
        "bothand.shell",
    ]
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
    settings.STATIC_URL = "/s/"
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.BOTHAND_EXIT_TO = "https://elsewhere.example/"
    return settings


@pytest.fixture
def visitor():
    mine = Settings(name="Noa", hue="moss", zone="Europe/Vienna")
    return Visitor(signed_in=True, unlocked=True, account=b"a" * 16, has_pin=True, settings=mine)


@pytest.fixture
def ask(visitor):
    """Make a request as `visitor` would: a POST when there are data; other keywords are headers."""

    def make(path="/", data=None, *, visitor=visitor, **headers):
        factory = RequestFactory()
        request = (
            factory.get(path, headers=headers) if data is None else factory.post(path, data, headers=headers)
        )
        request.visitor = visitor
        return request

    return make
