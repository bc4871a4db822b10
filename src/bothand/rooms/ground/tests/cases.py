"""How the harness reaches the pages and forms of *ground*."""

from collections.abc import Callable
from typing import TypeVar

from bothand.accounts.meeting_place import Meeting
from bothand.domain.dials import AREAS, Dial, Dials
from bothand.kit import reveal
from bothand.kit.reveal import Reveal
from bothand.kit.tests.cases import (
    LOOK,
    LOOK_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
    nothing,
)
from bothand.rooms.ground import pages, rules
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.comparison.pages import ComparisonPage
from bothand.rooms.ground.forms import DialsForm, OrderForm, PursuitsForm, ReliancesForm, ValuesForm
from bothand.rooms.ground.records import Pursuit, Pursuits, Reliance, Reliances, Value, Values
from bothand.shell.forms import Form
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)
Prepared = tuple[Callable[[Stage], Kwargs], Callable[[Stage, Words], Data]]
ON_BOTH = (
    ("V01", "V02", "V04", "V08"),
    ("V11", "V02", "V05", "V01"),
)
NOW = ((3, 4, 5, 3, 2, 4, 3, 4, 2, 1), (2, 4, 4, 3, 4, 4, 3, 4, 1, 1))
WISH = ((2, 4, 3, 3, 2, 5, 4, 4, 2, 1), (4, 4, 4, 2, 4, 4, 4, 4, 2, 3))
ON = (("partner", "others", "partner", "self"), ("partner", "partner", "self", "self"))
KEPT = Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
"""A page whose form may be sent with nothing in it: all of it can be left open."""


def _put(space: Space, record: R) -> R:
    there = space.only(type(record))
    if there is None:
        space.add(record)
    elif there.record != record:
        space.replace(there, record)
    return record


def _side(stage: Stage) -> int:
    """Which of two sets somebody gets, so that two who show each other differ."""
    return 0 if stage.other is not None or stage.ours is None else 1


def some_values(stage: Stage) -> Kwargs:
    """Four values, one of them in own words."""
    cards = ON_BOTH[_side(stage)]
    _put(
        stage.mine,
        Values(ranked=(*(Value(one) for one in cards), Value(words="Quiet mornings with the radio on"))),
    )
    return {}


def some_pursuits(stage: Stage) -> Kwargs:
    """Interests and goals: some meet, some don't."""
    own = (
        Pursuit("interest", "shared", "Cooking for friends on Sundays"),
        Pursuit("interest", "mine", "The choir in the old school"),
        Pursuit("goal", "try", "A year in another country"),
    )
    other = (
        Pursuit("interest", "mine", "cooking for friends on Sundays"),
        Pursuit("interest", "mine", "Football on Thursday evenings"),
        Pursuit("goal", "shared", "A garden that feeds us in summer"),
    )
    _put(stage.mine, Pursuits(listed=(own, other)[_side(stage)]))
    return {}


def some_dials(stage: Stage) -> Kwargs:
    """Ten dials."""
    side = _side(stage)
    rows = zip(AREAS, NOW[side], WISH[side], strict=True)
    _put(stage.mine, Dials(set=tuple(Dial(area, now, wish) for area, now, wish in rows)))
    return {}


def some_reliances(stage: Stage) -> Kwargs:
    """On whom somebody leans for a few things."""
    sides = ON[_side(stage)]
    cards = ("R01", "R07", "R13", "R16")
    _put(
        stage.mine, Reliances(sorted=tuple(Reliance(card, on) for card, on in zip(cards, sides, strict=True)))
    )
    return {}


def all_of_it(stage: Stage) -> Kwargs:
    """Every sheet."""
    for made in REVEALED.values():
        made(stage)
    return {}


def shown(what: Reveal) -> Callable[[Stage], Kwargs]:
    """A builder: one sheet, shown to each other whole."""

    def prepare(stage: Stage) -> Kwargs:
        for one in (stage, stage.partner):
            REVEALED[what.name](one)
            offers = what.offers(one.mine, one.settings, one.today)
            laid = reveal.read_chosen(offers, [offer.key for offer in offers], one.today)
            Meeting(what.sort, one.account, one.mine, one.both, (), ()).lay(reveal.encode_answer(laid))
        return {"name": what.name}

    return prepare


def values_changed(stage: Stage) -> Kwargs:
    """Values that were picked in another window meanwhile."""
    some_values(stage)
    _put(stage.mine, Values(ranked=(Value("V20"), Value("V21"))))
    return {}


def order_changed(stage: Stage) -> Kwargs:
    """Values that were put in another order in another window."""
    some_values(stage)
    there = stage.mine.only(Values)
    assert there is not None
    stage.mine.replace(there, Values(ranked=there.record.ranked[::-1]))
    return {}


def pursuits_changed(stage: Stage) -> Kwargs:
    """Interests that were written in another window."""
    some_pursuits(stage)
    _put(stage.mine, Pursuits(listed=(Pursuit("interest", "try", "Sailing, in the other window"),)))
    return {}


