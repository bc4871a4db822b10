"""My values: picked from cards and written, then put in an order."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import OrderForm, ValuesForm
from bothand.rooms.ground.pages import OrderPage, ValuesPage, VersionsOfSheetPage
from bothand.rooms.ground.records import Value, Values
from bothand.rooms.ground.views.sheets import Fields, SheetEditor, edit_sheet
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion


@READ_OR_WRITE
def edit_values(request: HttpRequest) -> HttpResponse:
    """The cards, and values of one's own."""
    return edit_sheet(request, VALUES)


@READ_OR_WRITE
def order_values(request: HttpRequest) -> HttpResponse:
    """A place for each. What another window added meanwhile keeps its place; another order there is shown."""
    space = Visit(request).mine
    if request.method != "POST":
        there = space.only(Values)
        ranked = there.record.ranked if there else ()
        form = OrderForm(ranked=ranked, initial={"revision": there.revision if there else 0, "shown": ranked})
        return render(request, OrderPage(form=form, many=len(ranked)))
    form = OrderForm(request.POST)
    try:
        there = space.only(Values)
        if there is None:
            return HttpResponseRedirect(reverse("ground_values"))
        form = OrderForm(request.POST, ranked=there.record.ranked)
        if not form.is_valid():
            return render(request, OrderPage(form=form, many=len(there.record.ranked)), status=422)
        mine = Values(ranked=_place_values(there.record, form))
        if mine != there.record:
            space.replace(there.seen_at(form.cleaned_data["revision"]), mine)
    except Conflict as conflict:
        if conflict.theirs is None:
            return HttpResponseRedirect(reverse("ground_values"))
        return render(
            request, _show_orders(form, conflict.theirs.record, conflict.theirs.revision), status=409
        )
    except (DidNotOpen, NewerVersion):
        form.is_valid()
        form.add_error(None, not_kept())
        return render(request, OrderPage(form=form, many=len(form.places)), status=409)
    return HttpResponseRedirect(reverse("ground_all"))


def _place_values(there: Values, form: OrderForm) -> tuple[Value, ...]:
    """The values that are there in the order that was given, seen from the order that was shown."""
    shown = form.cleaned_data["shown"]
    place = {key: at for at, key in enumerate(shown)}
    stood = sorted(there.ranked, key=lambda one: place.get(rules.key_of(one), len(shown)))
    return rules.place_values(stood, form.numbers)


def _show_orders(form: OrderForm, theirs: Values, revision: int) -> VersionsOfSheetPage:
    mine = Values(ranked=_place_values(theirs, form))
    keys = [rules.key_of(one) for one in mine.ranked]
    numbers = (Hidden(name=f"at_{key}", value=str(number)) for number, key in enumerate(keys, start=1))
    return VersionsOfSheetPage(
        pairs=(
            Both(label=_("Your order"), name="order", mine=_list_values(mine), theirs=_list_values(theirs)),
        ),
        action=reverse("ground_order"),
        back_to=reverse("ground_all"),
        hidden=(
            Hidden(name="revision", value=str(revision)),
            Hidden(name="shown", value=" ".join(keys)),
            *numbers,
        ),
        typed=False,
    )


def _values_page(form: ValuesForm, there: Values, _name: str) -> ValuesPage:
    return ValuesPage(form=form, ordered=bool(there.ranked))


def _values_fields(record: Values) -> Fields:
    own = "\n".join(one.words for one in record.ranked if not one.card)
    return {"cards": [one.card for one in record.ranked if one.card], "own": own}


def _values_pairs(mine: Values, theirs: Values, _name: str) -> tuple[Both, ...]:
    return (
        Both(
            label=_("What counts most for you"),
            name="values",
            mine=_list_values(mine),
            theirs=_list_values(theirs),
        ),
    )


def _list_values(record: Values) -> str:
    rows = (f"{at}. {labels.value_name(one)}" for at, one in enumerate(record.ranked, start=1))
    return "\n".join(rows) or _("none")


VALUES: SheetEditor[Values] = SheetEditor(
    nothing=Values(),
    form=ValuesForm,
    page=_values_page,
    joined=rules.merge_values,
    fields=_values_fields,
    pairs=_values_pairs,
    typed=False,
    url="ground_values",
    after="ground_order",
)
