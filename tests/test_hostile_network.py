"""What strangers on the network may do beside two people at home: the people are answered all the same.

Everything is held on loopback, where each attacker has an address of their own, as in a network. Nothing is timed: while an
attack goes on, pages come at all, well within what a browser waits.
"""

import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from tests.serving import Serving, serving
from tests.soak import LOGIN, Browser, Form, sign_up

from bothand.cli.worker import HEAD_SECONDS
from bothand.web.front.connections import WAITING_PER_PEER

PATIENCE = 20.0
RIGHT_WITHIN = 60.0
CROWD = 600
OWN_PAGE = "say that somebody knows it"
"""A word of a page that opens to its owner alone."""
HOST = b"Host: 127.0.0.1\r\n"
HEAD = b"POST /in/ HTTP/1.1\r\n" + HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
GET = b"GET /in/ HTTP/1.1\r\n" + HOST + b"\r\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("house") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def passphrase(house) -> str:
    return sign_up(house)


@pytest.fixture(scope="module")
def resident(house, passphrase) -> Browser:
    """Somebody of the house, signed in before the attack."""
    browser = Browser(house)
    browser.post("/in/", name=LOGIN, password=passphrase)
    return browser


def address(number: int) -> str:
    return f"127.0.{1 + number // 200}.{1 + number % 200}"


def connect(house: Serving, number: int = 0) -> socket.socket:
    """A connection from an address of this number's own."""
    port = urllib.parse.urlsplit(house.url).port
    return socket.create_connection(
        ("127.0.0.1", port), timeout=PATIENCE, source_address=(address(number), 0)
    )


@contextmanager
def held(house: Serving, count: int, *sent: bytes) -> Iterator[list[socket.socket]]:
    """So many connections, from ten addresses, that say this and then nothing."""
    with ExitStack() as stack:
        lines = [stack.enter_context(connect(house, number % 10)) for number in range(count)]
        for line in lines:
            for part in sent:
                line.sendall(part)
        time.sleep(0.2)  # until the server has read it: it answers nothing that could be waited for
        yield lines


def said(line: socket.socket) -> bytes:
    """All that is answered until the connection is closed."""
    parts = []
    try:
        while part := line.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def fresh_leaver(house: Serving, passphrase: str) -> Browser:
    browser = Browser(house)
    browser.post("/in/", name=LOGIN, password=passphrase)
    return browser


