"""Addresses below /you/: neutral words, since a browser's history keeps them."""

from django.urls import path

from bothand.rooms.account.views import data, keys, own

urlpatterns = [
    path("", own.account, name="account"),
    path("words/", keys.password, name="account_password"),
    path("paper/", keys.code, name="account_code"),
    path("digits/", keys.pin, name="account_pin"),
    path("digits/off/", keys.pin_off, name="account_pin_off"),
    path("devices/", keys.devices, name="account_devices"),
    path("copy/", data.export, name="account_export"),
    path("bring/", data.bring, name="account_bring"),
    path("close/", data.close, name="account_close"),
]
