"""From a passkey in the keyring to a line of the list."""

from datetime import date

from bothand.rooms.account.passkeys.pages import Listed
from bothand.vault.passkey import Passkey


def list_passkeys(passkeys: tuple[Passkey, ...]) -> tuple[Listed, ...]:
    """Each with its name and its day, the newest last."""
    return tuple(
        Listed(hex_id=one.id.hex(), name=one.name, since=date.fromisoformat(one.since), opens=one.opens)
        for one in passkeys
    )
