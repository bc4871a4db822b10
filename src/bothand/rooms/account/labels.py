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
WRONG_SIGN_IN = _(
    "That name and password do not open anything here. Look for a slip: capitals count in the password, not in the name."
)
WRONG_PIN = _("That is not your PIN. After five wrong ones it is taken away, and your password opens.")
WRONG_CODE = _(
    "That name and recovery code do not open anything here. A code opens once: if you used it before, the newer one counts. "
    "Capitals, spaces and hyphens do not matter; 0 and O, 1 and I are taken for each other."
)
MANY_NEW = _(
    "Many have signed up from your connection just now, so this has to wait. Try again in a quarter of an hour."
)
PASSKEY_NOT_MADE = _(
    "No passkey was kept. Type the name and your password once more, then answer your device within five minutes."
)
TOO_MANY_PASSKEYS = _(
    "You have ten passkeys already. Remove one that you no longer use, then add the new one."
)
WRONG_CODE_OF_APP = _(
    "That code does not fit. Type the six digits that your app shows now; each works once, and only while it is shown. If no "
    "code fits, compare the clocks of your phone and of this machine."
)
SETUP_GONE = _(
    "That took longer than five minutes, so nothing was changed. Type your password to begin again."
)
SIGN_IN_ELSEWHERE = _(
    "Your password is right, and you asked for a second step. Sign in in another window; then press the button here again. "
    "What you typed is still here."
)
TYPED_BY_ANOTHER = _("What was typed belongs to another account, so it was not kept here.")
NOT_A_COPY = _(
    "This is not a copy made here, or it is damaged. Nothing was changed. Choose the zip file itself, as it was saved."
)
NEWER_COPY = _(
    "This copy was made by a newer version. Nothing was changed. Bring this program up to date first."
)
COPY_TOO_LARGE = _("This file is larger than a copy can be. Nothing was changed.")

NAMES = {
    NameFault.UNSEEN: _("There is a sign in it that nobody can see. Type the name by hand, without it."),
    NameFault.EMPTY: _("A name has at least one letter or number, so that it can be read."),
    NameFault.OWN_PHRASE: _(
        "These pages use those words to say who can open what. Choose a name that cannot be taken for them."
    ),
}

WEAK = {
    Weakness.TOO_SHORT: _("Make it 15 characters or longer. Length is what helps; four or five words do it."),
    Weakness.TOO_LONG: _("That is longer than 1,024 characters. Make it shorter."),
    Weakness.OWN_NAME: _(
        "Your name is most of it, and that is what others try first. Put more around it, or leave it out."
    ),
    Weakness.COMMON: _(
        "Most of it is among the passwords that many people have, and those are tried first. Use words of your own."
    ),
    Weakness.REPEATS: _("It repeats itself, so it is quick to guess. Use more different letters or words."),
}

EVENTS = {
    Event.SIGNED_UP: _("You began here."),
    Event.SIGNED_IN: _("You signed in."),
    Event.RECOVERED: _("The recovery code was used to get in and set a new password."),
    Event.WRONG_PASSWORD: _("Somebody typed a wrong password."),
    Event.WRONG_CODE: _("Somebody typed a wrong recovery code."),
    Event.WRONG_PIN: _("Somebody typed a wrong PIN."),
    Event.WRONG_STEP: _("Somebody knew the password, and gave a wrong code or passkey after it."),
    Event.OLD_COOKIE: _("An old copy of a sign-in was used. It was refused, and that device was signed out."),
    Event.PASSWORD_CHANGED: _("The password was changed."),
    Event.KEYS_CHANGED: _("Password and keys were changed, and all devices signed out."),
    Event.CODE_RENEWED: _("A new recovery code was made."),
    Event.CODE_SAVED: _("The recovery code was marked as saved."),
    Event.PIN_SET: _("A PIN was set on a device."),
    Event.PIN_REMOVED: _("A PIN was removed from a device."),
    Event.OTHERS_ENDED: _("All other devices were signed out."),
    Event.OPEN_LONGER: _("Your own pages were set to stay open longer."),
    Event.COPY_TAKEN: _("A copy of everything was saved as a file."),
    Event.COPY_BROUGHT: _("A copy was brought in."),
    Event.PASSKEY_ADDED: _("A passkey was added."),
    Event.PASSKEY_REMOVED: _("A passkey was removed."),
    Event.CODES_ON: _("Codes of an app were set up as a second step."),
    Event.CODES_OFF: _("Codes of an app were taken away."),
}
