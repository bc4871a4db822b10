"""How the harness reaches the pages and forms of the check-in."""

from datetime import timedelta
from math import cos, sin

from bothand.content.feelings import load_feelings
from bothand.kit.tests.cases import (
    DELETE,
    LOOK,
    PRESS_AT,
    WRITE,
    Data,
    FormCase,
    Kwargs,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.checkin.pulse.forms import FAMILY, PulseForm
from bothand.rooms.checkin.pulse.pages import DeletePulsePage, PulsePage, PulsesPage, TwoPulsesPage
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.tests import checkin_cases


def _put(stage: Stage, pulse: Pulse) -> None:
    """Add a day where none is yet: builders may follow one another."""
    if stage.mine.find_day(Pulse, pulse.day) is None:
        stage.mine.add(pulse)


def some_days(stage: Stage) -> Kwargs:
    """Eight weeks with gaps in them."""
    for number in range(56):
        if number % 7 == 3 or 20 < number < 27:
            continue
        level = round(3.2 + 1.7 * sin(number / 4))
        word = load_feelings()[number % len(load_feelings())].words[0].id
        pulse = Pulse(
            day=stage.today - timedelta(days=number),
            self_feeling=level,
            between=round(3 + 1.9 * cos(number / 7)),
            feelings=(word,) if number % 4 == 0 else (),
            alone=True,
        )
        _put(stage, pulse)
    return {}


def one_month(stage: Stage) -> Kwargs:
    """The month before this one, and its address."""
    some_days(stage)
    return {"month": f"{stage.today - timedelta(days=30):%Y-%m}"}


def one_day(stage: Stage) -> Kwargs:
    """Yesterday's pulse, and its address."""
    day = stage.today - timedelta(days=1)
    _put(stage, Pulse(day=day, self_feeling=4, between=3, alone=True))
    return {"day": day.isoformat()}


def no_arguments(stage: Stage) -> Kwargs:
    """Yesterday's pulse; its day goes in the form."""
    one_day(stage)
    return {}


def tapped_twice(stage: Stage) -> Kwargs:
    """Today's pulse, made in another window meanwhile."""
    _put(stage, Pulse(day=stage.today, self_feeling=1, between=5, alone=True))
    return {}


def yesterday(stage: Stage, _words: Words) -> Data:
    """The day that was picked."""
    return {"day": (stage.today - timedelta(days=1)).isoformat()}


def taps(stage: Stage, _words: Words) -> Data:
    """Three taps and a word; there is nothing to type."""
    family = load_feelings()[0]
    return {
        "day": stage.today.isoformat(),
        "revision": "0",
        "self_feeling": "4",
        "between": "2",
        FAMILY + family.id: [family.words[0].id],
    }


def first_revision(_stage: Stage, _words: Words) -> Data:
    """What the page before a deletion sends along."""
    return {"revision": "1"}


PAGES = (
    PageCase(url="checkin_pulses", page=PulsesPage, prepare=some_days),
    PageCase(url="checkin_pulse_month", page=PulsesPage, prepare=one_month),
    PageCase(url="checkin_pulse", page=PulsePage),
    PageCase(url="checkin_delete_pulse", page=DeletePulsePage, prepare=one_day),
    *checkin_cases.PAGES,
)
FORMS = (
    FormCase(url="checkin_pulse", form=PulseForm, data=taps),
    FormCase(url="checkin_pulse", form=PulseForm, prepare=tapped_twice, data=taps, shows=TwoPulsesPage),
    FormCase(url="checkin_pick", form=None, prepare=no_arguments, data=yesterday),
    FormCase(url="checkin_delete_pulse", form=None, prepare=one_day, data=first_revision),
    *checkin_cases.FORMS,
)
ACTORS = {
    "checkin_pulses": LOOK,
    "checkin_pulse_month": LOOK,
    "checkin_pulse": WRITE,
    "checkin_pick": PRESS_AT,
    "checkin_delete_pulse": DELETE,
    **checkin_cases.ACTORS,
}
REVEALED = {"days": some_days, "map": checkin_cases.check_ins}