def dials_changed(stage: Stage) -> Kwargs:
    """Dials that were turned in another window."""
    some_dials(stage)
    _put(stage.mine, Dials(set=(Dial("money", 1, 1),)))
    return {}


def reliances_changed(stage: Stage) -> Kwargs:
    """On whom one leans, sorted in another window."""
    some_reliances(stage)
    _put(stage.mine, Reliances(sorted=(Reliance("R02", "self"),)))
    return {}


def _revision(stage: Stage, kind: type[Record]) -> str:
    there = stage.mine.only(kind)
    return str(there.revision) if there else "0"


def new_values(stage: Stage, words: Words) -> Data:
    """Three cards and a value of one's own."""
    return {"cards": ["V03", "V06", "V09"], "own": words("own"), "revision": _revision(stage, Values)}


def values_from_before(_stage: Stage, words: Words) -> Data:
    """The same, from a window that does not know of the other."""
    return {"cards": ["V03"], "own": words("own"), "revision": "0"}


def new_order(stage: Stage, _words: Words) -> Data:
    """The last value comes first."""
    there = stage.mine.only(Values)
    ranked = there.record.ranked if there else ()
    places = {f"at_{rules.key_of(one)}": at for at, one in enumerate(ranked, start=1)}
    if ranked:
        places[f"at_{rules.key_of(ranked[-1])}"] = 1
    return {"revision": _revision(stage, Values), "shown": " ".join(map(rules.key_of, ranked)), **places}


def order_from_before(stage: Stage, words: Words) -> Data:
    """The same, from a window that does not know of the other."""
    return {**new_order(stage, words), "revision": "0"}


def new_pursuits(stage: Stage, words: Words) -> Data:
    """A line under each heading."""
    fields = [name for name in PursuitsForm.base_fields if name != "revision"]
    return {**{name: words(name) for name in fields}, "revision": _revision(stage, Pursuits)}


def pursuits_from_before(stage: Stage, words: Words) -> Data:
    """The same, from a window that does not know of the other."""
    return {**new_pursuits(stage, words), "revision": "0"}


def new_dials(stage: Stage, _words: Words) -> Data:
    """Two dials are turned."""
    return {"now_0": "2", "wish_0": "4", "wish_7": "3", "revision": _revision(stage, Dials)}


def dials_from_before(_stage: Stage, _words: Words) -> Data:
    """The same, from a window that does not know of the other."""
    return {"now_0": "2", "wish_0": "4", "revision": "0"}


def new_reliances(stage: Stage, _words: Words) -> Data:
    """Three things are sorted."""
    return {
        "on_R01": "others",
        "on_R02": "partner",
        "on_R03": "self",
        "revision": _revision(stage, Reliances),
    }


def reliances_from_before(_stage: Stage, _words: Words) -> Data:
    """The same, from a window that does not know of the other."""
    return {"on_R01": "others", "revision": "0"}


REVEALED = {"values": some_values, "pursuits": some_pursuits, "dials": some_dials, "reliance": some_reliances}
PAGES = (
    PageCase(url="ground_all", page=pages.OverviewPage, prepare=all_of_it),
    PageCase(url="ground_values", page=pages.ValuesPage, prepare=some_values),
    PageCase(url="ground_order", page=pages.OrderPage, prepare=some_values),
    PageCase(url="ground_pursuits", page=pages.PursuitsPage, prepare=some_pursuits),
    PageCase(url="ground_dials", page=pages.DialsPage, prepare=some_dials),
    PageCase(url="ground_reliance", page=pages.ReliancesPage, prepare=some_reliances),
    *(
        PageCase(url="ground_comparison", page=ComparisonPage, prepare=shown(what), paired=True)
        for what in store.REVEALS
    ),
)


def two_windows(url: str, form: type[Form], fresh: Prepared, late: Prepared) -> tuple[FormCase, FormCase]:
    """A sheet's form, and what an old window sends over what another wrote: both are shown then."""
    (first, data), (other, old) = fresh, late
    return (
        FormCase(url=url, form=form, prepare=first, data=data),
        FormCase(url=url, form=form, prepare=other, data=old, shows=pages.VersionsOfSheetPage),
    )


FORMS = (
    *two_windows("ground_values", ValuesForm, (nothing, new_values), (values_changed, values_from_before)),
    *two_windows("ground_order", OrderForm, (some_values, new_order), (order_changed, order_from_before)),
    *two_windows(
        "ground_pursuits", PursuitsForm, (nothing, new_pursuits), (pursuits_changed, pursuits_from_before)
    ),
    *two_windows("ground_dials", DialsForm, (nothing, new_dials), (dials_changed, dials_from_before)),
    *two_windows(
        "ground_reliance", ReliancesForm, (nothing, new_reliances), (reliances_changed, reliances_from_before)
    ),
)
ACTORS = {
    "ground_all": LOOK,
    "ground_values": KEPT,
    "ground_order": KEPT,
    "ground_pursuits": KEPT,
    "ground_dials": KEPT,
    "ground_reliance": KEPT,
    "ground_comparison": LOOK_AT,
}
