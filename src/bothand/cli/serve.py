"""`bothand serve`: check everything first, say plainly what does not work, then serve."""

import datetime as dt
import os
import resource
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from bothand.cli import address as addresses
from bothand.cli import clock
from bothand.cli.address import Address, Wish
from bothand.cli.folder import DataFolder, data_option, prepare_folder, sole_use
from bothand.cli.refusal import Refusal
from bothand.cli.shown import can_show, say

CODE_SIGNS: Final = "\u2580\u2584\u2588"
"""Half and whole blocks, of which a QR code is made."""


@click.command("serve")
@click.option("--host", help="The address to listen on. Without it: this machine only (127.0.0.1).")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port.")
@data_option
@click.option("--tls-cert", type=click.Path(path_type=Path), help="Your certificate (PEM), with its chain.")
@click.option("--tls-key", type=click.Path(path_type=Path), help="Its key (PEM, PKCS#8, without a password).")
@click.option("--lan", is_flag=True, help="Serve the home network, with a certificate made here.")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front does TLS. Needs BOTHAND_URL.")
@click.option(
    "--open",
    "open_door",
    is_flag=True,
    envvar="BOTHAND_OPEN",
    help="Anybody may sign up, not only the first person and those invited. Also BOTHAND_OPEN=1.",
)
def serve(
    *,
    host: str | None,
    port: int,
    data: Path,
    tls_cert: Path | None,
    tls_key: Path | None,
    lan: bool,
    behind_proxy: bool,
    open_door: bool,
) -> None:
    """Serve Bothand from this machine.

    The address people type can be set with BOTHAND_URL, for example BOTHAND_URL=https://home.example
    """
    # Whatever is made from here on is for its owner only.
    os.umask(0o077)
    _leave_no_core_files()
    url = addresses.url_from(os.environ)
    address = addresses.settle_address(Wish(host, port, tls_cert, tls_key, lan, behind_proxy, url))
    if address.tls_cert is not None and address.tls_key is not None:
        _check_certificate(address.tls_cert, address.tls_key)
    folder = prepare_folder(data)
    with sole_use(folder):
        if folder.unfinished.exists():
            raise Refusal(
                f"A restore into {folder.path} was cut short. Run it again: bothand restore FILE --force"
            )
        addresses.check_free(address.host, address.port)
        _tell_settings(folder, address, behind_proxy=behind_proxy, open_door=open_door)
        address = _with_own_certificate(folder, address)
        from bothand.cli import preparation, worker

        if wrong := clock.find_wrong_clock(folder, dt.datetime.now(dt.UTC)):
            say(wrong)
        worker.serve(address, preparation.prepare_to_serve(folder))


def _leave_no_core_files() -> None:
    """Should a process crash, its memory, with open keys in it, is not written to a disk.

    Linux takes a limit of 0 for files only, and still gives the memory to a program that collects crashes; 1 stops that too.
    """
    wanted = 1 if sys.platform == "linux" else 0
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    limit = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def _tell_settings(folder: DataFolder, address: Address, *, behind_proxy: bool, open_door: bool) -> None:
    """The environment is how settings hear of the options; what is off must not linger from outside."""
    # Matrices here are small: more threads than one make each sum slower, and the machine's other work too.
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    os.environ["BOTHAND_DATA"] = str(folder.path.resolve())
    os.environ["BOTHAND_URL"] = address.url
    for name, on in (("BOTHAND_BEHIND_PROXY", behind_proxy), ("BOTHAND_OPEN", open_door)):
        if on:
            os.environ[name] = "1"
        else:
            os.environ.pop(name, None)


def _with_own_certificate(folder: DataFolder, address: Address) -> Address:
    if not address.own_certificate_for:
        return address
    from bothand.vault import certificate

    kept = certificate.kept_certificate(folder.tls, address.own_certificate_for, now=dt.datetime.now(dt.UTC))
    _show_way_in(address.url, kept.fingerprint)
    return replace(address, tls_cert=kept.cert, tls_key=kept.key)


def _show_way_in(url: str, fingerprint: str) -> None:
    import segno

    say(f"On a phone or computer in your network, open {url}\n")
    if can_show(CODE_SIGNS):
        segno.make(url).terminal(out=sys.stdout, compact=True)
    else:
        say("(This output shows no code to scan: it takes ASCII only. Type the address.)")
    say(
        "\nThe browser warns once, because this machine made its certificate itself. Before you go on,\n"
        "look at the certificate there: its SHA-256 fingerprint has to be\n\n"
        f"  {fingerprint}\n"
    )


def _check_certificate(cert: Path, key: Path) -> None:
    from bothand.vault import certificate

    for path in (cert, key):
        if not path.is_file() or not os.access(path, os.R_OK):
            raise Refusal(f"The file {path} is not there, or cannot be read by this user.")
    try:
        facts = certificate.read_certificate(cert.read_bytes())
    except ValueError:
        raise Refusal(
            f"{cert} holds no certificate in PEM form. Give the file with BEGIN CERTIFICATE."
        ) from None
    key_pem = key.read_bytes()
    if b"BEGIN PRIVATE KEY" not in key_pem:
        raise Refusal(
            f"{key} is not a key in PKCS#8 form without a password. This makes one: "
            f"openssl pkcs8 -topk8 -nocrypt -in {key} -out new-key.pem"
        )
    try:
        fitting = certificate.certificate_fits(cert.read_bytes(), key_pem)
    except (ValueError, TypeError):
        fitting = False
    if not fitting:
        raise Refusal(f"{key} is not the key of {cert}. Give the two that were made together.")
    if facts.ends <= dt.datetime.now(dt.UTC):
        raise Refusal(f"The certificate {cert} ended on {facts.ends:%d %B %Y}. Renew it, then start again.")
