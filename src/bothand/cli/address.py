"""Where to serve, and whether that is safe: cookies are Secure, so everything but loopback needs TLS."""

import errno
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bothand.cli.refusal import Refusal

LOOPBACK: Final = "127.0.0.1"
# Documentation addresses (RFC 5737, RFC 3849): nothing is sent, the system only says which way it would go.
_ELSEWHERE: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options of `serve` say about the address."""

    host: str | None
    port: int
    tls_cert: Path | None
    tls_key: Path | None
    lan: bool
    behind_proxy: bool
    url: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and what people type. `own_certificate_for` lists hosts when we are to make one."""

    host: str
    port: int
    url: str
    tls_cert: Path | None = None
    tls_key: Path | None = None
    own_certificate_for: tuple[str, ...] = ()


def settle_address(wish: Wish) -> Address:
    """The address that follows from the options. Raises Refusal for what would not be safe or not work."""
    _no_contradiction(wish)
    if wish.lan:
        return _lan_address(wish)
    host = wish.host or LOOPBACK
    return replace(_named_address(wish, host), host=_resolve_host(host))


def _named_address(wish: Wish, host: str) -> Address:
    """The address by the host as it was typed. Raises as `settle_address`."""
    if wish.behind_proxy:
        return Address(host, wish.port, _proxied_url(wish.url))
    if wish.tls_cert is not None:
        url = _check_host(wish.url, "https") if wish.url else _url_of("https", _named_host(host), wish.port)
        return Address(host, wish.port, url, wish.tls_cert, wish.tls_key)
    if not is_loopback(host):
        raise Refusal(
            f"Bothand does not serve {host} without TLS: others on that network could read along. Three ways "
            "out: --lan makes a certificate of its own; --tls-cert and --tls-key take yours; --behind-proxy "
            "says that a proxy does TLS."
        )
    return Address(host, wish.port, _loopback_url(wish.url) if wish.url else _url_of("http", host, wish.port))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_free(host: str, port: int) -> None:
    """Raises Refusal when the port is taken, may not be used, or the host is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # Without it a port counts as taken for a minute after a server on it ended.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except PermissionError:
            raise Refusal(
                f"Port {port} is for root only. Take one from 1024 on, for example --port 8000."
            ) from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Refusal(
                    f"Port {port} on {host} is taken by another program. Give a free one, for example "
                    f"--port {port + 1}."
                ) from None
            raise Refusal(
                f"Bothand cannot listen on {host}: {error.strerror}. Give another with --host."
            ) from None


def own_address() -> str:
    """The address of this machine in its network. Raises Refusal when it is in none."""
    for family, target in _ELSEWHERE:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
            except OSError:
                continue
            found = str(probe.getsockname()[0])
            if not is_loopback(found):
                return found
    raise Refusal("This machine is in no network. Connect it, or give its address with --host.")


def url_from(environment: Mapping[str, str]) -> str:
    """BOTHAND_URL without a closing slash, its host in ASCII, as browsers send it; empty when it is not set.

    Raises Refusal for a host that cannot be written so.

    >>> url_from({"BOTHAND_URL": "https://b\u00fccher.example:8443/"})
    'https://xn--bcher-kva.example:8443'
    """
    url = environment.get("BOTHAND_URL", "").strip().rstrip("/")
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        raise Refusal(
            f"BOTHAND_URL says {url}, which is no address. It has to look like https://home.example"
        ) from None
    if host.isascii():
        return url
    # Python's own encoding follows the older standard, by which these letters become others; browsers keep them.
    if not set(host).isdisjoint("\u00df\u03c2\u200c\u200d"):
        raise Refusal(
            f"BOTHAND_URL says {url}. Write its host as browsers send it, in the form that begins with xn--."
        )
    try:
        written = host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Refusal(
            f"BOTHAND_URL says {url}, and {host} cannot be a host's name. It has to look like https://home.example"
        ) from None
    shown = urlsplit(url)
    port = "" if shown.port is None else f":{shown.port}"
    return shown._replace(netloc=f"{written}{port}").geturl()


def _resolve_host(host: str) -> str:
    """The address to listen on: the server takes no names. Raises Refusal for a name that is not known here."""
    if host == "localhost":
        return LOOPBACK
    if ipaddress_or_none(host) is not None:
        return host
    try:
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])
    except (socket.gaierror, UnicodeError):
        raise Refusal(
            f"The host {host} is not known here. Give an address of this machine with --host."
        ) from None


def _no_contradiction(wish: Wish) -> None:
    if (wish.tls_cert is None) != (wish.tls_key is None):
        raise Refusal("--tls-cert and --tls-key belong together. Give both, or use --lan.")
    ways = [
        name
        for name, asked in (
            ("--lan", wish.lan),
            ("--behind-proxy", wish.behind_proxy),
            ("--tls-cert", wish.tls_cert is not None),
        )
        if asked
    ]
    if len(ways) > 1:
        raise Refusal(f"{' and '.join(ways)} are two ways to do the same. Take one of them.")


def _lan_address(wish: Wish) -> Address:
    host = wish.host or own_address()
    if ipaddress_or_none(host) is None or _is_everywhere(host):
        raise Refusal(
            f"--lan needs one address of this machine, not {host}. Leave --host out, or give the address."
        )
    hosts = [host]
    if wish.url:
        url = _check_host(wish.url, "https")
        named = urlsplit(url).hostname or host
        if named != host:
            hosts.append(named)
    else:
        url = _url_of("https", host, wish.port)
    return Address(host, wish.port, url, own_certificate_for=tuple(hosts))


def ipaddress_or_none(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that `host` spells, None when it is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_everywhere(host: str) -> bool:
    address = ipaddress_or_none(host)
    return address is not None and address.is_unspecified


def _named_host(host: str) -> str:
    if _is_everywhere(host):
        raise Refusal(
            f"With --host {host} Bothand cannot know its own name. Say what people type: "
            "BOTHAND_URL=https://home.example"
        )
    return host


def _proxied_url(url: str) -> str:
    if not url:
        raise Refusal(
            "Behind a proxy Bothand needs to know what people type. Set BOTHAND_URL=https://home.example"
        )
    return url if is_loopback(urlsplit(url).hostname or "") else _check_host(url, "https")


def _loopback_url(url: str) -> str:
    checked = _check_host(url, "http", "https")
    if is_loopback(urlsplit(checked).hostname or ""):
        return checked
    raise Refusal(
        f"BOTHAND_URL says {url}, but Bothand would listen on this machine only, without TLS. Add --lan, or "
        "--tls-cert and --tls-key, or --behind-proxy."
    )


def _check_host(url: str, *schemes: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in schemes or not parts.hostname or parts.path or parts.query or parts.fragment:
        wanted = schemes[-1]
        raise Refusal(
            f"BOTHAND_URL says {url}. It has to look like {wanted}://home.example, with nothing behind it."
        )
    return url


def _url_of(scheme: str, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}[scheme]
    return f"{scheme}://{shown}" if port == usual else f"{scheme}://{shown}:{port}"
