"""What both revealed, in words: overlaps first, then where they differ, then what one of them showed.

A difference can go on from here as a draft, within what its area allows (`rules.drafts_of_area`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.domain.dials import Dial
from bothand.kit import drafts
from bothand.kit.manifest import DraftName
from bothand.kit.reveal import Laid
from bothand.rooms.ground import labels
from bothand.rooms.ground.comparison import rules, store
from bothand.rooms.ground.comparison.pages import Group, Row, WayOn
from bothand.rooms.ground.records import INTEREST, PARTNER, Pursuit, Reliance, Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found, in a sentence and some more; the groups of a page; the pictures where there is one; the one way on.

    `unread` counts what could not be read.
    """

    groups: tuple[Group, ...]
    unread: int
    finding: str = ""
    about: str = ""
    picture: rules.Picture | None = None
    circles: rules.Circles | None = None
    way: WayOn | None = None


Compare = Callable[[Laid, Laid, str], Comparison]


def _drop_empty(*groups: Group) -> tuple[Group, ...]:
    return tuple(one for one in groups if one.rows)


def _find_way(head: str, names: Iterable[DraftName], text: str, area: str) -> WayOn | None:
    hands = drafts.find_hands(*names, text=text, area=area)
    return WayOn(head=head, hands=hands) if hands else None


