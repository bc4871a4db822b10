"""Who is asking, as far as pages may know."""

from dataclasses import dataclass, field

from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings


@dataclass(frozen=True, slots=True)
class Visitor:
    """No keys in here: those stay with the door."""

    signed_in: bool = False
    unlocked: bool = False
    account: bytes = b""
    has_pin: bool = False
    settings: Settings = field(default_factory=Settings)
    partner: Partner | None = None

    @classmethod
    def nobody(cls) -> "Visitor":
        """Somebody who is not signed in."""
        return cls()
