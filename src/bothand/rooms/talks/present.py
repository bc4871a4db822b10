"""What the pages of talks have in common: sentences to start from, and buttons to other rooms."""

from bothand.content.openers import Opener, load_openers
from bothand.kit import drafts, texts
from bothand.kit.drafts import Hand
from bothand.kit.manifest import DraftName


def find_openers(*moments: str) -> tuple[Opener, ...]:
    """Starter sentences for these moments of a talk."""
    return tuple(one for one in load_openers(texts.text_language()) if one.moment in moments)


def find_hands(text: str, *names: DraftName) -> tuple[Hand, ...]:
    """Buttons that hand words over to other rooms."""
    return drafts.find_hands(*names, text=text)
