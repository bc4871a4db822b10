"""Addresses below /you/: neutral words, since a browser's history keeps them."""

from django.urls import path

from bothand.rooms.account.passkeys.views import passkeys
from bothand.rooms.account.second_step.views import codes, step
from bothand.rooms.account.views import carried, data, door, keys, preferences, signup

urlpatterns = [
    path("", preferences.show_account, name="account"),
    path("words/", keys.change_password, name="account_password"),
    path("paper/", keys.renew_code, name="account_code"),
    path("digits/", keys.set_pin, name="account_pin"),
    path("digits/off/", keys.remove_pin, name="account_pin_off"),
    path("touch/", passkeys.list_own, name="account_passkeys"),
    path("touch/new/", passkeys.add_passkey, name="account_passkey_new"),
    path("touch/make/", passkeys.take_up, name="account_passkey_make"),
    path("touch/<str:hex_id>/off/", passkeys.remove_own, name="account_passkey_remove"),
    path("step/", codes.set_up, name="account_codes"),
    path("step/on/", codes.take_up, name="account_codes_on"),
    path("step/off/", codes.drop, name="account_codes_off"),
    path("devices/", keys.list_devices, name="account_devices"),
    path("log/", keys.show_log, name="account_log"),
    path("copy/", data.export_data, name="account_export"),
    path("bring/", data.bring_data, name="account_bring"),
    path("close/", data.delete_account, name="account_close"),
]

# Addresses of the door, at the root.
root_urlpatterns = [
    path("in/", door.sign_in, name="sign_in"),
    path("in/step/", step.finish_sign_in, name="sign_in_step"),
    path("touch/", passkeys.give_question, name="passkey_question"),
    path("start/", signup.sign_up, name="sign_up"),
    path("start/code/", signup.show_code, name="sign_up_code"),
    path("start/pin/", signup.choose_pin, name="sign_up_pin"),
    path("back/", door.recover_account, name="recover"),
    path("again/", carried.carry_on, name="carry"),
    path("open/", door.unlock_mine, name="unlock"),
    path("lock/", door.lock_mine, name="lock"),
    path("out/", door.sign_out, name="sign_out"),
    path("exit/", door.exit_quickly, name="exit"),
    path("exit/about/", door.explain_exit, name="exit_about"),
]
