"""What is sealed of weeks."""

from bothand.vault.records import Dated, Shelf, kind

HAD = ("little", "enough", "much")
OBSTACLES = ("work", "house", "care", "tired", "plans", "guilt", "afraid", "money", "health")


@kind(51, shelf=Shelf.ACCUMULATES, one_a_day=True)
class Week(Dated, frozen=True, kw_only=True):
    """How it was with time for myself in one week; `day` is its Monday.

    had        one of HAD, by my own word
    minutes    how much it was, None where nobody counted
    wished     how much I would have liked, None as above
    obstacles  what got in the way, of OBSTACLES
    """

    had: str
    minutes: int | None = None
    wished: int | None = None
    obstacles: tuple[str, ...] = ()
    words: str = ""
