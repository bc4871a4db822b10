"""Time of one's own as somebody uses it: taken and said, never asked for; what the other says changes nothing of it."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.domain.times import Block, Weekly
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.times.records import Line
from bothand.rooms.mytime.weeks.records import Week
from bothand.vault.randomness import new_id

DAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)


def text(response) -> str:
    return html.unescape(re.sub(r"\s+", " ", response.content.decode()))


def of(space, kind) -> list:
    return [one for one in space.query().items if isinstance(one.record, kind)]


def own(who) -> str:
    return text(who.client.get(reverse("mytime_own")))


def take(who, **more):
    data = {"id": new_id().hex(), "day": DAY.isoformat(), "start": "18:00", "end": "21:00", "often": "once"}
    answer = who.client.post(reverse("mytime_take"), data | {"word": "pottery, at last"} | more)
    assert answer.status_code == 302
    kind = Weekly if more.get("often") == "every" else Block
    return of(who.mine, kind)[-1]


def say(who, taken, **more):
    data = {"how": "busy", "word": "", "do": "keep", "looked": str(taken.revision)} | more
    return who.client.post(reverse("mytime_say", args=[taken.hex]), data)


def line(who, copy, sort: str, words: str):
    return who.client.post(reverse("mytime_line", args=[copy.hex]), {"sort": sort, "words": words})


@pytest.fixture
def said(couple, clock):
    """Noa took an evening and said it; the copy as it lies in *ours*."""
    noa, _ = couple
    say(noa, take(noa))
    (copy,) = of(noa.ours, Block)
    return copy


# Alone


def test_what_somebody_loves_is_kept_and_changed(noa):
    noa.client.post(reverse("mytime_new"), {"id": new_id().hex(), "words": "The choir", "sort": "before"})
    (there,) = of(noa.mine, Interest)
    noa.client.post(
        reverse("mytime_edit", args=[there.hex]),
        {"id": new_id().hex(), "revision": "1", "words": "The small choir", "sort": "love"},
    )
    assert [one.record.words for one in of(noa.mine, Interest)] == ["The small choir"]


def test_words_from_another_room_stand_in_the_form_and_are_not_kept_yet(noa):
    answer = noa.client.post(
        reverse("mytime_new"), {"handed_text": "an hour by the river", "handed_area": ""}
    )
    assert answer.status_code == 200
    assert "an hour by the river" in text(answer)
    assert of(noa.mine, Interest) == []


def test_time_is_taken_for_something_in_one_step_and_kept_only_then(noa, clock):
    there = noa.mine.add(Interest(words="The choir"))
    page = text(noa.client.get(reverse("mytime_edit", args=[there.hex])))
    assert 'name="handed_text" value="The choir"' in page
    assert 'value="The choir"' in text(noa.client.post(reverse("mytime_take"), {"handed_text": "The choir"}))
    assert of(noa.mine, Block) == []


def test_a_week_is_answered_once_and_changed_over_what_was_shown(noa, clock):
    path = reverse("mytime_week")
    noa.client.post(path, {"had": "little", "minutes": "2,5", "revision": "0"})
    noa.client.post(path, {"had": "enough", "minutes": "2,5", "revision": "1"})
    (week,) = of(noa.mine, Week)
    assert (week.record.day, week.record.had, week.record.minutes) == (MONDAY, "enough", 150)


def test_a_form_left_open_over_sunday_keeps_its_own_week(noa, clock):
    before = MONDAY - timedelta(weeks=1)
    noa.client.post(reverse("mytime_week"), {"of": before.isoformat(), "had": "much", "revision": "0"})
    assert of(noa.mine, Week)[0].record.day == before


@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-30", "soon"])
def test_a_day_that_is_no_week_of_mine_leads_nowhere(noa, clock, day):
    assert noa.client.get(reverse("mytime_week"), {"of": day}).status_code == 404


def test_two_windows_that_answer_one_week_are_both_shown(noa, clock):
    path = reverse("mytime_week")
    noa.client.post(path, {"had": "little", "words": "first", "revision": "0"})
    answer = noa.client.post(path, {"had": "much", "words": "second", "revision": "0"})
    assert answer.status_code == 409
    assert "first" in text(answer)
    assert "second" in text(answer)


def test_a_week_left_out_is_said_nowhere(noa, clock):
    for number in (0, 1, 2, 5, 6):
        noa.mine.add(Week(day=MONDAY - timedelta(weeks=number), had="little"))
    page = text(noa.client.get(reverse("mytime_weeks")))
    assert "In 5 of the 5 weeks you answered" in page
    assert "23 Nov" in page
    assert "2 Nov" not in page.replace("12 Nov", "")


def test_fear_in_the_way_leads_to_people_who_listen(noa, clock):
    noa.client.post(reverse("mytime_week"), {"had": "little", "obstacles": ["afraid"], "revision": "0"})
    assert (
        reverse("safety_page") in noa.client.get(reverse("mytime_week")).content.decode().split("</nav>")[-1]
    )


def test_alone_a_time_is_kept_and_nobody_is_there_to_say_it_to(noa, clock):
    taken = take(noa)
    assert "pottery, at last" in own(noa)
    assert noa.client.get(reverse("mytime_say", args=[taken.hex])).status_code == 404


def test_a_weekly_time_stands_on_each_of_its_days(noa, clock):
    take(noa, often="every")
    assert own(noa).count("18:00 to 21:00") == 2


# Two


def test_what_was_said_of_a_time_stands_beside_no_other_and_can_be_taken_back(couple, said):
    """Who takes over an evening has not taken over the night to which it was moved."""
    noa, sam = couple
    line(sam, said, "takes", "I cook.")
    there = of(noa.mine, Block)[0]
    noa.mine.replace(there, Block(day=DAY, start=1320, end=120, copy=there.record.copy))
    say(noa, of(noa.mine, Block)[0])
    assert "22:00 to 02:00" in own(sam)
    assert "I cook" not in own(noa)
    assert "has unshared or moved" in own(sam)
    sam.client.post(reverse("mytime_line_back", args=[of(sam.ours, Line)[0].hex]))
    assert "I cook" not in own(sam)


def test_what_was_said_of_a_time_that_was_taken_back_stays_its_authors_to_take_back(couple, said):
    noa, sam = couple
    line(sam, said, "collides", "My mother comes.")
    noa.client.post(reverse("mytime_unsay", args=[of(noa.mine, Block)[0].hex]))
    assert "My mother comes" not in own(noa)
    assert "My mother comes" in own(sam)


def test_a_row_that_does_not_open_is_counted_once(noa, clock):
    row = noa.mine.add(Weekly(first=DAY, start=0, end=60))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [row.id])
    assert noa.client.get(reverse("mytime_own")).context["page"].unopened == 1


def test_a_time_is_kept_before_and_without_saying_it(couple, clock):
    noa, sam = couple
    take(noa)
    assert "pottery" in own(noa)
    assert "26 November" not in own(sam)


def test_nothing_is_said_before_a_look_at_exactly_that(couple, clock):
    noa, _ = couple
    taken = take(noa)
    look = say(noa, taken, how="word", word="away with friends", do="look")
    assert "This is what Sam will see" in text(look)
    assert of(noa.ours, Block) == []


def test_it_shows_as_busy_unless_its_owner_gives_it_a_word(couple, said):
    noa, sam = couple
    assert "busy" in own(sam)
    assert "pottery" not in own(sam)
    say(noa, of(noa.mine, Block)[0], how="word", word="pottery class")
    assert "pottery class" in own(sam)
    assert "at last" not in own(sam)


def test_a_time_cannot_be_accepted_or_declined(couple, said):
    """No address and no field of the other's says yes or no to it, and whatever they write, it stands as it was said."""
    noa, sam = couple
    before = (of(noa.mine, Block)[0].record, said.record)
    page = text(sam.client.get(reverse("mytime_line", args=[said.hex])))
    assert re.findall(r'name="sort" value="(\w+)"', page) == ["takes", "collides"]
    line(sam, said, "collides", "I do not want that.")
    assert line(sam, said, "declined", "No.").status_code == 422
    for name in ("mytime_unsay", "mytime_say", "mytime_time_edit", "mytime_time_delete"):
        sam.client.post(reverse(name, args=[said.hex]), {"revision": "1", "do": "keep", "how": "busy"})
    after = (of(noa.mine, Block)[0].record, of(noa.ours, Block)[0].record)
    assert after == before


