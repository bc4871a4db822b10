"""My values: picked from cards and written, then put in an order."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.single import SingleView
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import OrderForm, ValuesForm
from bothand.rooms.ground.pages import OrderPage, ValuesPage, VersionsOfSheetPage
from bothand.rooms.ground.records import Value, Values
from bothand.rooms.ground.views.sheets import Fields, SheetView
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Missing


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
        return ValuesPage(form=form, ordered=bool(self.read(old).ranked))

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
            return OrderForm(sent, ranked=ranked)
        return OrderForm(ranked=ranked, initial={"revision": old.revision if old else 0, "shown": ranked})

    def build(self, form: OrderForm, old: Opened[Values] | None) -> Values:
        if old is None:
            raise Missing
        return Values(ranked=_place_values(old.record, form))

    def page(self, form: OrderForm, _old: Opened[Values] | None) -> OrderPage:
        return OrderPage(form=form, many=len(form.places))

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
        return reverse("ground_all")


def _place_values(there: Values, form: OrderForm) -> tuple[Value, ...]:
    """The values that are there in the order that was given, seen from the order that was shown."""
    shown = form.cleaned_data["shown"]
    place = {key: at for at, key in enumerate(shown)}
    stood = sorted(there.ranked, key=lambda one: place.get(rules.key_of(one), len(shown)))
    return rules.place_values(stood, form.numbers)


def _list_values(record: Values) -> str:
    rows = (f"{at}. {labels.value_name(one)}" for at, one in enumerate(record.ranked, start=1))
    return "\n".join(rows) or _("none")
