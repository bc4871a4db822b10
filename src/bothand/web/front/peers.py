"""From where somebody asks, as far as limits need it. Known in memory while they wait, and kept nowhere."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from typing import Final

NOWHERE: Final = "nowhere"
_NETWORK: Final = 64
"""So many bits of an IPv6 address are one household's; in the rest it may call itself whatever it likes."""


def peer_of(client: str, forwarded: Iterable[str], *, behind_proxy: bool) -> str:
    """The peer of a connection; behind a proxy the last address that the proxy wrote down, since others came with it.

    >>> peer_of("192.168.1.7", (), behind_proxy=False)
    '192.168.1.7'
    >>> peer_of("127.0.0.1", ("10.9.8.7, 203.0.113.9",), behind_proxy=True)
    '203.0.113.9'
    >>> peer_of("2001:db8:0:7:aaaa::1", (), behind_proxy=False)
    '2001:db8:0:7::'
    """
    if behind_proxy:
        told = ",".join(forwarded).rpartition(",")[2].strip()
        return _key_of(told) if told else _key_of(client)
    return _key_of(client)


def _key_of(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return NOWHERE
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> _NETWORK << _NETWORK))
