"""What somebody needs: kept in their own words, in *mine*, and never without a press."""

import re

import pytest

from bothand.domain import needs as kit
from bothand.domain.needs import Need, Needs
from bothand.kit import drafts
from bothand.rooms.journal.room import ROOM
from bothand.rooms.journal.tests.test_entries import ODD, break_seals
from bothand.rooms.journal.tests.test_sessions import begin, hidden, text, write

PATH = "/journal/held/"


def held(person):
    found = person.mine.only(Needs)
    return found.record.held if found else ()


def words(person):
    return [one.words for one in held(person)]


def add(person, typed, area=""):
    return person.client.post(PATH, {"text": typed, "area": area})


def one(person, typed="quiet", area="time"):
    assert add(person, typed, area).status_code == 302
    return f"{PATH}{held(person)[-1].id.hex()}/"


def test_each_line_is_a_need_and_the_same_form_sent_twice_makes_one_of_each(noa):
    for _ in range(2):
        assert add(noa, "quiet\n\n  to be asked first \nrest", "home").status_code == 302
    assert [(each.words, each.area) for each in held(noa)] == [
        ("quiet", "home"), ("to be asked first", "home"), ("rest", "home"),
    ]  # fmt: skip
    assert len({each.id for each in held(noa)}) == 3
    assert "to be asked first" in text(noa.client.get(PATH))


@pytest.mark.parametrize(
    "typed", [ODD["right to left"].split("\n", 1)[0], ODD["html"], ODD["emoji"]], ids=["rtl", "html", "emoji"]
)
def test_any_script_stands_as_it_was_typed(noa, typed):
    where = one(noa, typed)
    assert words(noa) == [typed]
    assert noa.client.get(where).status_code == 200


def test_what_does_not_fit_comes_back_and_nothing_of_it_is_kept(noa):
    long = "q" * (kit.LONGEST + 1)
    for typed in (long, f"rest\n{long}", "\n".join(f"need {n}" for n in range(kit.MOST + 1)), " \n "):
        answer = add(noa, typed)
        assert answer.status_code == 422
        assert typed.strip().split("\n")[0] in answer.content.decode()
        assert held(noa) == ()
    assert add(noa, "\n".join(f"need {n}" for n in range(kit.MOST))).status_code == 302
    assert add(noa, "need 1").status_code == 302, "it stands there already and takes no room"
    assert add(noa, "one more").status_code == 422
    assert len(held(noa)) == kit.MOST


def test_other_words_keep_its_id_and_what_meets_it(noa):
    where = one(noa)
    there = noa.mine.only(Needs)
    noa.mine.replace(there, kit.met_by(there.record, there.record.held[0].id, "a way"))
    data = hidden(noa.client.get(where)) | {"text": "quiet,\nat times", "area": "home"}
    assert noa.client.post(where, data).status_code == 302
    (now,) = held(noa)
    assert (now.words, now.area, now.ways) == ("quiet, at times", "home", ("a way",))
    assert now.id == there.record.held[0].id


def test_what_two_windows_wrote_is_shown_and_both_can_be_kept(noa):
    where = one(noa)
    early = hidden(noa.client.get(where))
    noa.client.post(where, early | {"text": "silence", "area": "time"})
    answer = noa.client.post(where, early | {"text": "peace", "area": "time"})
    assert answer.status_code == 409
    assert words(noa) == ["silence"]
    noa.client.post(where, hidden(answer) | {"text": "peace", "keep": "both"})
    assert words(noa) == ["silence", "peace"]


def test_it_is_taken_away_after_asking_and_words_about_one_that_is_gone_come_back(noa):
    where = one(noa)
    page = noa.client.get(where)
    asked = hidden(noa.client.get(f"{where}delete/"))
    noa.client.post(where, hidden(page) | {"text": "silence", "area": "time"})
    assert noa.client.post(f"{where}delete/", asked).status_code == 409, "it reads otherwise by now"
    asked = hidden(noa.client.get(f"{where}delete/"))
    for _ in range(2):
        assert noa.client.post(f"{where}delete/", asked).status_code == 302
    assert held(noa) == ()
    answer = noa.client.post(where, hidden(page) | {"text": "peace", "area": "time"})
    assert answer.status_code == 409
    assert "peace" in answer.content.decode()
    assert held(noa) == ()


def test_after_the_exercise_what_was_written_becomes_a_need_only_by_a_press(noa):
    where = begin(noa, "E05")
    write(noa, f"{where}?at=2", "rest", "next")
    write(noa, f"{where}?at=4", "To be asked.", "finish")
    page = noa.client.get(f"{where}read/").content.decode()
    form = re.search(rf'<form method="post" action="{PATH}">(.*?)</form>', page, re.DOTALL)[1]
    assert "Save it as something you need" in form
    given = {"handed_text": re.search(r'name="handed_text" value="(.*?)"', form)[1], "handed_area": ""}
    assert given["handed_text"] == "rest"
    shown = noa.client.post(PATH, given)
    assert shown.status_code == 200
    assert "rest</textarea>" in shown.content.decode()
    assert held(noa) == ()
    assert add(noa, "rest").status_code == 302
    assert words(noa) == ["rest"]


def test_a_need_goes_on_as_a_draft_with_its_part_of_life_and_nothing_is_kept_on_the_way(noa):
    where = one(noa, "an hour a day for myself", "time")
    page = noa.client.get(where).content.decode()
    assert page.count('name="handed_text" value="an hour a day for myself"') == 2
    assert page.count('name="handed_area" value="time"') == 2
    before = len(noa.mine.query().items)
    for name in ("boundary", "topic"):
        hand = drafts.find_hand(name, "an hour a day for myself", area="time")
        assert f'action="{hand.path}"' in page
        answer = noa.client.post(hand.path, {"handed_text": hand.text, "handed_area": hand.area})
        assert hand.text in text(answer)
    assert len(noa.mine.query().items) == before


def test_nobody_else_reads_changes_or_takes_away_a_need(noa, sam):
    where = one(noa)
    for path in (where, f"{where}delete/"):
        assert sam.client.get(path).status_code == 404
    assert sam.client.post(where, {"text": "mine now", "area": "", "shown": ""}).status_code == 409
    assert sam.client.post(f"{where}delete/", {"shown": ""}).status_code == 302
    assert words(noa) == ["quiet"]
    assert f"{PATH}{held(noa)[0].id.hex()}" not in sam.client.get(PATH).content.decode()


def test_needs_that_do_not_open_are_said_and_not_written_over(noa):
    where = one(noa)
    break_seals()
    page = noa.client.get(PATH)
    assert page.status_code == 200
    assert "did not open" in text(page)
    for path in (PATH, where):
        answer = noa.client.post(path, {"text": "peace", "area": ""})
        assert answer.status_code == 409
        assert "peace" in answer.content.decode()


def test_an_import_takes_nothing_away_and_brings_no_second_of_the_same(noa):
    here = Needs(held=(Need(id=b"1" * 16, words="quiet", area="time", ways=("a",)),))
    brought = Needs(
        held=(
            Need(id=b"1" * 16, words="calm", area="time", ways=("b",)),
            Need(id=b"2" * 16, words="quiet", area="time"),
            Need(id=b"3" * 16, words="rest"),
        )
    )
    both = ROOM.merge[Needs](here, brought)
    assert [each.words for each in both.held] == ["quiet", "rest"]
    assert both.held[0].ways == ("a", "b")
    assert ROOM.merge[Needs](both, brought) == both
    assert [pair[1] for pair in ROOM.readable[Needs](both).pairs] == ["quiet", "rest"]
