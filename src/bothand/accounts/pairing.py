"""Two become a couple by a link, and catch up with each other's keys when they come by.

Nobody has to be there at the same time: the inviter may be away while the link is opened.
"""

from datetime import date, timedelta

import msgspec
from django.db import transaction

from bothand.accounts import accounts, departure, shared_space, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import LinkGone, PairedAlready, WrongLink
from bothand.accounts.models import Invitation
from bothand.vault import invitation, keyring
from bothand.vault.errors import DidNotOpen
from bothand.vault.invitation import Invited
from bothand.vault.keyring import Keyring, SpaceKey
from bothand.vault.models import Shared
from bothand.vault.ours import Member, Ours
from bothand.vault.randomness import new_id, random_bytes
from bothand.vault.seal import KEY_BYTES
from bothand.vault.signature import VerifyKey, public_key


def make_invitation(opened: Opened) -> Opened:
    """Make a link, or a new one in place of one that waits; its secret stands in the keyring until it is opened.

    Raises PairedAlready when there is a partner and nothing waits for a fresh link.
    """
    ring = opened.keyring
    if ring.partners and not ring.waits:
        raise PairedAlready
    secret, today = invitation.new_secret(), wall_clock.now().date()
    with transaction.atomic():
        if ring.invitation:
            Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
        if not ring.ours():
            key = SpaceKey(new_id(), 1, random_bytes(KEY_BYTES), "ours")
            Shared(id=key.space, epoch=1, holders=1).save(force_insert=True)
            ring = keyring.with_ours(ring, key, today)
        ring = msgspec.structs.replace(ring, invitation=secret)
        fresh = accounts.write_keyring(opened, ring)
        chosen = accounts.settings_of(fresh)
        if not ring.waits:
            _open_ours(fresh).introduce(_is_member(fresh))
        invited = Invited(
            space=ring.ours()[-1],
            inviter=_verify_key(fresh),
            since=ring.ours_since,
            name=chosen.name,
            hue=chosen.hue,
            fresh=ring.waits,
        )
        Invitation(
            id=invitation.row_id(secret),
            sealed=invitation.close_invitation(secret, invited, ring.signing[-1].key),
            ends_on=today + timedelta(days=invitation.DAYS),
        ).save(force_insert=True)
    return fresh


def take_back(opened: Opened) -> Opened:
    """The link that waits opens nothing any more."""
    if not opened.keyring.invitation:
        return opened
    with transaction.atomic():
        Invitation.objects.filter(id=invitation.row_id(opened.keyring.invitation)).delete()
        return accounts.write_keyring(opened, msgspec.structs.replace(opened.keyring, invitation=b""))


def open_invitation(secret: bytes) -> Invited:
    """What a link brings. Uses nothing up. Raises LinkGone when it was opened, taken back or is over."""
    row = Invitation.objects.filter(id=invitation.row_id(secret)).first()
    if row is None or row.ends_on <= wall_clock.now().date():
        raise LinkGone
    try:
        return invitation.open_invitation(secret, bytes(row.sealed))
    except DidNotOpen:
        raise LinkGone from None


def admits_new(secret: bytes) -> bool:
    """Whether a link lets somebody new sign up where sign-up is closed: once, and while it can be opened."""
    if not secret:
        return False
    try:
        invited = open_invitation(secret)
    except LinkGone:
        return False
    return (
        not invited.fresh and Invitation.objects.filter(id=invitation.row_id(secret), admitted=False).exists()
    )


def admit_new(secret: bytes) -> bool:
    """Use up the one sign-up a link admits; False when somebody was first. Call inside the sign-up's transaction."""
    mine = Invitation.objects.filter(id=invitation.row_id(secret), admitted=False)
    return admits_new(secret) and mine.update(admitted=True) == 1


def accept_invitation(opened: Opened, secret: bytes) -> Opened:
    """Open a link: hold the key of *ours*, pin its sender, say who one is. One transaction, once.

    Raises LinkGone; WrongLink for one's own, or a fresh link of an *ours* one is not in; PairedAlready.
    """
    invited = open_invitation(secret)
    if invited.inviter.author == opened.id:
        raise WrongLink
    with transaction.atomic():
        if not Invitation.objects.filter(id=invitation.row_id(secret)).delete()[0]:
            raise LinkGone
        if invited.fresh:
            return _take_fresh(opened, invited)
        return _take_first(opened, invited)


def catch_up(opened: Opened) -> Opened:
    """Make the changes that waited: pin who came by my link; hold a new key where the other no longer has the old.

    Called whenever *mine* is opened. Says nothing to anybody.
    """
    ring = opened.keyring
    if not ring.ours():
        return opened
    space = Shared.objects.filter(id=ring.ours()[-1].space).first()
    if space is None or not _verify_key(opened).held_on(wall_clock.now().date()):
        # Behind the first day of one's key nothing that is signed would open again: what waits goes on waiting.
        return opened
    heard = ring.waits and not space.waits
    closed = space.epoch > ring.ours()[-1].epoch and not space.waits
    if heard or closed or not ring.partners:
        with transaction.atomic():
            if heard:
                opened = accounts.write_keyring(
                    opened, msgspec.structs.replace(ring, waits=False, invitation=b"")
                )
            if closed:
                opened = _rotate_keys(opened, space.epoch)
            if heard:
                opened = _pin_anew(opened)
                _open_ours(opened).introduce(_is_member(opened))
            if not ring.partners:
                opened = _pin_key(opened)
    return opened


