"""How the harness reaches the pages and forms of *pairing*."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from bothand.accounts.meeting_place import Meeting
from bothand.accounts.visits import VisitNote
from bothand.kit import registry, reveal
from bothand.kit.tests.cases import (
    LOOK,
    PRESS,
    PRESS_AT,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.pairing import pages
from bothand.rooms.pairing.forms import ChooseForm, LeaveForm, ThanksForm
from bothand.rooms.pairing.records import SharedPage, Thanks
from bothand.vault.randomness import new_id

SENT = bytes(range(16))
"""The id of a form that was sent before."""

_PAGE = SharedPage(
    day=date(2026, 1, 1),
    heading="A page about the choir, and about rust",
    pairs=(("Your words", "The choir again, after two years. My voice was rusty and nobody minded."),),
    room="inner",
)


def some_pages(stage: Stage) -> Kwargs:
    """A page of each of the two, and thanks from each."""
    for number, ours in enumerate((stage.both, stage.partner.both)):
        day = stage.today - timedelta(days=number)
        ours.add(SharedPage(day=day, heading=_PAGE.heading, pairs=_PAGE.pairs, room=_PAGE.room))
        ours.add(Thanks(day=day, text="For the tea this morning, and for not asking."))
    return {}


def this_month(stage: Stage) -> Kwargs:
    """Pages and thanks, and the address of their month."""
    some_pages(stage)
    return {"month": f"{stage.today:%Y-%m}"}


def one_page(stage: Stage) -> Kwargs:
    """A page I shared, and its address."""
    page = SharedPage(day=stage.today, heading=_PAGE.heading, pairs=_PAGE.pairs, room=_PAGE.room)
    return {"hex_id": stage.both.add(page).hex}


def a_line_of_theirs(stage: Stage) -> Kwargs:
    """A line of thanks the other said, and its address."""
    return {"hex_id": stage.partner.both.add(Thanks(day=stage.today, text="For the soup, and the walk.")).hex}


def a_heart(_stage: Stage, _words: Words) -> Data:
    """One tap."""
    return {"on": "1"}


def one_line(stage: Stage) -> Kwargs:
    """A line of thanks I said, and its address."""
    return {"hex_id": stage.both.add(Thanks(day=stage.today, text="For the tea this morning.")).hex}


def a_page_of_mine(stage: Stage) -> Kwargs:
    """Something of *mine* of which a copy can be shared, and its address: the first that a room's cases make."""
    for made in _of_rooms("SHARED"):
        found: Kwargs = made(stage)
        return found
    msg = "no room lets anything be shared"
    raise LookupError(msg)


def something_to_reveal(stage: Stage) -> Kwargs:
    """Something two can reveal together, and its name: the first that a room's cases make."""
    for by_name in _of_rooms("REVEALED"):
        for name, made in by_name.items():
            made(stage)
            return {"name": name}
    msg = "no room lets anything be revealed"
    raise LookupError(msg)


def both_revealed(stage: Stage) -> Kwargs:
    """The same, once it was revealed."""
    kwargs = something_to_reveal(stage)
    what = registry.all_reveals()[kwargs["name"]]
    for one in (stage, stage.partner):
        something_to_reveal(one)
        offers = what.offers(one.mine, one.settings, one.today)
        laid = reveal.read_chosen(offers, [offer.key for offer in offers], one.today)
        Meeting(what.sort, one.account, one.mine, one.both, (), ()).lay(reveal.encode_answer(laid))
    return kwargs


def something_to_tell(stage: Stage) -> Kwargs:
    """What a visit noticed, which stands on *Today* from then on."""
    note = VisitNote(spent=1, tired=2, taken=3, taken_on=stage.today.isoformat(), blind=True)
    stage.mine.amend_only(VisitNote, lambda _old: note, note)
    return {}


def _of_rooms(name: str) -> Iterator[Any]:
    for room in registry.all_rooms():
        cases = import_module(f"bothand.rooms.{room.name}.tests.cases")
        if hasattr(cases, name):
            yield getattr(cases, name)


def thanks(_stage: Stage, words: Words) -> Data:
    """A line of thanks."""
    return {"id": new_id().hex(), "text": words("text")}


def thanked_before(stage: Stage) -> Kwargs:
    """A line under the id that the form is sent with."""
    stage.both.add(Thanks(day=stage.today, text="The soup."), SENT)
    return {}


def other_thanks(_stage: Stage, words: Words) -> Data:
    """The same form, with other words."""
    return {"id": SENT.hex(), "text": words("text")}


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


def a_note(stage: Stage, words: Words) -> Data:
    """Leaving with a note."""
    return {"how": "telling", "note": words("note"), "password": stage.password}


def all_of_it(stage: Stage, _words: Words) -> Data:
    """Everything there is to reveal."""
    what = next(iter(registry.all_reveals().values()))
    return {"keys": [one.key for one in what.offers(stage.mine, stage.settings, stage.today)]}


