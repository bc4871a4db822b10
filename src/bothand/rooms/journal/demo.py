"""What the two invented people of the demo wrote that they need."""

from typing import Final

from bothand.domain.needs import Need, Needs
from bothand.kit.demo import Told
from bothand.rooms.journal.store import amend_only

WEEK: Final = 30
WROTE: Final = {
    "noa": (("an hour of the evening that is mine", "time"), ("to be asked before it is settled", "plans")),
    "sam": (("to know what we have left for the month", "money"), ("rest, after days with people", "")),
}
"""In words and area of life, by login."""


def put(one: Told, other: Told) -> None:
    """A few needs each."""
    for at, who in enumerate((one, other)):
        who.write_on(who.day(WEEK, 2 + at))
        held = tuple(
            Need(id=bytes([at, number]) * 8, words=words, area=area)
            for number, (words, area) in enumerate(WROTE[who.login])
        )
        _keep(who, Needs(held=held))


def _keep(who: Told, needs: Needs) -> None:
    amend_only(who.mine, Needs, lambda _none: needs)
