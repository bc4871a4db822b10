"""The plan of six weeks, as it is sealed. *today* makes it; the check-in asks more about its facet, so it stands in kit.

It lies in *mine* and nowhere else: no page of the other's tells of it, also where one practice in it is for both.
"""

from datetime import date, timedelta
from typing import Any, Final

from bothand.vault.body import Opened
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.space import Lot

WEEKS: Final = 6
DAYS: Final = WEEKS * 7


@kind(30, version=2, shelf=Shelf.STANDS, one_in_all=True)
class Plan(Record, frozen=True, kw_only=True):
    """What somebody works on now. There is one or none; ending it takes it out.

    facet          name of the facet it is about (relationship.FACETS)
    practice_own   P1 to P7, by oneself
    practice_both  P1 to P7, with the other; "" for none: alone, not advised now, or not wished
    began          its first day, where its owner lives
    by_hand        whether its owner chose the facet or a practice, and took not what was suggested
    why            id of the reason for which it was suggested (engines.guide), "" when chosen by hand
    numbers        that reason's numbers, as they were then
    words          what its owner means to do, in their own words; "" for nothing
    done           the weeks, 1 to 6, that its owner ticked
    """

    facet: str
    practice_own: str
    practice_both: str = ""
    began: date
    by_hand: bool = False
    why: str = ""
    numbers: tuple[float, ...] = ()
    words: str = ""
    done: tuple[int, ...] = ()

    @property
    def due(self) -> date:
        """The day from which it can be looked back at."""
        return self.began + timedelta(days=DAYS)


@kind(31, shelf=Shelf.CLOSED)
class PastPlan(Record, frozen=True, kw_only=True):
    """A plan that is over: what it was, and what its owner wrote in looking back.

    change   "up" or "down" beyond noise, "steady", "none" for no clear change, "" where nothing could be said
    helped   what helped, in own words; "" for nothing
    """

    facet: str
    practice_own: str
    practice_both: str = ""
    began: date
    ended: date
    words: str = ""
    change: str = ""
    helped: str = ""


def plan_in(lot: Lot[Any]) -> Opened[Plan] | None:
    """The plan among what stands in *mine*, or None."""
    return next((one for one in lot.items if isinstance(one.record, Plan)), None)


def focus_of(lot: Lot[Any]) -> str | None:
    """The facet's name that the plan is about, or None: the check-in asks more about it.

    `lot` is what stands in *mine* (`Asked.standing()`, `Space.standing()`).
    """
    found = plan_in(lot)
    return None if found is None else found.record.facet
