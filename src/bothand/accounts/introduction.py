"""What somebody says of themselves in *ours*, signed: a name, a colour, a key, and whether they still write there."""

from contextlib import suppress

from bothand.accounts import accounts
from bothand.accounts.accounts import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, NewerVersion, ReadOnly
from bothand.vault.ours import Closing, Member, Ours
from bothand.vault.signature import VerifyKey, public_key


def verify_key(opened: Opened) -> VerifyKey:
    """The key that checks what this person signs now."""
    newest = opened.keyring.signing[-1]
    return VerifyKey(opened.id, public_key(newest.key), newest.since)


def introduce(opened: Opened, ours: Ours) -> None:
    """Say who one is. Raises as `Ours.introduce`."""
    ours.introduce(_member(opened, ""))


def close_behind(opened: Opened, ours: Ours, closing: Closing) -> None:
    """Say, signed, that nothing of mine comes in this epoch any more, so that the other makes a new key.

    Where I cannot write it any more (the other left first, or a fresh link waits), nothing is said: leaving goes on.
    """
    with suppress(EpochClosed, ReadOnly, DidNotOpen, NewerVersion, Conflict):
        ours.introduce(_member(opened, closing))


def _member(opened: Opened, closing: Closing) -> Member:
    chosen, key = accounts.settings_of(opened), verify_key(opened)
    return Member(name=chosen.name, hue=chosen.hue, key=key.key, since=key.since, closing=closing)