PAGES = (
    PageCase(url="pairing_ours", page=pages.AlonePage, alone=True),
    PageCase(url="pairing_ours", page=pages.OursPage, prepare=some_pages, paired=True),
    PageCase(url="pairing_pages", page=pages.SharedPagesPage, prepare=some_pages, paired=True),
    PageCase(url="pairing_month", page=pages.SharedPagesPage, prepare=this_month, paired=True),
    PageCase(url="pairing_reveals", page=pages.RevealsPage, paired=True, content=False),
    PageCase(url="pairing_invite", page=pages.InvitePage, alone=True),
    PageCase(url="pairing_join", page=pages.JoinPage, signed_out=True),
    PageCase(url="pairing_share", page=pages.SharePage, prepare=a_page_of_mine, paired=True),
    PageCase(url="pairing_page", page=pages.SharedPagePage, prepare=one_page, paired=True),
    PageCase(url="pairing_back", page=pages.BackPage, prepare=one_page, paired=True),
    PageCase(url="pairing_thanks", page=pages.ThanksPage, prepare=some_pages, paired=True),
    PageCase(url="pairing_thanks_month", page=pages.ThanksPage, prepare=this_month, paired=True),
    PageCase(url="pairing_thanks_back", page=pages.BackPage, prepare=one_line, paired=True),
    PageCase(
        url="pairing_leave", page=pages.LeavePage, prepare=something_to_tell, paired=True, content=False
    ),
    PageCase(url="pairing_kept", page=pages.KeptPage),
    PageCase(
        url="pairing_kept_month",
        page=pages.KeptPage,
        prepare=lambda stage: {"month": f"{stage.today:%Y-%m}"},
        content=False,
    ),
    PageCase(url="pairing_reveal", page=pages.RevealPage, prepare=both_revealed, paired=True),
)
FORMS = (
    FormCase(url="pairing_invite", form=None, data=nothing_typed),
    FormCase(url="pairing_take_back", form=None, data=nothing_typed),
    FormCase(url="pairing_join", form=None, data=nothing_typed),
    FormCase(url="pairing_put_aside", form=None, data=nothing_typed),
    FormCase(url="pairing_share", form=None, prepare=a_page_of_mine, data=nothing_typed, paired=True),
    FormCase(url="pairing_back", form=None, prepare=one_page, data=nothing_typed, paired=True),
    FormCase(url="pairing_thanks", form=ThanksForm, data=thanks, paired=True),
    FormCase(
        url="pairing_thanks",
        form=ThanksForm,
        prepare=thanked_before,
        data=other_thanks,
        paired=True,
        shows=pages.TwoThanksPage,
    ),
    FormCase(url="pairing_thanks_back", form=None, prepare=one_line, data=nothing_typed, paired=True),
    FormCase(url="pairing_heart", form=None, prepare=a_line_of_theirs, data=a_heart, paired=True),
    FormCase(url="pairing_leave", form=LeaveForm, data=a_note, paired=True, ends=True),
    FormCase(
        url="pairing_reveal",
        form=ChooseForm,
        prepare=something_to_reveal,
        data=all_of_it,
        paired=True,
        unseen=True,
    ),
    FormCase(
        url="pairing_reveal_off",
        form=None,
        prepare=something_to_reveal,
        data=nothing_typed,
        paired=True,
        unseen=True,
    ),
)
LEADS_ON = ("pairing_link",)
# Read while *mine* is locked, written when it is open; nowhere for one alone.
_BETWEEN = Line(
    owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405), alone=(404, 404, 405)
)
ACTORS = {
    "pairing_ours": Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405)),
    "pairing_pages": Line(
        owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405), alone=(302, 302, 405)
    ),
    "pairing_month": _BETWEEN,
    "pairing_reveals": Line(
        owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(302, 302, 405)
    ),
    "pairing_invite": Line(
        owner=(302, 302, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(200, 200, 302)
    ),
    "pairing_take_back": PRESS,
    "pairing_join": Line(owner=(200, 200, 200), locked=(200, 200, 200), anonymous=(200, 200, 200)),
    "pairing_put_aside": Line(owner=(405, 405, 302), locked=(405, 405, 302), anonymous=(405, 405, 302)),
    "pairing_link": Line(owner=(302, 302, 405), locked=(302, 302, 405), anonymous=(302, 302, 405)),
    "pairing_share": WRITE_AT,
    "pairing_page": Line(
        owner=(404, 404, 405), locked=(404, 404, 405), anonymous=(302, 302, 405), alone=(404, 404, 405)
    ),
    "pairing_back": Line(
        owner=(404, 404, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(404, 404, 404)
    ),
    "pairing_thanks": Line(
        owner=(200, 200, 422), locked=(200, 200, 403), anonymous=(302, 302, 403), alone=(404, 404, 404)
    ),
    "pairing_thanks_month": _BETWEEN,
    "pairing_thanks_back": Line(
        owner=(404, 404, 302), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(404, 404, 404)
    ),
    "pairing_heart": PRESS_AT,
    "pairing_leave": Line(
        owner=(200, 200, 422), locked=(403, 403, 403), anonymous=(302, 302, 403), alone=(302, 302, 302)
    ),
    "pairing_kept": LOOK,
    "pairing_kept_month": LOOK,
    "pairing_reveal": WRITE_AT,
    "pairing_reveal_off": PRESS_AT,
}
