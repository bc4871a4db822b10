"""Answers of which nothing comes any more: in every room that meets, their own page says so, and never that they are in."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import Person
from tests.tampering import restart_server, run_sql

from bothand.accounts import meeting_place, visits
from bothand.rooms.agreements.tests.test_privacy import MINE, THEIRS
from bothand.rooms.agreements.tests.walks import begun, rate, take
from bothand.rooms.housework.tests.test_divisions import said_alike
from bothand.rooms.pairing.tests.test_revealing import WHERE, days
from bothand.vault.meeting_place import OwnCopy, Result

Answering = Callable[[Client], object]
Scene = Callable[[Person, Person], tuple[str, str, Answering, Answering]]
"""Where Noa's answer is read, what is said of it while it lies there, and how each of the two answers."""


def reveal(noa, sam):
    own, other = days(noa, 1), days(sam, 5)
    return (
        WHERE,
        "Your part is ready",
        lambda client: client.post(WHERE, {"keys": own}),
        lambda client: client.post(WHERE, {"keys": other}),
    )


def rating(noa, sam, name="rate", said="Your answers are in. You can change them"):
    matter = begun(noa, sam)
    return (
        matter.path(name),
        said,
        lambda client: rate(matter, client, MINE),
        lambda client: rate(matter, client, THEIRS),
    )


def outcome(noa, sam):
    return rating(noa, sam, "found", "Your part is done.")


def _came_out(noa, sam):
    matter = begun(noa, sam)
    rate(matter, noa.client, MINE, weights=[4, 1])
    rate(matter, sam.client, THEIRS, weights=[1, 4])
    return matter


def wish_for_more(noa, sam):
    matter = _came_out(noa, sam)

    def see(client: Client):
        topic = re.search(r'name="topic" value="(\w+)"', client.get(matter.path("found")).content.decode())[1]
        return client.post(matter.path("see"), {"want": "all", "topic": topic})

    return matter.path("found"), "", see, see


def yes_to_a_package(noa, sam):
    matter = _came_out(noa, sam)
    return (
        matter.path("found"),
        "",
        lambda client: take(matter, client),
        lambda client: take(matter, client),
    )


def yes_to_a_wording(noa, sam):
    """Who suggests a wording has said yes to it."""
    where = noa.client.post(
        reverse("agreements_write"), {"title": "Sundays", "text": "Tea first.", "id": "cd" * 16}
    )["Location"]

    def agree(client: Client):
        page = client.get(where).content.decode()
        version = re.search(r'name="version" value="(\w+)"', page)[1]
        return client.post(f"{where}yes/", {"act": "yes", "version": version})

    return where, "", lambda _client: None, agree


def feelings(noa, sam, name="housework_feelings", said="Your answers are in. You can change them"):
    _home, ids, of = said_alike(noa, sam)
    liked = ["dislike", "like", "neutral", "neutral"]

    def answer(client: Client):
        data = {f"feel-{one}": feeling for one, feeling in zip(ids, liked, strict=True)}
        return client.post(reverse("housework_feelings"), {"of": of, **data})

    return reverse(name), said, answer, answer


def divisions(noa, sam):
    return feelings(noa, sam, "housework_divisions", "Your part is done.")


SCENES = (reveal, rating, outcome, wish_for_more, yes_to_a_package, yes_to_a_wording, feelings, divisions)


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


@pytest.fixture(params=SCENES, ids=lambda scene: scene.__name__)
def scene(request, couple):
    return request.param


def signed_in(who: Person) -> Client:
    device = who.another_device().client
    device.post(reverse("sign_in"), {"name": who.login, "password": who.password})
    return device


def read(client: Client, where: str) -> str:
    return re.sub(r"\s+", " ", client.get(where).content.decode())


def test_what_was_laid_down_too_often_says_so_on_its_own_page(scene, couple):
    noa, sam = couple
    where, said, answer, _ = scene(noa, sam)
    answer(noa.client)
    assert said in read(noa.client, where)
    for _ in range(visits.MOST_TIMES):
        restart_server()
        assert "nothing came of it" not in read(signed_in(noa), where)
    restart_server()
    told = read(signed_in(noa), where)
    assert "laid down three times" in told
    assert "nothing came of it" in told
    assert not said or said not in told


def test_three_times_is_what_the_page_says():
    assert visits.MOST_TIMES == 3


def test_what_met_and_left_no_result_says_so_on_its_own_page(scene, couple):
    noa, sam = couple
    where, said, answer, other = scene(noa, sam)
    before = {one.id for one in noa.ours.query(Result).items}
    answer(noa.client)
    other(sam.client)
    for one in noa.ours.query(Result).items:
        if one.id not in before:
            run_sql("DELETE FROM vault_document WHERE id = %s", one.id)
    restart_server()
    told = read(signed_in(noa), where)
    assert "what came of it is not there" in told
    assert not said or said not in told


@pytest.mark.parametrize("scene", [rating, feelings], ids=["rating", "feelings"])
def test_the_same_answer_saved_once_more_is_laid_down_anew(scene, couple):
    noa, sam = couple
    where, said, answer, other = scene(noa, sam)
    answer(noa.client)
    for _ in range(visits.MOST_TIMES + 1):
        restart_server()
        client = signed_in(noa)
    assert "nothing came of it" in read(client, where)
    answer(client)
    assert said in read(client, where)
    other(signed_in(sam))
    assert noa.ours.query(Result).items


def test_the_other_s_page_says_nothing_of_it(couple):
    noa, sam = couple
    where, _said, answer, _ = outcome(noa, sam)
    before = read(sam.client, where)
    answer(noa.client)
    for _ in range(visits.MOST_TIMES + 1):
        restart_server()
        signed_in(noa)
    assert "nothing came of it" not in read(signed_in(sam), where)
    assert len(noa.mine.query(OwnCopy).items) == 1
    assert "nothing came of it" not in before
