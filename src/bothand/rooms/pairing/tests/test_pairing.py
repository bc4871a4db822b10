import re

import pytest
from django.urls import reverse
from tests.people import browser, pair, person

from bothand.accounts import link, pairing
from bothand.accounts.models import Account, Invitation
from bothand.accounts.preferences import Settings
from bothand.rooms.journal.entries.records import Entry
from bothand.vault.randomness import new_id

PASSPHRASE = {
    "which": "own",
    "new_password": "quiet river of nine grey stones",
    "again_password": "quiet river of nine grey stones",
}


def text(answer) -> str:
    return answer.content.decode()


def link_of(who) -> str:
    """The path of the link that somebody's page shows."""
    shown = text(who.client.get(reverse("pairing_invite")))
    return re.search(r"https://testserver(/with/[\w-]{22}/)<", shown)[1]


def without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def invited(noa) -> str:
    assert noa.client.post(reverse("pairing_invite")).status_code == 302
    return link_of(noa)


def test_two_pair_while_the_one_who_invites_is_away(noa, sam):
    path = invited(noa)
    noa.lock()
    answer = sam.client.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/with/"
    assert "Noa has invited you." in text(sam.client.get("/with/"))
    assert sam.client.post("/with/").headers["Location"] == reverse("pairing_ours")
    assert "What you and Noa share" in text(sam.client.get(reverse("pairing_ours")))
    # Noa's next visit that opens *mine* finds Sam.
    noa.client.post(reverse("unlock"), {"password": noa.password, "next": "/"})
    assert "What you and Sam share" in text(noa.client.get(reverse("pairing_ours")))


def test_the_page_of_the_link_finds_who_came_without_a_new_sign_in(noa, sam):
    sam.client.get(invited(noa))
    sam.client.post("/with/")
    assert noa.client.get(reverse("pairing_invite")).headers["Location"] == reverse("pairing_ours")
    assert "What you and Sam share" in text(noa.client.get(reverse("pairing_ours")))


def test_looking_at_a_link_uses_nothing_up(noa, sam, anyone):
    path = invited(noa)
    for _ in range(3):
        assert anyone.get(path).status_code == 302
        assert anyone.head(path).status_code == 302
    assert "Noa has invited you." in text(anyone.get("/with/"))
    sam.client.get(path)
    assert sam.client.post("/with/").headers["Location"] == reverse("pairing_ours")


def test_the_page_of_a_link_shows_a_name_and_a_colour_and_nothing_else_of_who_invites(noa, anyone):
    anyone.get(invited(noa))
    before = without_tokens(text(anyone.get("/with/")))
    assert "Noa has invited you." in before
    assert "Whether you join is up to you." in before
    noa.client.post(reverse("checkin_fear"), {"say_no": "3"})
    noa.client.post(reverse("journal_new"), {"id": new_id().hex(), "text": "A quokkabird at night."})
    assert without_tokens(text(anyone.get("/with/"))) == before


def test_the_link_can_be_copied_shared_and_scanned(noa):
    invited(noa)
    page = text(noa.client.get(reverse("pairing_invite")))
    assert page.count('class="qr"') == 1
    assert 'stroke-width="1" stroke-linecap="butt"' in page, (
        "lines as wide as the squares, or no camera reads them"
    )
    for act in ("copy", "share"):
        assert f'data-{act}="#link" hidden' in page, "shown by a script, where the browser can do it"


def test_the_secret_leaves_the_address_and_goes_nowhere_else(noa, anyone):
    path = invited(noa)
    answer = anyone.get(path)
    secret = path.split("/")[2]
    assert secret not in repr([*answer.headers.items()])
    cookie = answer.cookies[link.LINK_COOKIE]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert secret not in text(anyone.get("/with/"))
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_link_opens_once(noa, sam, robin):
    path = invited(noa)
    for who in (sam, robin):
        who.client.get(path)
    sam.client.post("/with/")
    assert "This link doesn’t open anything" in text(robin.client.get("/with/"))
    assert "This link doesn’t open anything" in text(robin.client.post("/with/"))
    assert robin.client.get(reverse("pairing_month", args=["2026-11"])).status_code == 404


def test_a_link_that_was_taken_back_opens_nothing(noa, sam):
    path = invited(noa)
    noa.client.post(reverse("pairing_take_back"))
    sam.client.get(path)
    assert "This link doesn’t open anything" in text(sam.client.get("/with/"))
    assert Invitation.objects.count() == 0


def test_a_new_link_ends_the_one_before(noa, sam):
    old = invited(noa)
    new = invited(noa)
    assert old != new
    sam.client.get(old)
    assert "This link doesn’t open anything" in text(sam.client.get("/with/"))


def test_nobody_pairs_with_themselves_or_with_a_third(noa, sam, robin):
    path = invited(noa)
    noa.client.get(path)
    answer = noa.client.post("/with/")
    assert answer.status_code == 409
    assert "This is your own link." in text(answer)
    pair(sam, robin)
    sam.client.get(path)
    assert "You already share a place with somebody here" in text(sam.client.get("/with/"))
    assert sam.client.post("/with/").status_code == 409


def test_whoever_is_locked_opens_first_and_goes_on(noa, sam):
    sam.client.get(invited(noa))
    sam.lock()
    asked = sam.client.post("/with/")
    assert asked.status_code == 403
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text(asked)))
    answer = sam.client.post(reverse("carry"), hidden | {"password": sam.password}, follow=True)
    assert "What you and Noa share" in text(answer)


