"""My values: picked from cards and written, then put in an order."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.content.ground import value_cards
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.single import SingleView
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import OrderForm, ValuesForm
from bothand.rooms.ground.pages import (
    DeckCard,
    OrderPage,
    Ranked,
    Ranking,
    ValuesPage,
    VersionsOfSheetPage,
)
from bothand.rooms.ground.records import Value, Values
from bothand.rooms.ground.views.sheets import Fields, SheetView
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Missing

A_TURN: Final = 4
"""So many cards are looked at at a time."""
STEPS: Final = {"up": -1, "down": 1}


@READ_OR_WRITE
def edit_values(request: HttpRequest) -> HttpResponse:
    """The cards, and values of one's own."""
    return ValuesView(request).edit()


@READ_OR_WRITE
def order_values(request: HttpRequest) -> HttpResponse:
    """A place for each. What another window added meanwhile keeps its place; another order there is shown."""
    try:
        return OrderView(request).edit()
    except Missing:
        return HttpResponseRedirect(reverse("ground_values"))


class ValuesView(SheetView[Values]):
    """The values I picked."""

    kind = Values
    form_type = ValuesForm
    url = "ground_values"
    after = "ground_order"

    def page(self, form: ValuesForm, old: Opened[Values] | None) -> ValuesPage:
        deck, chosen = value_cards(text_language()), list(form["cards"].value() or ())
        turn = _read_turn(self.request)
        shown = deck[turn * A_TURN :][:A_TURN]
        if form.is_bound and form.errors:
            # Which could wait? Those that were ticked are the ones to look at.
            shown = tuple(one for one in deck if one.id in chosen) or shown
        ids = {one.id for one in shown}
        count = len(chosen) + len(rules.split_lines(form["own"].value() or ""))
        return ValuesPage(
            form=form,
            cards=tuple(
                DeckCard(id=one.id, name=one.name, line=one.line, ticked=one.id in chosen) for one in shown
            ),
            held=tuple(one for one in chosen if one not in ids),
            turn=turn,
            chosen=count,
            beads=tuple((10 + 18 * number, number < count) for number in range(rules.MOST_VALUES)),
            ranking=_rank_values(old, turn=str(turn)),
        )

    def address(self) -> str:
        if self.request.POST.get("go") != "next":
            return super().address()
        turns = -(-len(value_cards(text_language())) // A_TURN)
        return f"{reverse('ground_values')}?at={(_read_turn(self.request) + 1) % turns}"

    def list_fields(self, record: Values) -> Fields:
        own = "\n".join(one.words for one in record.ranked if not one.card)
        return {"cards": [one.card for one in record.ranked if one.card], "own": own}

    def pair(self, mine: Values, theirs: Values) -> tuple[Both, ...]:
        lists = _list_values(mine), _list_values(theirs)
        return (Both(label=labels.SHEETS["values"], name="values", mine=lists[0], theirs=lists[1]),)


class OrderView(SingleView[Values, OrderForm]):
    """The order of my values. Raises Missing where there are none to put in order any more."""

    kind = Values

    def make_form(self, old: Opened[Values] | None, sent: QueryDict | None = None) -> OrderForm:
        ranked = old.record.ranked if old else ()
        if sent is not None:
            return OrderForm(_move_value(sent), ranked=ranked)
        return OrderForm(ranked=ranked, initial={"revision": old.revision if old else 0, "shown": ranked})

    def build(self, form: OrderForm, old: Opened[Values] | None) -> Values:
        if old is None:
            raise Missing
        return Values(ranked=_place_values(old.record, form))

    def page(self, form: OrderForm, old: Opened[Values] | None) -> OrderPage:
        return OrderPage(form=form, ranking=_rank_values(old))

    def compare(self, record: Values, theirs: Opened[Values]) -> VersionsOfSheetPage:
        keys = [rules.key_of(one) for one in record.ranked]
        numbers = (Hidden(name=f"at_{key}", value=str(number)) for number, key in enumerate(keys, start=1))
        lists = _list_values(record), _list_values(theirs.record)
        return VersionsOfSheetPage(
            pairs=(Both(label=_("Your order"), name="order", mine=lists[0], theirs=lists[1]),),
            action=reverse("ground_order"),
            back_to=self.address(),
            hidden=(
                Hidden(name="revision", value=str(theirs.revision)),
                Hidden(name="shown", value=" ".join(keys)),
                *numbers,
            ),
            typed=False,
        )

    def address(self) -> str:
        if not self.request.POST.get("move"):
            return reverse("ground_all")
        turn = self.request.POST.get("from", "")
        return f"{reverse('ground_values')}?at={_read_number(turn)}" if turn else reverse("ground_order")


def _read_turn(request: HttpRequest) -> int:
    """Which few cards are shown, as the form or the address names them; the first for anything odd."""
    turns = -(-len(value_cards(text_language())) // A_TURN)
    return _read_number(request.POST.get("at") or request.GET.get("at", "")) % turns


def _read_number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0


def _rank_values(old: Opened[Values] | None, *, turn: str = "") -> Ranking:
    ranked = old.record.ranked if old else ()
    keys = [rules.key_of(one) for one in ranked]
    return Ranking(
        revision=old.revision if old else 0,
        shown=" ".join(keys),
        values=tuple(
            Ranked(key=key, name=labels.value_name(one), number=number)
            for number, (key, one) in enumerate(zip(keys, ranked, strict=True), start=1)
        ),
        turn=turn,
    )


def _move_value(sent: QueryDict) -> QueryDict:
    """What was sent, with a number for each value where the button of one says up or down."""
    key, _space, way = sent.get("move", "").partition(" ")
    keys = sent.get("shown", "").split()
    if key not in keys or way not in STEPS:
        return sent
    at = keys.index(key)
    to = min(max(at + STEPS[way], 0), len(keys) - 1)
    keys.insert(to, keys.pop(at))
    moved = sent.copy()
    for number, one in enumerate(keys, start=1):
        moved[f"at_{one}"] = str(number)
    return moved


def _place_values(there: Values, form: OrderForm) -> tuple[Value, ...]:
    """The values that are there in the order that was given, seen from the order that was shown."""
    shown = form.cleaned_data["shown"]
    place = {key: at for at, key in enumerate(shown)}
    stood = sorted(there.ranked, key=lambda one: place.get(rules.key_of(one), len(shown)))
    return rules.place_values(stood, form.numbers)


def _list_values(record: Values) -> str:
    rows = (f"{at}. {labels.value_name(one)}" for at, one in enumerate(record.ranked, start=1))
    return "\n".join(rows) or _("none")
