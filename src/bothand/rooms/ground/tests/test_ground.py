"""Values, interests, dials and leanings: alone, in two windows, and shown to each other at once."""

import re
from datetime import timedelta
from html import escape, unescape

import msgspec
import pytest
from django.urls import reverse

from bothand.accounts import meeting_place, wall_clock
from bothand.accounts.meeting_place import Meeting
from bothand.content.ground import value_cards
from bothand.domain.checkins import FearAnswers
from bothand.domain.dials import Dial, Dials
from bothand.kit import reveal as kit
from bothand.kit.reveal import Laid
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.records import Pursuit, Pursuits, Reliance, Reliances, Value, Values
from bothand.vault.models import Document

ALL, VALUES, ORDER = "/ground/", "/ground/values/", "/ground/values/order/"
PURSUITS, DIALS, RELIANCE = "/ground/pursuits/", "/ground/dials/", "/ground/reliance/"


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def text(answer) -> str:
    return answer.content.decode()


def kept(who, kind):
    there = who.mine.only(kind)
    return there.record if there else None


def hidden(page: str, name: str) -> str:
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])


def form_of(who, path: str) -> dict[str, str]:
    return {"revision": re.search(r'name="revision" value="(\d+)"', text(who.client.get(path)))[1]}


def both_show(noa, sam, what, *records, chosen=None):
    """Lay down what each has (or of it what is chosen by its place) and meet."""
    for who, record in zip((noa, sam), records, strict=True):
        there = who.mine.only(type(record))
        if there is None:
            who.mine.add(record)
        else:
            who.mine.replace(there, record)
    for who in (noa, sam):
        offers = what.offers(who.mine, who.live.one.settings, wall_clock.today_in("Europe/Vienna"))
        keys = [one.key for at, one in enumerate(offers) if chosen is None or at in chosen]
        answer = who.client.post(reverse("pairing_reveal", args=[what.name]), {"keys": keys})
        assert answer.status_code == 302


def both_answer_never(noa, sam):
    """Things for two may be suggested to either."""
    for who in (noa, sam):
        who.answer_never(wall_clock.today_in("Europe/Vienna"))


def side(who, what) -> str:
    return text(who.client.get(reverse("ground_comparison", args=[what.name])))


