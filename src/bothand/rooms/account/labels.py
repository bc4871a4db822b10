"""Sentences that several pages of the door say; those that other rooms say too are in `kit.asking`."""

from django.utils.translation import gettext_lazy as _

from bothand.accounts.account_log import Event
from bothand.accounts.passwords import Weakness
from bothand.accounts.person_name import NameFault

HUE_NAMES = {
    "moss": _("moss"),
    "sky": _("sky"),
    "sea": _("sea"),
    "plum": _("plum"),
    "rose": _("rose"),
    "clay": _("clay"),
}
WRONG_SIGN_IN = _("That password doesn’t match this name. Try again, or use your recovery code.")
WRONG_PIN = _("That isn’t your PIN. After five wrong tries it is removed, and you use your password instead.")
WRONG_CODE = _(
    "That recovery code doesn’t match this name. Each code works once: if you have used it before, use the newer one. Capitals, spaces and hyphens don’t matter, and 0 and O, 1 and I count as the same."
)
MANY_NEW = _(
    "Several people have signed up from your connection just now. Try again in a quarter of an hour."
)
PASSKEY_NOT_MADE = _(
    "No passkey was saved. Type the name and your password again, then answer your device within five minutes."
)
TOO_MANY_PASSKEYS = _(
    "You have ten passkeys already. Remove one that you no longer use, then add the new one."
)
WRONG_CODE_OF_APP = _(
    "That code doesn’t match. Type the six digits your app shows now; each works once, and only while it is shown. If none of them works, check that the clocks of your phone and of this machine agree."
)
SETUP_GONE = _(
    "That took longer than five minutes, so nothing was changed. Type your password to begin again."
)
SIGN_IN_ELSEWHERE = _(
    "Your password is right, and you asked for a second step. Sign in in another window, then press the button here again. What you typed is still here."
)
TYPED_BY_ANOTHER = _("What was typed belongs to another account, so it was not saved here.")
NOT_A_COPY = _(
    "This isn’t a copy from Bothand, or it is damaged. Nothing was changed. Choose the zip file itself, as it was saved."
)
NEWER_COPY = _("This copy was made by a newer version. Nothing was changed. Update this program first.")
COPY_TOO_LARGE = _("This file is larger than a copy can be. Nothing was changed.")

NAMES = {
    NameFault.UNSEEN: _("There is an invisible character in it. Type the name by hand, without it."),
    NameFault.EMPTY: _("A name needs at least one letter or number, so that it can be read."),
    NameFault.OWN_PHRASE: _(
        "These pages use those words to say who can open what. Choose a name that can’t be mistaken for them."
    ),
}

WEAK = {
    Weakness.TOO_SHORT: _(
        "Make it 15 characters or longer. Length is what helps: four or five words are enough."
    ),
    Weakness.TOO_LONG: _("That is longer than 1,024 characters. Make it shorter."),
    Weakness.OWN_NAME: _(
        "Most of it is your name, and that is what others try first. Add more to it, or leave your name out."
    ),
    Weakness.COMMON: _(
        "Most of it is a password that many people use, and those are tried first. Use words of your own."
    ),
    Weakness.REPEATS: _("It repeats itself, so it is quick to guess. Use more different letters or words."),
}

EVENTS = {
    Event.SIGNED_UP: _("You made your account."),
    Event.SIGNED_IN: _("You signed in."),
    Event.RECOVERED: _("The recovery code was used to get in and set a new password."),
    Event.WRONG_PASSWORD: _("Somebody typed a wrong password."),
    Event.WRONG_CODE: _("Somebody typed a wrong recovery code."),
    Event.WRONG_PIN: _("Somebody typed a wrong PIN."),
    Event.WRONG_STEP: _("Somebody typed the right password, then a wrong code or passkey."),
    Event.OLD_COOKIE: _("An old copy of a sign-in was used. It was refused, and that device was signed out."),
    Event.PASSWORD_CHANGED: _("The password was changed."),
    Event.KEYS_CHANGED: _("Your password and keys were changed, and all devices were signed out."),
    Event.CODE_RENEWED: _("A new recovery code was made."),
    Event.CODE_SAVED: _("The recovery code was marked as saved."),
    Event.PIN_SET: _("A PIN was set on a device."),
    Event.PIN_REMOVED: _("A PIN was removed from a device."),
    Event.OTHERS_ENDED: _("All other devices were signed out."),
    Event.OPEN_LONGER: _("Your own pages were set to stay open longer."),
    Event.COPY_TAKEN: _("A copy of everything was saved as a file."),
    Event.COPY_BROUGHT: _("A copy was imported."),
    Event.PASSKEY_ADDED: _("A passkey was added."),
    Event.PASSKEY_REMOVED: _("A passkey was removed."),
    Event.CODES_ON: _("Codes from an app were set up as a second step."),
    Event.CODES_OFF: _("Codes from an app were turned off."),
}
