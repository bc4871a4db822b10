"""*Ours* as a place: what is alive between two, drawn, listed, and the same to both."""

import re
from datetime import date, timedelta

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.domain.checkins import FearAnswers
from bothand.domain.times import Block
from bothand.kit import registry
from bothand.kit.alive import Alive
from bothand.rooms.pairing.rules import LINE, MOST, break_mark, choose_alive, place_alive


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def ours(who):
    return text(who.client.get(reverse("pairing_ours")))


def drawn(page):
    return re.findall(r'<a href="([^"]+)" aria-label="([^"]+)">\s*<circle', page)


def boundary(will, area="time"):
    return SharedBoundary(
        words=Wording(when="I read,", will=will, area=area), since=date(2026, 11, 1), versions=()
    )


def alive(of, soon=None):
    return Alive(picture="talk", of=of, mark="A talk", title="A talk", about="", path="/", soon=soon)


some_alive = st.lists(st.builds(alive, st.sampled_from(["mine", "ours", "theirs"])), max_size=20)


@given(some_alive)
def test_a_few_are_drawn_on_each_side_and_each_has_a_place_of_its_own(found):
    chosen = choose_alive(found)
    for of, most in MOST.items():
        assert sum(one.of == of for one in chosen) == min(most, sum(one.of == of for one in found))
    spots = place_alive(chosen)
    assert len(spots) == len(chosen) == len({(spot.x, spot.y) for spot in spots})


@given(st.text())
def test_a_mark_takes_two_short_lines_at_most(mark):
    lines = break_mark(mark)
    assert len(lines) <= 2
    assert all(len(line) <= LINE for line in lines)


def test_a_new_place_shows_three_ways_to_begin_and_every_room(couple, clock):
    noa, _ = couple
    assert "Three ways to begin" not in ours(noa), "nobody has been asked about fear yet"
    noa.answer_never(clock.time.date())
    page = ours(noa)
    assert "Three ways to begin" in page
    assert drawn(page) == []
    for room in registry.all_rooms():
        if room.begins:
            assert f'href="/{room.path}"' in page


def test_what_each_shares_stands_on_its_own_side_for_both_and_in_the_list(couple, clock):
    noa, sam = couple
    mine = noa.ours.add(boundary("finish the page first"))
    theirs = sam.ours.add(boundary("leave my phone outside", area="digital life"))
    paths = {reverse("boundaries_shared_show", args=[one.hex]) for one in (mine, theirs)}
    for who in (noa, sam):
        page = ours(who)
        assert {path for path, _title in drawn(page)} == paths
        assert all(page.count(f'href="{path}"') == 2 for path in paths)
        assert "Three ways to begin" not in page
    assert "From you · Flexible" in ours(noa)
    assert "From Noa · Flexible" in ours(sam)


def test_a_boundary_that_ended_is_not_alive(couple, clock):
    noa, _sam = couple
    noa.ours.add(
        SharedBoundary(
            words=Wording(will="go to bed"), since=date(2026, 11, 1), versions=(), ended=date(2026, 11, 20)
        )
    )
    assert drawn(ours(noa)) == []


def test_time_that_both_announced_for_this_week_is_one_thing_that_comes_up(couple, clock):
    noa, sam = couple
    today = clock.time.date()
    noa.ours.add(Block(day=today + timedelta(days=1), start=600, end=660))
    sam.ours.add(Block(day=today + timedelta(days=2), start=600, end=660))
    sam.ours.add(Block(day=today + timedelta(days=9), start=600, end=660))
    page = ours(noa)
    assert [title for _path, title in drawn(page)] == ["Time for yourselves this week"]
    assert "You: Wednesday, 10:00 to 11:00 · Sam: Thursday, 10:00 to 11:00" in page


def test_who_is_afraid_or_locked_is_shown_rooms_and_advised_nothing(couple, clock):
    noa, sam = couple
    noa.mine.add(FearAnswers(day=clock.time.date(), say_no=1))
    sam.lock()
    for who in (noa, sam):
        page = ours(who)
        assert "Three ways to begin" not in page
        assert "Start something together" not in page
        assert "The rooms here" in page
        assert f'href="{reverse("talks_list")}"' in page


def test_it_asks_as_often_with_much_between_two_as_with_little(couple, clock, django_assert_max_num_queries):
    noa, _sam = couple
    for number in range(40):
        noa.ours.add(boundary(f"take hour {number}"))
    with django_assert_max_num_queries(12):
        ours(noa)


def test_one_alone_sees_the_place_and_what_can_be_done_there(noa, clock):
    page = ours(noa)
    assert "A place for two, when there are two" in page
    assert "Make a link" in page
    assert f'href="{reverse("talks_list")}"' in page
    for name in ("pairing_pages", "pairing_reveals"):
        assert noa.client.get(reverse(name)).headers["Location"] == reverse("pairing_ours")
