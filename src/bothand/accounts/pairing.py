"""Two become a couple by a link, and catch up with each other's keys when they come by.

Nobody has to be there at the same time: the inviter may be away while the link is opened.
"""

from datetime import date, timedelta

import msgspec
from django.db import transaction

from bothand.accounts import accounts, departure, introduction, shared_space, visits, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import LinkGone, PairedAlready, StrangeLink, WrongLink
from bothand.accounts.models import Invitation
from bothand.vault import invitation, keyring
from bothand.vault.errors import DidNotOpen
from bothand.vault.invitation import Fresh, Invited
from bothand.vault.keyring import Keyring, SpaceKey
from bothand.vault.models import Shared
from bothand.vault.ours import Ours
from bothand.vault.randomness import new_id, random_bytes
from bothand.vault.seal import KEY_BYTES


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
        invited = Invited(
            space=ring.ours()[-1],
            inviter=introduction.verify_key(fresh),
            since=ring.ours_since,
            name=chosen.name,
            hue=chosen.hue,
        )
        if ring.waits:
            invited = _seal_fresh(fresh, invited)
        else:
            introduction.introduce(fresh, _open_ours(fresh))
        Invitation(
            id=invitation.row_id(secret),
            sealed=invitation.close_invitation(secret, invited, ring.signing[-1].key),
            ends_on=today + timedelta(days=invitation.DAYS),
        ).save(force_insert=True)
    return fresh


def _seal_fresh(opened: Opened, invited: Invited) -> Invited:
    """A link between two who know each other: it opens with a key of *ours* that the other holds, and not by itself."""
    ring = opened.keyring
    others = [_open_ours(opened).find_member(key.author) for key in ring.partners]
    held = max((one.epoch for one in others if one is not None), default=ring.ours()[0].epoch)
    under = next(key for key in ring.ours() if key.epoch == held)
    sealed = invitation.close_fresh(
        under, Fresh(invited.space, invited.inviter), [key.key for key in ring.signing]
    )
    bare = msgspec.structs.replace(invited.space, key=b"")
    return msgspec.structs.replace(invited, space=bare, fresh=sealed, under=under.epoch)


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
    if space is None or not introduction.verify_key(opened).held_on(wall_clock.now().date()):
        # Behind the first day of one's key nothing that is signed would open again: what waits goes on waiting.
        return opened
    if not ring.partners:
        with transaction.atomic():
            return _pin_key(opened)
    if ring.waits:
        return _hear_of_link(opened) if _was_opened(opened) else opened
    newest, closing = ring.ours()[-1].epoch, _open_ours(opened).read_closing()
    # Who makes new keys and then leaves can no longer sign that they left: their epoch is over, and nobody waits.
    gone = closing == "left" or (closing == "anew" and space.epoch > newest and not space.waits)
    return _rotate_keys(opened, max(newest + 1, space.epoch)) if gone else opened


def _was_opened(opened: Opened) -> bool:
    """Whether the other has come by my fresh link: told by what they signed under its key, and by no clear row."""
    ring, ours = opened.keyring, _open_ours(opened)
    known = {key.author for key in ring.partners}
    members = (ours.find_member(author) for author in known)
    return any(one is not None and one.epoch == ring.ours()[-1].epoch for one in members) or any(
        key.author in known for key in ours.introductions()
    )


def _hear_of_link(opened: Opened) -> Opened:
    with transaction.atomic():
        ring = msgspec.structs.replace(opened.keyring, waits=False, invitation=b"")
        opened = _pin_anew(accounts.write_keyring(opened, ring))
        ours = _open_ours(opened)
        if not ours.read_closing():
            introduction.introduce(opened, ours)
        return opened


def close_epoch(opened: Opened) -> None:
    """Before one's keys are made anew: list what stands in *ours*, and let nothing more be written under the old key."""
    ring = opened.keyring
    if not ring.ours():
        return
    if ring.invitation:
        Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
    newest, ours = ring.ours()[-1], _open_ours(opened)
    if ring.partners:
        introduction.close_behind(opened, ours, "anew")
    accounts.open_mine(opened).add(ours.snapshot(newest.epoch))
    Shared.objects.filter(id=newest.space).update(epoch=newest.epoch + 1, waits=bool(ring.partners))


def introduce_key(opened: Opened) -> Opened:
    """Say anew in *ours* who one is, after a change of name or colour; the account, with what it caught up on."""
    opened = catch_up(opened)
    ours = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
    if ours is not None and not opened.keyring.waits:
        introduction.introduce(opened, ours)
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
    introduction.introduce(fresh, _open_ours(fresh))
    return fresh


def _take_fresh(opened: Opened, invited: Invited) -> Opened:
    ring = opened.keyring
    known = ring.ours()
    if not known or known[-1].space != invited.space.space:
        raise WrongLink
    fresh = _open_fresh(ring, invited)
    _close_list(opened)
    today = wall_clock.now().date().isoformat()
    partners = tuple(msgspec.structs.replace(key, until=key.until or today) for key in ring.partners)
    # Where both have made new keys, neither has written under them yet: the one whose link is opened counts.
    spaces = (one for one in ring.spaces if (one.space, one.epoch) != (fresh.space.space, fresh.space.epoch))
    if ring.invitation:
        Invitation.objects.filter(id=invitation.row_id(ring.invitation)).delete()
    changed = msgspec.structs.replace(
        ring,
        spaces=(*spaces, fresh.space),
        partners=(*partners, fresh.inviter),
        waits=False,
        invitation=b"",
    )
    Shared.objects.filter(id=fresh.space.space).update(epoch=fresh.space.epoch, waits=False)
    opened = accounts.write_keyring(opened, changed)
    introduction.introduce(opened, _open_ours(opened))
    return opened


def _open_fresh(ring: Keyring, invited: Invited) -> Fresh:
    """What a fresh link brings, by the keys both have held. Raises StrangeLink; WrongLink for an epoch that is over."""
    under = next((key for key in ring.ours() if key.epoch == invited.under), None)
    if under is None:
        raise StrangeLink
    try:
        fresh = invitation.open_fresh(under, invited.fresh, [key for key in ring.partners if not key.until])
    except DidNotOpen:
        raise StrangeLink from None
    newest = ring.ours()[-1]
    if fresh.space.space != newest.space:
        raise StrangeLink
    # The newest epoch only grows. Where both have made new keys, both have one of the same number, and no page under it.
    if fresh.space.epoch < newest.epoch or (fresh.space.epoch == newest.epoch and not ring.waits):
        raise WrongLink
    return fresh


def _close_list(opened: Opened) -> None:
    """List what stood in the newest epoch, so that nobody who held its key adds to it."""
    mine, ours = accounts.open_mine(opened), _open_ours(opened)
    mine.add(ours.snapshot(opened.keyring.ours()[-1].epoch, visits.find_stood(mine, ours)))


def _rotate_keys(opened: Opened, epoch: int) -> Opened:
    """The other holds the old key no longer with us: what is written from now on is under a new one."""
    with transaction.atomic():
        _close_list(opened)
        Shared.objects.filter(id=opened.keyring.ours()[-1].space).update(epoch=epoch)
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