def test_what_the_other_takes_over_stands_beside_it(couple, said):
    noa, sam = couple
    line(sam, said, "takes", "I cook.")
    assert "Sam takes over: I cook." in own(noa).replace("</b>", "").replace("<b>", "")


def test_a_flood_of_lines_leaves_one_of_a_sort(couple, said):
    noa, sam = couple
    for number in range(9):
        line(sam, said, "collides", f"reason {number}")
    assert [one.record.words for one in of(noa.ours, Line)] == ["reason 8"]


def test_a_line_can_be_put_away_and_the_other_sees_nothing_of_that(couple, said):
    noa, sam = couple
    line(sam, said, "collides", "everything")
    before = re.sub(r'value="\w{30,}"', "", own(sam))
    noa.client.post(reverse("mytime_away", args=[of(noa.ours, Line)[0].hex]))
    assert "everything" not in own(noa)
    assert re.sub(r'value="\w{30,}"', "", own(sam)) == before


def test_a_line_is_taken_back_by_who_wrote_it(couple, said):
    noa, sam = couple
    line(sam, said, "takes", "I cook.")
    path = reverse("mytime_line_back", args=[of(noa.ours, Line)[0].hex])
    assert noa.client.post(path).status_code == 404
    sam.client.post(path)
    assert "I cook" not in own(noa)