def present_values(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Values: those of both, by how high they stand with both; then each one's."""
    own, other = store.read_values(mine), store.read_values(theirs)
    met = rules.compare_values(own.items, other.items, labels.value_name)
    both, only_mine, only_theirs = (
        tuple(map(labels.value_name, side)) for side in ([one for one, _ in met.both], met.mine, met.theirs)
    )
    finding = (
        ngettext("%(n)d thing matters to you both.", "%(n)d things matter to you both.", len(both))
        % {"n": len(both)}
        if both
        else _("You each showed other things.")
    )
    groups = _drop_empty(
        *(
            Group(key=key, head=head, about=about, rows=(Row(head=", ".join(map(labels.value_name, side))),))
            for key, head, about, side in (
                ("mine", _("You, in your order"), "", own.items),
                (
                    "theirs",
                    _("%(name)s, in their order") % {"name": name},
                    _("What one of you did not show may matter to them all the same."),
                    other.items,
                ),
            )
            if side
        )
    )
    return Comparison(
        groups,
        own.unread + other.unread,
        finding=finding,
        about=_say_places(met.both, own.items, other.items, name),
        circles=rules.draw_circles(only_mine, both, only_theirs),
        way=_lead_on_from_values(both, only_theirs or only_mine),
    )


def _say_places(
    both: tuple[tuple[Value, Value], ...], mine: tuple[Value, ...], theirs: tuple[Value, ...], name: str
) -> str:
    """Where what stands highest with both has its place with each, among what they showed."""
    if not both:
        return _("Two people often mean the same by different words, and different things by the same word.")
    one, their = both[0]
    places = {
        "value": labels.value_name(one),
        "name": name,
        "mine": mine.index(one) + 1,
        "theirs": theirs.index(their) + 1,
    }
    return (
        _("%(value)s is number %(mine)d of those you showed, and number %(theirs)d with %(name)s.") % places
    )


def _lead_on_from_values(both: tuple[str, ...], single: tuple[str, ...]) -> WayOn | None:
    for values, head, text in (
        (
            both,
            _("Where do you each see “%(value)s” in your week?"),
            _("Where each of us sees “%(value)s” in our week"),
        ),
        (single, _("What does “%(value)s” mean to each of you?"), _("What “%(value)s” means to each of us")),
    ):
        if values:
            said = {"value": values[0]}
            return _find_way(head % said, rules.drafts_of_area("beliefs"), text % said, "beliefs")
    return None


def present_pursuits(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Interests and goals: those of both; then each one's."""
    own, other = store.read_pursuits(mine), store.read_pursuits(theirs)
    met = rules.compare_pursuits(own.items, other.items)

    def say_mine(one: Pursuit) -> tuple[str, str]:
        return _("You"), str(labels.HEADINGS[one.what, one.whose])

    def say_theirs(one: Pursuit) -> tuple[str, str]:
        return name, str(labels.HEADINGS_THEIRS[one.what, one.whose]) % {"name": name}

    groups = _drop_empty(
        Group(
            key="both",
            head=_("You two meet in these"),
            rows=tuple(
                Row(head=one.words, lines=(say_mine(one), say_theirs(their))) for one, their in met.both
            ),
        ),
        Group(
            key="mine",
            head=_("You wrote these"),
            about=_("Different words may mean the same thing, so it is worth reading both lists."),
            rows=tuple(Row(head=one.words, lines=(say_mine(one),)) for one in met.mine),
        ),
        Group(
            key="theirs",
            head=_("%(name)s wrote these") % {"name": name},
            about=_("What %(name)s keeps as their own is up to them: it needs nobody's yes.")
            % {"name": name},
            rows=tuple(Row(head=one.words, lines=(say_theirs(one),)) for one in met.theirs),
        ),
    )
    count = len(met.both)
    finding = ngettext("You meet in %(n)d thing.", "You meet in %(n)d things.", count) % {"n": count}
    return Comparison(
        groups,
        own.unread + other.unread,
        finding=finding if count else _("You each wrote other things."),
        way=_lead_on_from_pursuits([one for one, _their in met.both], met.mine),
    )


def _lead_on_from_pursuits(both: Sequence[Pursuit], mine: Sequence[Pursuit]) -> WayOn | None:
    for one in (*both, *mine):
        area = "time" if one.what == INTEREST else "plans"
        head = _("Would you like to give “%(what)s” a place?") % {"what": one.words}
        found = _find_way(head, rules.drafts_of_pursuit(one, by_me=True), one.words, area)
        if found:
            return found
    return None


def present_dials(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """Dials: much the same first, then apart, then what one of them showed."""
    own, other = store.read_dials(mine), store.read_dials(theirs)
    turned = rules.compare_dials(own.items, other.items)

    def make_row(pair: tuple[Dial, Dial]) -> Row:
        said = ((_("You"), labels.say_dial(pair[0])), (name, labels.say_dial(pair[1], mine=False)))
        return Row(head=labels.area_name(pair[0].area), lines=tuple(line for line in said if line[1]))

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
            rows=tuple(map(make_row, turned.apart)),
        ),
        Group(
            key="single",
            head=_("Nothing to compare here yet"),
            rows=tuple(map(make_row, turned.single)),
        ),
    )
    pairs, count = (*turned.near, *turned.apart), len(turned.near)
    finding = ngettext(
        "In %(n)d area you see and wish much the same.",
        "In %(n)d areas you see and wish much the same.",
        count,
    )
    widest = rules.find_widest(turned.apart)
    return Comparison(
        groups,
        own.unread + other.unread,
        finding=finding % {"n": count} if count else _("You see these areas differently."),
        picture=rules.draw_dials(pairs, labels.area_name) if pairs else None,
        way=_lead_on_from_dial(widest[0].area) if widest else None,
    )


def _lead_on_from_dial(area: str) -> WayOn | None:
    called = {"area": labels.area_name(area)}
    head = _("%(area)s is where you differ most. Would you like to look at it?") % called
    text = _("%(area)s: how much is each one's own, and how much is shared?") % called
    return _find_way(head, rules.drafts_of_area(area), text, area)


def present_reliances(mine: Laid, theirs: Laid, name: str) -> Comparison:
    """On whom: on each other first, then one way, then elsewhere, then what one of them showed."""
    own, other = store.read_reliances(mine), store.read_reliances(theirs)
    leant = rules.compare_reliances(own.items, other.items)
    on_mine = {**labels.ON_MINE, PARTNER: _("on %(name)s") % {"name": name}}
    on_theirs = {**labels.ON, PARTNER: _("on you"), "self": _("on themselves")}

    def make_row(one: Reliance | None, their: Reliance | None) -> Row:
        card = (one or their or Reliance("", PARTNER)).card
        lines = (
            (_("You"), str(on_mine[one.on]) if one else ""),
            (name, str(on_theirs[their.on]) if their else ""),
        )
        return Row(head=labels.reliance_text(card), lines=tuple(line for line in lines if line[1]))

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
            rows=tuple(make_row(*pair) for pair in leant.on_theirs),
        ),
        Group(
            key="on-mine",
            head=_("For these %(name)s leans on you") % {"name": name},
            about=_("You decide what you can give, and what you can't."),
            rows=tuple(make_row(*pair) for pair in leant.on_mine),
        ),
        Group(key="single", head=_("One of you showed these"), rows=single),
    )
    count = len(leant.each_other)
    finding = ngettext(
        "For %(n)d thing you lean on each other.", "For %(n)d things you lean on each other.", count
    )
    one_way = [pair[0].card for pair in (*leant.on_theirs, *leant.on_mine)]
    return Comparison(
        groups,
        own.unread + other.unread,
        finding=finding % {"n": count}
        if count
        else _("You lean on each other for other things, or not at all."),
        way=_lead_on_from_reliance(one_way[0]) if one_way else None,
    )


def _lead_on_from_reliance(card: str) -> WayOn | None:
    said, area = {"what": labels.reliance_text(card)}, labels.reliance_area(card)
    head = _("“%(what)s” goes one way between you. Is that how you both want it?") % said
    text = _("%(what)s: who does each of us lean on?") % said
    return _find_way(head, rules.drafts_of_area(area), text, area)


PRESENT: dict[str, Compare] = {
    store.VALUES.name: present_values,
    store.PURSUITS.name: present_pursuits,
    store.DIALS.name: present_dials,
    store.RELIANCE.name: present_reliances,
}
