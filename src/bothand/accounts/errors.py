"""Why somebody may not do what they asked. Messages never hold what was typed."""


class CouplesError(Exception):
    """The parent of all of them."""


class SignedOut(CouplesError):
    """Nobody is signed in, or the session has ended."""


class Locked(CouplesError):
    """Signed in, but *mine* is locked until the PIN or the password."""


class WrongSecret(CouplesError):
    """The name, password, recovery code or PIN did not fit. Which of them is not said."""


class PinErased(CouplesError):
    """Five wrong PINs: this device's PIN is gone, the password opens."""


class HereAlready(CouplesError):
    """Name and password open an account that is there: whoever typed both has it, and may sign in."""


class OneMoreStep(CouplesError):
    """The password was right; this account asks for a code or a passkey besides. `step` goes through the page."""

    def __init__(self, step: str) -> None:
        super().__init__("one more step")
        self.step = step


class StepGone(CouplesError):
    """The first step of signing in was too long ago; it begins anew."""


class PasskeyRefused(WrongSecret):
    """A passkey that opens nothing here, or the browser's answer was to another question. Which of them is not said."""


class PasskeyCopied(PasskeyRefused):
    """The passkey counts less than it had counted: there are two of it."""


class TooManyPasskeys(CouplesError):
    """There are as many as an account can have."""


class SignUpClosed(CouplesError):
    """The first account stands; others come by invitation."""


class Throttled(CouplesError):
    """Too many wrong tries; `seconds` until the next one is looked at."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too many tries")
        self.seconds = seconds


class PairedAlready(CouplesError):
    """There is a partner already; one leaves before one pairs anew."""


class LinkGone(CouplesError):
    """The link was opened, taken back, or its week is over."""


class WrongLink(CouplesError):
    """One's own link, or a fresh link of an *ours* that one is not in."""


class StrangeLink(WrongLink):
    """A fresh link that the other's keys did not make: whoever made it wants to read along."""


class Alone(CouplesError):
    """There is no partner here; this part takes two."""


class OtherAccount(CouplesError):
    """What was typed belongs to another account than the one that has just signed in."""