def test_deleting_a_time_takes_back_what_was_said_of_it(couple, said):
    noa, sam = couple
    there = of(noa.mine, Block)[0]
    noa.client.post(reverse("mytime_time_delete", args=[there.hex]), {"revision": str(there.revision)})
    assert "26 November" not in own(sam)
    assert of(noa.mine, Block) == []


def test_taking_back_what_was_said_leaves_the_time(couple, said):
    noa, sam = couple
    noa.client.post(reverse("mytime_unsay", args=[of(noa.mine, Block)[0].hex]))
    assert "26 November" not in own(sam)
    assert "Only you see it" in own(noa)


def test_a_time_that_moved_since_is_told_to_its_owner_and_looked_at_anew(couple, said):
    noa, sam = couple
    there = of(noa.mine, Block)[0]
    path = reverse("mytime_time_edit", args=[there.hex])
    data = {
        "id": new_id().hex(),
        "revision": str(there.revision),
        "day": DAY.isoformat(),
        "start": "19:00",
        "end": "21:00",
        "often": "once",
    }
    noa.client.post(path, data)
    assert "You have changed the time since." in text(noa.client.get(path))
    assert "18:00 to 21:00" in own(sam)
    assert "This is what Sam will see" in text(say(noa, there))


def test_weeks_wishes_and_what_is_loved_are_on_no_page_of_the_other(couple, clock):
    noa, sam = couple
    noa.mine.add(Interest(words="climbing alone"))
    noa.mine.add(Week(day=MONDAY, had="little", minutes=45, words="not even an hour"))
    for name in ("mytime_own", "mytime_weeks", "mytime_week"):
        page = text(sam.client.get(reverse(name)))
        assert "climbing" not in page
        assert "not even" not in page
        assert "0.8 hours" not in page
