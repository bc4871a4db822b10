"""Opening *ours* from a keyring, or from what a locked session holds."""

from collections.abc import Sequence
from datetime import date

from bothand.accounts import wall_clock
from bothand.accounts.partner import Partner
from bothand.vault.keyring import Keyring, SpaceKey
from bothand.vault.ours import ClosedEpoch, Listed, Ours
from bothand.vault.records import Shelf
from bothand.vault.signature import VerifyKey
from bothand.vault.space import Space


def open_ours(account: bytes, ring: Keyring, mine: Space) -> Ours | None:
    """*Ours*, to read and to write; None for one alone. Read only while a fresh link waits to be opened."""
    keys = ring.ours()
    if not keys:
        return None
    signing = None if ring.waits else ring.signing[-1].key
    return Ours(
        keys,
        author=account,
        since=date.fromisoformat(ring.ours_since),
        clock=wall_clock.now,
        signing=signing,
        verify=ring.verify_keys(account),
        listed=lambda: closed_epochs(mine),
    )


def open_to_read(
    account: bytes, keys: Sequence[SpaceKey], verify: Sequence[VerifyKey], since: str, listed: Listed
) -> Ours | None:
    """*Ours* as a locked session opens it."""
    if not keys:
        return None
    return Ours(
        keys,
        author=account,
        since=date.fromisoformat(since),
        clock=wall_clock.now,
        signing=None,
        verify=verify,
        listed=lambda: listed,
    )


def closed_epochs(mine: Space) -> dict[int, dict[bytes, tuple[int, bytes]]]:
    """What each closed epoch of *ours* held when it closed."""
    found: dict[int, dict[bytes, tuple[int, bytes]]] = {}
    for one in mine.query(ClosedEpoch, shelf=Shelf.CLOSED).items:
        rows = found.setdefault(one.record.epoch, {})
        rows.update({record_id: (revision, digest) for record_id, revision, digest in one.record.rows})
    return found


def partner_in(ours: Ours, account: bytes, ring: Keyring) -> Partner | None:
    """The other, when their key is pinned and their introduction opens."""
    pinned = {key.author for key in ring.partners}
    for author, member in ours.members().items():
        if author != account and author in pinned:
            return Partner(account=author, name=member.name, hue=member.hue)
    return None
