"""What the two invented people of the demo agreed on: what holds, what was worded anew, what ended, what waits for a yes."""

from dataclasses import dataclass
from typing import Final

from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Version
from bothand.kit import agreement_store
from bothand.kit.demo import Told, made_id
from bothand.kit.yeses import YES_PAYLOAD


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that was suggested in a week, by login, and whether both said yes to it."""

    title: str
    week: int
    by: str
    text: str
    agreed: bool = True


MONEY: Final = "Money of one's own"
WORDED: Final = (
    Wording(
        MONEY, 16, "sam", "Each of us has 100 a month that the other never asks about. The rest we look at together."
    ),
    Wording(
        "Who gets up with the cat", 21, "noa", "Noa on weekdays, Sam at weekends. Whoever is ill sleeps on."
    ),
    Wording(
        MONEY,
        36,
        "noa",
        "Each of us has 120 a month that the other never asks about. What costs more than 200 we sleep on, both.",
    ),
    Wording(
        "Supper without phones",
        45,
        "sam",
        "From sitting down until the table is cleared, both phones lie in the hall. Calls from Sam's mother count as an "
        "exception.",
    ),
    Wording(
        "Sundays with Sam's parents",
        51,
        "noa",
        "Lunch there on the first Sunday of the month. The other Sundays stay ours, unless we both feel like going.",
        agreed=False,
    ),
)  # fmt: skip
ENDED: Final = ("Who gets up with the cat", 33, "sam")
LOOKED_AT: Final = ("Supper without phones", 57)
"""What is looked at again, and in which week counted from the start of the year: some weeks from now."""


def put(one: Told, other: Told) -> None:
    """Three that hold or held, one of them worded twice, one that ended; and one that waits for Sam's yes."""
    two = {one.login: (one, other), other.login: (other, one)}
    before: dict[str, bytes] = {}
    for wording in WORDED:
        before[wording.title] = _suggest(*two[wording.by], wording, before.get(wording.title, b""))
        if wording.title == ENDED[0]:
            who = two[ENDED[2]][0]
            who.write_on(who.day(ENDED[1], 1))
            agreement_store.end_agreement(who.ours, _place(ENDED[0]), who.day(ENDED[1], 1))
    title, week = LOOKED_AT
    agreement_store.set_review(one.ours, _place(title), one.day(week, 6))


def _suggest(who: Told, other: Told, wording: Wording, before: bytes) -> bytes:
    """Suggest a wording and say yes to it; the other's yes a day later, if there is one. Its digest."""
    day = who.day(wording.week, 5)
    who.write_on(day)
    version = Version(
        day=day, agreement=_place(wording.title), before=before, title=wording.title, text=wording.text
    )
    agreement_store.put_version(who.ours, version, day)
    digest = agreements.content_digest(version)
    _say_yes(who, version.agreement, digest)
    if wording.agreed:
        next_day = who.day(wording.week, 6)
        other.write_on(next_day)
        _say_yes(other, version.agreement, digest)
        agreement_store.agree_version(other.ours, version, next_day)
    return digest


def _say_yes(who: Told, agreement: bytes, digest: bytes) -> None:
    sort = agreements.yes_sort(agreement, digest)
    Meeting(sort, who.account, who.mine, who.ours, (), ()).lay(YES_PAYLOAD)


def _place(title: str) -> bytes:
    return made_id("agreement", title)
