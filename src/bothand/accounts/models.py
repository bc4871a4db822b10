"""Accounts and sessions. Nothing here names a person: names are HMACs, all else is sealed.

No clock columns: days only. No rising numbers: every key is random or derived.
"""

from django.db import models


class Account(models.Model):
    """Somebody who can sign in. Both envelopes hold the account key; the keyring is sealed under it."""

    id = models.BinaryField(primary_key=True, max_length=16)
    login = models.BinaryField(max_length=32, db_index=True)
    by_password = models.BinaryField()
    by_code = models.BinaryField()
    keyring = models.BinaryField()
    keyring_revision = models.BigIntegerField(default=1)

    def __str__(self) -> str:
        return "an account"


class Session(models.Model):
    """A browser that signed in. `key` is SHA-256 of the cookie's id; the cookie's secret opens `one` and `two`.

    `two` is there while *mine* is open and erased when it locks. `pin` opens it again. `secret_hash` tells the present
    secret from older ones; `previous` holds it sealed under the one before, until it was used for the first time.
    """

    key = models.BinaryField(primary_key=True, max_length=32)
    account = models.BinaryField(max_length=16, db_index=True)
    used_on = models.DateField()
    ends_on = models.DateField(db_index=True)
    one = models.BinaryField()
    two = models.BinaryField(null=True)
    pin = models.BinaryField(null=True)
    pin_tries = models.SmallIntegerField(default=0)
    label = models.BinaryField()
    secret_hash = models.BinaryField(max_length=32)
    previous = models.BinaryField(null=True)

    def __str__(self) -> str:
        return "a session"


class Passkey(models.Model):
    """What a passkey opens: the account key under a key that only the passkey gives.

    `id` is a hash of what the device calls it. Which of them count, what they are called and how their signature is
    checked, stands in the keyring; one that is a second step only has no row.
    """

    id = models.BinaryField(primary_key=True, max_length=16)
    account = models.BinaryField(max_length=16, db_index=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "a passkey"


class Gone(models.Model):
    """The id of an account or a space that was deleted, so that restoring an old backup does not bring it back."""

    id = models.BinaryField(primary_key=True, max_length=16)

    def __str__(self) -> str:
        return "something deleted"


class Invitation(models.Model):
    """A link that waits to be opened. `admitted` says that somebody new has signed up with it already."""

    id = models.BinaryField(primary_key=True, max_length=16)
    sealed = models.BinaryField()
    ends_on = models.DateField(db_index=True)
    admitted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "an invitation"
