"""What both revealed, in words: overlaps first, then where they differ, then what one of them showed.

A difference can go on from here as a draft, within what its area allows (`rules.drafts_of_area`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bothand.domain.dials import Dial
from bothand.kit import drafts
from bothand.kit.drafts import Hand
from bothand.kit.manifest import DraftName
from bothand.kit.reveal import Laid
from bothand.rooms.ground import labels
from bothand.rooms.ground.comparison import rules, store
from bothand.rooms.ground.comparison.pages import Group, Row
from bothand.rooms.ground.records import PARTNER, Pursuit, Reliance, Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """The groups of a page; the picture where there is one; `unread` counts what could not be read."""

    groups: tuple[Group, ...]
    unread: int
    picture: rules.Picture | None = None


Compare = Callable[[Laid, Laid, str], Comparison]


def _drop_empty(*groups: Group) -> tuple[Group, ...]:
    return tuple(one for one in groups if one.rows)


def _find_hands(names: Iterable[DraftName], text: str, area: str = "") -> tuple[Hand, ...]:
    return drafts.find_hands(*names, text=text, area=area)


def present_values(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Values: those of both, by how high they stand with both; then each one's."""
    own, other = store.read_values(mine), store.read_values(theirs)
    met = rules.compare_values(own.items, other.items, labels.value_name)

    def say_place(one: Value, side: tuple[Value, ...]) -> str:
        return _("number %(at)d of %(many)d shown") % {"at": side.index(one) + 1, "many": len(side)}

    def describe_single(one: Value) -> Row:
        called = labels.value_name(one)
        text = _("What “%(value)s” means to each of us") % {"value": called}
        return Row(head=called, hands=_find_hands(rules.drafts_of_area("beliefs"), text, "beliefs"))

    both = tuple(
        Row(
            head=labels.value_name(one),
            lines=((_("You"), say_place(one, own.items)), (name, say_place(their, other.items))),
        )
        for one, their in met.both
    )
    groups = _drop_empty(
        Group(key="both", head=_("These matter to both of you"), rows=both),
        Group(
            key="mine",
            head=_("You showed these"),
            about=_("They may matter to %(name)s all the same.") % {"name": name},
            rows=tuple(map(describe_single, met.mine)),
        ),
        Group(
            key="theirs",
            head=_("%(name)s showed these") % {"name": name},
            about=_(
                "You could ask what each word means to the other. Two people often mean different things by the same word."
            ),
            rows=tuple(map(describe_single, met.theirs)),
        ),
    )
    return Comparison(groups, own.unread + other.unread)