def test_an_unused_link_admits_one_sign_up_where_sign_up_is_closed(noa, settings):
    settings.BOTHAND_OPEN = False
    path = invited(noa)
    fresh, another = browser(), browser()
    assert fresh.get(reverse("sign_up")).status_code == 403
    for one in (fresh, another):
        one.get(path)
        assert one.get(reverse("sign_up")).status_code == 200
    data = PASSPHRASE | {"name": "Kim", "zone": "Europe/Vienna"}
    assert fresh.post(reverse("sign_up"), data).headers["Location"] == reverse("sign_up_code")
    assert another.post(reverse("sign_up"), data | {"name": "Alex"}).status_code == 403
    assert Account.objects.count() == 2
    fresh.post(reverse("sign_up_code"))
    intro = fresh.post(reverse("sign_up_pin"), {"skip": "1"}).headers["Location"]
    assert 'href="/with/">Skip the introduction' in text(fresh.get(intro))
    assert fresh.post("/with/").headers["Location"] == reverse("pairing_ours")
    assert "What you and Noa share" in text(fresh.get(reverse("pairing_ours")))
    # The link is put aside with it.
    assert fresh.cookies[link.LINK_COOKIE].value == ""


def test_a_wrong_try_at_signing_up_uses_nothing_up(noa, settings):
    settings.BOTHAND_OPEN = False
    fresh = browser()
    fresh.get(invited(noa))
    data = PASSPHRASE | {"name": "Kim", "zone": "Europe/Vienna"}
    assert fresh.post(reverse("sign_up"), data | {"again_password": "another one"}).status_code == 422
    assert fresh.post(reverse("sign_up"), data).status_code == 302


def test_not_now_forgets_the_link_in_this_browser_only(noa, sam):
    path = invited(noa)
    sam.client.get(path)
    sam.client.post(reverse("pairing_put_aside"))
    assert "This link doesn’t open anything" in text(sam.client.get("/with/"))
    sam.client.get(path)
    assert "Noa has invited you." in text(sam.client.get("/with/"))


@pytest.mark.parametrize("text_of_link", ["x", "A" * 22, "%00", "A" * 400, "-" * 22, "zażółć"])
def test_an_odd_link_leads_to_a_page_that_says_so(text_of_link, anyone):
    anyone.get(f"/with/{text_of_link}/")
    assert "This link doesn’t open anything" in text(anyone.get("/with/"))


def test_a_second_device_learns_of_it_at_its_next_page(noa, sam):
    other = noa.another_device()
    sam.client.get(invited(noa))
    sam.client.post("/with/")
    noa.client.get(reverse("pairing_invite"))
    assert "What you and Sam share" in text(other.client.get(reverse("pairing_ours")))


def test_solo_stays_whole(noa, sam):
    noa.mine.add(Entry(day=noa_day(), text="from before"))
    sam.client.get(invited(noa))
    sam.client.post("/with/")
    assert "from before" in text(noa.client.get(reverse("journal_list")))


def noa_day():
    from bothand.accounts import wall_clock

    return wall_clock.today_in("UTC")


def test_after_somebody_knew_it_ours_waits_for_a_fresh_link(couple):
    noa, sam = couple
    new = "a wholly new password, for later"
    data = {
        "password": noa.password,
        "which": "own",
        "new_password": new,
        "again_password": new,
        "way": "known",
    }
    assert noa.client.post(reverse("account_password"), data).status_code == 302
    page = text(noa.client.get(reverse("pairing_ours")))
    assert "Make a fresh link" in page
    refused = noa.client.post(reverse("pairing_thanks"), {"text": "For the long walk home", "id": "ab" * 16})
    assert refused.status_code == 409
    assert "For the long walk home" in text(refused)
    noa.client.post(reverse("pairing_invite"))
    sam.client.get(link_of(noa))
    assert "A fresh link from Noa" in text(sam.client.get("/with/"))
    assert sam.client.post("/with/").headers["Location"] == reverse("pairing_ours")
    assert (
        sam.client.post(reverse("pairing_thanks"), {"text": "Back again", "id": "cd" * 16}).status_code == 302
    )
    noa.client.get(reverse("pairing_ours"))
    assert "Back again" in text(noa.client.get(reverse("pairing_thanks")))
    assert noa.client.post(reverse("pairing_thanks"), {"text": "Me too", "id": "ef" * 16}).status_code == 302
    assert "Me too" in text(sam.client.get(reverse("pairing_thanks")))


def test_a_fresh_link_is_for_the_two_alone(couple, robin):
    noa, _sam = couple
    new = "a wholly new password, for later"
    data = {
        "password": noa.password,
        "which": "own",
        "new_password": new,
        "again_password": new,
        "way": "known",
    }
    noa.client.post(reverse("account_password"), data)
    noa.client.post(reverse("pairing_invite"))
    robin.client.get(link_of(noa))
    answer = robin.client.post("/with/")
    assert answer.status_code == 409
    assert "for somebody else" in text(answer)


def test_a_name_that_is_html_is_text(db, sam):
    odd = person("odd", chosen=Settings(name="<script>alert(1)</script>", zone="UTC"))
    sam.client.get(invited(odd))
    shown = text(sam.client.get("/with/"))
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_the_door_says_when_it_is_open_by_a_link(noa, settings):
    settings.BOTHAND_OPEN = False
    fresh = browser()
    assert "Start, alone or with someone" not in text(fresh.get(reverse("sign_in")))
    fresh.get(invited(noa))
    assert "Start, alone or with someone" in text(fresh.get(reverse("sign_in")))
    assert pairing.admits_new(b"") is False
