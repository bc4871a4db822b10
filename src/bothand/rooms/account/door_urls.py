"""Addresses of the door, at the root."""

from django.urls import path

from bothand.rooms.account.views import again, door, start

urlpatterns = [
    path("in/", door.sign_in, name="sign_in"),
    path("start/", start.sign_up, name="sign_up"),
    path("start/code/", start.code, name="sign_up_code"),
    path("start/pin/", start.pin, name="sign_up_pin"),
    path("back/", door.recover, name="recover"),
    path("again/", again.again, name="carry"),
    path("open/", door.unlock, name="unlock"),
    path("lock/", door.lock, name="lock"),
    path("out/", door.sign_out, name="sign_out"),
    path("exit/", door.leave, name="exit"),
    path("exit/about/", door.exit_about, name="exit_about"),
]
