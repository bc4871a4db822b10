"""Sentences that several pages of the door say; those that other rooms say too are in `kit.asking`."""

from django.utils.translation import gettext_lazy as _

from bothand.accounts.passwords import Weakness

WRONG_SIGN_IN = _(
    "That name and password do not open anything here. Look for a slip: capitals count in the password, not in the name."
)
WRONG_PIN = _("That is not your PIN. After five wrong ones it is taken away, and your password opens.")
WRONG_CODE = _(
    "That name and recovery code do not open anything here. A code opens once: if you used it before, the newer one counts. "
    "Capitals, spaces and hyphens do not matter; 0 and O, 1 and I are taken for each other."
)
NAME_TAKEN = _("Somebody here signs in with that name. Choose another.")
TYPED_BY_ANOTHER = _("What was typed belongs to another account, so it was not kept here.")
NOT_A_COPY = _(
    "This is not a copy made here, or it is damaged. Nothing was changed. Choose the zip file itself, as it was saved."
)
NEWER_COPY = _(
    "This copy was made by a newer version. Nothing was changed. Bring this program up to date first."
)
COPY_TOO_LARGE = _("This file is larger than a copy can be. Nothing was changed.")

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
