"""From interests to what pages show."""

from collections.abc import Iterable

from django.urls import reverse

from bothand.kit.folding import fold_text
from bothand.rooms.mytime.interests.labels import HEADS
from bothand.rooms.mytime.interests.pages import Group, Item
from bothand.rooms.mytime.interests.records import Interest
from bothand.vault.body import Opened

CUT = 90


def group_interests(interests: Iterable[Opened[Interest]]) -> tuple[Group, ...]:
    """What I love, loved and want to try, each by its words."""
    found = sorted(interests, key=lambda one: fold_text(one.record.words))
    made = (
        Group(
            key=sort,
            head=str(head),
            items=tuple(
                Item(
                    path=reverse("mytime_edit", args=[one.hex]),
                    words=one.record.words,
                    about=_cut_text(one.record.note),
                )
                for one in found
                if one.record.sort == sort
            ),
        )
        for sort, head in HEADS.items()
    )
    return tuple(one for one in made if one.items)


def _cut_text(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= CUT else line[:CUT].rsplit(" ", 1)[0] + " …"
