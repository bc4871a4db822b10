"""The front by itself: bodies that are slow, large or too many, and lanes that do not hold each other up."""

import asyncio
import threading

import pytest

from bothand.accounts.address import ADDRESS
from bothand.web.front.bodies import Bodies, Gone, TooLarge, TooSlow
from bothand.web.front.environ import Answer, build_environ, call_application
from bothand.web.front.front import FILE, FULL, LARGE, REFUSALS, SLOW, Front, Paths
from bothand.web.front.lanes import Full, Lane
from bothand.web.front.peers import NOWHERE, peer_of

PATIENCE = 20.0
LENIENT = {"idle_seconds": PATIENCE, "whole_seconds": PATIENCE}
REFUSED = {reason: Answer(status, [], b"") for status, reason in enumerate(REFUSALS, start=600)}
STATUS = {reason: answer.status for reason, answer in REFUSED.items()}
PATHS = Paths(ways_out=frozenset({"/exit/"}), quiet=("/leaf",), doors=frozenset({"/in/"}))


def coming(*parts, ends=True):
    """A body that comes in these parts, and then ends, or nothing comes any more."""
    waiting = list(parts)

    async def receive():
        if not waiting:
            await asyncio.sleep(PATIENCE)
        part = waiting.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(waiting) or not ends}

    return receive


def scope(path="/", method="GET", client="192.0.2.1", **headers):
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "http_version": "1.1",
        "scheme": "https",
        "client": (client, 1),
        "server": ("127.0.0.1", 8000),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }


def echo(environ, start_response):
    start_response("200 OK", [("X-Peer", environ[ADDRESS])])
    return [environ["wsgi.input"].read()]


def front(pages=echo, *, may_bring=lambda _cookie: False, **parts):
    return Front(pages, PATHS, may_bring, REFUSED, **parts)


async def ask(house, asked, receive=None):
    """Status and body of the answer."""
    sent = []

    async def send(message):
        sent.append(message)

    await house(asked, receive or coming(b""), send)
    return sent[0]["status"], sent[1]["body"]


# Bodies


def read(bodies, receive, length=None, largest=100):
    return asyncio.run(bodies.read("peer", receive, length=length, largest=largest))


def test_it_reads_a_body_in_parts():
    assert read(Bodies(), coming(b"ab", b"", b"c"), length=3) == b"abc"


def test_it_gives_up_when_nothing_comes():
    with pytest.raises(TooSlow):
        read(Bodies(idle_seconds=0.05), coming(b"a", ends=False), length=3)


def test_it_gives_up_when_a_little_comes_for_ever():
    async def receive():
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": b"a", "more_body": True}

    with pytest.raises(TooSlow):
        read(Bodies(whole_seconds=0.1), receive, length=100, largest=10_000_000)


def test_it_refuses_by_the_head_without_reading():
    with pytest.raises(TooLarge):
        read(Bodies(), None, length=101)


def test_it_refuses_a_body_that_did_not_say_how_large_it_is():
    with pytest.raises(TooLarge):
        read(Bodies(), coming(b"a" * 60, b"a" * 60), length=None)


def test_it_refuses_what_all_together_cannot_hold():
    with pytest.raises(TooLarge):
        read(Bodies(held_bytes=50), coming(b"a" * 60), length=60)


def test_it_lets_go_when_the_other_is_gone():
    async def receive():
        return {"type": "http.disconnect"}

    with pytest.raises(Gone):
        read(Bodies(), receive, length=3)


def begin(bodies, peer):
    return asyncio.create_task(bodies.read(peer, coming(b"a", ends=False), length=3, largest=100))


def test_the_longest_waiting_of_the_peer_with_most_makes_room():
    async def crowd():
        bodies = Bodies(waiting=3, **LENIENT)
        slow = [begin(bodies, peer) for peer in ("one", "many", "many")]
        await asyncio.sleep(0)
        assert await bodies.read("new", coming(b"abc"), length=3, largest=100) == b"abc"
        with pytest.raises(TooSlow):
            await slow[1]
        assert [task.done() for task in slow] == [False, True, False]
        for task in slow:
            task.cancel()

    asyncio.run(crowd())


def test_one_peer_has_only_so_many_waiting():
    async def crowd():
        bodies = Bodies(waiting_per_peer=2, **LENIENT)
        slow = [begin(bodies, "peer") for _ in range(3)]
        with pytest.raises(TooSlow):
            await slow[0]
        assert not slow[1].done()
        for task in slow[1:]:
            task.cancel()

    asyncio.run(crowd())


# Lanes


@pytest.fixture
def gate():
    """Work that waits until it is let go."""
    opened = threading.Event()
    yield opened
    opened.set()


def test_a_full_lane_says_so_and_has_room_again(gate):
    async def crowd():
        lane = Lane("tried", threads=1, waiting=1, per_peer=2, at_once=1)
        first, second = (asyncio.create_task(lane.run("peer", gate.wait)) for _ in range(2))
        await asyncio.sleep(0)
        with pytest.raises(Full):
            await lane.run("other", gate.wait)
        gate.set()
        await asyncio.gather(first, second)
        assert await lane.run("other", lambda: "done") == "done"

    asyncio.run(crowd())