def without_guard(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


LEFT, MIDDLE, RIGHT = 62, 180, 298
VALUED = Values(ranked=(Value("V01"), Value("V02")))


def section(page: str, heading: str) -> str:
    found = re.search(rf"<h2[^>]*>{heading}</h2>(.*?)</section>", page, flags=re.DOTALL)
    return found[1] if found else ""


def way(page: str) -> str:
    """The one way on of a reveal, "" for none."""
    found = re.search(
        r'<form class="card stack-s"[^>]*aria-labelledby="way">(.*?)</form>', page, flags=re.DOTALL
    )
    return found[1] if found else ""


def shown_in(page: str, x: int) -> list[str]:
    """The names in the circles at a place from left to right: mine, of both, theirs."""
    return re.findall(rf'<text class="t-serif" x="{x}" y="\d+" text-anchor="middle">([^<]+)</text>', page)


class TestValues:
    def test_cards_and_own_words_are_kept_in_an_order(self, noa):
        answer = noa.client.post(
            VALUES, {"cards": ["V01", "V02"], "own": "Quiet mornings\n\nquiet  Mornings"}
        )
        assert answer["Location"] == ORDER
        assert kept(noa, Values).ranked == (Value("V01"), Value("V02"), Value(words="Quiet mornings"))
        page = text(noa.client.get(ALL))
        assert "Honesty, Trust, Quiet mornings" in page

    def test_own_words_that_are_a_card_are_that_card(self, noa):
        noa.client.post(VALUES, {"cards": ["V01"], "own": " honesty\nTRUST"})
        assert kept(noa, Values).ranked == (Value("V01"), Value("V02"))

    def test_one_that_is_moved_stands_where_its_number_says(self, noa):
        noa.client.post(VALUES, {"cards": ["V01", "V02", "V03"], "own": ""})
        page = text(noa.client.get(ORDER))
        data = {"revision": "1", "shown": hidden(page, "shown"), "at_V01": 1, "at_V02": 2, "at_V03": 1}
        assert noa.client.post(ORDER, data)["Location"] == ALL
        assert [one.card for one in kept(noa, Values).ranked] == ["V03", "V01", "V02"]

    def test_picking_anew_keeps_the_order_of_what_stays(self, noa):
        noa.mine.add(Values(ranked=(Value("V03"), Value("V01"))))
        noa.client.post(VALUES, {"cards": ["V01", "V02", "V03"], "own": "", **form_of(noa, VALUES)})
        assert [one.card for one in kept(noa, Values).ranked] == ["V03", "V01", "V02"]

    def test_more_than_ten_are_said_and_stay_ticked(self, noa):
        cards = [f"V{number:02}" for number in range(1, 13)]
        answer = noa.client.post(VALUES, {"cards": cards, "own": "Bread"})
        assert answer.status_code == 422
        assert "That is 3 more than ten" in text(answer)
        assert text(answer).count(" checked") == 12
        assert "Bread" in text(answer)
        assert kept(noa, Values) is None

    @pytest.mark.parametrize("number", ["0", "9", "x", "-1"])
    def test_a_number_that_is_no_place_is_told_beside_it(self, noa, number):
        noa.mine.add(Values(ranked=(Value("V03"), Value("V01"))))
        answer = noa.client.post(ORDER, {"revision": "1", "at_V01": number})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in text(answer)

    def test_an_order_without_values_leads_to_the_cards(self, noa):
        assert "Nothing is chosen yet" in text(noa.client.get(ORDER))
        assert noa.client.post(ORDER, {"at_V01": "1"})["Location"] == VALUES


class TestFewAtATime:
    def test_four_cards_are_shown_and_what_was_chosen_goes_along(self, noa):
        noa.mine.add(Values(ranked=(Value("V01"), Value("V30"))))
        page = text(noa.client.get(VALUES))
        assert len(re.findall(r'type="checkbox" name="cards"', page)) == 4
        assert re.findall(r'type="hidden" name="cards" value="(\w+)"', page) == ["V30"]
        assert "2 of 10 chosen" in page
        sent = {**form_of(noa, VALUES), "cards": ["V30", "V01", "V02"], "at": "0", "go": "next", "own": ""}
        answer = noa.client.post(VALUES, sent)
        assert answer["Location"] == f"{VALUES}?at=1"
        assert [one.card for one in kept(noa, Values).ranked] == ["V01", "V30", "V02"]

    def test_every_card_comes_by_going_on(self, noa):
        seen, where = [], VALUES
        for _ in range(-(-len(value_cards()) // 4)):
            seen += re.findall(r'type="checkbox" name="cards" value="(\w+)"', text(noa.client.get(where)))
            where = noa.client.post(
                VALUES, {**form_of(noa, VALUES), "at": where.rpartition("=")[2], "go": "next"}
            )["Location"]
        assert seen == [one.id for one in value_cards()]
        assert where == f"{VALUES}?at=0"

    def test_what_is_chosen_is_in_sight_in_its_order_and_moves_by_a_button(self, noa):
        noa.mine.add(Values(ranked=(Value("V01"), Value("V02"), Value("V03"))))
        page = text(noa.client.get(VALUES, {"at": 5}))
        sent = {"revision": "1", "shown": hidden(page, "shown"), "from": "5", "move": "V03 up"}
        assert noa.client.post(ORDER, sent)["Location"] == f"{VALUES}?at=5"
        assert [one.card for one in kept(noa, Values).ranked] == ["V01", "V03", "V02"]
        sent = {"revision": "2", "shown": "V01 V03 V02", "move": "V01 down"}
        assert noa.client.post(ORDER, sent)["Location"] == ORDER
        assert [one.card for one in kept(noa, Values).ranked] == ["V03", "V01", "V02"]

    @pytest.mark.parametrize("odd", ["V99 up", "V01 sideways", "up", "V01"])
    def test_an_odd_move_changes_nothing(self, noa, odd):
        noa.mine.add(Values(ranked=(Value("V01"), Value("V02"))))
        noa.client.post(ORDER, {"revision": "1", "shown": "V01 V02", "move": odd})
        assert [one.card for one in kept(noa, Values).ranked] == ["V01", "V02"]

    def test_one_area_stands_on_a_screen_and_the_others_go_along(self, noa):
        noa.mine.add(Dials(set=(Dial("money", 2, 4), Dial("home", 0, 3))))
        page = text(noa.client.get(DIALS))
        assert "<h2>Time" in page
        assert "3 of 10" in page
        along = dict(re.findall(r'type="hidden" name="((?:now|wish|open)_\d)" value="([^"]*)"', page))
        assert along == {"now_0": "2", "wish_0": "4", "wish_1": "3"}
        answer = noa.client.post(
            DIALS, {**form_of(noa, DIALS), **along, "at": "2", "now_2": "5", "go": "next"}
        )
        assert answer["Location"] == f"{DIALS}?at=3"
        assert kept(noa, Dials).set == (Dial("money", 2, 4), Dial("home", 0, 3), Dial("time", 5, 0))

    @pytest.mark.parametrize("odd", ["99", "x", "-1", "9"])
    def test_an_odd_place_and_the_last_one_lead_home(self, noa, odd):
        sent = {**form_of(noa, DIALS), "at": odd, "now_2": "5", "go": "next"}
        assert noa.client.post(DIALS, sent)["Location"] == ALL


class TestPursuits:
    def test_lines_are_kept_under_their_headings_each_once(self, noa):
        noa.client.post(PURSUITS, {"interest_mine": "Choir\n\nchoir\n Chess ", "goal_try": "A year abroad"})
        assert kept(noa, Pursuits).listed == (
            Pursuit("interest", "mine", "Choir"),
            Pursuit("interest", "mine", "Chess"),
            Pursuit("goal", "try", "A year abroad"),
        )
        page = text(noa.client.get(PURSUITS))
        assert "Choir\nChess" in page

    def test_what_is_too_long_comes_back_whole(self, noa):
        answer = noa.client.post(PURSUITS, {"interest_mine": "a" * 5_001, "goal_try": "A year abroad"})
        assert answer.status_code == 422
        assert "a" * 5_001 in text(answer)
        assert "A year abroad" in text(answer)

    def test_one_alone_is_asked_about_others_and_not_about_the_other(self, noa):
        page = text(noa.client.get(PURSUITS))
        assert "What you enjoy with others" in page
        assert "What you both enjoy" not in page


class TestDials:
    def test_an_area_can_be_left_open_and_opened_again(self, noa):
        noa.client.post(DIALS, {"now_0": "2", "wish_0": "4", "wish_7": "3"})
        assert kept(noa, Dials).set == (Dial("money", 2, 4), Dial("intimacy", 0, 3))
        assert [text(noa.client.get(DIALS, {"at": at})).count('type="checkbox"') for at in (0, 1, 7)] == [
            1,
            0,
            1,
        ]
        data = {"now_0": "2", "wish_0": "4", "open_0": "on", "wish_7": "3", **form_of(noa, DIALS)}
        noa.client.post(DIALS, data)
        assert kept(noa, Dials).set == (Dial("intimacy", 0, 3),)

    def test_a_step_that_is_none_is_refused(self, noa):
        assert noa.client.post(DIALS, {"now_0": "6"}).status_code == 422
        assert kept(noa, Dials) is None


class TestReliance:
    def test_what_is_left_open_is_not_kept(self, noa):
        noa.client.post(RELIANCE, {"on_R01": "others", "on_R02": ""})
        assert kept(noa, Reliances).sorted == (Reliance("R01", "others"),)

    def test_a_card_this_program_does_not_have_stays(self, noa):
        noa.mine.add(Reliances(sorted=(Reliance("R99", "self"),)))
        noa.client.post(RELIANCE, {"on_R01": "others", **form_of(noa, RELIANCE)})
        assert kept(noa, Reliances).sorted == (Reliance("R01", "others"), Reliance("R99", "self"))

    def test_the_partner_is_named_and_alone_it_says_a_partner(self, couple):
        noa, _sam = couple
        assert ">Sam</label>" in text(noa.client.get(RELIANCE))

    def test_alone_nobody_is_named(self, noa):
        assert ">a partner</label>" in text(noa.client.get(RELIANCE))


SENT = {
    VALUES: {"cards": ["V05"], "own": "Bread"},
    PURSUITS: {"interest_mine": "Chess"},
    DIALS: {"now_0": "5"},
    RELIANCE: {"on_R03": "self"},
}
THERE = {
    VALUES: Values(ranked=(Value("V01"),)),
    PURSUITS: Pursuits(listed=(Pursuit("interest", "mine", "Choir"),)),
    DIALS: Dials(set=(Dial("money", 1, 2),)),
    RELIANCE: Reliances(sorted=(Reliance("R03", "partner"),)),
}
BOTH = {
    VALUES: Values(ranked=(Value("V05"), Value(words="Bread"), Value("V01"))),
    PURSUITS: Pursuits(listed=(Pursuit("interest", "mine", "Chess"), Pursuit("interest", "mine", "Choir"))),
    DIALS: Dials(set=(Dial("money", 5, 2),)),
    RELIANCE: Reliances(sorted=(Reliance("R03", "self"),)),
}


def hidden_fields(page: str) -> dict[str, list[str]]:
    """What a conflict page sends on."""
    form = page[page.index('<form class="stack-l"') :]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form):
        found.setdefault(name, []).append(value)
    for name, value in re.findall(
        r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, flags=re.DOTALL
    ):
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("path", SENT)
class TestTwoWindows:
    def test_both_are_shown_and_nothing_is_written_over(self, noa, path):
        noa.mine.add(THERE[path])
        answer = noa.client.post(path, {**SENT[path], "revision": "0"})
        assert answer.status_code == 409
        assert kept(noa, type(THERE[path])) == THERE[path]

    def test_mine_can_be_kept_from_there(self, noa, path):
        noa.mine.add(THERE[path])
        page = text(noa.client.post(path, {**SENT[path], "revision": "0"}))
        assert noa.client.post(path, {**hidden_fields(page), "keep": "mine"}).status_code == 302
        other = noa.another_device()
        noa.mine.remove(noa.mine.only(type(THERE[path])))
        other.client.post(path, SENT[path])
        once = kept(noa, type(THERE[path]))
        assert once != THERE[path]

    def test_both_can_be_kept_from_there(self, noa, path):
        noa.mine.add(THERE[path])
        page = text(noa.client.post(path, {**SENT[path], "revision": "0"}))
        noa.client.post(path, {**hidden_fields(page), "keep": "both"})
        assert kept(noa, type(THERE[path])) == BOTH[path]

    def test_the_same_again_is_no_conflict(self, noa, path):
        noa.client.post(path, SENT[path])
        assert noa.client.post(path, {**SENT[path], "revision": "0"}).status_code == 302

    def test_what_does_not_open_is_said_and_left_and_what_was_typed_stays(self, noa, path):
        noa.mine.add(THERE[path])
        Document.objects.filter(space=noa.mine.id).update(sealed=b"x" * 1100)
        rows = list(Document.objects.values_list("id", "sealed"))
        answer = noa.client.post(path, {**SENT[path], "revision": "1"})
        assert answer.status_code == 409
        assert "did not open" in text(answer)
        typed = SENT[path].get("own") or SENT[path].get("interest_mine")
        assert not typed or typed in text(answer)
        assert list(Document.objects.values_list("id", "sealed")) == rows


def test_another_order_in_another_window_is_shown_and_mine_can_be_kept(noa):
    noa.mine.add(Values(ranked=(Value("V01"), Value("V02"), Value("V03"))))
    shown = hidden(text(noa.client.get(ORDER)), "shown")
    noa.mine.replace(noa.mine.only(Values), Values(ranked=(Value("V02"), Value("V01"), Value("V03"))))
    answer = noa.client.post(ORDER, {"revision": "1", "shown": shown, "at_V01": 1, "at_V02": 2, "at_V03": 1})
    assert answer.status_code == 409
    assert "1. Loyalty\n2. Honesty\n3. Trust" in text(answer)
    assert "1. Trust\n2. Honesty\n3. Loyalty" in text(answer)
    noa.client.post(ORDER, hidden_fields(text(answer)))
    assert [one.card for one in kept(noa, Values).ranked] == ["V03", "V01", "V02"]


class TestAlone:
    def test_the_first_page_works_and_leads_to_nothing_for_two(self, noa):
        page = text(noa.client.get(ALL))
        assert "What matters to you" in page
        assert "Reveal together" not in page
        assert "/comparison/" not in page

    def test_there_is_nothing_beside_it(self, noa):
        assert noa.client.get(reverse("ground_comparison", args=["values"])).status_code == 404


class TestTogether:
    def test_before_both_have_shown_it_says_nothing_of_the_other(self, couple):
        noa, sam = couple
        before = {what.name: side(noa, what) for what in store.REVEALS}
        everything = (THERE[VALUES], THERE[PURSUITS], THERE[DIALS], THERE[RELIANCE])
        for what, record in zip(store.REVEALS, everything, strict=True):
            sam.mine.add(record)
            offers = what.offers(sam.mine, sam.live.one.settings, wall_clock.today_in("Europe/Vienna"))
            sam.client.post(
                reverse("pairing_reveal", args=[what.name]), {"keys": [one.key for one in offers]}
            )
        for what in store.REVEALS:
            now = side(noa, what)
            assert without_guard(now) == without_guard(before[what.name])

    def test_overlaps_come_first_and_each_one_s_own_after_them(self, couple):
        noa, sam = couple
        mine = Values(ranked=(Value("V01"), Value("V02"), Value(words="Bread")))
        theirs = Values(ranked=(Value("V02"), Value("V05"), Value(words="bread")))
        both_show(noa, sam, store.VALUES, mine, theirs)
        page = side(noa, store.VALUES)
        assert "<h1>2 things matter to you both.</h1>" in page
        assert "Trust is number 2 of those you showed, and number 1 with Sam." in page
        assert shown_in(page, MIDDLE) == ["Trust", "Bread"]
        assert (shown_in(page, LEFT), shown_in(page, RIGHT)) == (["Honesty"], ["Safety"])
        assert shown_in(side(sam, store.VALUES), LEFT) == ["Safety"]
        assert "Honesty, Trust, Bread" in section(page, "You, in your order")
        assert "Trust, Safety, bread" in section(page, "(?:<bdi>)?Sam(?:</bdi>)?, in their order")

    def test_what_stands_highest_with_both_has_the_one_way_on(self, couple):
        noa, sam = couple
        both_show(noa, sam, store.VALUES, VALUED, VALUED)
        page = side(noa, store.VALUES)
        assert page.count('name="handed_text"') == 1
        assert "Where do you each see “Honesty” in your week?" in way(page)

    def test_a_long_name_is_cut_in_the_picture_and_whole_in_the_list(self, couple):
        noa, sam = couple
        long = Values(ranked=(Value(words="Never having to explain myself"),))
        both_show(noa, sam, store.VALUES, long, long)
        page = side(noa, store.VALUES)
        assert shown_in(page, MIDDLE) == ["Never having t…"]
        assert "Never having to explain myself" in section(page, "You, in your order")

    def test_what_was_revealed_stands_above_the_form_which_is_folded(self, couple):
        noa, sam = couple
        both_show(noa, sam, store.VALUES, VALUED, VALUED)
        page = text(noa.client.get("/ours/open/values/"))
        assert page.index("Revealed on") < page.index("Choose again what to show") < page.index('name="keys"')
        assert re.search(r"<details>\s*<summary>Choose again what to show</summary>", page)

    def test_what_was_kept_back_is_in_nothing_that_both_can_open(self, couple):
        noa, sam = couple
        secret = Value(words="Never to marry")
        mine = Values(ranked=(secret, Value("V01"), Value("V02")))
        both_show(noa, sam, store.VALUES, mine, Values(ranked=(Value("V01"), Value("V02"))), chosen={1, 2})
        for page in (side(sam, store.VALUES), text(sam.client.get("/ours/open/values/"))):
            assert "Never to marry" not in page
        bodies = b"".join(one.record.body for one in sam.ours.query().items if hasattr(one.record, "body"))
        assert b"Never to marry" not in bodies

    def test_who_keeps_a_value_back_lays_down_the_same_as_who_never_had_it(self, noa, sam):
        today = wall_clock.today_in("Europe/Vienna")
        laid = []
        for who, ranked in (
            (noa, (Value(words="Never to marry"), Value("V01"), Value("V02"))),
            (sam, (Value("V01"), Value("V02"))),
        ):
            who.mine.add(Values(ranked=ranked))
            offers = store.VALUES.offers(who.mine, who.live.one.settings, today)
            laid.append(kit.encode_answer(kit.read_chosen(offers, [one.key for one in offers[-2:]], today)))
        assert laid[0] == laid[1]

    def test_a_thing_that_was_changed_after_it_was_looked_at_is_not_shown_in_its_place(self, couple):
        noa, _sam = couple
        noa.mine.add(Dials(set=(Dial("money", 2),)))
        offers = store.DIALS.offers(noa.mine, noa.live.one.settings, wall_clock.today_in("Europe/Vienna"))
        noa.mine.replace(noa.mine.only(Dials), Dials(set=(Dial("money", 5),)))
        answer = noa.client.post("/ours/open/dials/", {"keys": [one.key for one in offers]})
        assert answer.status_code == 422

    def test_how_it_is_and_how_it_is_wished_for_can_be_shown_apart(self, couple):
        noa, sam = couple
        both_show(
            noa,
            sam,
            store.DIALS,
            Dials(set=(Dial("money", 1, 5),)),
            Dials(set=(Dial("money", 2, 4),)),
            chosen={1},
        )
        page = side(sam, store.DIALS)
        assert "As they would like it: shared." in page
        assert "As it is:" not in page

    @pytest.mark.parametrize(
        ("area", "agreement"),
        [
            ("money", True), ("home", True), ("time", True), ("plans", True), ("friends", False),
            ("family", False), ("feelings", False), ("intimacy", False), ("digital life", False), ("beliefs", False),
        ],
    )  # fmt: skip
    def test_a_difference_becomes_an_agreement_only_where_it_may(self, couple, area, agreement):
        noa, sam = couple
        both_answer_never(noa, sam)
        both_show(noa, sam, store.DIALS, Dials(set=(Dial(area, 1, 1),)), Dials(set=(Dial(area, 5, 5),)))
        page = way(side(noa, store.DIALS))
        assert ("Look for an agreement about it" in page) == agreement
        assert "Set it aside as something to talk about" in page

    def test_where_both_are_close_nothing_is_offered(self, couple):
        noa, sam = couple
        both_show(noa, sam, store.DIALS, Dials(set=(Dial("money", 1, 1),)), Dials(set=(Dial("money", 2, 1),)))
        page = side(noa, store.DIALS)
        assert "Here you see and wish much the same" in page
        assert way(page) == ""

    def test_what_the_other_keeps_as_their_own_opens_nothing(self, couple):
        noa, sam = couple
        both_answer_never(noa, sam)
        mine = Pursuits(listed=(Pursuit("interest", "mine", "Choir"), Pursuit("interest", "try", "Sailing")))
        theirs = Pursuits(
            listed=(Pursuit("interest", "mine", "Football"), Pursuit("goal", "mine", "A degree"))
        )
        both_show(noa, sam, store.PURSUITS, mine, theirs)
        own = way(side(noa, store.PURSUITS))
        assert "“Choir”" in own
        assert "Look for an agreement about it" not in own
        assert "Take time for it" in own
        for one in ("Football", "A degree"):
            assert one not in own

    def test_leaning_on_each_other_comes_first(self, couple):
        noa, sam = couple
        both_answer_never(noa, sam)
        mine = Reliances(
            sorted=(Reliance("R01", "partner"), Reliance("R07", "partner"), Reliance("R16", "self"))
        )
        theirs = Reliances(
            sorted=(Reliance("R01", "partner"), Reliance("R07", "self"), Reliance("R16", "partner"))
        )
        both_show(noa, sam, store.RELIANCE, mine, theirs)
        page = side(noa, store.RELIANCE)
        assert "Comfort after a bad day" in section(page, "For these you lean on each other")
        touch = section(page, "For these you lean on Sam")
        assert "on themselves" in touch
        assert "Set it aside as something to talk about" in way(page)
        assert "Look for an agreement about it" not in way(page)

    def test_words_handed_on_stand_in_the_other_room_s_form_and_nothing_is_kept(self, couple):
        noa, sam = couple
        both_answer_never(noa, sam)
        both_show(noa, sam, store.DIALS, Dials(set=(Dial("money", 1, 1),)), Dials(set=(Dial("money", 5, 5),)))
        page = side(noa, store.DIALS)
        words, area = hidden(page, "handed_text"), hidden(page, "handed_area")
        assert area == "money"
        before = Document.objects.count()
        answer = noa.client.post(reverse("talks_new"), {"handed_text": words, "handed_area": area})
        assert escape(words) in text(answer)
        assert Document.objects.count() == before

    def test_while_the_fear_rule_holds_no_step_for_two_is_offered_and_only_its_owner_is_told(self, couple):
        noa, sam = couple
        both_answer_never(noa, sam)
        both_show(noa, sam, store.DIALS, Dials(set=(Dial("money", 1, 1),)), Dials(set=(Dial("money", 5, 5),)))
        noa.mine.add(FearAnswers(day=wall_clock.today_in("Europe/Vienna"), say_no=3))
        page = side(noa, store.DIALS)
        assert "Look for an agreement about it" not in page
        assert "Set it aside, for yourself" not in page
        assert "Write about it in your journal" in page
        assert "afraid to say no" in text(noa.client.get(ALL))
        for page in (side(sam, store.DIALS), text(sam.client.get(ALL))):
            assert "nothing for two is suggested" not in page
            assert "afraid" not in page

    def test_a_long_list_comes_in_pages_and_nothing_is_on_two(self, couple):
        noa, sam = couple
        own = Pursuits(
            listed=tuple(Pursuit("interest", "shared", f"thing {number:02}") for number in range(40))
        )
        both_show(noa, sam, store.PURSUITS, own, Pursuits(listed=own.listed[:2]))
        where = reverse("ground_comparison", args=["pursuits"])
        pages = [text(noa.client.get(f"{where}?page={number}")) for number in (1, 2)]
        assert "You two meet in these" in pages[0]
        assert "You two meet in these" not in pages[1]
        found = [set(re.findall(r"<h3[^>]*>(thing \d\d)</h3>", page)) for page in pages]
        assert not found[0] & found[1]
        assert len(found[0] | found[1]) == 40
        assert f"{where}?page=2" in pages[0]

    def test_what_is_not_shown_is_said_to_be_no_finding(self, couple):
        noa, sam = couple
        both_show(noa, sam, store.VALUES, Values(ranked=(Value("V01"),)), Values(ranked=(Value("V02"),)))
        for who in (noa, sam):
            page = side(who, store.VALUES)
            assert "There may be more that is not here." in page
            assert "What one of you did not show may matter to them all the same." in page
            for word in ("missing", "does not share", "hasn’t", "has not"):
                assert word not in page

    def test_until_somebody_was_asked_about_fear_no_step_for_two_is_offered_and_nothing_is_said_of_it(
        self, couple
    ):
        noa, sam = couple
        both_show(noa, sam, store.DIALS, Dials(set=(Dial("money", 1, 1),)), Dials(set=(Dial("money", 5, 5),)))
        sam.answer_never(wall_clock.today_in("Europe/Vienna"))
        page = side(noa, store.DIALS)
        assert "Look for an agreement about it" not in page
        assert "afraid" not in page
        assert "Look for an agreement about it" in side(sam, store.DIALS)

    def test_a_row_that_does_not_open_may_be_a_fear_answer_so_nothing_for_two_is_offered(self, couple):
        noa, sam = couple
        both_show(noa, sam, store.DIALS, Dials(set=(Dial("money", 1, 1),)), Dials(set=(Dial("money", 5, 5),)))
        both_answer_never(noa, sam)
        assert "Look for an agreement about it" in side(noa, store.DIALS)
        (fear,) = noa.mine.query(FearAnswers).items
        Document.objects.filter(id=fear.id).update(sealed=b"x" * 1100)
        page = side(noa, store.DIALS)
        assert "Look for an agreement about it" not in page
        assert "Set it aside, for yourself" not in page
        assert "One page did not open" in page
        assert "Look for an agreement about it" in side(sam, store.DIALS)

    def test_what_the_other_s_program_made_up_is_counted_and_not_shown(self, couple):
        noa, sam = couple
        noa.mine.add(Dials(set=(Dial("money", 1, 1),)))
        today = wall_clock.today_in("Europe/Vienna")
        offers = store.DIALS.offers(noa.mine, noa.live.one.settings, today)
        Meeting(store.DIALS.sort, noa.opened.id, noa.mine, noa.ours, (), ()).lay(
            kit.encode_answer(kit.read_chosen(offers, [one.key for one in offers], today))
        )
        odd = (Dial("money", 9), Dial("the moon", 1), b"", {"area": 3}, Dial("home", 2))
        Meeting(store.DIALS.sort, sam.opened.id, sam.mine, sam.ours, (), ()).lay(
            kit.encode_answer(Laid(today, tuple(("k", msgspec.msgpack.encode(one)) for one in odd)))
        )
        page = side(noa, store.DIALS)
        assert "4 pages did not open" in page
        assert "the moon" not in page
        assert noa.client.get("/ours/open/dials/").status_code == 200


class TestToday:
    def test_it_says_that_both_showed_something_until_it_was_looked_at(self, couple, clock):
        noa, sam = couple
        assert "revealed something" not in text(noa.client.get("/"))
        both_show(noa, sam, store.VALUES, THERE[VALUES], THERE[VALUES])
        for who in couple:
            assert "/ground/comparison/values/" in text(who.client.get("/"))
        clock.time += timedelta(days=1)
        for who in couple:
            assert "/ground/comparison/values/" not in text(who.comes_again().client.get("/"))

    def test_it_says_nothing_of_what_one_alone_laid_down(self, couple):
        _noa, sam = couple
        sam.mine.add(THERE[VALUES])
        offers = store.VALUES.offers(sam.mine, sam.live.one.settings, wall_clock.today_in("Europe/Vienna"))
        sam.client.post("/ours/open/values/", {"keys": [one.key for one in offers]})
        for who in couple:
            assert "/ground/comparison/" not in text(who.client.get("/"))


def test_a_former_partner_and_a_stranger_find_nothing(couple, robin):
    noa, sam = couple
    both_show(noa, sam, store.VALUES, THERE[VALUES], THERE[VALUES])
    sam.client.post(reverse("pairing_leave"), {"how": "quiet", "password": sam.password})
    assert sam.client.get(reverse("ground_comparison", args=["values"])).status_code == 404
    assert robin.client.get(reverse("ground_comparison", args=["values"])).status_code == 404
    assert kept(sam, Values) == THERE[VALUES]