def leave(browser: Browser) -> str:
    """Quick exit as its form does it; where it leads."""
    fields = Form(browser.get("/"), "/exit/").fields
    request = urllib.request.Request(
        browser.served.url + "/exit/",
        urllib.parse.urlencode(fields).encode(),
        {
            "Origin": browser.served.url,
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
        },
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.headers["Refresh"]


SIEGES = {
    "slow bodies": (100, HEAD + b"Content-Length: 1000\r\n\r\n", b"name=a"),
    "slow bodies of a size nobody told": (100, HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nname="),
    "silent connections": (400, b""),
    "half heads": (400, b"GET / HTTP/1.1\r\n" + HOST + b"X-More: "),
    "half requests of quick exit": (100, HEAD.replace(b"/in/", b"/exit/") + b"Content-Length: 9\r\n\r\n"),
    "files before sign-in": (
        40,
        HEAD.replace(b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x")
        + b"Content-Length: 60000000\r\n\r\n--x",
    ),
}


@pytest.mark.parametrize("siege", SIEGES)
def test_people_are_served_during(siege, house, passphrase, resident):
    count, *sent = SIEGES[siege]
    leaving = fresh_leaver(house, passphrase)
    with held(house, count, *sent):
        assert OWN_PAGE in resident.get("/you/devices/")
        assert leave(leaving).startswith("0; url=")


def test_one_address_holds_no_crowd_of_connections_that_say_nothing(house, resident):
    """Without heads nothing comes to the pages; what is too much is ended all the same, long before its time."""
    begun = time.monotonic()
    with ExitStack() as stack:
        crowd = [stack.enter_context(connect(house, 7)) for _ in range(CROWD)]
        ended = crowd[: CROWD - WAITING_PER_PEER]
        assert {line.recv(1) for line in ended} == {b""}
        assert OWN_PAGE in resident.get("/you/devices/")
        # The latest stay: somebody of that address who comes now is answered.
        crowd[-1].sendall(GET)
        assert crowd[-1].recv(12) == b"HTTP/1.1 200"
    assert time.monotonic() - begun < HEAD_SECONDS


def test_people_are_served_beside_connections_that_never_begin_with_tls(tmp_path):
    with serving(tmp_path / "data", "--lan", "--host", "127.0.0.2") as running, ExitStack() as stack:
        port = urllib.parse.urlsplit(running.url).port
        for _ in range(400):
            stack.enter_context(socket.create_connection(("127.0.0.2", port), timeout=PATIENCE))
        assert running.get("/in/")[0] == 200


# Heads and bodies that are not as they should be


def test_a_giant_head_is_refused(house):
    with connect(house) as line:
        line.sendall(b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 200_000)
        assert said(line).startswith(b"HTTP/1.1 431")


def test_a_body_without_end_is_refused(house):
    with connect(house) as line:
        line.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(200):
                line.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
        except OSError:
            return  # it was cut off while it still came
        assert said(line).startswith(b"HTTP/1.1 413")


def test_a_body_in_chunks_is_read_whole(house):
    with connect(house) as line:
        line.sendall(
            HEAD
            + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nname\r\n4\r\n=noa\r\n0\r\n\r\n"
        )
        # It came to the page, which misses a token and a word of where it is from.
        assert said(line).startswith(b"HTTP/1.1 403")


def test_requests_in_one_go_are_answered_each(house):
    with connect(house) as line:
        line.sendall(GET * 20 + GET.replace(HOST, HOST + b"Connection: close\r\n"))
        assert said(line).count(b"HTTP/1.1 200 ") == 21


@pytest.mark.parametrize(
    "heads",
    [
        b"Content-Length: 4\r\nContent-Length: 9\r\n",
        b"Content-Length: -4\r\n",
        b"Content-Length: four\r\n",
        b"Transfer-Encoding: chunked, gzip\r\n",
    ],
)
def test_a_request_that_can_be_read_in_two_ways_is_refused(heads, house):
    with connect(house) as line:
        line.sendall(HEAD + heads + b"\r\n1234")
        assert said(line)[9:12] in {b"400", b"403"}


def test_what_a_refused_body_still_holds_is_not_read_as_a_request(house):
    with connect(house) as line:
        line.sendall(HEAD + b"Content-Length: 5000000\r\n\r\n" + GET)
        line.shutdown(socket.SHUT_WR)
        assert said(line).count(b"HTTP/1.1 ") == 1


def test_no_file_is_read_before_sign_in(house):
    kind = b"multipart/form-data; boundary=x"
    with connect(house) as line:
        line.sendall(
            HEAD.replace(b"application/x-www-form-urlencoded", kind) + b"Content-Length: 60000000\r\n\r\n"
        )
        answer = said(line)
    assert answer.startswith(b"HTTP/1.1 403")
    assert b"this file was not read" in answer
    assert b"no-store" in answer


# Guesses


class Guesser(Browser):
    """Guesses from an address of its own until it is stopped."""

    def __init__(self, served: Serving, number: int) -> None:
        super().__init__(served)
        self.number = number
        self.statuses: list[int] = []

    def guess(self, password: str) -> int:
        fields = self.fields | {"name": LOGIN, "password": password}
        body = urllib.parse.urlencode(fields).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        heads = (
            HEAD
            + f"Origin: {self.served.url}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookies}\r\n".encode()
            + f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        )
        with connect(self.served, self.number) as line:
            line.sendall(heads.replace(HOST, f"Host: {self.served.url[7:]}\r\n".encode()) + body)
            return int(said(line)[9:12] or 0)

    def prepare(self) -> None:
        self.fields = Form(self.get("/in/"), "/in/").fields

    def go_on(self, stop: threading.Event) -> None:
        while not stop.is_set():
            self.statuses.append(self.guess("a wrong password, tried again"))


@contextmanager
def guessing(house: Serving, hands: int, addresses: int) -> Iterator[list[Guesser]]:
    """So many hands that guess at once, from these addresses."""
    stop = threading.Event()
    guessers = [Guesser(house, 50 + hand % addresses) for hand in range(hands)]
    for guesser in guessers:
        guesser.prepare()
    threads = [threading.Thread(target=guesser.go_on, args=(stop,)) for guesser in guessers]
    for thread in threads:
        thread.start()
    try:
        time.sleep(1.0)  # they are to be at it for a while already: nobody answers that they are
        yield guessers
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_a_borrowed_phone_gets_in_while_ten_other_addresses_guess(house, passphrase, resident):
    with guessing(house, hands=20, addresses=10) as guessers:
        leaving = fresh_leaver_from(house, passphrase, 99)
        assert OWN_PAGE in resident.get("/you/devices/")
        assert leave(leaving).startswith("0; url=")
    assert {status for guesser in guessers for status in guesser.statuses} <= {403, 429, 503}


def fresh_leaver_from(house: Serving, passphrase: str, number: int) -> Browser:
    """A browser that nobody here has seen, from an address that nobody has guessed from: signed in within a minute."""
    phone = Guesser(house, number)
    phone.prepare()
    begun = time.monotonic()
    while (status := phone.guess(passphrase)) != 302:
        assert status in {429, 503}
        assert time.monotonic() - begun < RIGHT_WITHIN
        time.sleep(1)  # as a person would try again
    browser = Browser(house)
    browser.post("/in/", name=LOGIN, password=passphrase)
    return browser
