import pytest
from django.urls import reverse

from bothand.couples import meeting
from bothand.rooms.agreements.tests.walking import begun, rate, take


@pytest.fixture(autouse=True)
def _empty_place():
    meeting.PLACE.clear()


def text(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_two_find_what_fulfils_both_and_agree(couple):
    matter = begun(*couple)
    assert rate(matter, matter.noa, [[0, 3, 4], [2, 3]], weights=[4, 1]).status_code == 302
    assert "nobody sees them" in text(matter.noa.get(matter.path("found")))
    rate(matter, matter.sam, [[3, 2, 0], [0, 4]], weights=[1, 4])
    for client in (matter.noa, matter.sam):
        page = text(client.get(matter.path("found")))
        assert "This could work for you both." in page
        assert "put away" in page
    assert take(matter, matter.noa)["Location"] == matter.path("found")
    assert "You said yes" in text(matter.noa.get(matter.path("found")))
    answer = take(matter, matter.sam)
    for client in (matter.noa, matter.sam):
        page = text(client.get(answer["Location"]))
        assert "You both said yes to this" in page
        assert "put away" in page
        assert "These hold" in text(client.get(reverse("agreements_list")))
