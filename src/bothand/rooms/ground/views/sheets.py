"""Interests and goals, dials, and on whom one leans."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.content import ground as content
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import DialsForm, LeaningsForm, ThingsForm, field_of
from bothand.rooms.ground.pages import Area, DialsPage, LeaningsPage, ThingsPage, Turn
from bothand.rooms.ground.records import AREAS, ON, PARTNER, WHATS, WHOSE, Dial, Dials, Leanings, Things
from bothand.rooms.ground.views.writing import READ_OR_WRITE, Fields, Way, write
from bothand.shell.parts import Both


@READ_OR_WRITE
def things(request: HttpRequest) -> HttpResponse:
    """Interests and goals: shared, mine, to try."""
    return write(request, THINGS)


@READ_OR_WRITE
def dials(request: HttpRequest) -> HttpResponse:
    """Ten dials."""
    return write(request, DIALS)


@READ_OR_WRITE
def places(request: HttpRequest) -> HttpResponse:
    """On whom I lean for what."""
    return write(request, LEANINGS)


def _things_page(form: ThingsForm, _there: Things, _name: str) -> ThingsPage:
    return ThingsPage(form=form)


def _things_fields(record: Things) -> Fields:
    return {
        field_of(what, whose): "\n".join(rules.of(record.listed, what, whose))
        for what in WHATS
        for whose in WHOSE
    }


def _things_pairs(mine: Things, theirs: Things, name: str) -> tuple[Both, ...]:
    headings = labels.HEADINGS if name else labels.HEADINGS_ALONE
    own, other = _things_fields(mine), _things_fields(theirs)
    return tuple(
        Both(label=headings[what, whose], name=key, mine=str(own[key]), theirs=str(other[key]))
        for what in WHATS
        for whose in WHOSE
        if (key := field_of(what, whose))
    )


def _dials_page(form: DialsForm, there: Dials, _name: str) -> DialsPage:
    read = content.load_dials(text_language())
    said = {one.area for one in there.set}
    turns = tuple(
        Turn(
            dial=one,
            now=form[f"now_{at}"],
            wish=form[f"wish_{at}"],
            open=form[f"open_{at}"] if one.area in said else None,
        )
        for at, one in enumerate(read.dials)
    )
    return DialsPage(form=form, lead=read.lead, turns=turns)


def _dials_fields(record: Dials) -> Fields:
    kept = {one.area: one for one in record.set}
    found: Fields = {}
    for at, area in enumerate(AREAS):
        one = kept.get(area, Dial(area))
        found[f"now_{at}"] = str(one.now or "")
        found[f"wish_{at}"] = str(one.wish or "")
    return found


def _dials_pairs(mine: Dials, theirs: Dials, _name: str) -> tuple[Both, ...]:
    own, other = ({one.area: labels.said_of(one) for one in side.set} for side in (mine, theirs))
    return tuple(
        Both(
            label=labels.area_name(area),
            name=f"area-{at}",
            mine=own.get(area, _("open")),
            theirs=other.get(area, _("open")),
        )
        for at, area in enumerate(AREAS)
    )


def _leanings_page(form: LeaningsForm, _there: Leanings, name: str) -> LeaningsPage:
    read = content.load_reliance(text_language())
    areas = tuple(
        Area(
            name=labels.area_name(area),
            fields=tuple(form[f"on_{one.id}"] for one in read.cards if one.area == area),
        )
        for area in dict.fromkeys(one.area for one in read.cards)
    )
    return LeaningsPage(form=form, lead=read.opening(name or None), areas=areas)


def _leanings_fields(record: Leanings) -> Fields:
    return {f"on_{one.card}": one.on for one in record.sorted}


def _leanings_pairs(mine: Leanings, theirs: Leanings, name: str) -> tuple[Both, ...]:
    own, other = ({one.card: one.on for one in side.sorted} for side in (mine, theirs))

    def said(on: str | None) -> str:
        if on not in ON:
            return _("open")
        return name if on == PARTNER and name else str(labels.ON[on])

    return tuple(
        Both(label=one.text, name=one.id, mine=said(own.get(one.id)), theirs=said(other.get(one.id)))
        for one in content.load_reliance(text_language()).cards
    )


THINGS: Way[Things] = Way(
    nothing=Things(),
    form=ThingsForm,
    page=_things_page,
    joined=rules.all_things,
    fields=_things_fields,
    pairs=_things_pairs,
    typed=True,
    url="ground_things",
    after="ground_all",
)
DIALS: Way[Dials] = Way(
    nothing=Dials(),
    form=DialsForm,
    page=_dials_page,
    joined=rules.all_dials,
    fields=_dials_fields,
    pairs=_dials_pairs,
    typed=False,
    url="ground_dials",
    after="ground_all",
)
LEANINGS: Way[Leanings] = Way(
    nothing=Leanings(),
    form=LeaningsForm,
    page=_leanings_page,
    joined=rules.all_leanings,
    fields=_leanings_fields,
    pairs=_leanings_pairs,
    typed=False,
    url="ground_places",
    after="ground_all",
)