def present_pursuits(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Interests and goals: those of both; then each one's."""
    own, other = store.read_pursuits(mine), store.read_pursuits(theirs)
    met = rules.compare_pursuits(own.items, other.items)

    def describe_single(one: Pursuit, *, by_me: bool) -> Row:
        whose = labels.WHOSE_MINE if by_me else labels.WHOSE
        who = _("You") if by_me else name
        return Row(
            head=one.words,
            lines=((who, f"{labels.WHAT[one.what]}, {whose[one.whose]}"),),
            hands=_find_hands(
                rules.drafts_of_pursuit(one, by_me=by_me),
                one.words,
                "time" if one.what == "interest" else "plans",
            ),
        )

    both = tuple(
        Row(
            head=one.words,
            lines=((_("You"), str(labels.WHOSE_MINE[one.whose])), (name, str(labels.WHOSE[their.whose]))),
        )
        for one, their in met.both
    )
    groups = _drop_empty(
        Group(key="both", head=_("You two meet in these"), rows=both),
        Group(
            key="mine",
            head=_("You wrote these"),
            about=_("Different words may mean the same thing, so it is worth reading both lists."),
            rows=tuple(describe_single(one, by_me=True) for one in met.mine),
        ),
        Group(
            key="theirs",
            head=_("%(name)s wrote these") % {"name": name},
            about=_("What %(name)s keeps as their own is up to them: it needs nobody's yes.")
            % {"name": name},
            rows=tuple(describe_single(one, by_me=False) for one in met.theirs),
        ),
    )
    return Comparison(groups, own.unread + other.unread)


def present_dials(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Dials: much the same first, then apart, then what one of them showed."""
    own, other = store.read_dials(mine), store.read_dials(theirs)
    turned = rules.compare_dials(own.items, other.items)

    def make_row(pair: tuple[Dial, Dial], *, on: bool = False) -> Row:
        area = labels.area_name(pair[0].area)
        said = ((_("You"), labels.say_dial(pair[0])), (name, labels.say_dial(pair[1])))
        text = _("%(area)s: how much is each one's own, and how much is shared?") % {"area": area}
        becomes = rules.drafts_of_area(pair[0].area) if on else ()
        return Row(
            head=area,
            lines=tuple(line for line in said if line[1]),
            hands=_find_hands(becomes, text, pair[0].area),
        )

    groups = _drop_empty(
        Group(
            key="near", head=_("Here you see and wish much the same"), rows=tuple(map(make_row, turned.near))
        ),
        Group(
            key="apart",
            head=_("Here you see or wish it differently"),
            about=_(
                "Neither is the right one. You could first ask what each of you would lose, and what you would gain."
            ),
            rows=tuple(make_row(pair, on=True) for pair in turned.apart),
        ),
        Group(
            key="single",
            head=_("Nothing to compare here yet"),
            rows=tuple(map(make_row, turned.single)),
        ),
    )
    pairs = (*turned.near, *turned.apart)
    return Comparison(
        groups, own.unread + other.unread, rules.draw_dials(pairs, labels.area_name) if pairs else None
    )


def present_reliances(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """On whom: on each other first, then one way, then elsewhere, then what one of them showed."""
    own, other = store.read_reliances(mine), store.read_reliances(theirs)
    leant = rules.compare_reliances(own.items, other.items)
    on_mine = {**labels.ON_MINE, PARTNER: _("on %(name)s") % {"name": name}}
    on_theirs = {**labels.ON, PARTNER: _("on you"), "self": _("on themselves")}

    def make_row(one: Reliance | None, their: Reliance | None, *, on: bool = False) -> Row:
        card = (one or their or Reliance("", PARTNER)).card
        area = labels.reliance_area(card)
        lines = (
            (_("You"), str(on_mine[one.on]) if one else ""),
            (name, str(on_theirs[their.on]) if their else ""),
        )
        what = labels.reliance_text(card)
        text = _("%(what)s: who does each of us lean on?") % {"what": what}
        return Row(
            head=what,
            lines=tuple(line for line in lines if line[1]),
            hands=_find_hands(rules.drafts_of_area(area) if on else (), text, area),
        )

    single = (
        *(make_row(one, None) for one in leant.single.mine),
        *(make_row(None, one) for one in leant.single.theirs),
    )
    groups = _drop_empty(
        Group(
            key="each",
            head=_("For these you lean on each other"),
            rows=tuple(make_row(*pair) for pair in leant.each_other),
        ),
        Group(
            key="elsewhere",
            head=_("For these you both lean on others, or on yourselves"),
            about=_("Leaning on friends, on others or on oneself is good too."),
            rows=tuple(make_row(*pair) for pair in leant.elsewhere),
        ),
        Group(
            key="on-theirs",
            head=_("For these you lean on %(name)s") % {"name": name},
            about=_("It need not go both ways."),
            rows=tuple(make_row(*pair, on=True) for pair in leant.on_theirs),
        ),
        Group(
            key="on-mine",
            head=_("For these %(name)s leans on you") % {"name": name},
            about=_("You decide what you can give, and what you can't."),
            rows=tuple(make_row(*pair, on=True) for pair in leant.on_mine),
        ),
        Group(key="single", head=_("One of you showed these"), rows=single),
    )
    return Comparison(groups, own.unread + other.unread)


PRESENT: dict[str, Compare] = {
    store.VALUES.name: present_values,
    store.PURSUITS.name: present_pursuits,
    store.DIALS.name: present_dials,
    store.RELIANCE.name: present_reliances,
}