def close_epoch(opened: Opened) -> None:
    """Before one's keys are made anew: list what stands in *ours*, and let nothing more be written under the old key."""
    ring = opened.keyring
    if not ring.ours():
        return
    if ring.invitation:
        Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
    newest = ring.ours()[-1]
    accounts.open_mine(opened).add(_open_ours(opened).snapshot(newest.epoch))
    Shared.objects.filter(id=newest.space).update(epoch=newest.epoch + 1, waits=bool(ring.partners))


def introduce_key(opened: Opened) -> Opened:
    """Say anew in *ours* who one is, after a change of name or colour; the account, with what it caught up on."""
    opened = catch_up(opened)
    ours = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
    if ours is not None and not opened.keyring.waits:
        ours.introduce(_is_member(opened))
    return opened


def _take_first(opened: Opened, invited: Invited) -> Opened:
    ring = opened.keyring
    if ring.ours() and ring.partners:
        raise PairedAlready
    if ring.ours():
        # A link of one's own that nobody opened: its empty space goes, the other's stays.
        ring = _without_empty(ring)
    if not Shared.objects.filter(id=invited.space.space, epoch=invited.space.epoch, holders=1).update(
        holders=2
    ):
        raise LinkGone
    since = date.fromisoformat(invited.since)
    fresh = accounts.write_keyring(opened, keyring.with_ours(ring, invited.space, since, (invited.inviter,)))
    _open_ours(fresh).introduce(_is_member(fresh))
    return fresh


def _take_fresh(opened: Opened, invited: Invited) -> Opened:
    ring = opened.keyring
    known = ring.ours()
    if not known or known[-1].space != invited.space.space:
        raise WrongLink
    closing = _open_ours(opened).snapshot(known[-1].epoch)
    accounts.open_mine(opened).add(closing)
    today = wall_clock.now().date().isoformat()
    partners = tuple(msgspec.structs.replace(key, until=key.until or today) for key in ring.partners)
    # Where both have made new keys, neither has written under them yet: the one whose link is opened counts.
    spaces = (
        one for one in ring.spaces if (one.space, one.epoch) != (invited.space.space, invited.space.epoch)
    )
    if ring.invitation:
        Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
    changed = msgspec.structs.replace(
        ring,
        spaces=(*spaces, invited.space),
        partners=(*partners, invited.inviter),
        waits=False,
        invitation=b"",
    )
    Shared.objects.filter(id=invited.space.space).update(epoch=invited.space.epoch, waits=False)
    fresh = accounts.write_keyring(opened, changed)
    _open_ours(fresh).introduce(_is_member(fresh))
    return fresh


def _rotate_keys(opened: Opened, epoch: int) -> Opened:
    """The other holds the old key no longer with us: what is written from now on is under a new one."""
    with transaction.atomic():
        accounts.open_mine(opened).add(_open_ours(opened).snapshot(opened.keyring.ours()[-1].epoch))
        return accounts.write_keyring(
            opened, keyring.with_new_epoch(opened.keyring, waits=False, number=epoch)
        )


def _pin_key(opened: Opened) -> Opened:
    found = [key for key in _open_ours(opened).introductions() if key.author != opened.id]
    if len(found) != 1:
        # Nobody yet; or two who both hold the key, and then nobody can say which of them was meant.
        return opened
    ring = msgspec.structs.replace(opened.keyring, partners=tuple(found), invitation=b"")
    return accounts.write_keyring(opened, ring)


def _pin_anew(opened: Opened) -> Opened:
    """My fresh link was opened. Should the other have made new keys too, theirs comes by the same way as at first."""
    known = {key.author for key in opened.keyring.partners}
    fresh = [key for key in _open_ours(opened).introductions() if key.author in known]
    if not fresh:
        return opened
    today = wall_clock.now().date().isoformat()
    old = (msgspec.structs.replace(key, until=key.until or today) for key in opened.keyring.partners)
    return accounts.write_keyring(opened, msgspec.structs.replace(opened.keyring, partners=(*old, *fresh)))


def _without_empty(ring: Keyring) -> Keyring:
    space = ring.ours()[-1].space
    if ring.invitation:
        Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
    departure.let_go(space)
    return keyring.without_ours(ring)


def _open_ours(opened: Opened) -> Ours:
    found = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
    if found is None:
        msg = "no space of two"
        raise DidNotOpen(msg)
    return found


def _verify_key(opened: Opened) -> VerifyKey:
    newest = opened.keyring.signing[-1]
    return VerifyKey(opened.id, public_key(newest.key), newest.since)


def _is_member(opened: Opened) -> Member:
    chosen, key = accounts.settings_of(opened), _verify_key(opened)
    return Member(name=chosen.name, hue=chosen.hue, key=key.key, since=key.since)