def test_one_peer_never_takes_every_thread(gate):
    async def crowd():
        lane = Lane("tried", threads=2, waiting=10, per_peer=5, at_once=1)
        held = [asyncio.create_task(lane.run("many", gate.wait)) for _ in range(5)]
        await asyncio.sleep(0)
        assert await lane.run("one", lambda: "done") == "done"
        with pytest.raises(Full):
            await lane.run("many", gate.wait)
        gate.set()
        await asyncio.gather(*held)

    asyncio.run(crowd())


def test_ways_out_answer_while_every_page_and_door_waits(gate):
    def pages(environ, start_response):
        if environ["PATH_INFO"] not in ("/exit/", "/leaf/"):
            gate.wait(PATIENCE)
        return echo(environ, start_response)

    async def crowd():
        house = front(pages)
        held = [
            asyncio.create_task(ask(house, scope(path, method="POST", client=f"192.0.2.{number}")))
            for number in range(20)
            for path in ("/", "/in/")
        ]
        await asyncio.sleep(0.05)
        assert (await ask(house, scope("/exit/", method="POST")))[0] == 200
        assert (await ask(house, scope("/leaf/")))[0] == 200
        assert not any(task.done() for task in held)
        gate.set()
        await asyncio.gather(*held)

    asyncio.run(crowd())


# The whole front


def test_a_page_gets_the_whole_body():
    asked = scope(method="POST", content_length="3")
    assert asyncio.run(ask(front(), asked, coming(b"a", b"bc"))) == (200, b"abc")


def test_a_slow_body_never_reaches_a_page():
    def pages(_environ, _start_response):
        pytest.fail("a page was asked")

    house = front(pages, bodies=Bodies(idle_seconds=0.05))
    asked = scope(method="POST", content_length="3")
    assert asyncio.run(ask(house, asked, coming(b"a", ends=False)))[0] == STATUS[SLOW]


def test_a_form_larger_than_any_is_refused():
    asked = scope(method="POST", content_length=str(50 * 1024 * 1024))
    assert asyncio.run(ask(front(), asked, coming(b"a")))[0] == STATUS[LARGE]


def test_no_file_is_taken_from_somebody_who_is_not_signed_in():
    asked = scope(
        method="POST", content_length="3", content_type="multipart/form-data; boundary=x", cookie="a=1"
    )
    seen = []
    house = front(may_bring=lambda cookie: bool(seen.append(cookie)))
    assert asyncio.run(ask(house, asked, coming(b"abc")))[0] == STATUS[FILE]
    assert seen == ["a=1"]
    assert asyncio.run(ask(front(may_bring=lambda _: True), asked, coming(b"abc"))) == (200, b"abc")


def test_one_peer_with_too_many_requests_is_told_and_others_are_not():
    lane = Lane("tried", threads=1, waiting=5, per_peer=0, at_once=1)
    assert asyncio.run(ask(front(page_lane=lane), scope()))[0] == STATUS[FULL]


# What a page sees


def test_it_keeps_headers_apart_that_only_look_alike():
    asked = scope() | {"headers": [(b"x-forwarded-proto", b"https"), (b"x_forwarded_proto", b"http")]}
    assert build_environ(asked, b"", "")["HTTP_X_FORWARDED_PROTO"] == "https"


def test_it_joins_cookies_and_other_headers_each_in_their_way():
    asked = scope() | {
        "headers": [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")]
    }
    environ = build_environ(asked, b"", "")
    assert (environ["HTTP_COOKIE"], environ["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_it_gives_the_path_as_it_was_sent():
    asked = scope() | {"raw_path": b"/a%2Fb/%C3%A4"}
    assert build_environ(asked, b"", "")["PATH_INFO"].encode("latin-1").decode() == "/a/b/ä"


def test_it_closes_what_the_application_gave():
    closed = []

    class Parts(list):
        def close(self):
            closed.append(self)

    def pages(_environ, start_response):
        start_response("204 No Content", [])
        return Parts([b"a", b"b"])

    assert call_application(pages, {}).body == b"ab"
    assert closed


@pytest.mark.parametrize(
    ("client", "forwarded", "behind", "peer"),
    [
        ("192.0.2.1", ("198.51.100.1",), False, "192.0.2.1"),
        ("127.0.0.1", ("198.51.100.1",), True, "198.51.100.1"),
        ("127.0.0.1", ("10.0.0.1", "10.0.0.2, 198.51.100.1"), True, "198.51.100.1"),
        ("127.0.0.1", (), True, "127.0.0.1"),
        ("::ffff:192.0.2.1", (), False, "192.0.2.1"),
        ("2001:db8::1:2:3:4", (), False, "2001:db8::"),
        ("127.0.0.1", ("no address",), True, NOWHERE),
    ],
)
def test_it_knows_peers_apart(client, forwarded, behind, peer):
    assert peer_of(client, forwarded, behind_proxy=behind) == peer
